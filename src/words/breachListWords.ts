import type { Listed } from '../protocol/breaches/breachRows';
import { formatDuration } from '../time/duration';
import { DAY } from '../time/units';
import type { Translate } from './translate';
import type { TimeWords } from './whenWords';

/** How many breaches of what: "Iberia: 3 breaches". */
export function breachListTitle(t: Translate, name: string, count: number): string {
  return t('views.breaches.title', '{{name}}: {{count}} breaches', {
    name,
    count,
    defaultValue_one: '{{name}}: {{count}} breach',
    defaultValue_other: '{{name}}: {{count}} breaches',
  });
}

/**
 * Which time a list speaks of: "In view: 31 Aug 09:00 to now, 12 w.", "In the look-back: …". Whether the past of it is
 * known is said, too, where it is not: a breach may have been before.
 *
 * @param atLeast - Whether what happened in the beginning of the span is not known.
 */
export function listedWords(t: Translate, { on, span }: Listed, times: TimeWords, atLeast: boolean): string {
  const end = span.now ?? span.to;
  const values = {
    from: times.at(span.from),
    to: span.now === undefined ? times.at(span.to) : t('views.breaches.now', 'now'),
    length: formatDuration(wholeDays(end - span.from)),
  };
  const listed =
    on === 'view'
      ? t('views.breaches.in-view', 'Time shown: {{from}} to {{to}}, {{length}}.', values)
      : t('views.breaches.in-look-back', 'In the look-back: {{from}} to {{to}}, {{length}}.', values);
  return atLeast
    ? `${listed} ${t('views.breaches.at-least-these', 'Of its beginning not all is known: there may have been more.')}`
    : listed;
}

/** A range of weeks is some seconds longer than it says. */
function wholeDays(ms: number): number {
  return ms < 2 * DAY ? ms : Math.round(ms / DAY) * DAY;
}
