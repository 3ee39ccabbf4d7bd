import { rangeUtil } from '@grafana/data';
import {
  calculateStep,
  formatDuration,
  interpolateExpression,
  parseDuration,
  rateInterval,
  roundInterval,
} from './step';
import { HOUR } from '../../../src/time/units';

const base = { from: 0, to: HOUR, maxDataPoints: 1000, intervalMs: 15_000 };

describe('roundInterval', () => {
  it('rounds as Grafana does', () => {
    for (let ms = 20; ms < 365 * 24 * HOUR; ms = Math.ceil(ms * 1.37)) {
      expect([ms, roundInterval(ms)]).toEqual([ms, rangeUtil.roundInterval(ms)]);
    }
  });
});

describe('calculateStep', () => {
  it.each([
    ['is the interval of the dashboard where that is larger', base, 15_000],
    ['takes a smaller min step of the query over it', { ...base, interval: '2s' }, 5_000],
    ['takes a larger min step', { ...base, interval: '1m' }, 60_000],
    ['does not go below the min step', { ...base, to: 60_000, interval: '2s' }, 2_000],
    ['reads a variable as no min step', { ...base, interval: '$__interval' }, 15_000],
    ['multiplies by the factor', { ...base, intervalFactor: 2 }, 30_000],
    ['keeps to 11,000 points', { ...base, to: 24 * HOUR, maxDataPoints: 100_000, intervalMs: 1 }, 10_000],
    ['is the rate interval where asked', { ...base, interval: '$__rate_interval', scrapeInterval: '10s' }, 40_000],
  ])('%s', (_, input, step) => {
    expect(calculateStep(input)).toBe(step);
  });
});

describe('rateInterval', () => {
  it.each([
    [10_000, '10s', 40_000],
    [60_000, '10s', 70_000],
    [1_000, undefined, 60_000],
  ])('of %p ms at a scrape interval of %p is %p ms', (interval, scrape, expected) => {
    expect(rateInterval(interval, scrape)).toBe(expected);
  });
});

describe('interpolateExpression', () => {
  it.each([
    ['rate(x[$__rate_interval])', 'rate(x[1m])'],
    ['rate(x[${__rate_interval}])', 'rate(x[1m])'],
    ['sum_over_time(x[$__interval])', 'sum_over_time(x[15s])'],
    ['x * $__interval_ms + ${__interval_ms}', 'x * 15000 + 15000'],
    ['increase(x[$__range]) / $__range_s', 'increase(x[3600s]) / 3600'],
    ['$__range_ms', '3600000'],
    ['x{a="$other"}', 'x{a="$other"}'],
  ])('turns %s into %s', (expression, expected) => {
    expect(interpolateExpression(expression, { ...base, scrapeInterval: '15s' })).toBe(expected);
  });
});

describe('durations', () => {
  it.each([
    ['15s', 15_000],
    ['1h30m', 5_400_000],
    ['>10s', 10_000],
    ['500ms', 500],
    ['', 0],
  ])('reads %p', (text, ms) => expect(parseDuration(text)).toBe(ms));

  it.each([
    [500, '500ms'],
    [15_000, '15s'],
    [90_000, '90s'],
    [3_600_000, '1h'],
    [604_800_000, '1w'],
  ])('writes %p', (ms, text) => expect(formatDuration(ms)).toBe(text));
});
