import { mergeHistory } from '../rule/history';
import { mergeRule } from '../rule/sources';
import { DAY, HOUR } from '../time/units';
import type { GivenNow } from '../testing/metricProtocol';
import { figures, now, NOW } from '../testing/metricProtocol';
import { tellProtocol } from './tellProtocol';
import { unreadableFigures, unreadableHistory, withUnreadable } from './unreadable';

const RULE = mergeRule({ default: { operator: '>', warning: 5, critical: 'x', owner: 'Ana' } });

describe('a level that can’t be read', () => {
  it.each([
    { state: 'normal' },
    { state: 'pending', severity: 'warning' },
    { state: 'recovering', severity: 'warning' },
    { state: 'unknown' },
    { state: 'unruled' },
  ] satisfies GivenNow[])('is unknown where the rest is $state', (rest: GivenNow) => {
    expect(withUnreadable(now({ ...rest, since: 5 }), RULE)).toMatchObject({
      state: 'unknown',
      since: null,
      unknown: ['critical'],
    });
  });

  it.each([
    { state: 'firing', severity: 'warning' },
    { state: 'nodata' },
    { state: 'stale', age: { kind: 'old', limitMs: 5, estimated: false } },
    { state: 'error' },
  ] satisfies GivenNow[])('is named beside what is worse: $state', (rest: GivenNow) => {
    const judged = now({ ...rest, since: 5 });
    expect(withUnreadable(judged, RULE)).toEqual({ ...judged, unknown: ['critical'] });
  });

  it('is nothing that the rule makes of missing data', () => {
    expect(
      withUnreadable(now({ state: 'firing', severity: 'critical', because: { kind: 'nodata' } }), RULE).state
    ).toBe('unknown');
  });

  it('changes nothing where all can be read', () => {
    const judged = now({ state: 'normal', since: 5 });
    expect(withUnreadable(judged, mergeRule({ default: { operator: '>', critical: 5 } }))).toBe(judged);
  });

  it('is unknown in the history, as long as it was in force', () => {
    const history = mergeHistory({
      default: {
        operator: '>',
        critical: 'x',
        warning: 5,
        validFrom: '2026-01-02',
        earlier: [{ operator: '>', critical: 9 }],
      },
    });
    const day = Date.UTC(2026, 0, 2);
    const segments = [
      { from: day - 10, to: day + 10, state: 'normal' },
      { from: day + 10, to: day + 20, state: 'firing', severity: 'warning' },
      { from: day + 20, to: day + 30, state: 'pending', severity: 'warning' },
      { from: day + 30, to: day + 40, state: 'normal' },
    ] as const;
    expect(unreadableHistory(segments, history)).toEqual([
      { from: day - 10, to: day, state: 'normal' },
      { from: day, to: day + 10, state: 'unknown' },
      segments[1],
      { from: day + 20, to: day + 40, state: 'unknown' },
    ]);
  });
});

describe('figures beside a level that can’t be read', () => {
  const history = mergeHistory({
    default: { operator: '>', critical: 9, validFrom: '2026-01-02', earlier: [{ operator: '>', critical: 'x' }] },
  });
  const day = Date.UTC(2026, 0, 2);

  it.each([
    ['in force in all of the span', day - 20, day - 10, true],
    ['in force at its beginning', day - 1, day + 10, true],
    ['in force until it begins', day, day + 10, false],
  ])('are the least where it was %s', (_, from, to, atLeast) => {
    expect(unreadableFigures(figures({ breaches: 1 }), history, { from, to })).toEqual(
      figures({ breaches: 1, atLeast })
    );
  });
});

describe('an age limit that can’t be read', () => {
  const RULE = { operator: '>', critical: 80, owner: 'Ana' };

  /** The metric with two values, the newest of which is as old as is said. */
  function tell(rule: object, last: number, ageMs = 0, intervalMs?: number) {
    const samples = { times: [NOW - ageMs - HOUR, NOW - ageMs], values: [10, last] };
    const metric = { id: 'm', name: 'm', frameIndex: 0, fieldIndex: 1, samples, intervalMs };
    const one = { metric, format: String, formatLevel: String, color: 'blue', rule: { default: { ...RULE, ...rule } } };
    const span = { from: NOW - 30 * DAY, to: NOW, now: NOW };
    const view = { metrics: [one], errors: [] };
    const told = tellProtocol({ view, judgeOn: { mode: 'view' }, spans: { view: span, judged: span } });
    if ('nothing' in told) {
      throw new Error(told.nothing);
    }
    return told.protocol.metrics[0];
  }

  it.each([{ due: 'when it rains' }, { staleAfter: 'a while' }, { due: 'soon', staleAfter: '1h' }])(
    'leaves what is well undecided, however young the value is: %j',
    (rule) => {
      for (const ageMs of [0, HOUR, 20 * DAY]) {
        expect(tell(rule, 10, ageMs).now).toMatchObject({ state: 'unknown', since: null, unknown: [] });
        expect(tell(rule, 10, ageMs, HOUR).now).toMatchObject({ state: 'unknown' });
      }
    }
  );

  it.each([{ due: 'when it rains' }, { staleAfter: 'a while' }])('lets what fires fire: %j', (rule) => {
    for (const ageMs of [0, HOUR, 20 * DAY]) {
      expect(tell(rule, 90, ageMs, HOUR).now).toMatchObject({
        state: 'firing',
        severity: 'critical',
        since: NOW - ageMs,
      });
    }
  });

  it.each([{ due: 'when it rains' }, { staleAfter: 'a while' }])(
    'is in the strip as it is in the state: %j',
    (rule) => {
      const states = (last: number) =>
        tell(rule, last, DAY, HOUR).view.segments.map(({ from, state }) => [from, state]);
      expect(states(10)).toEqual([[NOW - 30 * DAY, 'unknown']]);
      expect(states(90)).toEqual([
        [NOW - 30 * DAY, 'unknown'],
        [NOW - DAY, 'firing'],
      ]);
    }
  );

  it('is in the strip as long as it was in force', () => {
    const today = Math.floor(NOW / DAY) * DAY;
    const validFrom = new Date(today).toISOString().slice(0, 10);
    // The values are half an hour before and half an hour after midnight.
    const states = (rule: object) =>
      tell({ validFrom, ...rule }, 10, NOW - today - HOUR / 2, HOUR).view.segments.map(({ from, state }) => [
        from,
        state,
      ]);
    expect(states({ earlier: [{ ...RULE, due: 'soon' }] }).slice(0, 2)).toEqual([
      [NOW - 30 * DAY, 'unknown'],
      [today, 'normal'],
    ]);
    expect(states({ due: 'soon', earlier: [RULE] })).toEqual([
      [NOW - 30 * DAY, 'unknown'],
      [today - HOUR / 2, 'normal'],
      [today, 'unknown'],
    ]);
  });

  it('says nothing where no rule could be broken', () => {
    expect(tell({ owner: '', due: 'when it rains' }, 10).view.segments.at(-1)?.state).toBe(
      tell({ owner: '' }, 10).view.segments.at(-1)?.state
    );
    expect(tell({ owner: '', due: 'when it rains' }, 10).now.state).toBe('unruled');
  });

  it('is nothing where another is more specific', () => {
    const sources = { override: { staleAfter: '2h' }, default: { ...RULE, due: 'soon' } };
    expect(withUnreadable(now({ state: 'normal', since: 5 }), mergeRule(sources)).state).toBe('normal');
  });
});
