import { readColumns } from '../sheet/columns';
import { RULE_COLUMN_NAMES } from '../sheet/ruleColumns';
import type { SheetTable } from '../sheet/table';
import { isBlank } from '../sheet/table';

/** How much was found in a table, below its headers, or without any. Blank rows and columns do not count. */
export interface TableSize {
  rows: number;
  columns: number;
  /** How many of the columns are fields of a rule. */
  fields: number;
}

/** Counts the rows and columns of a table in which something is written. */
export function tableSize({ headers, rows }: SheetTable): TableSize {
  const { columns } = readColumns({ headers, rows: [] }, RULE_COLUMN_NAMES);
  const all = columns.some(({ field }) => field === 'metric') ? rows : [headers, ...rows];
  const written = new Set(all.flatMap((row) => row.flatMap((cell, index) => (isBlank(cell) ? [] : [index]))));
  return {
    rows: all.filter((row) => !row.every(isBlank)).length,
    columns: written.size,
    fields: columns.filter(({ index }) => written.has(index)).length,
  };
}
