import type { PanelData, PanelProps } from '@grafana/data';
import { FieldType, LoadingState, dateTime, toDataFrame } from '@grafana/data';
import { renderHook, waitFor } from '@testing-library/react';

import type { FieldMetric } from '../../frames/metrics';
import { findMetrics } from '../../frames/metrics';
import { sheetMetric } from '../../frames/sheetTable';
import type { ProtocolOptions } from '../options';
import { withoutSheets } from './splitSheets';
import { useSheets } from './useSheets';

const FIGURES = toDataFrame({
  refId: 'A',
  fields: [
    { name: 'Time', type: FieldType.time, values: [1, 2] },
    { name: 'Leads', type: FieldType.number, values: [1, 2] },
  ],
});
const RULES = toDataFrame({
  refId: 'RULES',
  fields: [
    { name: 'KPI', values: ['Leads', 'Visits'] },
    // A number beside a time: a metric, were it not a sheet.
    { name: 'Act below', type: FieldType.number, values: [20, 5] },
    { name: 'Review', type: FieldType.time, values: [1_780_000_000_000, null] },
  ],
});
const PEOPLE = toDataFrame({ refId: 'PEOPLE', fields: [{ name: 'Role', values: ['Ops'] }] });
const CHOSEN = { ruleSheet: 'RULES', directory: 'PEOPLE' };

function dataOf(series: PanelData['series'], more: Partial<PanelData> = {}): PanelData {
  const [from, to] = [dateTime(0), dateTime(10)];
  return { state: LoadingState.Done, series, timeRange: { from, to, raw: { from, to } }, ...more };
}

function setup(options: Partial<ProtocolOptions>, first: PanelData) {
  const propsOf = (data: PanelData) => ({ data, options, timeZone: 'utc' }) as PanelProps<ProtocolOptions>;
  return renderHook((data: PanelData) => useSheets(propsOf(data)), { initialProps: first });
}

type Hook = ReturnType<typeof setup>;

const metricsOf = ({ result }: Hook) => findMetrics(result.current.panel.data.series) as FieldMetric[];
const rulesOf = (hook: Hook) => hook.result.current.sheets.read?.rulesOf(metricsOf(hook).map(sheetMetric));
const isRead = (hook: Hook) => waitFor(() => expect(hook.result.current.sheets.awaited).toBe(false));

