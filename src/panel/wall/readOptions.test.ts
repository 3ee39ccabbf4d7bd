import { MINUTE, SECOND } from '../../time/units';
import { readPageMs } from './readPageMs';
import { refreshOf } from './refreshOf';

describe('how long a page of a wall is shown', () => {
  it.each([
    ['20s', 20 * SECOND],
    ['1m', MINUTE],
    ['1s', 3 * SECOND],
    ['0', 12 * SECOND],
    ['', 12 * SECOND],
    ['soon', 12 * SECOND],
    [undefined, 12 * SECOND],
    [7, 12 * SECOND],
  ])('%j: %i ms', (saved, ms) => {
    expect(readPageMs(saved)).toBe(ms);
  });
});

describe('how often a wall is refreshed', () => {
  const fixed = { mode: 'fixed', lookBackMs: 60 * MINUTE, stepMs: MINUTE } as const;

  it.each([
    ['10s', undefined, 10 * SECOND],
    ['auto', undefined, MINUTE],
    ['', undefined, undefined],
    [undefined, undefined, undefined],
    ['nonsense', undefined, undefined],
    [undefined, fixed, MINUTE],
    ['5m', fixed, 5 * MINUTE],
    ['10s', fixed, MINUTE],
  ])('%j and judged on %j: %j ms', (refresh, judgedOn, ms) => {
    expect(refreshOf(refresh, judgedOn)).toBe(ms);
  });
});
