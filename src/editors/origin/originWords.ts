import type { MetricProtocol, RuleRow } from '../../protocol/protocol';
import { fieldWords } from '../../words/fieldWords';
import { rowNumbers } from '../../words/sourceWords';
import type { Translate } from '../../words/translate';
import { rowAt } from '../form/formPlace';
import type { RuleOrigin } from './ruleOrigins';

/** A place at which the rule of a metric is written: "Override 2", "Rule sheet, row 3 (query S)". */
export function originWords(
  t: Translate,
  place: RuleOrigin['place'],
  { name, row }: Pick<MetricProtocol, 'name' | 'row'>
): string {
  switch (place) {
    case 'default':
      return t('editors.origin.default', 'The rule for all metrics');
    case 'alert':
      return t('editors.origin.alert', 'Linked alert rule');
    case 'thresholds':
      return t('editors.origin.thresholds', 'Grafana’s thresholds');
    case 'sheet':
      return row?.kind === 'sheet' ? sheetRowWords(t, row, name) : t('editors.origin.sheet', 'Rule sheet');
    default:
      return typeof place === 'number'
        ? t('editors.origin.override', 'Override {{number}}', { number: place + 1 })
        : t('editors.origin.file', 'Rule file, row “{{metric}}”', { metric: rowAt(place) });
  }
}

/** A row that does not give the metric's very name is named by what it gives. */
function sheetRowWords(
  t: Translate,
  { metric, query, rows }: Extract<RuleRow, { kind: 'sheet' }>,
  name: string
): string {
  const row = rowNumbers(t, rows);
  if (metric === name.trim()) {
    return t('editors.origin.sheet-own-row', 'Rule sheet, {{row}} (query {{query}})', { row, query });
  }
  return t('editors.origin.sheet-row', 'Rule sheet, {{row}} (“{{metric}}”, query {{query}})', { row, metric, query });
}

/** The fields that a place gives, by their names. */
export function originFields(t: Translate, { fields }: RuleOrigin): string {
  return fields.map((field) => fieldWords(t, field)).join(', ');
}
