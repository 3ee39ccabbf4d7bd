import { judgement, samples } from '../testing/judgements';
import { evaluate } from './evaluate';
import type { Cadence, Judgement, Samples, Span } from './evaluation';
import { TOO_FEW } from './evaluation';
import { DAY, HOUR, MINUTE, SECOND } from '../time/units';

/** Fri 20 Nov 2026, 12:00:07 UTC: no step of a minute. */
const NOW = Date.UTC(2026, 10, 20, 12, 0, 7);

const EVERY_15S: Cadence = { intervalMs: 15 * SECOND, everyStep: true };
const LAST_HOUR: Span = { from: NOW - HOUR, to: NOW, now: NOW, asked: NOW };

/** Samples at the multiples of a step from `from` up to `to`, each as `value` says. */
function steps(stepMs: number, from: number, to: number, value: (time: number) => Samples['values'][number]): Samples {
  const first = Math.ceil(from / stepMs) * stepMs;
  const count = Math.max(0, Math.floor((to - first) / stepMs) + 1);
  return samples(
    ...Array.from({ length: count }, (_, index): [number, Samples['values'][number]] => {
      const time = first + index * stepMs;
      return [time, value(time)];
    })
  );
}

function run(given: Samples, rule: Partial<Judgement>, span: Span = LAST_HOUR) {
  return evaluate(given, judgement({ levels: judgement().levels, ...rule }), span).evaluation;
}

const high = () => 20;

describe('a range that ends in the future', () => {
  it.each([
    ['today', NOW - 12 * HOUR, NOW + 12 * HOUR],
    ['this week', NOW - 4 * DAY - 12 * HOUR, NOW + 2.5 * DAY],
    ['this hour', NOW - 7 * SECOND, NOW + HOUR],
  ])('%s is judged up to the request, where the source evaluates every step', (_, from, to) => {
    const given = steps(15 * SECOND, NOW - HOUR, NOW, high);
    const state = (later: number) => run(given, EVERY_15S, { from, to, now: NOW + later, asked: NOW }).now.state;
    expect([state(0), state(20 * SECOND), state(4 * MINUTE)]).toEqual(['firing', 'firing', 'firing']);
    expect(state(6 * MINUTE)).toBe('stale');
  });

  it('has samples later than the request: they are not judged, whatever the clock says since', () => {
    const forecast = steps(MINUTE, NOW - HOUR, NOW + HOUR, (time) => (time > NOW ? 20 : 5));
    const span = { from: NOW - HOUR, to: NOW + HOUR, asked: NOW };
    for (const now of [NOW, NOW + 4 * MINUTE]) {
      const { now: told, breaches, last } = run(forecast, { intervalMs: MINUTE }, { ...span, now });
      expect([told.state, breaches, last?.value]).toEqual(['normal', [], 5]);
    }
  });
});

describe('a source that evaluates every step', () => {
  it.each([
    ['a step that is not there', undefined],
    ['NaN', NaN],
    ['null', null],
  ])('has proved absence by %s', (_, nothing) => {
    const all = steps(15 * SECOND, NOW - HOUR, NOW, (time) => (time > NOW - 30 * SECOND ? nothing : 20));
    const kept = Array.from(all.times).filter((time) => nothing !== undefined || time <= NOW - 30 * SECOND);
    const given = { times: kept, values: Array.from(all.values).slice(0, kept.length) };
    const { now, breaches } = run(given, { ...EVERY_15S, forMs: MINUTE });
    const gone = Date.UTC(2026, 10, 20, 11, 59, 45);
    expect(now).toMatchObject({ state: 'stale', since: gone, age: { kind: 'old', limitMs: 15 * SECOND } });
    expect(breaches).toMatchObject([{ end: gone }]);
  });

  it('tells NaN as a gap, also where the rule lets values hold longer', () => {
    const given = samples([0, 20], [10, NaN], [20, 20]);
    const { breaches, segments } = run(
      given,
      { intervalMs: 10, everyStep: true, staleAfterMs: 100 },
      { from: 0, to: 25 }
    );
    expect(breaches).toMatchObject([{ end: 10 }, { firingSince: 20 }]);
    expect(segments.map(({ state }) => state)).toEqual(['firing', 'nodata', 'firing']);
  });

  it('was not asked for what is after the last request', () => {
    const given = steps(15 * SECOND, NOW - HOUR, NOW, high);
    const state = (now: number) => run(given, EVERY_15S, { ...LAST_HOUR, now }).now.state;
    const newest = Date.UTC(2026, 10, 20, 12);
    expect(state(newest + 5 * MINUTE)).toBe('firing');
    expect(state(newest + 5 * MINUTE + 1)).toBe('stale');
  });

  it('has Infinity as a number', () => {
    expect(
      run(
        steps(15 * SECOND, NOW - HOUR, NOW, () => Infinity),
        EVERY_15S
      ).now.state
    ).toBe('firing');
    expect(
      run(
        steps(15 * SECOND, NOW - HOUR, NOW, () => -Infinity),
        EVERY_15S
      ).now.state
    ).toBe('normal');
  });
});

