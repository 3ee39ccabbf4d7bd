import fc from 'fast-check';

import type { FieldMetric } from '../../frames/metrics';
import { findMetrics } from '../../frames/metrics';
import { buildProtocol } from '../../protocol/buildProtocol';
import { mergeHistory } from '../../rule/history';
import { editedPanelOf } from '../../testing/editedPanel';
import { testRules } from './testRule';

const SERIES = { Rate: Array.from({ length: 61 }, () => 5), Leads: Array.from({ length: 61 }, () => 3) };

/** The first of some series, tested on a rule that it has for all of them; undefined where there is nothing to test. */
function tested(rule: object, series: Record<string, number[]> = SERIES) {
  const panel = editedPanelOf(series, { default: rule });
  const metrics = findMetrics(panel.data.series) as FieldMetric[];
  const { from, to } = panel.data.timeRange;
  const span = { from: from.valueOf(), to: to.valueOf() };
  const history = mergeHistory({ default: rule });
  const ruled = metrics.map((metric) => ({ metric, history, format: String, formatLevel: String, color: 'green' }));
  const protocol = buildProtocol(ruled, { judged: span, view: span }, []);
  const [result] = testRules(metrics.slice(0, 1), { all: metrics, protocol });
  return { span, ...result, told: protocol.metrics[0] };
}

/** Calls of a rule, those without `for`, and those without recovery, for one value a minute; with those that may be. */
function callsOf(values: number[], rule: object) {
  const { test } = tested({ operator: '>', owner: 'Growth', ...rule }, { Rate: values });
  return (
    test &&
    [test.calls, test.callsWithoutFor, test.callsWithoutRecovery].map(({ fewest, most }) =>
      fewest === most ? fewest : [fewest, most]
    )
  );
}

it('tests the version of a moment, whatever is in force now', () => {
  const panel = editedPanelOf(SERIES, {});
  const [metric] = findMetrics(panel.data.series) as FieldMetric[];
  const span = { from: panel.data.timeRange.from.valueOf(), to: panel.data.timeRange.to.valueOf() };
  const now = { operator: '>', critical: 10, owner: 'Growth' };
  const next = { ...now, critical: 4, validFrom: '2026-12-01' };
  const sources = { default: { ...next, earlier: [now] } };
  const ruled = [{ metric, history: mergeHistory(sources), format: String, formatLevel: String, color: 'green' }];
  const protocol = buildProtocol(ruled, { judged: span, view: span }, []);
  const levelAt = (at?: number) => {
    const [result] = testRules([metric], {
      all: [metric],
      protocol,
      at,
      stated: [{ id: metric.id, metric: 'Rate', sources }],
    });
    return result.metric.rule.levels[0].condition.bounds;
  };
  expect(levelAt()).toEqual([10]);
  expect(levelAt(Date.parse('2026-11-30'))).toEqual([10]);
  expect(levelAt(Date.parse('2026-12-01'))).toEqual([4]);
  expect(testRules([metric], { all: [metric], protocol, at: span.to })).toEqual([]);
});

const asksForVolume = { operator: '<', critical: 1, minVolume: 20, volumeSeries: 'Leads' };

it('tests the present version for all the time, whatever volume an earlier one asked for', () => {
  const validFrom = new Date(tested(asksForVolume).span.from + 30 * 60_000).toISOString();
  const { metric, told } = tested({ operator: '<', critical: 1, validFrom, earlier: [asksForVolume] });
  expect(told.view.tooFewStretches).toHaveLength(1);
  expect(metric.view.tooFewStretches).toEqual([]);
});

it('shows where the present version finds too few', () => {
  const { metric, span } = tested(asksForVolume);
  expect(metric.view.tooFewStretches).toEqual([span]);
});

it.each<[string, number[], object, Array<number | number[]> | undefined]>([
  ['each stretch is a call', [0, 20, 0, 20, 20, 0], { critical: 10 }, [2, 2, 2]],
  ['`for` saves the short ones', [0, 20, 0, 20, 20, 20, 0, 20, 0], { critical: 10, for: '2m' }, [1, 3, 1]],
  [
    'a recovery level saves those in between',
    [0, 20, 8, 20, 8, 20, 0],
    { critical: 10, recovery: { critical: 5 } },
    [1, 1, 3],
  ],
  ['so does keepFiringFor', [0, 20, 0, 20, 0, 0, 0, 20, 0], { critical: 10, keepFiringFor: '2m' }, [2, 2, 3]],
  ['a warning that becomes critical is one call', [0, 7, 20, 7, 0], { warning: 5, critical: 10 }, [1, 1, 1]],
  ['nobody is named yet', [0, 20, 0, 20, 20, 20, 0, 20, 0], { critical: 10, for: '2m', owner: '' }, [1, 3, 1]],
  [
    'it may have begun before the data',
    [20, 20, 0],
    { critical: 10 },
    [
      [0, 1],
      [0, 1],
      [0, 1],
    ],
  ],
  [
    'only without recovery is its beginning known',
    [8, 8, 20, 20],
    { critical: 10, recovery: { critical: 5 } },
    [[0, 1], [0, 1], 1],
  ],
  [
    'it may have waited before the data',
    [20, 0, 0],
    { critical: 10, for: '5m' },
    [
      [0, 1],
      [0, 1],
      [0, 1],
    ],
  ],
  ['what never is beyond its level calls nobody', [8, 8, 8], { critical: 10, recovery: { critical: 5 } }, [0, 0, 0]],
  ['no level, no test', [0, 20, 0], {}, undefined],
])('counts calls: %s', (_, values, rule, expected) => {
  expect(callsOf(values, rule)).toEqual(expected);
});

it('`for` never adds a call', () => {
  const values = fc.array(fc.option(fc.integer({ min: 0, max: 20 }), { nil: NaN }), { minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(values, fc.integer({ min: 0, max: 5 }), (some, lasting) => {
      const { test } = tested({ operator: '>', critical: 10, for: `${lasting}m` }, { Rate: some });
      expect(test.calls.fewest).toBeLessThanOrEqual(test.callsWithoutFor.most);
    })
  );
});
