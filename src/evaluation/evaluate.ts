import type { Carry, Evaluation, Judgement, JudgementVersion, Samples, Span } from './evaluation';
import { Evaluator } from './evaluator';

/** A start at which every level is known to be inactive: nothing was there before. */
export const INACTIVE: Carry = { at: -Infinity, levels: [] };

/** An evaluation, with where it stands after its last sample, so that later samples can be evaluated from there. */
export interface Evaluated {
  evaluation: Evaluation;
  end: Carry;
}

/**
 * Judges the samples of one series by a rule, as Prometheus and Grafana Alerting would (design: Evaluation).
 *
 * @param samples - Any order; samples before the span are used, those after the moment judged are not. Of samples at one
 * time the last counts. Never mutated.
 * @param rule - Its versions, ascending by `from`, or the only one: each sample is judged by the version in force at its
 * time, and what is pending or firing when another comes into force is judged on by that one.
 * @param span - What is in view. The moment judged is `now` where it is given (a live range), else `to`; with
 * `settleAfter` it is that much before `asked` at the latest.
 * @param start - Where an earlier evaluation of the same series ended: only later samples are judged, and breaches that
 * were open then are told whole. What was judged may be left out, or handed over again in front: it costs nothing. Left
 * out, the history before the first sample is unknown, and only what every history agrees on is claimed.
 * @returns Breaches and pendings that overlap the span, ascending, critical first where both begin at once; the segments
 * and figures of the span; the state at the moment judged. Never throws.
 */
export function evaluate(
  samples: Samples,
  rule: Judgement | readonly JudgementVersion[],
  span: Span,
  start?: Carry
): Evaluated {
  const evaluator = new Evaluator(start);
  const evaluation = evaluator.evaluate(samples, rule, span);
  return { evaluation, end: evaluator.end! };
}
