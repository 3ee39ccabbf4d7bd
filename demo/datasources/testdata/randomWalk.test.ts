import fc from 'fast-check';
import type { RandomWalkOptions } from './randomWalk';
import { randomWalk } from './randomWalk';

const options: RandomWalkOptions = {
  from: 1_700_000_000_000,
  to: 1_700_003_600_000,
  intervalMs: 15_000,
  seed: 'A',
  startValue: 50,
  spread: 1,
  noise: 0,
  dropPercent: 0,
};

describe('randomWalk', () => {
  it('has a value every interval from the start on, and none at the end', () => {
    const [time] = randomWalk({ ...options, to: options.from + 60_000 });
    expect(time.values).toEqual([0, 15_000, 30_000, 45_000].map((ms) => options.from + ms));
    expect(time.config).toEqual({ interval: 15_000 });
  });

  it('shows the same past when the range moves on', () => {
    const shift = 4 * options.intervalMs;
    const [, before] = randomWalk(options);
    const [, after] = randomWalk({ ...options, from: options.from + shift, to: options.to + shift });
    expect(after.values.slice(0, -4)).toEqual(before.values.slice(4));
  });

  it('moves in steps about as large as the spread', () => {
    const [, { values }] = randomWalk(options);
    const steps = values.slice(1).map((value, index) => Math.abs(Number(value) - Number(values[index])));
    expect(Math.max(...steps)).toBeLessThan(5);
    expect(steps.some((step) => step > 0.01)).toBe(true);
  });

  it('differs from series to series', () => {
    expect(randomWalk({ ...options, seed: 'B' })[1].values).not.toEqual(randomWalk(options)[1].values);
  });

  it('stays within its limits', () => {
    const limits = fc.tuple(fc.integer({ min: -100, max: 100 }), fc.integer({ min: 0, max: 50 }));
    fc.assert(
      fc.property(limits, fc.string(), ([min, room], seed) => {
        const [, { values }] = randomWalk({ ...options, seed, spread: 40, min, max: min + room });
        return values.every((value) => Number(value) >= min && Number(value) <= min + room);
      })
    );
  });

  it('drops about as many values as asked', () => {
    const [time] = randomWalk({ ...options, to: options.from + 1000 * options.intervalMs, dropPercent: 30 });
    expect(time.values.length).toBeGreaterThan(600);
    expect(time.values.length).toBeLessThan(800);
  });
});
