import { parseMoment } from '../../time/moment';
import { today, zoneOfStart } from './today';

afterEach(() => jest.useRealTimers());

it.each([
  // Late in the evening of one is early in the morning of another.
  ['utc', '2026-11-27T23:30:00Z', '2026-11-27', 'UTC'],
  ['Europe/Berlin', '2026-11-27T23:30:00Z', '2026-11-28', 'Europe/Berlin'],
  ['Europe/Berlin', '2026-11-27T22:30:00Z', '2026-11-27', 'Europe/Berlin'],
  ['America/New_York', '2026-11-28T04:30:00Z', '2026-11-27', 'America/New_York'],
  ['Asia/Tokyo', '2026-11-27T16:00:00Z', '2026-11-28', 'Asia/Tokyo'],
  ['Pacific/Kiritimati', '2026-11-27T12:00:00Z', '2026-11-28', 'Pacific/Kiritimati'],
  ['browser', '2026-11-27T23:30:00Z', '2026-11-27', 'UTC'],
])('is the day of the dashboard’s zone, which has begun there: %s at %s', (timeZone, now, date, zone) => {
  jest.useFakeTimers({ now: Date.parse(now) });
  const clock = today(timeZone);
  expect(clock.date).toBe(date);
  expect(zoneOfStart(clock)).toBe(zone);
  const { time = NaN } = parseMoment(clock.start);
  expect(clock.now - time).toBeGreaterThanOrEqual(0);
  expect(clock.now - time).toBeLessThan(25 * 60 * 60_000);
});
