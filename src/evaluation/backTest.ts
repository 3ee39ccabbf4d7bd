import type { Breach, Evaluation, Judgement, Samples, Span } from './evaluation';
import { evaluate } from './evaluate';
import { firesFrom } from './figures';

/** What a rule would have done to the samples of one series. */
export interface BackTest {
  evaluation: Evaluation;
  /** How often its owner would have been called. */
  calls: number;
  /** The same without `for`, and without recovery levels and `keepFiringFor`. */
  callsWithoutFor: number;
  callsWithoutRecovery: number;
  /** From the first sample in the span to the moment judged, ms; 0 where there is none. */
  lengthMs: number;
}

/**
 * Judges past samples by a rule as if it had been in force all the time.
 *
 * @param samples - Any order, as for `evaluate`. Never mutated.
 * @param span - What is looked at; the moment judged is its `now`, else its end.
 */
export function backTest(samples: Samples, judgement: Judgement, span: Span): BackTest {
  const callsOf = (changed: Judgement) => countCalls(evaluate(samples, changed, span).evaluation.breaches, span.from);
  const { evaluation } = evaluate(samples, judgement, span);
  return {
    evaluation,
    calls: countCalls(evaluation.breaches, span.from),
    callsWithoutFor: callsOf({ ...judgement, forMs: 0 }),
    callsWithoutRecovery: callsOf({
      ...judgement,
      keepFiringForMs: 0,
      levels: judgement.levels.map((level) => ({ ...level, hold: level.condition })),
    }),
    lengthMs: lengthOf(samples, span),
  };
}

/**
 * How often an owner is called for breaches: once for each stretch in which a level fires or is recovering, levels
 * united. A stretch that fired before `from`, or since before what is known, was called for then.
 *
 * @param breaches - Ascending by the moment from which they fire.
 */
export function countCalls(breaches: readonly Breach[], from: number): number {
  let calls = 0;
  let until = -Infinity;
  for (const breach of breaches) {
    const isNew = firesFrom(breach) > until;
    if (isNew && breach.firingSince !== null && breach.firingSince >= from) {
      calls++;
    }
    until = Math.max(until, breach.end === undefined ? Infinity : (breach.recoveredAt ?? breach.end));
  }
  return calls;
}

function lengthOf({ times }: Samples, { from, to, now = to }: Span): number {
  let first = Infinity;
  for (let row = 0; row < times.length; row++) {
    if (times[row] >= from && times[row] < first) {
      first = times[row];
    }
  }
  return Math.max(0, Math.min(to, now) - first);
}
