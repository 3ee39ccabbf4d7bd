import { judgement, level, samples } from '../testing/judgements';

import { evaluate, INACTIVE } from './evaluate';
import type { Judgement, Samples, Span } from './evaluation';
import { MINUTE } from '../time/units';

/** A source that evaluates every 10 ms. */
const STEPPED = { intervalMs: 10, everyStep: true };

function run(given: Samples, rule: Partial<Judgement>, span: Span, known = true) {
  return evaluate(given, judgement(rule), span, known ? INACTIVE : undefined).evaluation;
}

describe('pending and firing', () => {
  it.each([
    ['one ms before `for` is over', 19, 'pending'],
    ['exactly at onset + for, with no sample there', 20, 'firing'],
  ])('%s', (_, now, state) => {
    expect(run(samples([0, 5], [10, 20]), { forMs: 10 }, { from: 0, to: now }).now.state).toBe(state);
  });

  it('a value that recovers exactly at onset + for has not fired', () => {
    const { breaches, pendings } = run(samples([0, 20], [10, 5]), { forMs: 10 }, { from: 0, to: 30 });
    expect(breaches).toEqual([]);
    expect(pendings).toEqual([{ severity: 'critical', from: 0, to: 10 }]);
  });

  it('fires at once without `for`, and tells the whole breach', () => {
    const { breaches } = run(samples([0, 5], [10, 20], [20, 30], [30, 30], [40, 5]), {}, { from: 0, to: 50 });
    expect(breaches).toEqual([
      { severity: 'critical', onset: 10, firingSince: 10, end: 40, worst: { value: 30, time: 20 } },
    ]);
  });

  it('adjacent: two breaches that touch the span’s edges are in and out as their ends are', () => {
    const given = samples([0, 20], [10, 5], [20, 20], [30, 5]);
    expect(run(given, {}, { from: 10, to: 19 }).breaches).toEqual([]);
    expect(run(given, {}, { from: 9, to: 20 }).breaches.map((breach) => breach.onset)).toEqual([0, 20]);
  });
});

describe('recovering', () => {
  const given = samples([0, 20], [10, 5]);

  it.each([
    ['just before keepFiringFor is over', 29, 'recovering', 10],
    ['exactly when it is over', 30, 'normal', 30],
  ])('%s', (_, to, state, since) => {
    const { now } = run(given, { keepFiringForMs: 20 }, { from: 0, to });
    expect(now).toMatchObject({ state, since });
  });

  it('breaching again at the very end of keepFiringFor fires again, as a breach of its own', () => {
    const again = samples([0, 20], [10, 5], [30, 20]);
    const { breaches } = run(again, { keepFiringForMs: 20, forMs: 0 }, { from: 0, to: 40 });
    expect(breaches).toMatchObject([
      { firingSince: 0, end: 10, recoveredAt: 30 },
      { onset: 30, firingSince: 30 },
    ]);
    expect(breaches[1].end).toBeUndefined();
  });
});

