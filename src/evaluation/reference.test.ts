import fc from 'fast-check';

import type { Severity } from '../rule/level';

import { anyJudgement as judgementOfSteps, seriesOfTicks } from '../testing/judgements';
import { evaluate, INACTIVE } from './evaluate';
import type { Breach, Evaluation, Judgement, JudgementVersion, Samples } from './evaluation';
import type { ReferenceRule } from '../testing/referenceStates';
import { referenceStates } from '../testing/referenceStates';
import { judgementAt } from './walk';

const RUNS = 600;
const END = 120;

/** This reference knows neither steps nor volumes. */
const plainSeries = seriesOfTicks.map(({ times, values }) => ({
  times,
  values: Array.from(values, (value) => (typeof value === 'number' ? value : null)),
}));

const anyJudgement = judgementOfSteps.map((judgement) => ({ ...judgement, intervalMs: undefined }));

function valueAt({ times, values }: Samples) {
  const byTime = new Map(Array.from(times, (time, index) => [time, values[index]]));
  return (tick: number) => {
    const value = byTime.get(tick);
    return typeof value === 'number' ? value : undefined;
  };
}

function truth(samples: Samples, judgement: Judgement, to: number) {
  return judgement.levels.map(({ severity }) =>
    referenceStates(valueAt(samples), () => ruleOf(judgement, severity), to)
  );
}

function ruleOf(judgement: Judgement, severity: Severity): ReferenceRule | undefined {
  const level = judgement.levels.find((candidate) => candidate.severity === severity);
  return (
    level && {
      level,
      forTicks: judgement.forMs,
      keepFiringForTicks: judgement.keepFiringForMs,
      staleAfterTicks: judgement.staleAfterMs,
    }
  );
}

/** The state of a level at a tick, as the breaches and pendings of an evaluation tell it. */
function told(evaluation: Evaluation, severity: string, tick: number): string {
  const from = (breach: Breach) => breach.firingSince ?? breach.knownFrom ?? -Infinity;
  const mine = evaluation.breaches.filter((breach) => breach.severity === severity);
  if (mine.some((breach) => from(breach) <= tick && tick < (breach.end ?? Infinity))) {
    return 'firing';
  }
  const pendings = evaluation.pendings.filter((pending) => pending.severity === severity);
  if (pendings.some((pending) => pending.from! <= tick && tick < (pending.to ?? Infinity))) {
    return 'pending';
  }
  return 'other';
}

describe('against the reference', () => {
  it('every state at every moment, judged then', () => {
    fc.assert(
      fc.property(plainSeries, anyJudgement, (samples, judgement) => {
        const to = Math.min(END, samples.times[samples.times.length - 1] + 20);
        const states = truth(samples, judgement, to);
        for (let tick = 0; tick <= to; tick++) {
          const { evaluation } = evaluate(samples, judgement, { from: 0, to: tick }, INACTIVE);
          expect(evaluation.levels.map((level) => level.state)).toEqual(states.map((state) => state[tick]));
        }
      }),
      { numRuns: RUNS / 5 }
    );
  });

  it('every breach and pending, told afterwards', () => {
    fc.assert(
      fc.property(plainSeries, anyJudgement, (samples, judgement) => {
        const to = samples.times[samples.times.length - 1] + 20;
        const states = truth(samples, judgement, to);
        const { evaluation } = evaluate(samples, judgement, { from: 0, to }, INACTIVE);
        judgement.levels.forEach(({ severity }, index) => {
          for (let tick = 0; tick <= to; tick++) {
            const state = states[index][tick];
            const expected = state === 'firing' || state === 'pending' ? state : 'other';
            expect(told(evaluation, severity, tick)).toBe(expected);
          }
        });
      }),
      { numRuns: RUNS }
    );
  });

  it('every state under versions of the rule, judged then and told afterwards', () => {
    const anyVersions = fc
      .tuple(anyJudgement, fc.uniqueArray(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 3 }))
      .chain(([first, moments]) =>
        fc
          .tuple(
            ...moments
              .sort((a, b) => a - b)
              .map((from) => fc.record({ from: fc.constant(from), judgement: anyJudgement }))
          )
          .map((later): JudgementVersion[] => [{ from: -Infinity, judgement: first }, ...later])
      );
    fc.assert(
      fc.property(plainSeries, anyVersions, (samples, versions) => {
        const to = samples.times[samples.times.length - 1] + 20;
        const afterwards = evaluate(samples, versions, { from: 0, to }, INACTIVE).evaluation;
        for (const severity of ['warning', 'critical'] as const) {
          const ruleAt = (tick: number) => ruleOf(judgementAt(versions, tick), severity);
          const states = referenceStates(valueAt(samples), ruleAt, to);
          for (let tick = 0; tick <= to; tick++) {
            const expected = states[tick] === 'firing' || states[tick] === 'pending' ? states[tick] : 'other';
            expect(told(afterwards, severity, tick)).toBe(expected);
            if (tick % 7 === 0) {
              const { levels } = evaluate(samples, versions, { from: 0, to: tick }, INACTIVE).evaluation;
              const level = levels.find((candidate) => candidate.severity === severity);
              expect(level?.state).toBe(ruleAt(tick) && states[tick]);
            }
          }
        }
      }),
      { numRuns: RUNS }
    );
  });

  it('values at a step, where a missing step is absence', () => {
    fc.assert(
      fc.property(plainSeries, anyJudgement, (samples, judgement) => {
        const to = samples.times[samples.times.length - 1] + 20;
        const stepped = { ...judgement, staleAfterMs: undefined, intervalMs: 1, everyStep: true };
        const states = truth(samples, { ...judgement, staleAfterMs: 0 }, to);
        const { evaluation } = evaluate(samples, stepped, { from: 0, to }, INACTIVE);
        judgement.levels.forEach(({ severity }, index) => {
          for (let tick = 0; tick <= to; tick++) {
            const state = states[index][tick];
            expect(told(evaluation, severity, tick)).toBe(state === 'firing' || state === 'pending' ? state : 'other');
          }
        });
      }),
      { numRuns: RUNS / 3 }
    );
  });
});
