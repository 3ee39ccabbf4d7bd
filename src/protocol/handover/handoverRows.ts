import type { Span } from '../../evaluation/evaluation';
import type { AnsweredMetric } from '../breaches/answeredRows';
import { answeredRows } from '../breaches/answeredRows';
import type { Listed } from '../breaches/breachRows';
import { breachesOf } from '../breaches/breachRows';
import type { BreachSpan } from '../breaches/breachSpan';
import { breachSpan } from '../breaches/breachSpan';
import { breachStretches } from '../breaches/breachStretches';
import type { Protocol } from '../protocol';
import type { BreachRecord } from '../records/breachRecord';
import { correctedRecords } from '../records/panelRecords';
import type { JoinedBreaches } from '../records/recordedBreach';
import { joinRecords } from '../records/recordedBreach';
import type { Responses } from '../responses/intervention';
import type { AnsweredBreach } from '../responses/responseFigures';
import { canBeTold } from '../responses/responseFigures';
import type { HandoverBreach, HandoverMetric, HandoverSubject, OnRecordAlone } from './handover';
import { subjectOf } from './subject';
import { isUnjudged } from './unjudged';

/** The breaches of a metric that touch the time since a moment. */
export interface RowsSince {
  /** Newest first. */
  rows: readonly HandoverBreach[];
  /** Those of them that began since then and of which it can be told what people did. */
  told: readonly AnsweredBreach[];
  /** From when on its data reach, epoch ms. */
  from: number;
}

type Telling = Pick<Protocol, 'span' | 'judgedOn' | 'responses'>;

/**
 * The breaches of a metric that began, ended or fired since a moment, epoch ms, with what people did about them: by its
 * data, and by the record where they do not reach.
 *
 * @param records - Of any metrics.
 */
export function rowsSince(
  one: HandoverMetric,
  protocol: Telling,
  since: number,
  records: readonly BreachRecord[]
): RowsSince {
  const { metric } = one;
  const { identity = '', now, stepMs } = metric;
  const listed = listedFor(metric, protocol, since);
  const own = records.filter((record) => record.identity === identity);
  const mayBeOpen = isUnjudged(metric);
  const joined = joinRecords(breachesOf(metric, listed.on), own, { identity, mayBeOpen, stepMs });
  const at = Math.min(listed.span.now ?? listed.span.to, listed.span.to, now.judgedTo ?? Infinity);
  const spans = breachStretches(joined.breaches)
    .map((stretch) => breachSpan(stretch, at))
    .reverse();
  const { responses } = protocol;
  const corrected = new Set(correctedRecords({ records: own, lookedFrom: lookedFrom(metric, protocol) }, metric));
  return { ...toldRows(one, { metric, joined, spans, since, responses, corrected }), from: listed.span.from };
}

/** What the rows of a metric are told from. */
interface RowsInput {
  metric: AnsweredMetric;
  joined: JoinedBreaches;
  /** The same as people count them, newest first. */
  spans: readonly BreachSpan[];
  since: number;
  responses?: Responses;
  /** Whether all that people said of it is here. */
  isKnown?: boolean;
  /** Records of what the data do not show any more. */
  corrected?: ReadonlySet<BreachRecord>;
}

/** The breaches of a metric that touch the time since a moment, with what people did about them. */
export function toldRows(subject: HandoverSubject, input: RowsInput): Pick<RowsSince, 'rows' | 'told'> {
  const { metric, joined, spans, since, responses, isKnown = true, corrected } = input;
  const tracked = responses?.kind === 'tracked' ? responses : undefined;
  const ever: Span = { from: -Infinity, to: Infinity };
  const answered = tracked && answeredRows(spans, metric, ever, tracked);
  const rows = spans.map((row, index): HandoverBreach => {
    const { response, isUnanswered = false } = answered?.answers[index] ?? {};
    const record = onRecordAlone(row, joined, corrected);
    return {
      ...subjectOf(subject),
      row,
      isUnanswered: isKnown && isUnanswered,
      ...(response && { response }),
      ...(record && { record }),
    };
  });
  const touching = rows.filter(({ row }) => (row.until ?? Infinity) > since);
  const told = touching.filter(beganSince(since)).map(({ row, response, isUnanswered }) => ({
    breaches: row.breaches,
    response,
    isSpokenOf: response === undefined && !isUnanswered,
  }));
  return { rows: touching, told: tracked && isKnown ? told.filter((one) => canBeTold(one, tracked)) : [] };
}

/** Whether a breach began to fire since a moment. One that fired before what is known of it did not. */
export function beganSince(since: number): (breach: Pick<HandoverBreach, 'row'>) => boolean {
  return ({ row }) => row.since !== null && row.since >= since;
}

/** Whether what did not begin since a moment became critical since. */
export function worsenedSince(since: number): (breach: Pick<HandoverBreach, 'row'>) => boolean {
  const began = beganSince(since);
  return (breach) => !began(breach) && (breach.row.worstSince ?? -Infinity) >= since;
}

function onRecordAlone(
  { breaches }: BreachSpan,
  { fromRecord, endUnknown }: JoinedBreaches,
  corrected: ReadonlySet<BreachRecord> = new Set()
): OnRecordAlone | undefined {
  const records = breaches.flatMap((breach) => fromRecord.get(breach) ?? []);
  if (records.length < breaches.length) {
    return undefined;
  }
  const last = breaches.reduce((a, b) => ((b.end ?? Infinity) >= (a.end ?? Infinity) ? b : a));
  const owner = records.map(({ data }) => data.owner).find((one) => typeof one === 'string');
  return {
    isCorrected: records.every((record) => corrected.has(record)),
    isEndUnknown: endUnknown.has(last),
    seenTo: Math.max(...records.map(({ stretch }) => stretch.to)),
    ...(owner !== undefined && { owner }),
  };
}

/** The look-back, on which breaches are recorded, where it reaches as far; else what is in view. */
function listedFor(
  { inView, judged, now }: HandoverMetric['metric'],
  { span, judgedOn }: Pick<Protocol, 'span' | 'judgedOn'>,
  since: number
): Listed {
  const view: Listed = { on: 'view', span };
  if (judgedOn.mode !== 'fixed' || judged.on !== 'lookBack') {
    return view;
  }
  const lookBack: Listed = { on: 'lookBack', span: endingNow(now.at, judgedOn.lookBackMs) };
  const isViewEnough = inView && (span.from <= since || span.from <= lookBack.span.from);
  const isLookBackEnough = span.now !== undefined && lookBack.span.from <= Math.max(since, span.from);
  return isViewEnough && !isLookBackEnough ? view : lookBack;
}

function lookedFrom({ now }: HandoverMetric['metric'], { judgedOn }: Pick<Protocol, 'judgedOn'>): number | undefined {
  return judgedOn.mode === 'fixed' ? now.at - judgedOn.lookBackMs : undefined;
}

function endingNow(now: number, lengthMs: number): Span {
  return { from: now - lengthMs, to: now, now };
}