describe('gaps', () => {
  it.each([
    ['exactly staleAfter old is still there', 100, 'firing'],
    ['one ms older is gone', 101, 'stale'],
  ])('%s', (_, now, state) => {
    const { now: edge } = run(samples([0, 20]), { staleAfterMs: 100 }, { from: 0, to: now, now });
    expect(edge.state).toBe(state);
  });

  it('a sample right after staleAfter leaves no gap, one ms later leaves one', () => {
    const span = { from: 0, to: 150 };
    expect(run(samples([0, 20], [101, 20]), { staleAfterMs: 100 }, span).breaches).toHaveLength(1);
    expect(run(samples([0, 20], [102, 20]), { staleAfterMs: 100 }, span).breaches).toMatchObject([
      { end: 101 },
      { onset: 102 },
    ]);
  });

  it('a missing step is absence, and its strip shows it', () => {
    const given = samples([0, 20], [10, 20], [30, 20]);
    const { breaches, segments } = run(given, STEPPED, { from: 0, to: 35 });
    expect(breaches).toMatchObject([{ firingSince: 0, end: 20 }, { firingSince: 30 }]);
    expect(segments.map(({ from, to, state }) => [from, to, state])).toEqual([
      [0, 20, 'firing'],
      [20, 30, 'nodata'],
      [30, 35, 'firing'],
    ]);
  });

  it('a step that comes a little late is not missing', () => {
    expect(run(samples([0, 20], [14, 20]), STEPPED, { from: 0, to: 20 }).breaches).toHaveLength(1);
    expect(run(samples([0, 20], [16, 20]), STEPPED, { from: 0, to: 20 }).breaches).toHaveLength(2);
  });

  it('a step after the end of the range was not asked for, so the clock does not miss it', () => {
    const span = { from: 0, to: 15_000, now: 70_000 };
    const rule = { intervalMs: 15_000, everyStep: true };
    expect(run(samples([0, 20], [15_000, 20]), rule, span).now.state).toBe('firing');
  });

  it.each([
    ['a sample at the first step after staleAfter: no engine saw it missing', 30, [[0, undefined]]],
    [
      'a sample one step later: it was missing from the step before',
      40,
      [
        [0, 30],
        [40, undefined],
      ],
    ],
  ])('with staleAfter and a step, %s', (_, next, expected) => {
    const rule = { staleAfterMs: 20, intervalMs: 10 };
    const { breaches } = run(samples([0, 20], [next, 20]), rule, { from: 0, to: 45 });
    expect(breaches.map(({ firingSince, end }) => [firingSince, end])).toEqual(expected);
  });

  it('with staleAfter and a step, the clock still says stale right after staleAfter', () => {
    const state = (now: number) =>
      run(samples([0, 5]), { staleAfterMs: 20, intervalMs: 10 }, { from: 0, to: now, now }).now.state;
    expect([state(20), state(21)]).toEqual(['normal', 'stale']);
  });

  it('null and NaN are no sample, Infinity is one', () => {
    const { breaches } = run(samples([0, Infinity], [10, null], [20, NaN], [30, 5]), {}, { from: 0, to: 40 });
    expect(breaches).toMatchObject([{ onset: 0, end: 30, worst: { value: Infinity, time: 0 } }]);
  });
});

describe('samples', () => {
  it('none: no data', () => {
    const { now, segments, breaches } = run(samples(), {}, { from: 0, to: 10, now: 10 }, false);
    expect(now).toMatchObject({ state: 'nodata', since: null });
    expect(segments).toEqual([{ from: 0, to: 10, state: 'nodata' }]);
    expect(breaches).toEqual([]);
  });

  it('a single one holds', () => {
    expect(run(samples([5, 20]), {}, { from: 0, to: 10 }).breaches).toMatchObject([{ firingSince: 5 }]);
  });

  it('unsorted ones are sorted, of two at one time the last wins', () => {
    const { breaches, last } = run(samples([20, 5], [10, 3], [0, 4], [10, 30]), {}, { from: 0, to: 30 });
    expect(breaches).toMatchObject([{ onset: 10, end: 20 }]);
    expect(last).toEqual({ value: 5, time: 20 });
  });

  it('those after now are not judged', () => {
    const { last, now } = run(samples([0, 5], [20, 99]), {}, { from: 0, to: 30, now: 10 });
    expect(last?.time).toBe(0);
    expect(now).toMatchObject({ state: 'normal', at: 10, live: true });
  });

  it('those before the span count', () => {
    const { breaches, segments } = run(samples([0, 20], [50, 5]), {}, { from: 30, to: 60 });
    expect(breaches).toMatchObject([{ onset: 0, end: 50 }]);
    expect(segments[0]).toEqual({ from: 30, to: 50, state: 'firing', severity: 'critical' });
  });
});

describe('what is out of view', () => {
  it('a breach from the first sample on has begun before', () => {
    const { breaches, now } = run(samples([10, 20], [20, 20]), {}, { from: 0, to: 30 }, false);
    expect(breaches).toMatchObject([{ onset: null, firingSince: null, knownFrom: 10 }]);
    expect(now).toMatchObject({ state: 'firing', since: null, sinceBefore: 10 });
  });

  it('with `for`, the state is unknown until it would have fired in any case', () => {
    const given = samples([0, 20], [10, 20]);
    const early = run(given, { forMs: 100 }, { from: 0, to: 60 }, false);
    expect(early.now).toMatchObject({ state: 'unknown', history: { needsMs: 100, hasMs: 60 }, unknown: ['critical'] });
    expect(early.breaches).toEqual([]);
    const late = run(given, { forMs: 100 }, { from: 0, to: 100 }, false);
    expect(late.now).toMatchObject({ state: 'firing', since: null, sinceBefore: 100 });
    expect(late.segments.map((segment) => segment.state)).toEqual(['unknown']);
  });

  it('between level and recovery no amount of history decides', () => {
    const between = { levels: [level('>', 10, { recovery: 5 })] };
    const { now } = run(samples([0, 7]), between, { from: 0, to: 1000 }, false);
    expect(now.state).toBe('unknown');
    expect(now).toMatchObject({ history: { needsMs: undefined } });
  });

  it('nothing is claimed before the first sample, even from a known start', () => {
    const { segments } = run(samples([10, 1]), {}, { from: 0, to: 20 });
    expect(segments).toEqual([
      { from: 0, to: 10, state: 'unknown' },
      { from: 10, to: 20, state: 'normal' },
    ]);
  });

  it('a normal value is normal at once, since before', () => {
    const { now, segments } = run(samples([10, 1]), {}, { from: 0, to: 20 }, false);
    expect(now).toMatchObject({ state: 'normal', since: null, sinceBefore: 10 });
    expect(segments.map((segment) => segment.state)).toEqual(['unknown', 'normal']);
  });

  it('an unknown level beside a firing one is named', () => {
    const levels = [level('>', 10, { severity: 'warning' }), level('>', 20, { recovery: 5 })];
    const { now } = run(samples([0, 15]), { levels }, { from: 0, to: 20 }, false);
    expect(now).toMatchObject({ state: 'firing', severity: 'warning', unknown: ['critical'] });
  });
});

