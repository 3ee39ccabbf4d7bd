import type { MetricProtocol } from '../protocol/protocol';
import { formatDuration } from '../time/duration';
import type { Translate } from './translate';
import { DAY, HOUR, MINUTE } from '../time/units';

/**
 * How often a metric is checked, where that is too seldom for its `for`: "once an hour", "every 6 h". Undefined where
 * the samples are close enough, and where there is no rule that waits.
 */
export function checkedWords(
  t: Translate,
  { kind, stepMs = 0, rule }: Pick<MetricProtocol, 'kind' | 'stepMs' | 'rule'>
): { every: string; length: string } | undefined {
  return kind === 'ruled' && rule.forMs > 0 && stepMs > rule.forMs
    ? { every: everyWords(t, stepMs), length: formatDuration(rule.forMs) }
    : undefined;
}

function everyWords(t: Translate, stepMs: number): string {
  switch (stepMs) {
    case MINUTE:
      return t('views.every.minute', 'once a minute');
    case HOUR:
      return t('views.every.hour', 'once an hour');
    case DAY:
      return t('views.every.day', 'once a day');
    case 7 * DAY:
      return t('views.every.week', 'once a week');
    default:
      return t('views.every.other', 'every {{length}}', { length: formatDuration(stepMs) });
  }
}

/** The same as a sentence: "Checked once an hour: whether it lasts 5 min can’t be told in between." */
export function checkedNote(t: Translate, metric: Pick<MetricProtocol, 'kind' | 'stepMs' | 'rule'>) {
  const checked = checkedWords(t, metric);
  return (
    checked &&
    t('views.note.checked', 'Checked {{every}}: whether it lasts {{length}} can’t be told in between.', checked)
  );
}
