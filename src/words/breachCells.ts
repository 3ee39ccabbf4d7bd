import type { Span } from '../evaluation/evaluation';
import type { RecordRow, RowAnswer } from '../protocol/breaches/answeredRows';
import type { BreachRow } from '../protocol/breaches/breachRows';
import type { MetricProtocol } from '../protocol/protocol';
import type { BreachRecord } from '../protocol/records/breachRecord';
import type { RecordedBy } from '../protocol/records/panelRecords';
import type { BreachResponse } from '../protocol/responses/breachResponse';
import { isRecord } from '../rule/isRecord';
import { formatDuration, formatElapsed } from '../time/duration';
import { conditionWords, severityWords } from './conditionWords';
import { lateWords, wordLate } from './deadlineWords';
import { byWords, interventionWords } from './responses/interventionWords';
import { correctedWords, recordedAside } from './recordedWords';
import { briefHolder } from './roleNames';
import { momentWords } from './sinceWords';
import { finalUpTo } from './settledWords';
import type { Translate } from './translate';
import type { TimeWords } from './whenWords';

/** A cell of the list: what it says, and what is said beside it in a lower voice. */
export interface BreachCell {
  words: string;
  aside?: string;
  /** The words, a line each, where they are several. */
  lines?: readonly string[];
  /** Said louder: "overdue 2 d", "next word 40 min late". */
  late?: string;
}

/** What the list of breaches says of one, column by column. A cell without words has nothing to say. */
export interface BreachCells {
  severity: string;
  since: BreachCell;
  until: BreachCell;
  worst: BreachCell;
  rule: BreachCell;
  owner: BreachCell;
  due: BreachCell;
  /** Undefined where nobody tracks what people did. */
  firstResponse?: BreachCell;
  done?: BreachCell;
}

/** What the words of a row need beside it. */
export interface BreachWordsContext {
  metric: Pick<MetricProtocol, 'format' | 'formatLevel' | 'stepMs' | 'now'>;
  /** Of the list. */
  span: Span;
  times: TimeWords;
}

/** What is on the record of a row. */
export interface RowRecords {
  /** Undefined where nothing is tracked. */
  answer?: RowAnswer;
  /** Undefined where it is not recorded as an annotation. */
  recorded?: RecordedBy;
}

/** The row of a breach in words. */
export function breachCells(
  t: Translate,
  row: BreachRow,
  context: BreachWordsContext,
  { answer, recorded }: RowRecords = {}
): BreachCells {
  return {
    severity: severityWords(t, row.severity),
    since: { ...sinceCell(t, row, context), ...(recorded && { aside: recordedAside(t, recorded) }) },
    until: untilCell(t, row, context),
    worst: worstCell(row, context),
    rule: ruleCell(t, row, context),
    owner: ownerCell(t, row),
    due: dueCell(t, row, context),
    ...(answer && {
      firstResponse: firstResponseCell(t, answer, row.knownFrom),
      done: doneCell(t, { answer, recorded }, row, context),
    }),
  };
}

/** A breach that is on the record alone, in words. */
export function recordCells(t: Translate, row: RecordRow, { metric, times }: BreachWordsContext): BreachCells {
  const { severity, stretch, response } = row;
  return {
    severity: severityWords(t, severity),
    since: { words: momentWords(metric, stretch.from, times) },
    until: { words: momentWords(metric, stretch.to, times) },
    worst: NOTHING,
    rule: NOTHING,
    owner: NOTHING,
    due: NOTHING,
    firstResponse: firstResponseCell(t, { response, isUnanswered: false }, stretch.from),
    done: {
      ...saidCell(t, response, times),
      aside: t('views.breaches.record-alone', 'on the record only: the data in this list shows no such breach'),
    },
  };
}

/** A breach that is recorded, and that the data no longer shows. */
export function correctedCells(
  t: Translate,
  { severity, shown, isOpen, data }: BreachRecord,
  { metric, times }: BreachWordsContext
): BreachCells {
  const worst = isRecord(data.worst) && typeof data.worst.text === 'string' ? data.worst.text : '';
  return {
    severity: severityWords(t, severity),
    since: { words: momentWords(metric, shown.from, times), aside: correctedWords(t) },
    until: isOpen ? NOTHING : { words: momentWords(metric, shown.to, times) },
    worst: { words: worst },
    rule: NOTHING,
    owner: NOTHING,
    due: NOTHING,
  };
}

/** "after 20 min (Ben)" */
function firstResponseCell(
  t: Translate,
  { response, isUnanswered }: Pick<RowAnswer, 'response' | 'isUnanswered'>,
  since: number
): BreachCell {
  if (response) {
    const { at } = response.first;
    return {
      words: t('views.breaches.after', 'after {{length}}', { length: formatElapsed(at - since) }),
      aside: byWords(t, response.first),
    };
  }
  return isUnanswered ? { words: t('views.breaches.none-recorded', 'none recorded') } : NOTHING;
}

