import { ThresholdsMode } from '@grafana/data';

import { plain } from '../../testing/plain';
import type { FieldMetric } from '../../frames/metrics';
import { findMetrics } from '../../frames/metrics';
import type { StatedRule } from './formPlace';
import { inheritedFor, placeWords } from './inherited';
import { editedPanelOf } from '../../testing/editedPanel';

const [leads, visits] = findMetrics(editedPanelOf({ Leads: [1], Visits: [2] }).data.series) as FieldMetric[];
const withThresholds: FieldMetric = {
  ...leads,
  field: {
    ...leads.field,
    config: {
      thresholds: {
        mode: ThresholdsMode.Absolute,
        steps: [
          { value: -Infinity, color: 'green' },
          { value: 70, color: 'orange' },
          { value: 90, color: 'red' },
        ],
      },
    },
  },
};
const rules: StatedRule[] = [
  { place: 'default', value: { owner: 'Everybody', critical: 20, for: '5m', recovery: { critical: 25 } } },
  { place: 2, value: { owner: 'Growth', critical: ' ', for: null } },
];

it.each([
  ['the topmost that states it', 'owner', { from: 2, value: 'Growth' }],
  ['not a blank one', 'critical', { from: 'default', value: 20 }],
  ['not one that is null', 'for', { from: 'default', value: '5m' }],
  ['what is stored inside another field', 'recoveryCritical', { from: 'default', value: 25 }],
  ['nothing where nothing is stated', 'contact', undefined],
] as const)('is %s', (_, field, expected) => {
  expect(inheritedFor(field, [{ metric: leads, rules }])).toEqual(expected);
});

it('is the level of the thresholds where no rule states one', () => {
  const below = [{ metric: withThresholds, rules }];
  expect(inheritedFor('warning', below)).toEqual({ from: 'thresholds', value: 70 });
  expect(inheritedFor('critical', below)).toEqual({ from: 'default', value: 20 });
});

it('differs where metrics inherit different values, or from different places', () => {
  const below = [
    { metric: leads, rules },
    { metric: visits, rules: rules.slice(0, 1) },
  ];
  expect(inheritedFor('owner', below)).toEqual({ differs: true });
  expect(inheritedFor('critical', below)).toEqual({ from: 'default', value: 20 });
  expect(inheritedFor('owner', [])).toBeUndefined();
});

it('says where it is from', () => {
  expect((['default', 'sheet', 'thresholds', 2] as const).map((from) => placeWords(plain, from))).toEqual([
    'rule for all',
    'rule sheet',
    'thresholds',
    'override 3',
  ]);
});
