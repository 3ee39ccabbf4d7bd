import { isRecord } from '../../rule/isRecord';
import type { RawRule } from '../rawRule';

/** A rule of a kept rule file as the form edits it: what was saved, with text that can't be used yet. */
export function rowOfFile(file: unknown, metric: string): RawRule | undefined {
  const row = rowsOf(file).find((one) => isRowOf(one, metric));
  if (!isRecord(row)) {
    return undefined;
  }
  const { metric: _, ...rule } = row;
  return rule;
}

/**
 * A kept rule file with another rule in a row; of several rows for one metric the first counts, and is changed. A metric
 * without a row gets one, at the end.
 */
export function withRow(file: unknown, metric: string, rule: RawRule): unknown {
  const rows = rowsOf(file);
  const place = rows.findIndex((one) => isRowOf(one, metric));
  if (!isRecord(file) || !Array.isArray(file.rules)) {
    return file;
  }
  return place < 0
    ? { ...file, rules: [...rows, { metric: metric.trim(), ...rule }] }
    : { ...file, rules: rows.map((row, index) => (index === place ? { ...rule, metric: nameOf(row) } : row)) };
}

function rowsOf(file: unknown): readonly unknown[] {
  return isRecord(file) && Array.isArray(file.rules) ? file.rules : [];
}

function isRowOf(row: unknown, metric: string): boolean {
  const name = nameOf(row);
  return typeof name === 'string' && name.trim() === metric.trim();
}

function nameOf(row: unknown): unknown {
  return isRecord(row) ? row.metric : undefined;
}
