import type { DataFrame, Field } from '@grafana/data';
import { FieldType, getDisplayProcessor, createTheme, toDataFrame } from '@grafana/data';
import fc from 'fast-check';

import { readSheet } from '../tables/sheet/readSheet';
import { rulesOfSheet } from '../tables/sheet/sheetRules';
import type { FieldMetric } from './metrics';
import { sheetMetric, sheetTable } from './sheetTable';

function metricOf(unit: string | undefined): FieldMetric {
  const field: Field = { name: 'Value', type: FieldType.number, config: { unit }, values: [] };
  return {
    name: 'Leads',
    field: { ...field, display: getDisplayProcessor({ field, theme: createTheme() }) },
  } as FieldMetric;
}

/** What a sheet's one row states as the critical level of a metric. */
function criticalOf(cell: unknown, unit: string | undefined) {
  const reading = readSheet({ headers: ['metric', 'critical'], rows: [['Leads', cell]] });
  const { rules, problems } = rulesOfSheet(reading, [sheetMetric(metricOf(unit))]);
  return rules[0]?.input.critical ?? problems[0].code;
}

describe('sheetTable', () => {
  it('has the fields as columns, whatever their types', () => {
    const frame = toDataFrame({
      name: 'plan',
      fields: [
        { name: 'KPI', values: ['Leads', null] },
        { name: 'Critical', type: FieldType.number, values: [20, null] },
        { name: 'Review', type: FieldType.time, values: [1_780_000_000_000, null] },
        { name: 'Live', type: FieldType.boolean, values: [true, false] },
        { name: 'state', type: FieldType.enum, values: [1, 0], config: { type: { enum: { text: ['off', 'on'] } } } },
      ],
    });
    expect(sheetTable(frame)).toEqual({
      headers: ['KPI', 'Critical', 'Review', 'Live', 'state'],
      rows: [
        ['Leads', 20, 1_780_000_000_000, true, 'on'],
        [null, null, null, false, 'off'],
      ],
    });
  });

  it.each([
    ['its display name', { displayName: 'Metric', displayNameFromDS: 'kpi' }, 'Metric'],
    ['that of the data source', { displayNameFromDS: 'Metric' }, 'Metric'],
    ['its own name', { displayName: ' ' }, 'kpi'],
  ])('heads a column by %s', (_, config, header) => {
    expect(sheetTable(toDataFrame({ name: 'plan', fields: [{ name: 'kpi', config, values: [] }] })).headers).toEqual([
      header,
    ]);
  });

  it('never throws, and can be read', () => {
    const field = fc.oneof(
      fc.anything(),
      fc.record({ name: fc.anything(), type: fc.anything(), values: fc.anything(), config: fc.anything() })
    );
    fc.assert(
      fc.property(fc.array(field), (fields) => {
        const table = sheetTable({ fields, length: 1 } as DataFrame);
        expect(readSheet(table).entries).toBeDefined();
      })
    );
  });
});

describe('sheetMetric', () => {
  it.each<[unknown, string | undefined, unknown]>([
    ['20 %', 'percent', 20],
    ['20 %', 'percentunit', 0.2],
    ['$20', 'currencyUSD', 20],
    ['6 h', 'suffix:h', 6],
    ['6 h', 's', 21_600],
    ['20 leads', 'suffix:leads', 20],
    // Shown as "1.5 K", which is how a value is written, and no unit.
    ['1.5 K', 'short', 1500],
    ['20 €', 'currencyUSD', 'unknownUnit'],
    ['20 %', undefined, 'percentUndecided'],
  ])('lets "%s" be read for a metric in %s', (cell, unit, expected) => {
    expect(criticalOf(cell, unit)).toBe(expected);
  });
});