describe('the right edge', () => {
  const daily = samples(...Array.from({ length: 5 }, (_, day): [number, number] => [day * MINUTE, 5]));

  it.each([
    ['not yet', 9 * MINUTE, 'normal'],
    ['after the larger of 5 min and three steps', 9 * MINUTE + 1, 'stale'],
  ])('an estimate calls an old value stale: %s', (_, now, state) => {
    expect(run(daily, {}, { from: 0, to: now, now }).now.state).toBe(state);
  });

  it('says that it is an estimate', () => {
    const now = 60 * MINUTE;
    expect(run(daily, {}, { from: 0, to: now, now }).now).toMatchObject({
      age: { kind: 'old', limitMs: 5 * MINUTE, estimated: true },
      since: 9 * MINUTE,
    });
  });

  it('a firing level is not silenced by an estimate', () => {
    const now = 60 * MINUTE;
    const edge = run(samples([0, 20]), {}, { from: 0, to: now, now }).now;
    expect(edge).toMatchObject({ state: 'firing', age: { kind: 'old', estimated: true } });
  });

  it('a past range has no stale', () => {
    expect(run(daily, {}, { from: 0, to: 60 * MINUTE }).now).toMatchObject({ state: 'normal', live: false });
    expect(run(daily, { staleAfterMs: MINUTE }, { from: 0, to: 60 * MINUTE }).now.state).toBe('nodata');
  });

  it.each([
    ['show', { state: 'stale' }],
    [
      'alerting',
      { state: 'firing', severity: 'critical', because: { kind: 'old', limitMs: 100, estimated: false }, since: 101 },
    ],
    ['normal', { state: 'normal', because: { kind: 'old', limitMs: 100, estimated: false } }],
    [
      'keep',
      { state: 'firing', severity: 'critical', because: { kind: 'old', limitMs: 100, estimated: false }, since: 0 },
    ],
  ] as const)('missing data by noData %s', (noData, expected) => {
    const { now, breaches } = run(samples([0, 20]), { staleAfterMs: 100, noData }, { from: 0, to: 500, now: 500 });
    expect(now).toMatchObject(expected);
    expect(breaches).toMatchObject([{ end: 101 }]);
  });

  it('without levels it is unruled, and has no segments', () => {
    const { now, segments } = run(samples([0, 5]), { levels: [] }, { from: 0, to: 10, now: 10 });
    expect(now.state).toBe('unruled');
    expect(segments).toEqual([]);
  });

  it.each([
    ['a pending level fires', samples([0, 20]), { forMs: 100 }, 100],
    ['a recovering level recovers', samples([0, 20], [10, 5]), { keepFiringForMs: 50 }, 60],
    ['a value gets too old', samples([0, 5]), { staleAfterMs: 80 }, 81],
    ['a value seems too old', samples([0, 5]), {}, 5 * MINUTE + 1],
  ])('tells when the clock alone changes it: %s', (_, given, rule, time) => {
    const before = run(given, rule, { from: 0, to: 20, now: 20 });
    expect(before.now.changesAt).toBe(time);
    const state = (now: number) => run(given, rule, { from: 0, to: 20, now }).now.state;
    expect(state(time - 1)).toBe(before.now.state);
    expect(state(time)).not.toBe(before.now.state);
  });

  it('nothing is to come in a past range', () => {
    expect(run(samples([0, 20]), { forMs: 100 }, { from: 0, to: 20 }).now.changesAt).toBeUndefined();
  });
});

