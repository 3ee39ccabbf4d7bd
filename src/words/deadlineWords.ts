import { overdueOf } from '../protocol/overdue';
import type { MetricProtocol } from '../protocol/protocol';
import { formatElapsed } from '../time/duration';
import { DAY, MINUTE } from '../time/units';
import { isFiring } from './badge';
import type { Translate } from './translate';
import type { TimeWords } from './whenWords';

/** What is said of a firing breach's due moment, without a full stop. */
export interface DeadlineWords {
  isOverdue: boolean;
  words: string;
}

/**
 * When a firing breach is due, or that it is past that: "Due today 14:05", "Overdue 3 h (since 06:00)", "Overdue 115 d
 * (since 4 Aug)"; where it is not known when the breach began, "Overdue since at least 4 Aug". The one place that words it.
 * Of a promised word: "Next word 40 min late". Undefined where nothing fires, nothing is due, or what is due before some moment has time left.
 */
export function deadlineWords(
  t: Translate,
  metric: Pick<MetricProtocol, 'kind' | 'now' | 'deadline' | 'response'>,
  times: TimeWords
): DeadlineWords | undefined {
  const overdue = overdueOf(metric);
  if (overdue) {
    return { isOverdue: true, words: overdueWords(t, overdue, metric.now.at, times) };
  }
  return isFiring(metric) && metric.deadline?.kind === 'at'
    ? { isOverdue: false, words: t('views.deadline.due', 'Due {{at}}', { at: times.at(metric.deadline.at) }) }
    : undefined;
}

/** The same as a sentence, while there is time left: what is overdue is said first, and by its amount. */
export function upcomingDeadlineWords(t: Translate, metric: MetricProtocol, times: TimeWords): string | undefined {
  const deadline = deadlineWords(t, metric, times);
  return deadline && !deadline.isOverdue ? `${deadline.words}.` : undefined;
}

function overdueWords(
  t: Translate,
  { kind, at }: NonNullable<ReturnType<typeof overdueOf>>,
  now: number,
  times: TimeWords
): string {
  const ms = now - at;
  if (kind === 'word') {
    return wordLate(t, ms);
  }
  const since = ms < 2 * DAY ? times.since(at) : times.date(at);
  if (kind === 'before') {
    return t('views.overdue.before', 'Overdue since at least {{since}}', { since });
  }
  return ms < MINUTE
    ? t('views.overdue.since', 'Overdue since {{since}}', { since })
    : t('views.overdue.for', 'Overdue {{length}} (since {{since}})', { length: lateLength(ms), since });
}

/** How long past its due moment something is: "overdue 115 d". */
export function lateWords(t: Translate, ms: number): string {
  return t('views.overdue.late', 'overdue {{length}}', { length: lateLength(ms) });
}

/** How late a promised word is: "Next word 40 min late". */
export function wordLate(t: Translate, ms: number): string {
  return t('views.overdue.word', 'Next word {{length}} late', { length: lateLength(ms) });
}

/** How late something is: from two days on whole days, because of a deadline long past nobody asks for the hours. */
export function lateLength(ms: number): string {
  return ms < 2 * DAY ? formatElapsed(ms) : `${Math.floor(ms / DAY)} d`;
}
