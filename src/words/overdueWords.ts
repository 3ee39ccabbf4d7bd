import { overdueOf } from '../protocol/overdue';
import type { MetricProtocol } from '../protocol/protocol';
import { formatDuration } from '../time/duration';
import { DAY, MINUTE } from '../time/units';
import type { Translate } from './translate';
import type { TimeWords } from './whenWords';

/**
 * That a firing breach is past its due moment: "Overdue 115 d (since 4 Aug)", "Overdue 3 h (since 06:00)". Where it is not
 * known when the breach began, "Overdue since before 4 Aug". Of a promised word "Next word 40 min late". Undefined where nothing is overdue.
 */
export function overdueWords(
  t: Translate,
  metric: Pick<MetricProtocol, 'kind' | 'now' | 'deadline' | 'response'>,
  times: TimeWords
): string | undefined {
  const overdue = overdueOf(metric);
  if (!overdue) {
    return undefined;
  }
  const ms = metric.now.at - overdue.at;
  if (overdue.kind === 'word') {
    return wordLate(t, ms);
  }
  const since = ms < 2 * DAY ? times.since(overdue.at) : times.date(overdue.at);
  if (overdue.kind === 'before') {
    return t('views.overdue.before', 'Overdue since before {{since}}', { since });
  }
  return ms < MINUTE
    ? t('views.overdue.since', 'Overdue since {{since}}', { since })
    : t('views.overdue.for', 'Overdue {{length}} (since {{since}})', { length: lengthWords(ms), since });
}

/** How long past its due moment something is: "overdue 115 d". */
export function lateWords(t: Translate, ms: number): string {
  return t('views.overdue.late', 'overdue {{length}}', { length: lengthWords(ms) });
}

/** How late a promised word is: "Next word 40 min late". */
export function wordLate(t: Translate, ms: number): string {
  return t('views.overdue.word', 'Next word {{length}} late', { length: lengthWords(ms) });
}

/** From two days on whole days: of a deadline long past nobody asks for the hours. */
function lengthWords(ms: number): string {
  return ms < 2 * DAY ? formatDuration(ms) : `${Math.floor(ms / DAY)} d`;
}
