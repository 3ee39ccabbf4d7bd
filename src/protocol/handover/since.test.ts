import fc from 'fast-check';

import { DAY, HOUR } from '../../time/units';
import { sinceMoment } from './since';

const at = (text: string) => Date.parse(text);

it.each([
  ['yesterday', 'UTC', '2026-11-23T09:00:00Z', '2026-11-22T09:00:00Z'],
  ['yesterday', 'UTC', '2026-11-23T00:00:00Z', '2026-11-22T09:00:00Z'],
  ['yesterday', 'Europe/Berlin', '2026-11-22T23:30:00Z', '2026-11-22T08:00:00Z'],
  ['yesterday', 'America/New_York', '2026-11-23T03:00:00Z', '2026-11-21T14:00:00Z'],
  // The clocks were set back in between.
  ['yesterday', 'Europe/Berlin', '2026-10-26T07:00:00Z', '2026-10-25T08:00:00Z'],
  ['monday', 'UTC', '2026-11-23T09:00:00Z', '2026-11-16T00:00:00Z'],
  ['monday', 'UTC', '2026-11-24T00:00:00Z', '2026-11-23T00:00:00Z'],
  ['monday', 'UTC', '2026-11-29T23:59:00Z', '2026-11-23T00:00:00Z'],
  ['monday', 'Pacific/Auckland', '2026-11-23T12:00:00Z', '2026-11-22T11:00:00Z'],
] as const)('tells "since %s" in %s at %s', (since, zone, now, moment) => {
  expect(new Date(sinceMoment(since, at(now), zone))).toEqual(new Date(at(moment)));
});

it('tells a time as it is', () => {
  expect(sinceMoment(12345, at('2026-11-23'), 'UTC')).toBe(12345);
});

it('is always before now, and never by more than is meant', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: at('2026-01-01'), max: at('2028-01-01') }),
      fc.constantFrom('UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Pacific/Auckland'),
      (now, zone) => {
        const yesterday = now - sinceMoment('yesterday', now, zone);
        expect(yesterday).toBeGreaterThanOrEqual(14 * HOUR);
        expect(yesterday).toBeLessThanOrEqual(40 * HOUR);
        const monday = now - sinceMoment('monday', now, zone);
        expect(monday).toBeGreaterThanOrEqual(23 * HOUR);
        expect(monday).toBeLessThanOrEqual(8 * DAY + HOUR);
      }
    )
  );
});
