import { TextDecoder, TextEncoder } from 'util';

import type { ImportContext } from './readImport';
import { readImport, readText } from './readImport';

// jsdom has none.
Object.assign(globalThis, { TextDecoder });

const bytes = (text: string) => new TextEncoder().encode(text).buffer as ArrayBuffer;
const CONTEXT: ImportContext = {
  metrics: [
    { name: 'Leads', unit: 'percentunit' },
    { name: 'Sales EMEA', unit: 'percent' },
    { name: 'Sales US', unit: 'percent' },
  ],
};

function read(name: string, content: string | ArrayBuffer, context: Partial<ImportContext> = {}) {
  const file = { name, bytes: typeof content === 'string' ? bytes(content) : content };
  return readImport(file, { ...CONTEXT, ...context });
}

const YAML = 'protocolRules: 1\nrules:\n  - metric: Leads\n    owner: Ana\n';
const CSV = 'metric,owner\nLeads,Ana\n';
const JSON_TEXT = '{ "protocolRules": 1, "rules": [{ "metric": "Leads", "owner": "Ana" }] }';

describe('readImport', () => {
  it.each([
    ['rules.yaml', YAML],
    ['rules.YML', YAML],
    ['rules.json', JSON_TEXT],
    ['rules.csv', CSV],
    ['rules.txt', YAML],
    ['rules.txt', JSON_TEXT],
    ['rules', CSV],
  ])('reads %s', (name, text) => {
    const rules = [{ metric: 'Leads', rule: { owner: 'Ana' } }];
    expect(read(name, text)).toMatchObject({ rules, problems: [], blank: [] });
  });

  it('reads what spreadsheets save', () => {
    const windows = Uint8Array.from([...'metric;owner\nLeads;Zo'].map((c) => c.charCodeAt(0)).concat(0xeb)).buffer;
    expect(read('a.csv', windows).rules[0].rule).toEqual({ owner: 'Zoë' });
    const unicode = Buffer.from('\uFEFFmetric\towner\r\nLeads\tZoë\r\n', 'utf16le');
    const swapped = Buffer.from(unicode).swap16();
    for (const wide of [unicode, unicode.subarray(2), swapped, swapped.subarray(2)]) {
      expect(read('a.txt', new Uint8Array(wide).buffer).rules[0].rule).toEqual({ owner: 'Zoë' });
    }
  });

  it('reads cells in the unit of the metrics that they are for', () => {
    const { rules, problems } = read('a.csv', 'metric,critical\nLeads,20 %\nSales *,20 %\n*,20 %\nTypo,6 h\n');
    expect(rules.map(({ rule }) => rule.critical)).toEqual([0.2, 20, undefined, undefined]);
    expect(problems).toMatchObject([
      { problem: { code: 'noUnit', row: 4, found: '20 %' } },
      { problem: { code: 'noUnit', row: 5, found: '6 h' } },
    ]);
  });

  it('says first which metric a misspelt name may mean, and nothing of its unit', () => {
    const { problems, unclean } = read('a.csv', 'metric,critical,reviewBy\nLeads,20 %,soon\nSales EMEB,20 %,\n');
    expect(problems).toMatchObject([
      { problem: { code: 'matchesNothing', row: 3, found: 'Sales EMEB', meant: 'Sales EMEA' } },
      { problem: { code: 'notADate', row: 2 } },
    ]);
    expect(unclean).toEqual(['Leads', 'Sales EMEB']);
  });

  it('is told how the file writes fractions', () => {
    expect(read('a.csv', 'metric;critical\nX;1.234', { decimal: ',' }).rules[0].rule.critical).toBe(1234);
  });

  it('says what is no file of rules', () => {
    expect(read('a.yaml', 'hello').problems).toMatchObject([{ code: 'notARuleFile' }]);
    expect(read('a.csv', 'hello').problems).toMatchObject([{ problem: { code: 'noMetricColumn' } }]);
  });

  it('keeps no row that nobody filled in, so that a glob goes on counting', () => {
    const text = 'metric,owner,no data\nLeads,,\nSales EMEA,,soon\nSales *,Ana,\n';
    const { rules, blank, unclean } = read('a.csv', text);
    expect(rules).toEqual([{ metric: 'Sales *', rule: { owner: 'Ana' } }]);
    expect(blank).toEqual(['Leads', 'Sales EMEA']);
    expect(unclean).toBeUndefined();
  });
});

describe('readText', () => {
  it.each([
    ['what Excel copies', 'KPI\tAct when\tWho acts\tFirst step\r\nLeads\tbelow\tAna\t"Pause\n""all"""\r\n'],
    ['what Google Sheets copies', 'KPI\tAct when\tWho acts\tFirst step\nLeads\tbelow\tAna\t"Pause\n""all"""'],
    ['CSV', 'KPI;Act when;Who acts;First step\nLeads;below;Ana;"Pause\n""all"""'],
  ])('reads %s', (_, text) => {
    expect(readText(text, CONTEXT)).toEqual({
      placeOf: expect.any(Function),
      rules: [{ metric: 'Leads', rule: { operator: '<', owner: 'Ana', action: 'Pause\n"all"' } }],
      blank: [],
      problems: [],
      table: { rows: 1, columns: 4, fields: 4 },
    });
  });

  it.each([YAML, JSON_TEXT])('reads %j', (text) => {
    expect(readText(text, CONTEXT)).toEqual({
      placeOf: expect.any(Function),
      rules: [{ metric: 'Leads', rule: { owner: 'Ana' } }],
      blank: [],
      problems: [],
    });
  });

  it('takes a part of a YAML file for YAML, and says what is missing', () => {
    expect(readText('  - metric: Leads\n    owner: Ana', CONTEXT).problems).toMatchObject([{ code: 'notARuleFile' }]);
  });

  it('says how much it understood', () => {
    const rows = ['Metric\tWho acts\tRunbook\tRemark', 'Leads\tAna\t\tnew', '\t\t\t', 'Visits\tBen\t\t'];
    const text = `Leads of 2026\n\n${rows.join('\n')}`;
    expect(readText(text, CONTEXT).table).toEqual({ rows: 2, columns: 3, fields: 2 });
  });
});
