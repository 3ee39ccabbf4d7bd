import { zoneOfStart } from './today';

it.each([
  ['2026-11-27', 'UTC'],
  ['2026-11-27 Asia/Tokyo', 'Asia/Tokyo'],
])('tells the zone in which %s begins', (start, zone) => {
  expect(zoneOfStart({ date: '2026-11-27', start })).toBe(zone);
});
