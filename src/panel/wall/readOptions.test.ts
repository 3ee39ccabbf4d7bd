import { act, renderHook } from '@testing-library/react';

import { MINUTE, SECOND } from '../../time/units';
import { useRest } from './useRest';
import { readHours } from './readHours';
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
  it.each([
    ['10s', 10 * SECOND],
    ['auto', MINUTE],
    ['', undefined],
    [undefined, undefined],
    ['nonsense', undefined],
  ])('%j: %j ms', (refresh, ms) => {
    expect(refreshOf(refresh)).toBe(ms);
  });
});

describe('when a wall is looked at', () => {
  it.each<[unknown, string | undefined, string | undefined]>([
    ['weekdays 07:00-19:00 Europe/Berlin', 'weekdays 07:00-19:00 Europe/Berlin', undefined],
    [undefined, undefined, undefined],
    ['  ', undefined, undefined],
    [7, undefined, undefined],
    ['weekdays 07:00-19:00', undefined, 'noZone'],
    ['lunch', undefined, 'unknownZone'],
  ])('%j', (saved, text, code) => {
    const { hours, problem } = readHours(saved);
    expect([hours?.text, problem?.code]).toEqual([text, code]);
  });

  it('rests at its other times, and wakes by itself', () => {
    // A Friday; Berlin is an hour ahead of UTC then.
    jest.useFakeTimers({ now: Date.parse('2026-11-20T17:59:58Z') });
    try {
      const { hours } = readHours('weekdays 07:00-19:00 Europe/Berlin');
      const { result } = renderHook(() => useRest(hours));
      expect(result.current).toBeUndefined();
      const pass = (ms: number) => act(() => jest.advanceTimersByTime(ms));
      pass(3 * SECOND);
      expect(result.current).toBe(Date.parse('2026-11-23T06:00Z'));
      jest.setSystemTime(Date.parse('2026-11-23T05:59:58Z'));
      pass(SECOND);
      expect(result.current).toBe(Date.parse('2026-11-23T06:00Z'));
      pass(2 * SECOND);
      expect(result.current).toBeUndefined();
    } finally {
      jest.useRealTimers();
    }
  });

  it('never rests without hours', () => {
    expect(renderHook(() => useRest(undefined)).result.current).toBeUndefined();
  });
});
