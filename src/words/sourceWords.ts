import type { RuleRow } from '../protocol/protocol';
import type { RuleSource } from '../rule/rule';
import type { Translate } from './translate';

/** Where a field of a rule was stated, in words; where a row of a table is known, named by that. */
export function sourceWords(t: Translate, source: RuleSource, row?: RuleRow): string {
  switch (source) {
    case 'override':
      return t('rule.source.override', 'the rule for this metric');
    case 'sheet':
      return row ? rowWords(t, row) : t('rule.source.sheet', 'the rule sheet');
    case 'default':
      return t('rule.source.default', 'the rule for all metrics');
    case 'alert':
      return t('rule.source.alert', 'the linked alert rule');
    case 'thresholds':
      return t('rule.source.thresholds', "Grafana's thresholds");
  }
}

function rowWords(t: Translate, row: RuleRow): string {
  return row.kind === 'file'
    ? t('rule.source.file', 'the rule file, row “{{metric}}”', { metric: row.metric })
    : t('rule.source.sheet-row', 'the rule sheet, {{row}}', { row: rowNumbers(t, row.rows) });
}

/** Rows of a sheet, one for each version, as a spreadsheet counts them: "row 3", "rows 3, 7". */
export function rowNumbers(t: Translate, rows: readonly number[]): string {
  const sorted = rows.toSorted((a, b) => a - b);
  return rows.length === 1
    ? t('rule.source.row', 'row {{row}}', { row: rows[0] })
    : t('rule.source.rows', 'rows {{rows}}', { rows: sorted.join(', ') });
}
