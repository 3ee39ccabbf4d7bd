import type { MetricProtocol } from '../protocol/protocol';
import { lateFrom } from '../time/due';
import { formatDuration } from '../time/duration';
import type { Rule } from '../rule/rule';
import type { Translate } from './translate';
import { said } from './said';
import { plainNumber } from './tooFewWords';
import type { TimeWords } from './whenWords';

/** What a rule asks of a value before it counts: "final after 3 d", "at least 20 Leads". */
export function dataTerms(t: Translate, rule: Rule): string[] {
  const { settleAfterMs, minVolume } = rule;
  const series = said(rule, 'volumeSeries');
  return [
    // Values that are final ask for nothing.
    settleAfterMs === undefined || settleAfterMs === 0
      ? undefined
      : t('views.data.settles', 'final after {{length}}', { length: formatDuration(settleAfterMs) }),
    minVolume === undefined || series === undefined
      ? undefined
      : t('views.data.least-volume', 'at least {{needed}} {{series}}', { needed: plainNumber(minVolume), series }),
  ].filter((term) => term !== undefined);
}

/** When the next value is owed by the rule's schedule: "next due tomorrow 07:00". Undefined where it is late already. */
export function nextDueWords(
  t: Translate,
  { rule, now, last }: Pick<MetricProtocol, 'rule' | 'now' | 'last'>,
  times: TimeWords
): string | undefined {
  if (!now.live || rule.due === undefined || last === undefined) {
    return undefined;
  }
  const at = lateFrom(rule.due, last.time);
  return at > now.at && at < Infinity ? t('views.data.next-due', 'next due {{at}}', { at: times.at(at) }) : undefined;
}