describe('what is in view', () => {
  const levels = [level('>', 10, { severity: 'warning' }), level('>', 20)];

  it('critical is told first where both levels begin at once', () => {
    const { breaches, pendings } = run(samples([0, 5], [10, 30]), { levels, forMs: 5 }, { from: 0, to: 20 });
    expect(breaches.map(({ severity }) => severity)).toEqual(['critical', 'warning']);
    expect(pendings.map(({ severity }) => severity)).toEqual(['critical', 'warning']);
  });

  it.each([
    ['reversed', { from: 20, to: 0 }],
    ['none', { from: NaN, to: 20 }],
  ])('nothing, where the span is %s', (_, span) => {
    const { breaches, pendings, segments, figures } = run(samples([0, 30]), { levels, forMs: 5 }, span);
    expect([breaches, pendings, segments]).toEqual([[], [], []]);
    expect(figures).toMatchObject({ breaches: 0, inBreachMs: 0, longestMs: 0, flaps: 0 });
  });
});

describe('figures', () => {
  const levels = [level('>', 10, { severity: 'warning' }), level('>', 20)];

  it('unites levels and cuts to the span', () => {
    const given = samples([0, 15], [10, 25], [20, 15], [30, 5], [50, 15], [60, 5]);
    expect(run(given, { levels }, { from: 5, to: 100 }).figures).toEqual({
      breaches: 2,
      inBreachMs: 35,
      longestMs: 25,
      flaps: 1,
      atLeast: false,
    });
  });

  it.each([
    ['at the limit', 10 + 5 * MINUTE, 1],
    ['beyond', 11 + 5 * MINUTE, 0],
  ])('counts a flap within 5 min: %s', (_, onset, flaps) => {
    const given = samples([0, 15], [10, 5], [onset, 15], [onset + 1, 5]);
    expect(run(given, {}, { from: 0, to: onset + 10 }).figures.flaps).toBe(flaps);
  });

  it('counts repeats as it counts breaches: what one level does while the other is in breach is none', () => {
    const during = samples([0, 15], [10, 25], [20, 15], [30, 25], [40, 15], [50, 5], [60, 25], [70, 5]);
    expect(run(during, { levels }, { from: 0, to: 100 }).figures).toMatchObject({ breaches: 2, flaps: 1 });
    // Critical by one level, then by the other: each ends, and the other begins soon after.
    const either = [level('>', 20, { severity: 'warning' }), level('<', 1)];
    const inTurn = samples([0, 25], [10, 5], [20, 0], [30, 5], [40, 25], [50, 5]);
    expect(run(inTurn, { levels: either }, { from: 0, to: 100 }).figures).toMatchObject({ breaches: 3, flaps: 2 });
  });

  it('counts no repeat that comes to fire only after what is in view', () => {
    const given = samples([0, 5], [10, 20], [40, 5], [50, 20], [80, 5]);
    const span = { from: 0, to: 60, now: 90 };
    expect(run(given, { forMs: 20 }, span).figures).toMatchObject({ breaches: 1, flaps: 0 });
  });

  it.each([
    ['a breach that is open is counted up to now', [[0, 15]], true, false],
    [
      'one that may have begun before the span, too',
      [
        [0, 15],
        [5, 1],
      ],
      false,
      false,
    ],
    [
      'one that may have begun inside of it is a lower bound',
      [
        [2, 15],
        [5, 1],
      ],
      false,
      true,
    ],
  ] as const)('%s', (_, pairs, known, atLeast) => {
    const given = samples(...pairs.map(([time, value]): [number, number] => [time, value]));
    expect(run(given, {}, { from: 0, to: 10 }, known).figures.atLeast).toBe(atLeast);
  });

  it('nothing is a lower bound where nothing can have fired', () => {
    const { figures } = run(samples([0, 1], [5, 1]), { keepFiringForMs: 3 }, { from: 0, to: 10 }, false);
    expect(figures.atLeast).toBe(false);
  });
});

describe('a changed rule', () => {
  it('judges what is pending by the new one, from the change on', () => {
    const given = samples([0, 20], [10, 20]);
    const { end } = evaluate(given, judgement({ forMs: 1000 }), { from: 0, to: 10 }, INACTIVE);
    const { evaluation } = evaluate(given, judgement({ forMs: 5 }), { from: 0, to: 20 }, end);
    expect(evaluation.breaches).toMatchObject([{ onset: 0, firingSince: 10 }]);
  });
});
