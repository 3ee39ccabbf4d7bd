import { mergeHistory } from '../rule/history';
import { mergeRule } from '../rule/sources';
import type { GivenNow } from '../testing/metricProtocol';
import { now } from '../testing/metricProtocol';
import { unreadableHistory, withUnreadable } from './unreadable';

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
