import type { DataFrame } from '@grafana/data';
import { FieldType, toDataFrame } from '@grafana/data';
import fc from 'fast-check';

import type { FieldMetric } from '../../frames/metrics';
import { findMetrics } from '../../frames/metrics';
import { sheetMetric, sheetTable } from '../../frames/sheetTable';
import { mergeHistory } from '../../rule/history';
import { readSheets } from './readSheets';

const METRICS = findMetrics([
  toDataFrame({
    fields: [
      { name: 'Time', type: FieldType.time, values: [1] },
      { name: 'Leads', type: FieldType.number, values: [1], config: { unit: 'percent' } },
      { name: 'Visits', type: FieldType.number, values: [1] },
    ],
  }),
]) as FieldMetric[];

const cell = fc.oneof(fc.anything(), fc.constantFrom('Leads', 'V*', '20 %', '1,234', 'below', '2d', '2026-09-01'));
const header = fc.oneof(
  fc.anything(),
  fc.constantFrom('metric', 'critical', 'for', 'valid from', 'role', 'away until')
);
const anyTable = fc
  .array(fc.record({ name: header, values: fc.array(cell, { maxLength: 4 }) }), { maxLength: 5 })
  .map((fields) => ({ refId: 'S', table: sheetTable({ fields, length: 0 } as unknown as DataFrame) }));
const anyFile = fc.oneof(
  fc.anything(),
  fc.record({
    protocolRules: fc.constant(1),
    rules: fc.array(fc.record({ metric: cell, critical: cell, earlier: cell })),
  })
);

describe('readSheets', () => {
  it('never throws, and gives each metric a rule that can be merged', () => {
    fc.assert(
      fc.property(
        fc.option(anyTable, { nil: undefined }),
        fc.option(anyTable, { nil: undefined }),
        anyFile,
        (ruleSheet, directory, ruleFile) => {
          const sheets = readSheets({ ruleSheet, directory, ruleFile });
          const { rules } = sheets.rulesOf(METRICS.map(sheetMetric));
          const versions = METRICS.flatMap((_, index) => mergeHistory({ sheet: rules[index] }).versions);
          expect(versions.length).toBeGreaterThanOrEqual(METRICS.length);
          expect(sheets.who?.holderOf(sheets.who.directory, 'Leads', 0).kind).not.toBe('');
        }
      ),
      { numRuns: 500 }
    );
  });
});
