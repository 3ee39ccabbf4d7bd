import fc from 'fast-check';

import { MINUTE } from './units';
import { fromWallTime, nextTimes, toWallTime } from './wallTimes';

const at = (text: string) => Date.parse(text);

describe('nextTimes', () => {
  it.each([
    ['in the morning of a Wednesday', 'UTC', '2026-11-25T09:03:00Z', ['25T10:05', '25T17:00', '26T09:00']],
    ['less than an hour before the evening', 'UTC', '2026-11-25T16:00:00Z', ['25T17:00', '26T09:00']],
    ['in the night', 'UTC', '2026-11-25T23:58:00Z', ['26T01:00', '26T09:00']],
    ['on a Friday', 'UTC', '2026-11-27T16:30:00Z', ['27T17:30', '28T09:00', '30T09:00']],
    ['on a Saturday', 'UTC', '2026-11-28T16:30:00Z', ['28T17:30', '29T09:00', '30T09:00']],
    ['on a Sunday', 'UTC', '2026-11-29T16:30:00Z', ['29T17:30', '30T09:00']],
    ['in another zone, where it is the day after', 'Pacific/Auckland', '2026-11-25T12:00:00Z', ['25T13:00', '26T04:00', '26T20:00']], // prettier-ignore
    ['on the eve of a change of the clocks', 'Europe/Berlin', '2026-10-24T08:00:00Z', ['24T09:00', '24T15:00', '25T08:00', '26T08:00']], // prettier-ignore
  ])('offers what is sensible %s', (_, zone, now, times) => {
    expect(nextTimes(zone, at(now)).map((time) => new Date(time).toISOString().slice(8, 16))).toEqual(times);
  });

  it('is ascending and in the future, at every hour', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: at('2026-01-01'), max: at('2027-01-01') }),
        fc.constantFrom('UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Pacific/Auckland'),
        (now, zone) => {
          const times = nextTimes(zone, now);
          expect(times[0]).toBeGreaterThan(now);
          expect([...times].sort((a, b) => a - b)).toEqual(times);
        }
      )
    );
  });
});

describe('wall times', () => {
  it('come back as they were, in every zone', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: at('2026-04-10') / MINUTE, max: at('2026-09-20') / MINUTE }),
        fc.constantFrom('UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Kolkata'),
        (minute, zone) => {
          expect(fromWallTime(zone, toWallTime(zone, minute * MINUTE))).toBe(minute * MINUTE);
        }
      )
    );
  });

  it.each([
    ['UTC', '2026-11-27T17:00', '2026-11-27T17:00:00Z'],
    ['Europe/Berlin', '2026-11-27T17:00:30', '2026-11-27T16:00:00Z'],
    ['Europe/Berlin', '2026-10-25T09:00', '2026-10-25T08:00:00Z'],
  ])('are read in %s: %s', (zone, text, time) => {
    expect(fromWallTime(zone, text)).toBe(at(time));
  });

  it.each(['', '2026-11-27', '2026-02-30T10:00', 'soon'])('are none: %j', (text) => {
    expect(fromWallTime('UTC', text)).toBeUndefined();
  });

  it('are those of the clock on a day on which it changes', () => {
    expect(toWallTime('Europe/Berlin', at('2026-10-25T08:00:00Z'))).toBe('2026-10-25T09:00');
  });
});
