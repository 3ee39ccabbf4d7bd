import type { MetricProtocol, TooFew } from '../protocol/protocol';
import { DAY } from '../time/units';
import type { Translate } from './translate';
import type { TimeWords } from './whenWords';

/**
 * That the newest samples have too little volume, as a sentence: "Too few to say (3 of 20) since Thu 19 Nov 07:00."
 * What fires goes on firing all the same. Undefined where there is enough.
 */
export function tooFewNote(
  t: Translate,
  { tooFew, now, stepMs = 0 }: MetricProtocol,
  times: TimeWords
): string | undefined {
  if (tooFew === undefined) {
    return undefined;
  }
  // The hour of a value of a day says nothing.
  const since = stepMs >= DAY ? times.day(tooFew.since) : times.since(tooFew.since);
  const values = { volume: volumeWords(t, tooFew), since };
  return now.state === 'firing'
    ? t('views.note.still-firing', 'Still in breach: too few to say ({{volume}}) since {{since}}.', values)
    : t('views.note.too-few', 'Too few to say ({{volume}}) since {{since}}.', values);
}

/** "3 of 20". */
export function volumeWords(t: Translate, { volume, needed }: TooFew): string {
  return volume === undefined
    ? t('views.note.no-volume', 'no number known')
    : t('views.note.volume', '{{volume}} of {{needed}}', { volume: plainNumber(volume), needed: plainNumber(needed) });
}

/** A volume counts something: it is told without a unit, and to three places. */
export function plainNumber(value: number): string {
  return String(Number(value.toFixed(3)));
}
