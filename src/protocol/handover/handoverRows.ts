import type { Span } from '../../evaluation/evaluation';
import { answeredRows } from '../breaches/answeredRows';
import type { Listed } from '../breaches/breachRows';
import { breachRows } from '../breaches/breachRows';
import type { Protocol } from '../protocol';
import type { AnsweredBreach } from '../responses/responseFigures';
import { canBeTold } from '../responses/responseFigures';
import type { HandoverBreach, HandoverMetric } from './handover';

/** The breaches of a metric that touch the time since a moment. */
export interface RowsSince {
  /** Newest first. */
  rows: readonly HandoverBreach[];
  /** Those of them that began since then and of which it can be told what people did. */
  told: readonly AnsweredBreach[];
  /** From when on what it is told from reaches, epoch ms. */
  from: number;
}

/** The breaches of a metric that began, ended or fired since a moment, epoch ms, with what people did about them. */
export function rowsSince(
  { metric, label, panel }: HandoverMetric,
  protocol: Pick<Protocol, 'span' | 'judgedOn' | 'who' | 'responses'>,
  since: number
): RowsSince {
  const listed = listedFor(metric, protocol, since);
  const all = breachRows(metric, listed, protocol.who);
  const { responses } = protocol;
  const tracked = responses?.kind === 'tracked' ? responses : undefined;
  const answered = tracked && answeredRows(all, metric, listed.span, tracked);
  const rows = all.map((row, index): HandoverBreach => {
    const { response, isUnanswered = false } = answered?.answers[index] ?? {};
    return { metric, label, panel, row, span: listed.span, isUnanswered, ...(response && { response }) };
  });
  const touching = rows.filter(({ row }) => (row.until ?? Infinity) > since);
  const told = touching.filter(beganSince(since)).map(({ row, response, isUnanswered }) => ({
    breaches: row.breaches,
    response,
    isSpokenOf: response === undefined && !isUnanswered,
  }));
  return { rows: touching, told: tracked ? told.filter((one) => canBeTold(one, tracked)) : [], from: listed.span.from };
}

/** Whether a breach began to fire since a moment. One that fired before what is known of it did not. */
export function beganSince(since: number): (breach: Pick<HandoverBreach, 'row'>) => boolean {
  return ({ row }) => row.since !== null && row.since >= since;
}

/** What is in view, or the look-back where only that reaches as far. */
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
  const reaches = inView && (span.from <= since || span.from <= lookBack.span.from);
  return reaches ? view : lookBack;
}

function endingNow(now: number, lengthMs: number): Span {
  return { from: now - lengthMs, to: now, now };
}
