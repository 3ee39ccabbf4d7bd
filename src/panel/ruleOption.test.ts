import type { Field, FieldConfigSource } from '@grafana/data';
import {
  FieldConfigEditorBuilder,
  FieldType,
  applyFieldOverrides,
  createTheme,
  standardEditorsRegistry,
  toDataFrame,
  FieldConfigOptionsRegistry,
} from '@grafana/data';

import { readStatedRules } from '../frames/statedRules';
import { stackOverrides } from '../rule/stackOverrides';
import { addRuleOption } from './ruleOption';

beforeAll(() => standardEditorsRegistry.setInit(() => []));

/** The field of a frame after Grafana has applied a field config, as it does before a panel renders. */
function applied(fieldConfig: FieldConfigSource): Field {
  const builder = new FieldConfigEditorBuilder<unknown>();
  addRuleOption(builder);
  const items = builder.getRegistry().list();
  const registry = new FieldConfigOptionsRegistry(() =>
    items.map((item) => ({ ...item, id: `custom.${item.id}`, isCustom: true }))
  );
  const frame = toDataFrame({
    fields: [
      { name: 'time', type: FieldType.time, values: [1] },
      { name: 'conversion', type: FieldType.number, values: [20] },
    ],
  });
  const [result] = applyFieldOverrides({
    data: [frame],
    fieldConfig,
    fieldConfigRegistry: registry,
    replaceVariables: (text) => text,
    theme: createTheme(),
  });
  return result.fields[1];
}

const byName = (...values: unknown[]): FieldConfigSource['overrides'] =>
  values.map((value) => ({
    matcher: { id: 'byName', options: 'conversion' },
    properties: [{ id: 'custom.rule', value }],
  }));

function stated(defaultRule: unknown, ...overrides: unknown[]) {
  const fieldConfig = { defaults: { custom: { rule: defaultRule } }, overrides: byName(...overrides) };
  const read = readStatedRules(applied(fieldConfig), fieldConfig.defaults);
  return { default: read.default, override: stackOverrides(read.overrides ?? []) };
}

describe('the rule option', () => {
  it.each<[string, unknown, unknown[], object]>([
    ['nothing', undefined, [], { default: undefined, override: undefined }],
    ['a default rule', { owner: 'A' }, [], { default: { owner: 'A' }, override: undefined }],
    ['an override alone', undefined, [{ owner: 'B' }], { default: undefined, override: { owner: 'B' } }],
    ['both, apart', { owner: 'A' }, [{ for: '2d' }], { default: { owner: 'A' }, override: { for: '2d' } }],
    [
      'several overrides, the last one winning field by field',
      { owner: 'A' },
      [
        { for: '2d', action: 'Call' },
        { for: '1d', action: '' },
      ],
      { default: { owner: 'A' }, override: { for: '1d', action: 'Call' } },
    ],
    [
      'an override that is still blank, which takes nothing away',
      { owner: 'A' },
      [{ for: '2d' }, undefined],
      { default: { owner: 'A' }, override: { for: '2d' } },
    ],
    [
      'the recovery of several overrides, each level by itself',
      undefined,
      [{ recovery: { warning: 1, critical: 2 } }, { recovery: { critical: 3 } }],
      { default: undefined, override: { recovery: { warning: 1, critical: 3 } } },
    ],
    ['something that is no rule, as it is', undefined, ['twenty'], { default: undefined, override: 'twenty' }],
  ])('reads %s', (_, defaultRule, overrides, expected) => {
    expect(stated(defaultRule, ...overrides)).toEqual(expected);
  });

  it('is for numbers only', () => {
    const builder = new FieldConfigEditorBuilder<unknown>();
    addRuleOption(builder);
    const [item] = builder.getRegistry().list();
    expect(item.shouldApply({ type: FieldType.string } as Field)).toBe(false);
    expect(item.shouldApply({ type: FieldType.number } as Field)).toBe(true);
  });
});
