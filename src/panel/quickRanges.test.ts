import type { PanelData } from '@grafana/data';
import { dateTime, dateTimeForTimeZone, LoadingState, rangeUtil } from '@grafana/data';
import { act, renderHook } from '@testing-library/react';

import { useClock } from './useClock';
import { useSpans } from './useSpans';
import { HOUR } from '../time/units';

const ZONES = ['utc', 'Europe/Berlin', 'America/Los_Angeles'];

/** The first, second, twentieth and last day of a month, a Sunday and a Monday; shortly after midnight, at noon, late. */
const DAYS = ['2026-11-01', '2026-11-02', '2026-11-20', '2026-11-30', '2026-03-29', '2026-01-01'];
const HOURS = ['00:03', '12:00', '23:57'];

/** What Grafana offers, by how it ends. */
const UP_TO_NOW = ['5m', '15m', '30m', '1h', '3h', '6h', '12h', '24h', '2d', '7d', '30d', '90d', '6M', '1y', '2y', '5y']
  .map((length) => [`now-${length}`, 'now'])
  .concat(['d', 'w', 'M', 'y', 'fQ', 'fy'].map((period) => [`now/${period}`, 'now']));
const UP_TO_ITS_END = ['d', 'w', 'M', 'y', 'fQ', 'fy'].map((period) => [`now/${period}`, `now/${period}`]);
const PAST = ['1d/d', '2d/d', '7d/d', '1w/w', '1M/M', '1Q/fQ', '1y/y', '1y/fy'].map((period) => [
  `now-${period}`,
  `now-${period}`,
]);
/** What people write themselves: whole days, an hour of days before, the end of the last minute. */
const PAST_BY_HAND = [
  ['now-30d/d', 'now-1d/d'],
  ['now-7d', 'now-1d/d'],
  ['now-90d/d', 'now-1w/w'],
  ['now-6h', 'now-1m/m'],
  ['now-5y/y', 'now-1y/y'],
];

const MOMENTS = ZONES.flatMap((zone) => DAYS.flatMap((day) => HOURS.map((hour) => ({ zone, at: `${day} ${hour}` }))));

function ask([from, to]: string[], { zone, at }: { zone: string; at: string }): PanelData {
  const now = dateTimeForTimeZone(zone, at).valueOf();
  jest.setSystemTime(now);
  const timeRange = rangeUtil.convertRawToRange({ from, to }, zone);
  return { state: LoadingState.Done, series: [], timeRange, request: { startTime: now } } as unknown as PanelData;
}

function clockOf(data: PanelData) {
  return renderHook(() => useClock(data)).result;
}

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

describe.each(MOMENTS)('in $zone at $at', (moment) => {
  it.each(UP_TO_NOW)('%s to %s goes on with the clock', (...range) => {
    const data = ask(range, moment);
    const asked = data.request!.startTime;
    const clock = clockOf(data);
    expect(clock.current.now).toBe(asked);
    jest.setSystemTime(asked + 5000);
    act(() => clock.current.onTick());
    expect(clock.current.now).toBe(asked + 5000);
  });

  it.each(UP_TO_ITS_END)('%s to %s is judged up to the request, and goes on up to its end', (...range) => {
    const data = ask(range, moment);
    const asked = data.request!.startTime;
    const end = data.timeRange.to.valueOf();
    const clock = clockOf(data);
    expect(clock.current.now).toBe(asked);
    jest.setSystemTime(asked + 30_000);
    act(() => clock.current.onTick());
    expect(clock.current.now).toBe(asked + 30_000);
    jest.setSystemTime(end + HOUR);
    act(() => clock.current.onTick());
    expect(clock.current.now).toBe(end);
  });

  it.each([...PAST, ...PAST_BY_HAND])('%s to %s has no now', (...range) => {
    expect(clockOf(ask(range, moment)).current.now).toBeUndefined();
  });
});

describe('a span', () => {
  it('is asked for at the moment of the request, whatever the clock says since', () => {
    const data = ask(['now/d', 'now/d'], { zone: 'utc', at: '2026-11-20 12:00' });
    const asked = data.request!.startTime;
    const { result } = renderHook(() => useSpans(data, undefined));
    jest.setSystemTime(asked + 5000);
    act(() => result.current.onTick());
    expect(result.current.spans.judged).toMatchObject({ now: asked + 5000, asked });
  });

  it('that ended shortly before now, as figures of a minute ago do, has a now', () => {
    const data = ask(['now-1h', 'now-1m'], MOMENTS[0]);
    expect(clockOf(data).current.now).toBe(dateTime(data.timeRange.to).valueOf());
  });
});
