import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

import { readRuleInput } from '../../rule/read';
import { ruleSchema } from '../../rule/schema';
import { readCsv } from './csvFile';
import { schemaFiles } from './jsonSchema';
import { readRuleFile, ruleFileSchema } from './ruleFile';

const SCHEMAS = join(__dirname, '../../../docs/schema');
const EXAMPLES = join(SCHEMAS, 'examples');

const read = (...path: string[]) => readFileSync(join(...path), 'utf8');
const example = (name: string): unknown =>
  name.endsWith('.yaml') ? parse(read(EXAMPLES, name)) : JSON.parse(read(EXAMPLES, name));
const examples = readdirSync(EXAMPLES).filter((name) => !name.endsWith('.csv'));
const files = examples.filter((name) => name.startsWith('rule-file.'));
const rules = examples.filter((name) => !name.startsWith('rule-file.'));

/** What the schema of a file says against a value; nothing where it is valid. */
function complaints(file: string, value: unknown): string | undefined {
  const ajv = addFormats(new Ajv({ allErrors: true }));
  return ajv.validate(JSON.parse(read(SCHEMAS, file)), value) ? undefined : ajv.errorsText();
}

it.each(Object.keys(schemaFiles()))('%s is what `npm run schema` writes', (name) => {
  expect(JSON.parse(read(SCHEMAS, name))).toEqual(schemaFiles()[name]);
});

it('every schema in the folder is written', () => {
  expect(
    readdirSync(SCHEMAS)
      .filter((name) => name.endsWith('.json'))
      .sort()
  ).toEqual(Object.keys(schemaFiles()).sort());
});

it('every field of a rule says what it is', () => {
  const schema = schemaFiles()['rule-file.v1.schema.json'] as {
    properties: { rules: { items: { properties: Record<string, { description?: string }> } } };
  };
  const { properties } = schema.properties.rules.items;
  expect(Object.keys(properties)).toEqual(['metric', ...Object.keys(ruleSchema.shape)]);
  expect(Object.keys(properties).filter((name) => !properties[name].description)).toEqual([]);
});

describe('examples', () => {
  it.each(rules)('%s is a rule', (name) => {
    expect(complaints('rule.v1.schema.json', example(name))).toBeUndefined();
    expect(ruleSchema.safeParse(example(name)).error).toBeUndefined();
    expect(readRuleInput(example(name), 'override')).toEqual({ input: example(name), problems: [] });
  });

  it.each(files)('%s is a rule file', (name) => {
    expect(complaints('rule-file.v1.schema.json', example(name))).toBeUndefined();
    expect(ruleFileSchema.safeParse(example(name)).error).toBeUndefined();
    expect(readRuleFile(example(name)).problems).toEqual([]);
  });

  it('rules.csv is a rule file', () => {
    const { rules: imported, problems } = readCsv(read(EXAMPLES, 'rules.csv'), { unitOf: () => ({ unit: 'percent' }) });
    expect(problems).toEqual([]);
    expect(imported).toMatchObject([
      { metric: 'Lead conversion', rule: { operator: '<', critical: 20, for: '2d', earlier: [{ critical: 18 }] } },
      { metric: 'Response time *', rule: { operator: '>', critical: 6, for: '4h' } },
    ]);
  });
});

it.each<[string, unknown]>([
  ['a duration in words', { for: '2 days' }],
  ['a number in quotes', { critical: '20' }],
  ['a range of three', { critical: [1, 2, 3] }],
  ['a field that is none', { owned: 'Ana' }],
  ['an operator that is none', { operator: 'below' }],
  ['versions in versions', { earlier: [{ earlier: [] }] }],
  ['a date in words', { agreedOn: '2 March 2026' }],
])('the schema refuses %s', (_, rule) => {
  expect(complaints('rule.v1.schema.json', rule)).toBeDefined();
});