function doneCell(
  t: Translate,
  { answer: { response, isUnanswered }, recorded }: RowRecords & { answer: RowAnswer },
  { until }: BreachRow,
  { times, metric, span }: BreachWordsContext
): BreachCell {
  if (!response && recorded) {
    return NOTHING;
  }
  if (!response) {
    return isUnanswered
      ? { words: '', aside: t('views.breaches.data-alone', 'not on the record: seen in the data only') }
      : { words: '', aside: t('views.breaches.not-known', 'not known') };
  }
  const { nextWordBy } = response;
  const lateMs = metric.now.at - (nextWordBy ?? Infinity);
  const isLate = until === undefined && span.now !== undefined && lateMs >= 0;
  return { ...saidCell(t, response, times), late: isLate ? wordLate(t, lateMs) : undefined };
}

/** What was said, in its order, each with when. */
function saidCell(t: Translate, { interventions }: BreachResponse, times: TimeWords): BreachCell {
  const lines = interventions.map((one) =>
    t('views.breaches.said-at', '{{at}}: {{words}}', { at: times.at(one.at), words: interventionWords(t, one, times) })
  );
  return { words: lines.join('; '), lines };
}

/** "5 Nov, critical since 9 Nov": a row begins with its warning, and the card speaks of the critical that came of it. */
function sinceCell(t: Translate, row: BreachRow, { metric, times }: BreachWordsContext): BreachCell {
  const from = momentWords(metric, row.knownFrom, times);
  const since = row.since === null ? t('views.breaches.before', 'before {{from}}', { from }) : from;
  return {
    words:
      row.worstSince === undefined
        ? since
        : t('views.breaches.critical-since', '{{since}}, critical since {{at}}', {
            since,
            at: momentWords(metric, row.worstSince, times),
          }),
  };
}

/** "still open" is said of now; of a range that ended before, that it was open then. */
function untilCell(t: Translate, row: BreachRow, { metric, span, times }: BreachWordsContext): BreachCell {
  const { until, since } = row;
  const length = formatElapsed(row.lengthMs);
  const lasted = since === null ? t('views.breaches.at-least', 'at least {{length}}', { length }) : length;
  if (until !== undefined) {
    return { words: momentWords(metric, until, times), aside: lasted };
  }
  const { judgedTo } = metric.now;
  if (span.now === undefined) {
    return {
      words: t('views.breaches.open-then', 'open at {{at}}', { at: times.at(judgedTo ?? span.to) }),
      aside: lasted,
    };
  }
  // What is younger has not settled.
  return judgedTo === undefined
    ? { words: t('views.breaches.open', 'still open'), aside: lasted }
    : {
        words: t('views.breaches.open-judged', 'still open, final up to {{at}}', {
          at: finalUpTo(metric, judgedTo, times),
        }),
        aside: lasted,
      };
}

function worstCell({ worst }: BreachRow, { metric, times }: BreachWordsContext): BreachCell {
  return worst ? { words: metric.format(worst.value), aside: momentWords(metric, worst.time, times) } : NOTHING;
}

/** "above 6 h for 1 d", with until when where it is no longer in force. */
function ruleCell(t: Translate, row: BreachRow, { metric, times }: BreachWordsContext): BreachCell {
  const { rule, level, ruleUntil } = row;
  if (!level) {
    return NOTHING;
  }
  const condition = conditionWords(t, level.condition, metric.formatLevel);
  const duration = formatDuration(rule.forMs);
  return {
    words:
      rule.forMs > 0 ? t('views.breaches.rule', '{{condition}} for {{duration}}', { condition, duration }) : condition,
    aside:
      ruleUntil !== undefined && ruleUntil <= metric.now.at
        ? t('views.breaches.rule-until', 'until {{day}}', { day: times.day(ruleUntil) })
        : undefined,
  };
}

/** The directory is today's: of a breach that is over it says who is to be asked today, not who was there. */
function ownerCell(t: Translate, { owner, ownerNow, until }: BreachRow): BreachCell {
  if (owner === undefined) {
    return NOTHING;
  }
  const name = ownerNow && briefHolder(t, ownerNow);
  const isNamed = name === undefined || name.toLowerCase() === owner.toLowerCase();
  return {
    words: owner,
    aside: isNamed ? undefined : until === undefined ? name : t('views.breaches.today', 'today {{name}}', { name }),
  };
}

function dueCell(t: Translate, { deadline, overdueMs }: BreachRow, { times }: BreachWordsContext): BreachCell {
  const late = overdueMs === undefined ? undefined : lateWords(t, overdueMs);
  switch (deadline?.kind) {
    case 'at':
      return { words: times.at(deadline.at), late };
    case 'before':
      return { words: t('views.breaches.before', 'before {{from}}', { from: times.at(deadline.at) }), late };
    default:
      return NOTHING;
  }
}

const NOTHING: BreachCell = { words: '' };
