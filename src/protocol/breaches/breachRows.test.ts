import fc from 'fast-check';

import type { Breach } from '../../evaluation/evaluation';
import { evaluate } from '../../evaluation/evaluate';
import { now, NOW, metricProtocol, rule, below, SPAN, stated } from '../../testing/metricProtocol';
import { readDirectory } from '../../tables/directory/directory';
import { holderOf } from '../../tables/directory/holderOf';
import { DAY, HOUR, MINUTE } from '../../time/units';
import { breachRows } from './breachRows';
import { breachStretches } from './breachStretches';

const VIEW = { on: 'view', span: SPAN } as const;

function breach(from: number, end: number | undefined, overrides: Partial<Breach> = {}): Breach {
  return { severity: 'critical', onset: from - HOUR, firingSince: from, end, ...overrides };
}

function withBreaches(breaches: readonly Breach[], overrides: Parameters<typeof metricProtocol>[0] = {}) {
  const metric = metricProtocol(overrides);
  return { ...metric, view: { ...metric.view, breaches } };
}

describe('breachStretches', () => {
  it.each([
    ['none', [], []],
    ['one', [[0, 5]], [1]],
    ['apart', [[0, 5], [6, 8]], [1, 1]], // prettier-ignore
    ['overlapping', [[0, 5], [4, 8]], [2]], // prettier-ignore
    ['touching', [[0, 5], [5, 8]], [2]], // prettier-ignore
    ['one inside of the other, and one after both', [[0, 9], [2, 4], [10, 11]], [2, 1]], // prettier-ignore
    ['after an open one', [[0, undefined], [100, undefined]], [2]], // prettier-ignore
  ])('joins what overlaps or touches: %s', (_, ends, sizes) => {
    const given = ends.map(([from, end]) => breach(from!, end));
    const stretches = breachStretches(given);
    expect(stretches.map(({ length }) => length)).toEqual(sizes);
    expect(stretches.flat()).toEqual(given);
  });

  it('counts what the figures count, of any series', () => {
    const judgement = {
      levels: [below('warning', 24), below('critical', 20)],
      forMs: 0,
      keepFiringForMs: 0,
      noData: 'show' as const,
    };
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 15, max: 28 }), { maxLength: 60 }), fc.boolean(), (values, isLive) => {
        const times = values.map((_value, index) => index * MINUTE);
        const span = { from: 5 * MINUTE, to: 50 * MINUTE, ...(isLive && { now: 50 * MINUTE }) };
        const { evaluation } = evaluate({ times, values }, judgement, span);
        expect(breachStretches(evaluation.breaches)).toHaveLength(evaluation.figures.breaches);
      })
    );
  });
});

describe('breachRows', () => {
  it('lists the newest first, each by the worst of its levels', () => {
    const rows = breachRows(
      withBreaches([
        breach(NOW - 20 * DAY, NOW - 18 * DAY, { severity: 'warning', worst: { value: 22, time: NOW - 19 * DAY } }),
        breach(NOW - 5 * DAY, undefined, { severity: 'warning', worst: { value: 15, time: NOW - 2 * DAY } }),
        breach(NOW - 4 * DAY, NOW - 3 * DAY, { worst: { value: 18, time: NOW - 4 * DAY } }),
        breach(NOW - 2.5 * DAY, NOW - 1 * DAY, { worst: { value: 15, time: NOW - 2 * DAY } }),
      ]),
      VIEW
    );
    expect(rows).toMatchObject([
      {
        severity: 'critical',
        since: NOW - 5 * DAY,
        worstSince: NOW - 4 * DAY,
        until: undefined,
        lengthMs: 5 * DAY,
        worst: { value: 15, time: NOW - 2 * DAY },
      },
      { severity: 'warning', since: NOW - 20 * DAY, until: NOW - 18 * DAY, lengthMs: 2 * DAY, worst: { value: 22 } },
    ]);
  });

  it('claims no beginning that is out of view, and counts the least', () => {
    const [row] = breachRows(
      withBreaches([breach(0, NOW - 80 * DAY, { onset: null, firingSince: null, knownFrom: SPAN.from })]),
      VIEW
    );
    expect(row).toMatchObject({ since: null, knownFrom: SPAN.from, lengthMs: 4 * DAY });
    expect(row.deadline?.kind).toBe('before');
  });

  it('tells the rule of its time, and when it was followed by another', () => {
    const former = rule({ levels: [below('critical', 18)], text: stated({ owner: 'Sales' }), escalateAfterMs: DAY });
    const history = { versions: [{ rule: former }, { validFrom: NOW - 10 * DAY, rule: rule() }] };
    const rows = breachRows(
      withBreaches([breach(NOW - 20 * DAY, NOW - 18 * DAY), breach(NOW - 2 * DAY, undefined)], { history }),
      VIEW
    );
    expect(rows).toMatchObject([
      { rule: { forMs: 2 * DAY }, owner: 'Demand Gen', ruleUntil: undefined },
      { rule: former, owner: 'Sales', ruleUntil: NOW - 10 * DAY, level: { condition: { bounds: [18] } } },
    ]);
    // Due by its own rule: two days long, due after one.
    expect(rows[1]).toMatchObject({ deadline: { kind: 'at', at: NOW - 19 * DAY }, overdueMs: DAY });
  });

  it('is overdue from its due moment on, open or over', () => {
    const due = rule({ escalateAfterMs: DAY });
    const overdueOf = (end: number | undefined) =>
      breachRows(withBreaches([breach(NOW - 2 * DAY, end)], { rule: due }), VIEW)[0].overdueMs;
    expect(overdueOf(undefined)).toBe(DAY);
    expect(overdueOf(NOW - DAY)).toBe(0);
    expect(overdueOf(NOW - DAY - 1)).toBeUndefined();
  });

  it('counts the due moment of what is open from the level that fires still', () => {
    const [row] = breachRows(
      withBreaches([breach(NOW - 4 * DAY, undefined, { severity: 'warning' }), breach(NOW - 3 * DAY, NOW - 2 * DAY)], {
        rule: rule({ escalateAfterMs: 5 * DAY }),
      }),
      VIEW
    );
    expect(row).toMatchObject({ severity: 'critical', deadline: { kind: 'at', at: NOW + DAY } });
  });

  it('says who holds the role now, by the directory of now', () => {
    const table = { headers: ['Role', 'Person'], rows: [['Demand Gen', 'Ana Ruiz']] };
    const who = { directory: readDirectory(table, { timeZone: 'utc' }), holderOf };
    const [row] = breachRows(withBreaches([breach(NOW - 2 * DAY, undefined)]), VIEW, who);
    expect(row.ownerNow).toMatchObject({ kind: 'person', holder: { name: 'Ana Ruiz' } });
  });

  it('lists what is judged, where that is asked for', () => {
    const breaches = [breach(NOW - 2 * DAY, undefined)];
    const span = { from: NOW - 30 * DAY, to: NOW, now: NOW };
    const judged = metricProtocol({ judged: { on: 'lookBack', levels: [], breaches }, now: now() });
    expect(breachRows(judged, { on: 'lookBack', span })).toHaveLength(1);
    expect(breachRows(judged, VIEW)).toEqual([]);
  });
});
