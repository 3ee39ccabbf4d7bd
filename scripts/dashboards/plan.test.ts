import { toDataFrame } from '@grafana/data';

import { csvToColumns } from '../../demo/datasources/testdata/csv';
import type { FoundTable } from '../../src/panel/sheets/readSheets';
import { readSheets } from '../../src/panel/sheets/readSheets';
import { buildProtocol } from '../../src/protocol/buildProtocol';
import { withHolders } from '../../src/protocol/holders';
import type { FieldMetric } from '../../src/frames/metrics';
import { findMetrics } from '../../src/frames/metrics';
import { sheetMetric, sheetTable } from '../../src/frames/sheetTable';
import { contactOf } from '../../src/tables/directory/holder';
import { mergeHistory } from '../../src/rule/history';
import { timeWords } from '../../src/locales/timeWords';
import { plain } from '../../src/testing/plain';
import { DAY } from '../../src/time/units';
import { agreedWords } from '../../src/words/agreedWords';
import { planCsvs } from './planSeries.mjs';

const PERCENT = ['Lead conversion', 'Win rate', 'Average discount'];

type Csvs = Record<string, string>;

/** What a panel tells of figures with a sheet and a directory, written and looked at at a moment. */
function told(now: number, [figures, rules, people]: [string, string, string]) {
  const csvs: Csvs = planCsvs(now);
  const frameOf = (name: string) => toDataFrame({ refId: name, fields: csvToColumns(csvs[name]) });
  const tableOf = (name: string): FoundTable => ({ refId: name, table: sheetTable(frameOf(name)) });
  const metrics = (findMetrics([frameOf(figures)]) as FieldMetric[]).map(withUnit);
  const sheets = readSheets({ ruleSheet: tableOf(rules), directory: tableOf(people) });
  const { rules: stated, found } = sheets.rulesOf(metrics.map(sheetMetric));
  const span = { from: now - 182 * DAY, to: now, now };
  const ruled = metrics.map((metric, index) => ({
    metric,
    history: mergeHistory({ sheet: stated[index] }),
    format: String,
    formatLevel: String,
    color: '',
  }));
  const protocol = withHolders(buildProtocol(ruled, { judged: span, view: span }, []), sheets.who);
  return { metrics: protocol.metrics, found };
}

/** As the dashboard's overrides do. */
function withUnit(metric: FieldMetric): FieldMetric {
  const unit = PERCENT.includes(metric.name) ? 'percent' : undefined;
  const suffix = metric.name.startsWith('Lead response') ? 'h' : undefined;
  const display = () => ({ text: '1', numeric: 1, suffix });
  return { ...metric, field: { ...metric.field, config: { unit }, display } };
}

describe.each([
  '2026-03-02T00:00:00Z',
  '2026-03-29T01:59:00Z',
  '2026-11-23T09:00:00Z',
  '2027-01-01T00:00:00Z',
  '2027-12-31T23:59:59Z',
  '2028-02-29T12:00:00Z',
])('the plan in a sheet at %s', (moment) => {
  const now = Date.parse(moment);

  it('has no rule whose agreement is not kept', () => {
    const times = timeWords(plain, { timeZone: 'utc', now });
    const ruled = told(now, ['figures', 'rules', 'people']).metrics.filter(({ kind }) => kind === 'ruled');
    const agreed = ruled.map((metric) => agreedWords(plain, metric, times));
    expect(agreed.length).toBeGreaterThan(8);
    expect(agreed.filter((words) => !/^Agreed by Sales and Finance, \d+ \w+ \d{4}$/.test(words ?? ''))).toEqual([]);
  });

  it('shows a handful of states, the same on every day', () => {
    const { metrics } = told(now, ['figures', 'rules', 'people']);
    const states = metrics.map(({ name, kind, now }) =>
      [`${name}:`, kind === 'ruled' ? now.state : kind, 'severity' in now ? now.severity : ''].filter(Boolean).join(' ')
    );
    expect(states).toEqual([
      'Lead conversion: firing critical',
      'Win rate: normal',
      'Pipeline coverage: normal',
      'Average discount: firing warning',
      'Open handoff disputes: pending warning',
      'New leads: context',
      'Lead response DACH: normal',
      'Lead response Iberia: firing critical',
      'Lead response Canada: normal',
      'Churned accounts: firing warning',
    ]);
    expect(metrics.flatMap(({ rule }) => rule.problems)).toEqual([]);
  });

  it('has a row for every metric, nothing that can not be used, and a second version', () => {
    const { metrics, found } = told(now, ['figures', 'rules', 'people']);
    expect(found).toEqual({ rules: [], directory: [], file: undefined });
    expect(metrics.find(({ name }) => name === 'Churned accounts')?.changes).toHaveLength(1);
  });

  it('asks the deputy of who is away', () => {
    const { metrics } = told(now, ['figures', 'rules', 'people']);
    const ownerOf = (name: string) => metrics.find((metric) => metric.name === name)!.owner!;
    expect(ownerOf('Lead conversion')).toMatchObject({ kind: 'deputy', absent: 'Ana Ruiz' });
    expect(contactOf(ownerOf('Lead conversion'))).toBe('ben@example.com');
    expect(ownerOf('Lead response Canada')).toMatchObject({ kind: 'acting', holder: { name: 'Ben Okafor' } });
    expect(ownerOf('Open handoff disputes')).toMatchObject({ kind: 'unknown' });
  });

  it('has exactly the mistakes that its description names', () => {
    const { found } = told(now, ['some-figures', 'rules-with-mistakes', 'people-with-mistakes']);
    expect([...found.rules, ...found.directory].map(({ code, row, column }) => [code, row, column])).toEqual([
      ['unknownColumn', undefined, 'Remarks'],
      ['matchesNothing', 3, undefined],
      ['ambiguousNumber', 4, 'Critical'],
      ['ambiguousDuration', 4, 'For'],
      ['percentUndecided', 5, 'Critical'],
      ['noRow', undefined, undefined],
      ['ambiguousDate', 2, 'Away until'],
    ]);
  });
});
