import type { RuleRow } from '../../protocol/protocol';
import type { RuleSources } from '../../rule/sources';
import { mergeRule } from '../../rule/sources';
import type { StatedRule } from '../form/formPlace';
import { ruleOrigins } from './ruleOrigins';

const SHEET: RuleRow = { kind: 'sheet', metric: 'Leads', query: 'S', rows: [2] };
const FILE: RuleRow = { kind: 'file', metric: 'Lead*' };
const DEFAULT = { place: 'default', value: { escalateTo: 'COO' } } as const;

function originsOf(sources: RuleSources, { stated = [], row }: { stated?: readonly StatedRule[]; row?: RuleRow } = {}) {
  return ruleOrigins({ rule: mergeRule(sources), row }, stated).map(({ place, fields }) => [place, fields.join(' ')]);
}

it('tells each place with the fields that it gives, the more specific first', () => {
  const sources = {
    override: { owner: 'Growth' },
    sheet: { operator: '<', critical: 20, owner: 'Demand Gen', action: 'Call' },
    default: { escalateTo: 'COO', action: 'Look' },
  };
  const stated: StatedRule[] = [DEFAULT, { place: 3, value: { owner: 'Growth' } }];
  expect(originsOf(sources, { stated, row: SHEET })).toEqual([
    [3, 'owner'],
    ['sheet', 'operator critical action'],
    ['default', 'escalateTo'],
  ]);
  expect(originsOf(sources, { stated, row: FILE })[1]).toEqual(['file:Lead*', 'operator critical action']);
});

it('tells overrides apart: the last one that states a field gives it', () => {
  const stated: StatedRule[] = [
    DEFAULT,
    { place: 0, value: { owner: 'A', for: '5m', recovery: { critical: 25 } } },
    { place: 2, value: { owner: 'B', for: ' ' } },
  ];
  const override = { operator: '<', critical: 20, recovery: { critical: 25 }, owner: 'B', for: '5m' };
  expect(originsOf({ override }, { stated })).toEqual([
    // Nobody among these states the operator and the level: then it is the one that wins.
    [2, 'operator critical owner'],
    [0, 'recoveryCritical for'],
  ]);
});

it('finds a field in an earlier version of its override', () => {
  const value = { owner: 'B', validFrom: '2026-12-01', earlier: [{ owner: 'A', contact: '#a' }] };
  expect(originsOf({ override: { owner: 'A', contact: '#a' } }, { stated: [DEFAULT, { place: 0, value }] })).toEqual([
    [0, 'owner contact'],
  ]);
});

it('tells where what can’t be read is written', () => {
  const sources = { sheet: { operator: '<', critical: 20, for: '2 dayz' }, default: { owner: 'Everybody' } };
  expect(originsOf(sources, { row: SHEET })).toEqual([
    ['sheet', expect.stringContaining('for')],
    ['default', 'owner'],
  ]);
});

it('tells of levels that are Grafana’s own thresholds, and of nothing where nothing is written', () => {
  const thresholds = {
    mode: 'absolute',
    steps: [
      { value: null, color: 'green' },
      { value: 90, color: 'red' },
    ],
  };
  expect(originsOf({ default: { owner: 'Everybody' }, thresholds })).toEqual([
    ['default', 'owner'],
    ['thresholds', 'critical'],
  ]);
  expect(originsOf({})).toEqual([]);
});
