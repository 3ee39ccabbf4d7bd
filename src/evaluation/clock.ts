import type { Evaluation } from './evaluation';

/**
 * When the clock alone may change the state at the right edge, with no new data: a pending level fires, a recovering one
 * has recovered, an unknown one gets known, the last value becomes too old.
 *
 * @returns Epoch ms, later than the moment judged; the evaluation is worth making again just then. Undefined where
 * nothing is going on, and for a past range.
 */
export function nextChange(evaluation: Pick<Evaluation, 'now'>): number | undefined {
  return evaluation.now.changesAt;
}
