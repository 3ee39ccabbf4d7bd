import fc from 'fast-check';

import { mergeRule } from '../../rule/sources';
import { parseDuration } from '../../time/duration';
import { DAY, HOUR, MINUTE, SECOND } from '../../time/units';
import { MOST_STEPS, readJudgeOn } from './readJudgeOn';
import { suggestLookBack } from './suggestLookBack';

const RULE = { operator: '>', critical: 5, owner: 'Ana' };

const ruled = (rule: object = {}, stepMs?: number) => ({
  kind: 'ruled' as const,
  rule: mergeRule({ default: { ...RULE, ...rule } }),
  stepMs,
});

describe('suggestLookBack', () => {
  it.each<[string, Parameters<typeof suggestLookBack>[0], string, string]>([
    ['yesterday', { rangeMs: DAY - 1, intervalMs: MINUTE, metrics: [ruled()] }, '1d', '1m'],
    [
      'yesterday, an hour shorter in spring',
      { rangeMs: 23 * HOUR, intervalMs: MINUTE, metrics: [ruled()] },
      '1d',
      '1m',
    ],
    ['yesterday, an hour longer in autumn', { rangeMs: 25 * HOUR, intervalMs: MINUTE, metrics: [ruled()] }, '1d', '1m'],
    ['the previous hour', { rangeMs: HOUR, intervalMs: 5 * SECOND, metrics: [ruled()] }, '1h', '1m'],
    ['30 days', { rangeMs: 30 * DAY, intervalMs: HOUR, metrics: [ruled()] }, '30d', '1h'],
    ['the previous year', { rangeMs: 365 * DAY, intervalMs: 12 * HOUR, metrics: [ruled()] }, '365d', '1h'],
    ['many years', { rangeMs: 3650 * DAY, intervalMs: DAY, metrics: [ruled()] }, '458d', '1h'],
    ['a rule that waits', { rangeMs: DAY, intervalMs: MINUTE, metrics: [ruled({ for: '2d' })] }, '4d', '1m'],
    [
      'a rule that ends late',
      {
        rangeMs: DAY,
        intervalMs: 10 * MINUTE,
        metrics: [ruled({ for: '2d', keepFiringFor: '1d', settleAfter: '1d' })],
      },
      '8d',
      '10m',
    ],
    ['a short wait', { rangeMs: 30 * DAY, intervalMs: HOUR, metrics: [ruled({ for: '15m' })] }, '30d', '15m'],
    ['a very short wait', { rangeMs: 30 * DAY, intervalMs: HOUR, metrics: [ruled({ for: '1m' })] }, '7d', '1m'],
    ['a short and a long wait', { rangeMs: DAY, metrics: [ruled({ for: '30s' }), ruled({ for: '5d' })] }, '10d', '2m'],
    ['an age limit', { rangeMs: DAY, intervalMs: HOUR, metrics: [ruled({ staleAfter: '5m' })] }, '1d', '5m'],
    ['a schedule', { rangeMs: DAY, intervalMs: MINUTE, metrics: [ruled({ due: 'weekdays 07:00 UTC' })] }, '7d', '1m'],
    ['a value a day', { rangeMs: DAY, intervalMs: MINUTE, metrics: [ruled({}, DAY)] }, '3d', '1m'],
    ['what has no rule', { rangeMs: DAY, metrics: [{ ...ruled({ for: '5d' }), kind: 'context' }] }, '1d', '1m'],
  ])('suits %s', (_, looked, lookBack, step) => {
    expect(suggestLookBack(looked)).toMatchObject({ lookBack, step });
  });

  it('is always one that can be asked for, and says what it is', () => {
    const length = fc.integer({ min: 1, max: 20_000 }).chain((n) => fc.constantFrom(n * SECOND, n * MINUTE, n * HOUR));
    const rule = fc.record({ for: length, keepFiringFor: length, staleAfter: length }, { requiredKeys: [] });
    fc.assert(
      fc.property(
        length,
        fc.option(length, { nil: undefined }),
        fc.array(rule, { maxLength: 3 }),
        (rangeMs, intervalMs, rules) => {
          const metrics = rules.map((one) =>
            ruled(Object.fromEntries(Object.entries(one).map(([k, ms]) => [k, `${ms}ms`])))
          );
          const { lookBack, step, lookBackMs, stepMs } = suggestLookBack({ rangeMs, intervalMs, metrics });
          expect(readJudgeOn({ judgeOn: 'fixed', lookBack, step })).toEqual({ mode: 'fixed', lookBackMs, stepMs });
          expect(parseDuration(lookBack)).toBe(lookBackMs);
          expect(lookBackMs / stepMs).toBeLessThanOrEqual(MOST_STEPS);
          for (const {
            rule: { forMs, keepFiringForMs },
          } of metrics) {
            expect(lookBackMs).toBeGreaterThan(forMs + keepFiringForMs);
          }
        }
      )
    );
  });
});
