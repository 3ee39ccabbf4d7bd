import type { Evaluation, Samples } from '../evaluation/evaluation';
import { ruleAt } from '../rule/history';
import type { RuleHistory } from '../rule/rule';

/** What can be judged of several series under one another. */
export const NO_SAMPLES: Samples = { times: [], values: [] };

/**
 * What is told of several series under one another: there is data, and nobody knows of what. The state is unknown now and
 * was at all times, whatever the rule makes of missing data.
 *
 * @param evaluation - Of no samples.
 */
export function longEvaluation(evaluation: Evaluation, history: RuleHistory): Evaluation {
  const { now, segments } = evaluation;
  const { at, live, judgedTo } = now;
  const { levels, unreadable } = ruleAt(history, at);
  const unknown = [...unreadable, ...levels.map(({ severity }) => severity)];
  const [from, to] = [segments.at(0)?.from, segments.at(-1)?.to];
  return {
    ...evaluation,
    breaches: [],
    pendings: [],
    levels: [],
    now: { at, live, unknown, judgedTo, state: 'unknown', since: null },
    segments: from === undefined || to === undefined ? [] : [{ from, to, state: 'unknown' }],
  };
}
