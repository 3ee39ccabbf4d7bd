import type { PanelData, TimeRange } from '@grafana/data';
import { LoadingState, dateTime } from '@grafana/data';
import { act, renderHook } from '@testing-library/react';

import { useClock, useWake } from './useClock';

const NOW = Date.UTC(2026, 2, 2, 10);

function panelData(raw: TimeRange['raw'], to = NOW): PanelData {
  return { state: LoadingState.Done, series: [], timeRange: { from: dateTime(to - 3_600_000), to: dateTime(to), raw } };
}

beforeEach(() => jest.useFakeTimers({ now: NOW }));
afterEach(() => jest.useRealTimers());

describe('useClock', () => {
  it('is the moment of the query in a range up to now', () => {
    const data = panelData({ from: 'now-1h', to: 'now' });
    expect(renderHook(() => useClock(data)).result.current.now).toBe(NOW);
  });

  it('is undefined in a range that ends in the past', () => {
    const data = panelData({ from: dateTime(NOW - 7_200_000), to: dateTime(NOW - 3_600_000) }, NOW - 3_600_000);
    expect(renderHook(() => useClock(data)).result.current.now).toBeUndefined();
  });

  it('never lies ahead of the query in a range that ends later today', () => {
    const data = {
      ...panelData({ from: 'now/d', to: 'now/d' }, NOW + 3_600_000),
      request: { startTime: NOW },
    } as PanelData;
    expect(renderHook(() => useClock(data)).result.current.now).toBe(NOW);
  });

  it('is the moment of the query in an absolute range that ends in the future', () => {
    const raw = { from: dateTime(NOW - 3_600_000), to: dateTime(NOW + 3_600_000) };
    const data = { ...panelData(raw, NOW + 3_600_000), request: { startTime: NOW } } as PanelData;
    expect(renderHook(() => useClock(data)).result.current.now).toBe(NOW);
  });

  it('is undefined for yesterday', () => {
    const end = NOW - 10 * 3_600_000;
    const data = { ...panelData({ from: 'now-1d/d', to: 'now-1d/d' }, end), request: { startTime: NOW } } as PanelData;
    expect(renderHook(() => useClock(data)).result.current.now).toBeUndefined();
  });

  it('goes on with each tick', () => {
    const data = panelData({ from: 'now-1h', to: 'now' });
    const { result } = renderHook(() => useClock(data));
    jest.setSystemTime(NOW + 5000);
    act(() => result.current.onTick());
    expect(result.current.now).toBe(NOW + 5000);
  });

  it('stays behind by as much as the range does', () => {
    const data = panelData({ from: 'now-65m', to: 'now-5m' }, NOW - 300_000);
    const { result } = renderHook(() => useClock(data));
    jest.setSystemTime(NOW + 5000);
    act(() => result.current.onTick());
    expect(result.current.now).toBe(NOW + 5000 - 300_000);
  });
});

describe('useWake', () => {
  it.each<[string, number | undefined, number | undefined, number | undefined]>([
    ['when the state is due to change', NOW, NOW + 7000, 7000],
    ['often enough for words of time', NOW, undefined, 30_000],
    ['soon, but not at once, for a change that is overdue', NOW, NOW - 1000, 250],
    ['never without a now', undefined, NOW + 7000, undefined],
  ])('wakes %s', (_, now, nextChange, after) => {
    const onTick = jest.fn();
    renderHook(() => useWake(now, nextChange, onTick));
    act(() => jest.advanceTimersByTime((after ?? 3_600_000) - 1));
    expect(onTick).not.toHaveBeenCalled();
    act(() => jest.advanceTimersByTime(1));
    expect(onTick).toHaveBeenCalledTimes(after === undefined ? 0 : 1);
  });
});
