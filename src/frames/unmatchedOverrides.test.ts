import type { DataFrame } from '@grafana/data';
import { FieldType, toDataFrame } from '@grafana/data';

import { unmatchedOverrides } from './unmatchedOverrides';

const RULE = { critical: 20, owner: 'Ana' };

/** A frame of two metrics, as Grafana gives it to a panel; the rules that it gave to a metric are in its config. */
function frames({ given = [], displayName }: { given?: unknown[]; displayName?: string } = {}): DataFrame[] {
  return [
    toDataFrame({
      refId: 'A',
      fields: [
        { name: 'time', type: FieldType.time, values: [1] },
        {
          name: 'leads',
          type: FieldType.number,
          values: [1],
          config: { displayName, custom: { rule: { stacked: given } } },
        },
        { name: 'deals', type: FieldType.number, values: [1] },
        { name: 'region', type: FieldType.string, values: ['emea'] },
      ],
    }),
  ];
}

function unmatched(matcher: { id: string; options?: unknown }, value: unknown = RULE, series = frames()) {
  const fieldConfig = { defaults: {}, overrides: [{ matcher, properties: [{ id: 'custom.rule', value }] }] };
  return unmatchedOverrides(fieldConfig, series).map(({ name }) => name);
}

describe('unmatchedOverrides', () => {
  it.each<[string, { id: string; options?: unknown }, string[]]>([
    ['a name', { id: 'byName', options: 'leads' }, []],
    ['a name that is gone', { id: 'byName', options: 'orders' }, ['orders']],
    ['a pattern', { id: 'byRegexp', options: '/^de/' }, []],
    ['a pattern that fits none', { id: 'byRegexp', options: '/^x/' }, ['/^x/']],
    ['a query', { id: 'byFrameRefID', options: 'A' }, []],
    ['a query that is gone', { id: 'byFrameRefID', options: 'B' }, ['B']],
    ['names', { id: 'byNames', options: { names: ['orders', 'visits'] } }, ['All of: orders, visits']],
    ['a field that is no metric', { id: 'byName', options: 'region' }, ['region']],
    ['the time alone', { id: 'byType', options: 'time' }, ['time']],
    ['a matcher that is not known here', { id: 'byMoon', options: 3 }, ['byMoon']],
    ['a matcher whose options are none', { id: 'byValue', options: null }, ['By value (reducer)']],
  ])('%s', (_, matcher, expected) => {
    expect(unmatched(matcher, RULE, frames())).toEqual(expected);
  });

  it.each([[null], [{}], ['']])('passes over a rule that is still blank: %j', (value) => {
    expect(unmatched({ id: 'byName', options: 'orders' }, value)).toEqual([]);
  });

  it('passes over overrides without a rule', () => {
    const overrides = [
      { matcher: { id: 'byName', options: 'orders' }, properties: [{ id: 'unit', value: 'percent' }] },
    ];
    expect(unmatchedOverrides({ defaults: {}, overrides }, frames())).toEqual([]);
  });

  it('knows an override again that renames what it matches', () => {
    const renamed = frames({ given: [RULE], displayName: 'Leads a day' });
    renamed[0].fields[1].name = 'Value';
    expect(unmatched({ id: 'byRegexp', options: '/lea/' }, { ...RULE }, renamed)).toEqual([]);
  });

  it('is not taken in by another override that states the same', () => {
    const properties = [{ id: 'custom.rule', value: RULE }];
    const overrides = ['leads', 'orders'].map((options) => ({ matcher: { id: 'byName', options }, properties }));
    const series = frames({ given: [{ ...RULE }] });
    expect(unmatchedOverrides({ defaults: {}, overrides }, series)).toEqual([{ name: 'orders', source: 'override' }]);
  });

  it('finds none to match where there is no metric', () => {
    expect(unmatched({ id: 'byName', options: 'leads' }, RULE, [])).toEqual(['leads']);
  });
});
