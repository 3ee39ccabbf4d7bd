import type { FieldMetric } from '../../frames/metrics';
import { findMetrics } from '../../frames/metrics';
import { metricsAt, ownPlace, placeOf, rulesFor, withOwnRule } from './formPlace';
import { editedPanelOf, overrideOf } from '../../testing/editedPanel';

const DEFAULT = { owner: 'Everybody' };
const OF_LEADS = { owner: 'Growth' };
const BLANK = {};

const panel = editedPanelOf(
  { Leads: [1], Visits: [2], Signups: [3] },
  {
    default: DEFAULT,
    overrides: [
      { matcher: { id: 'byName', options: 'Visits' }, properties: [{ id: 'unit', value: 'percent' }] },
      overrideOf('Leads', OF_LEADS),
      {
        matcher: { id: 'byRegexp', options: '/^(Leads|Signups)$/' },
        properties: [{ id: 'custom.rule', value: BLANK }],
      },
      { matcher: { id: 'byTypes', options: 5 }, properties: [{ id: 'custom.rule', value: { owner: 'x' } }] },
      { matcher: { id: 'byMagic', options: 'Leads' }, properties: [{ id: 'custom.rule', value: { owner: 'x' } }] },
    ],
  }
);
const metrics = findMetrics(panel.data.series) as FieldMetric[];
const [leads, visits] = metrics;

it('tells the rules that are stated for a metric, lowest first; broken matchers are for none', () => {
  expect(rulesFor(leads, panel)).toEqual([
    { place: 'default', value: DEFAULT },
    { place: 1, value: OF_LEADS },
    { place: 2, value: BLANK },
  ]);
  expect(rulesFor(visits, panel)).toEqual([{ place: 'default', value: DEFAULT }]);
});

it('writes a metric’s rule where it wins', () => {
  expect(metrics.map((metric) => ownPlace(metric, panel))).toEqual([2, 'default', 2]);
});

it.each([
  ['default', ['Visits']],
  [1, ['Leads']],
  [2, ['Leads', 'Signups']],
  [0, []],
] as const)('the rule at %s is for %j', (place, names) => {
  expect(metricsAt(place, metrics, panel).map(({ name }) => name)).toEqual(names);
});

it.each<[string, unknown, number | undefined, number | undefined]>([
  ['the override that holds the very value', OF_LEADS, undefined, 1],
  ['not an equal one', { owner: 'Growth' }, undefined, undefined],
  ['the place before, while a change is on its way', { owner: 'Growth!' }, 1, 1],
  ['another place, once the value is found there alone', BLANK, 1, 2],
])('finds %s', (_, value, before, expected) => {
  expect(placeOf(value, panel.fieldConfig, before)).toBe(expected);
});

it('does not guess among several blank rules, but keeps to the place that it knew', () => {
  const { fieldConfig } = editedPanelOf(
    { A: [1] },
    { overrides: [overrideOf('A', undefined), overrideOf('B', undefined)] }
  );
  expect(placeOf(undefined, fieldConfig)).toBeUndefined();
  expect(placeOf(undefined, fieldConfig, 1)).toBe(1);
});

it('adds a rule for one metric, and changes nothing else', () => {
  const changed = withOwnRule(panel.fieldConfig, 'Visits');
  expect(changed.overrides.slice(0, -1)).toEqual(panel.fieldConfig.overrides);
  expect(ownPlace(visits, { ...panel, fieldConfig: changed })).toBe(5);
});
