import fc from 'fast-check';

import { anyJudgement, judgement, level, samples, seriesOfTicks } from '../testing/judgements';
import { evaluate, INACTIVE } from './evaluate';

const RUNS = 600;
const SPAN = { from: 0, to: 100, now: 100 };

/** Critical above 10 until 50, then by another rule. */
function changedAt50(after: Parameters<typeof judgement>[0], before: Parameters<typeof judgement>[0] = {}) {
  return [
    { from: -Infinity, judgement: judgement(before) },
    { from: 50, judgement: judgement(after) },
  ];
}

describe('versions of a rule', () => {
  it('a version that changes nothing changes nothing', () => {
    fc.assert(
      fc.property(seriesOfTicks, anyJudgement, fc.integer({ min: -5, max: 90 }), (series, one, from) => {
        const to = series.times[series.times.length - 1] + 12;
        const span = { from: 0, to, now: to };
        const versions = [
          { from: -Infinity, judgement: one },
          { from, judgement: { ...one } },
        ];
        const whole = evaluate(series, one, span).evaluation;
        const changed = evaluate(series, versions, span).evaluation;
        // The panel looks again when another version comes into force.
        expect({ ...changed, now: { ...changed.now, changesAt: undefined } }).toEqual({
          ...whole,
          now: { ...whole.now, changesAt: undefined },
        });
      }),
      { numRuns: RUNS }
    );
  });

  it('judges each sample by the version in force at its time, the moment of the change included', () => {
    const { breaches } = evaluate(
      samples([0, 15], [20, 5], [50, 15], [60, 25]),
      changedAt50({ levels: [level('>', 20)] }),
      SPAN,
      INACTIVE
    ).evaluation;
    expect(breaches).toMatchObject([
      { firingSince: 0, end: 20 },
      { firingSince: 60, end: undefined },
    ]);
  });

  it.each([
    ['a pending level fires at the change where it has lasted long enough for the new rule', { forMs: 20 }, 50],
    ['it fires later where the new rule wants more', { forMs: 60 }, 80],
  ])('%s', (_, after, firingSince) => {
    const { breaches } = evaluate(samples([20, 15]), changedAt50(after, { forMs: 55 }), SPAN, INACTIVE).evaluation;
    expect(breaches).toMatchObject([{ onset: 20, firingSince }]);
  });

  it('a firing level that the new rule does not breach has ended at the change', () => {
    const versions = changedAt50({ levels: [level('>', 20)], keepFiringForMs: 10 });
    const { breaches } = evaluate(samples([20, 15]), versions, SPAN, INACTIVE).evaluation;
    expect(breaches).toMatchObject([{ firingSince: 20, end: 50, recoveredAt: 60 }]);
  });

  it('a level that the new rule does not have ends with the old one, and is asked for no more', () => {
    const versions = changedAt50(
      { levels: [level('>', 10)], keepFiringForMs: 10 },
      { levels: [level('>', 5, { severity: 'warning' }), level('>', 10)], keepFiringForMs: 10 }
    );
    const { breaches, levels } = evaluate(samples([20, 15]), versions, SPAN, INACTIVE).evaluation;
    expect(breaches).toMatchObject([
      { severity: 'critical', firingSince: 20, end: undefined },
      { severity: 'warning', firingSince: 20, end: 50, recoveredAt: undefined },
    ]);
    expect(levels.map(({ severity }) => severity)).toEqual(['critical']);
  });

  it('before the first rule nothing is judged, and that is not called normal', () => {
    const versions = changedAt50({}, { levels: [] });
    const { breaches, segments, now } = evaluate(samples([0, 15], [90, 5]), versions, SPAN).evaluation;
    expect(segments).toMatchObject([
      { from: 0, to: 50, state: 'unruled' },
      { from: 50, to: 90, state: 'firing' },
      { from: 90, to: 100, state: 'normal' },
    ]);
    expect(breaches).toMatchObject([{ firingSince: 50, end: 90 }]);
    expect(now.state).toBe('normal');
  });

  it('a version that changes nothing ends no value that nobody asked the next step of', () => {
    const one = judgement({ intervalMs: 10 });
    const later = { from: 0, to: 20, now: 60 };
    const given = samples([0, 15], [10, 5], [20, 15]);
    const versions = [
      { from: -Infinity, judgement: one },
      { from: 40, judgement: { ...one } },
    ];
    expect(evaluate(given, versions, later).evaluation).toEqual(evaluate(given, one, later).evaluation);
  });

  it('a version that has not come into force yet says nothing, but when it will', () => {
    const versions = [...changedAt50({}), { from: 150, judgement: judgement({ levels: [level('>', 1)] }) }];
    const { now } = evaluate(samples([90, 5]), versions, SPAN, INACTIVE).evaluation;
    expect(now).toMatchObject({ state: 'normal', changesAt: 150 });
  });

  it('the worst value is the worst by the rule under which the breach began', () => {
    const versions = changedAt50({ levels: [level('<', 3)] }, { levels: [level('<', 10)] });
    const { breaches } = evaluate(samples([20, 8], [30, 2], [60, 1]), versions, SPAN, INACTIVE).evaluation;
    expect(breaches).toMatchObject([{ firingSince: 20, worst: { value: 1, time: 60 } }]);
  });

  it('the value that is held where the new rule begins may be the worst', () => {
    const versions = changedAt50({}, { levels: [level('>', 20)] });
    const given = samples([20, 15], [60, 11]);
    const worst = { value: 15, time: 50 };
    const { evaluation } = evaluate(given, versions, SPAN, INACTIVE);
    expect(evaluation.breaches).toMatchObject([{ firingSince: 50, worst }]);
    const { end } = evaluate(samples([20, 15]), versions, { from: 0, to: 20 }, INACTIVE);
    expect(evaluate(samples([60, 11]), versions, SPAN, end).evaluation.breaches).toMatchObject([{ worst }]);
    expect(evaluate(given, versions, SPAN, end).evaluation.breaches).toMatchObject([{ worst }]);
  });

  it('a value that the old rule called too old may hold by the new one', () => {
    const versions = changedAt50({ staleAfterMs: 200 }, { staleAfterMs: 10 });
    const { segments } = evaluate(samples([20, 15]), versions, { from: 20, to: 100, now: 100 }, INACTIVE).evaluation;
    expect(segments).toMatchObject([
      { from: 20, to: 31, state: 'firing' },
      { from: 31, to: 50, state: 'nodata' },
      { from: 50, to: 100, state: 'firing' },
    ]);
  });
});
