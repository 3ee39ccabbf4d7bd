import fc from 'fast-check';

import { answered } from '../rule/answers';
import { QUESTIONS } from '../rule/fields';
import { ruleKind } from '../rule/kind';
import type { Rule } from '../rule/rule';
import { mergeRule } from '../rule/sources';
import type { Finding } from './coverage';
import { coverageReport, onlyMetrics, reviewOf } from './coverage';
import type { MetricProtocol } from './protocol';
import { metricProtocol, now, protocol, rule, stated } from '../testing/metricProtocol';

/** A metric that is called what it is about. */
function named(name: string, overrides: Partial<MetricProtocol> = {}): MetricProtocol {
  return metricProtocol({ id: name, name, ...overrides });
}

const reviewed = (reviewBy: string, overrides: Partial<Rule> = {}) =>
  rule({ text: stated({ owner: 'Ana', reviewBy }), ...overrides });

const WHOLE = { threshold: true, who: true, action: true, automation: true };
const NONE = { threshold: false, who: false, action: false, automation: false };

const METRICS = [
  named('whole'),
  named('no owner', { answered: { ...WHOLE, who: false } }),
  named('no steps, no automation', { answered: { ...WHOLE, action: false, automation: false } }),
  named('levels alone', { kind: 'levelOnly', answered: { ...NONE, threshold: true } }),
  named('nothing', { kind: 'unruled', answered: NONE }),
  named('context', { kind: 'context', answered: NONE, rule: reviewed('2026-11-01') }),
  named('past', { rule: reviewed('2026-11-22') }),
  named('today', { rule: reviewed('2026-11-23') }),
  named('changed', { rule: rule({ signatures: [{ source: 'default', state: 'changed' }] }) }),
  named('context, default changed', {
    kind: 'context',
    rule: rule({
      signatures: [{ source: 'default', state: 'changed' }],
      text: stated({ noRule: 'To read the others' }, 'override'),
    }),
  }),
  named('context, reason changed', {
    kind: 'context',
    rule: rule({
      signatures: [{ source: 'override', state: 'changed' }],
      text: stated({ noRule: 'To read the others' }, 'override'),
    }),
  }),
  named('context, the rest of the default stated otherwise', {
    kind: 'context',
    rule: rule({
      signatures: [{ source: 'default', state: 'kept', by: 'override' }],
      text: stated({ noRule: 'To read the others' }, 'default'),
    }),
  }),
  named('override over what was agreed', {
    rule: rule({ signatures: [{ source: 'default', state: 'kept', by: 'override' }] }),
  }),
  named('as agreed', { rule: rule({ signatures: [{ source: 'default', state: 'kept' }] }) }),
];

describe('coverageReport', () => {
  const report = coverageReport(METRICS, 'utc');

  it('counts whole rules, and each answer, of all metrics but context ones', () => {
    expect(report).toMatchObject({
      whole: 6,
      of: 10,
      answered: { threshold: 9, who: 7, action: 7, automation: 7 },
    });
  });

  it.each<[Finding, string[]]>([
    ['threshold', ['nothing']],
    ['who', ['no owner', 'levels alone', 'nothing']],
    ['action', ['no steps, no automation', 'levels alone', 'nothing']],
    ['automation', ['no steps, no automation', 'levels alone', 'nothing']],
    ['levelOnly', ['levels alone']],
    ['reviewPast', ['context', 'past']],
    ['reviewSoon', ['today']],
    ['changed', ['changed', 'context, reason changed', 'override over what was agreed']],
  ])('finds %s', (finding, names) => {
    expect(report.findings[finding].map(({ name }) => name)).toEqual(names);
  });

  it('asks which day it is where the panel is', () => {
    const late = named('late', { rule: reviewed('2026-11-23'), now: now({ at: Date.parse('2026-11-23T23:30:00Z') }) });
    expect(coverageReport([late], 'utc').findings.reviewPast).toEqual([]);
    expect(coverageReport([late], 'Europe/Berlin').findings.reviewPast).toEqual([late]);
    expect(coverageReport([late], 'America/New_York').findings.reviewSoon).toEqual([late]);
  });

  it('lacks nothing where no metric is counted', () => {
    const { whole, of, findings } = coverageReport([named('c', { kind: 'context', answered: NONE })], 'utc');
    expect([whole, of]).toEqual([0, 0]);
    expect(Object.values(findings).flat()).toEqual([]);
  });

  it('counts and finds add up, and what is whole lacks nothing', () => {
    const text = fc.constantFrom('', 'TBD', 'Ana');
    const critical = fc.constantFrom('', 20);
    const rules = fc.record({ critical, owner: text, action: text, automation: text, noRule: text });
    fc.assert(
      fc.property(fc.array(rules, { maxLength: 8 }), (given) => {
        const metrics = given.map((input, index) => {
          const merged = mergeRule({ default: { operator: '<', ...input } });
          return named(String(index), { rule: merged, kind: ruleKind(merged), answered: answered(merged) });
        });
        const { whole, of, answered: counts, findings } = coverageReport(metrics, 'utc');
        for (const question of QUESTIONS) {
          expect(counts[question] + findings[question].length).toBe(of);
          expect(counts[question]).toBeGreaterThanOrEqual(whole);
        }
      })
    );
  });
});

describe('reviewOf', () => {
  it.each([
    ['2026-11-22', 'past'],
    ['2026-11-23', 'soon'],
    ['2026-12-07', 'soon'],
    ['2026-12-08', undefined],
    [' 2025-01-01 ', 'past'],
    ['in spring', undefined],
    ['2026-02-30', undefined],
    ['', undefined],
  ] as const)('%j, seen on 23 November, is %s', (reviewBy, expected) => {
    expect(reviewOf(reviewed(reviewBy), '2026-11-23')).toBe(expected);
  });

  it('is none without a date', () => {
    expect(reviewOf(rule(), '2026-11-23')).toBeUndefined();
  });
});

describe('onlyMetrics', () => {
  it('keeps the order of the worst, and what is counted of all', () => {
    const [a, b, c] = ['a', 'b', 'c'].map((name) => named(name));
    const all = protocol([a, b, c], { worstFirst: [2, 0, 1], coverage: { whole: 1, of: 3 } });
    const some = onlyMetrics(all, [b, c]);
    expect(some.worstFirst.map((index) => some.metrics[index].name)).toEqual(['c', 'b']);
    expect(some.coverage).toEqual({ whole: 1, of: 3 });
    expect(onlyMetrics(all, []).worstFirst).toEqual([]);
  });
});