describe('useSheets', () => {
  it('takes the sheets out of the metrics, and reads them', async () => {
    const hook = setup(CHOSEN, dataOf([FIGURES, RULES, PEOPLE]));
    await isRead(hook);
    expect(metricsOf(hook).map(({ name }) => name)).toEqual(['Leads']);
    expect(rulesOf(hook)?.rules).toEqual([{ operator: '<', critical: 20, reviewBy: '2026-05-28' }]);
    expect(rulesOf(hook)?.rows).toEqual([{ kind: 'sheet', metric: 'Leads', query: 'RULES', rows: [2] }]);
    expect(rulesOf(hook)?.found.rules).toMatchObject([{ code: 'matchesNothing', row: 3 }]);
    expect(hook.result.current.sheets.read?.who?.directory.entries).toMatchObject([{ role: 'Ops' }]);
  });

  it('leaves the data of a panel without sheets as they are', () => {
    const data = dataOf([FIGURES, RULES]);
    const { result } = setup({}, data);
    expect(result.current.panel.data.series).toBe(data.series);
    expect(result.current.sheets).toMatchObject({ read: undefined, awaited: false });
  });

  it('reads a sheet once for all renderings', async () => {
    const series = [FIGURES, RULES, PEOPLE];
    const hook = setup(CHOSEN, dataOf(series));
    await isRead(hook);
    const { read } = hook.result.current.sheets;
    hook.rerender(dataOf(series));
    expect(hook.result.current.sheets.read).toBe(read);
  });

  it('reads a sheet once as long as it says the same', async () => {
    const copy = (frame: typeof RULES, values = frame.fields[0].values) => ({
      ...frame,
      fields: frame.fields.map((field, index) => (index === 0 ? { ...field, values } : { ...field })),
    });
    const hook = setup(CHOSEN, dataOf([FIGURES, RULES, PEOPLE]));
    await isRead(hook);
    const { read } = hook.result.current.sheets;
    hook.rerender(dataOf([FIGURES, copy(RULES), copy(PEOPLE)]));
    expect(hook.result.current.sheets.read).toBe(read);
    hook.rerender(dataOf([FIGURES, copy(RULES, ['Visits', 'Leads']), PEOPLE]));
    expect(rulesOf(hook)?.rules[0]).toMatchObject({ critical: 5 });
  });

  it('waits for the sheets before anything is judged', async () => {
    const hook = setup(CHOSEN, dataOf([FIGURES], { state: LoadingState.Loading }));
    expect(hook.result.current.sheets.awaited).toBe(true);
    hook.rerender(dataOf([FIGURES, RULES, PEOPLE]));
    await isRead(hook);
    expect(rulesOf(hook)?.rules[0]).toBeDefined();
  });

  it('goes on with the former sheet where its query fails, and says so', async () => {
    const hook = setup({ ruleSheet: 'RULES' }, dataOf([FIGURES, RULES]));
    await isRead(hook);
    hook.rerender(dataOf([FIGURES], { state: LoadingState.Error, errors: [{ refId: 'RULES', message: 'no' }] }));
    expect(rulesOf(hook)?.rules[0]).toMatchObject({ critical: 20 });
    expect(rulesOf(hook)?.found.rules[0]).toEqual({ code: 'formerTable', found: 'RULES' });
  });

  it.each<[string, Partial<PanelData>]>([
    ['failed', { state: LoadingState.Error, errors: [{ refId: 'RULES', message: 'no' }] }],
    ['is not there', {}],
  ])('says once that there is no sheet where the query %s', async (_, more) => {
    const hook = setup({ ruleSheet: 'RULES' }, dataOf([FIGURES], more));
    await isRead(hook);
    expect(rulesOf(hook)).toEqual({
      rules: [undefined],
      rows: [undefined],
      found: { rules: [{ code: 'noTable', found: 'RULES' }], directory: [] },
    });
  });

  it('takes the first of several tables, and says so', async () => {
    const hook = setup({ ruleSheet: 'RULES' }, dataOf([FIGURES, RULES, RULES]));
    await isRead(hook);
    expect(rulesOf(hook)?.rules[0]).toMatchObject({ critical: 20 });
    expect(rulesOf(hook)?.found.rules).toContainEqual({ code: 'severalTables', found: '2' });
  });

  it('takes an imported file where no query is the rule sheet', async () => {
    const ruleFile = { protocolRules: 1, rules: [{ metric: 'L*', critical: 7 }, { owner: 'nobody' }] };
    const hook = setup({ ruleFile }, dataOf([FIGURES]));
    await isRead(hook);
    expect(rulesOf(hook)?.rules).toEqual([{ critical: 7 }]);
    expect(rulesOf(hook)?.rows).toMatchObject([{ kind: 'file' }]);
    expect(rulesOf(hook)?.found.file).toMatchObject([{ code: 'noMetric', place: 2 }]);

    const both = setup({ ruleFile, ruleSheet: 'RULES' }, dataOf([FIGURES, RULES]));
    await isRead(both);
    expect(rulesOf(both)?.rules[0]).toMatchObject({ critical: 20 });
  });

  it('reads options that make no sense as none', () => {
    const options = { ruleSheet: 5, directory: {}, decimalMark: [] };
    expect(setup(options, dataOf([FIGURES])).result.current.sheets.awaited).toBe(false);
  });
});

describe('withoutSheets', () => {
  it('asks for the metrics alone', () => {
    const targets = [{ refId: 'A' }, { refId: 'RULES' }, { refId: 'PEOPLE' }];
    const request = { targets } as unknown as Parameters<typeof withoutSheets>[0];
    expect(withoutSheets(request, CHOSEN).targets).toEqual([{ refId: 'A' }]);
    expect(withoutSheets(request, {})).toBe(request);
  });
});