describe('a cadence', () => {
  const MINUTELY: Cadence = { intervalMs: MINUTE };

  it.each([
    ['stamps its buckets by their beginning', 5 * MINUTE, NOW - 5 * MINUTE],
    ['leaves out the last half bucket', 5 * MINUTE, NOW - 7.5 * MINUTE],
    ['delivers three minutes late', MINUTE, NOW - 3 * MINUTE],
    ['delivers every quarter of an hour, two late', 15 * MINUTE, NOW - 30 * MINUTE],
  ])('that %s is current', (_, intervalMs, newest) => {
    const given = steps(intervalMs, NOW - 6 * HOUR, newest, high);
    for (const later of [0, 15 * SECOND, 30 * SECOND, MINUTE]) {
      expect(run(given, { intervalMs }, { ...LAST_HOUR, now: NOW + later }).now.state).toBe('firing');
    }
  });

  it('says between samples what it says at the right edge', () => {
    const held = samples([0, 20], [5 * MINUTE, 20], [10 * MINUTE + 1, 20]);
    expect(run(held, MINUTELY, { from: 0, to: 12 * MINUTE }).breaches).toHaveLength(1);
    const gap = samples([0, 20], [5 * MINUTE + 2, 20]);
    expect(run(gap, MINUTELY, { from: 0, to: 6 * MINUTE }).breaches).toMatchObject([
      { end: 5 * MINUTE + 1 },
      { onset: 5 * MINUTE + 2 },
    ]);
  });

  it('tells absence that lasts, with the limit that it has passed', () => {
    const { now, breaches } = run(steps(MINUTE, NOW - HOUR, NOW - 20 * MINUTE, high), MINUTELY);
    const gone = Date.UTC(2026, 10, 20, 11, 45) + 1;
    expect(now).toMatchObject({ state: 'stale', since: gone, age: { limitMs: 5 * MINUTE, estimated: false } });
    expect(breaches).toMatchObject([{ end: gone }]);
  });

  it.each([
    ['NaN', NaN],
    ['null', null],
  ])('has no sample where there is %s, which renews nothing', (_, nothing) => {
    const given = steps(MINUTE, NOW - HOUR, NOW, (time) => (time > NOW - 4 * MINUTE ? nothing : 20));
    expect(run(given, MINUTELY).now.state).toBe('firing');
    const longer = steps(MINUTE, NOW - HOUR, NOW, (time) => (time > NOW - 7 * MINUTE ? nothing : 20));
    expect(run(longer, MINUTELY).now.state).toBe('stale');
  });
});

describe('a sample with too little volume', () => {
  const few =
    (from: number, to: number, value = 20) =>
    (time: number) =>
      time >= from && time < to ? TOO_FEW : value;

  it.each<[string, Cadence]>([
    ['evaluates every step', EVERY_15S],
    ['has a cadence', { intervalMs: 15 * SECOND }],
    ['says no step', {}],
  ])('neither ends a breach nor leaves a gap, where the source %s', (_, cadence) => {
    const given = steps(15 * SECOND, NOW - HOUR, NOW, few(NOW - 2 * MINUTE, NOW - 105 * SECOND));
    const { now, segments } = run(given, { ...cadence, forMs: 5 * MINUTE });
    expect(now.state).toBe('firing');
    expect(segments.map(({ state }) => state)).toEqual(['unknown', 'firing']);
  });

  it('holds the value before it up for longer than it would hold by itself', () => {
    const given = steps(15 * SECOND, NOW - HOUR, NOW, few(NOW - 30 * MINUTE, Infinity));
    for (const cadence of [EVERY_15S, { intervalMs: 15 * SECOND }]) {
      expect(run(given, cadence).now.state).toBe('firing');
      expect(run(given, cadence, { ...LAST_HOUR, now: NOW + 6 * MINUTE }).now.state).toBe('stale');
    }
  });

  it('can’t bring back a value that is gone', () => {
    const given = samples([0, 20], [10 * MINUTE, TOO_FEW], [20 * MINUTE, 20]);
    const { breaches } = run(given, { intervalMs: MINUTE }, { from: 0, to: 21 * MINUTE });
    expect(breaches).toMatchObject([{ end: 5 * MINUTE + 1 }, { onset: 20 * MINUTE }]);
  });

  it('lets nothing begin to fire, and `for` runs on only after it', () => {
    const given = samples([0, 5], [10, 20], [15, TOO_FEW], [20, TOO_FEW], [40, 20], [60, 20]);
    const at = (to: number) => run(given, { forMs: 20 }, { from: 0, to }).now;
    expect(at(39)).toMatchObject({ state: 'pending', since: 10 });
    expect(at(54)).toMatchObject({ state: 'pending', since: 10, pausedMs: 25 });
    expect(at(55)).toMatchObject({ state: 'firing', since: 55 });
    expect(run(given, { forMs: 20 }, { from: 0, to: 70 }).breaches).toMatchObject([{ onset: 10, firingSince: 55 }]);
  });

  it('ends with the pending that it held up', () => {
    const given = samples([0, 5], [10, 20], [15, TOO_FEW], [40, 5], [50, 20]);
    const { pendings } = run(given, { forMs: 20 }, { from: 0, to: 60 });
    expect(pendings).toMatchObject([{ from: 10, to: 40 }, { from: 50 }]);
  });

  it('does not begin to fire with another version of the rule', () => {
    const versions = [
      { from: -Infinity, judgement: judgement({ forMs: 100 }) },
      { from: 30, judgement: judgement() },
    ];
    const given = samples([0, 5], [10, 20], [15, TOO_FEW], [50, 20]);
    const { breaches } = evaluate(given, versions, { from: 0, to: 60 }).evaluation;
    expect(breaches).toMatchObject([{ onset: 10, firingSince: 50 }]);
  });
});
