import type { Problem } from '../../rule/rule';
import type { DecimalMark } from './decimal';
import type { Refusal } from './quantity';

/** A sheet as plain cells: what a query returned, or a file. Rows may be shorter or longer than the headers. */
export interface SheetTable {
  headers: readonly unknown[];
  rows: ReadonlyArray<readonly unknown[]>;
}

/** What a caller knows of a sheet that its cells do not say. */
export interface SheetOptions {
  /** How the sheet writes fractions. Left out, its cells decide where they can. */
  decimal?: DecimalMark;
  /** The zone in which a moment is turned into a day. Left out: UTC. */
  timeZone?: string;
}

/** Something in a sheet that can't be used, or that has no effect. The rest of the sheet goes on working. */
export interface SheetProblem {
  code: SheetProblemCode;
  /** As a spreadsheet counts: the headers are row 1. */
  row?: number;
  /** The header as it is written, or the place of a column without one. */
  column?: string;
  /** What was found, shortened. */
  found: string;
  /** What the words name beside it: two readings, the rows or metrics that it is about. */
  also?: readonly string[];
  /** Of the code `rule`: what is wrong, in the words of rules. */
  problem?: Problem;
}

/** What may be wrong with a sheet. */
export type SheetProblemCode =
  | Refusal['code']
  | 'noMetricColumn'
  | 'noRoleColumn'
  | 'duplicateColumn'
  | 'unknownColumn'
  | 'ambiguousColumn'
  | 'noMetric'
  | 'noRole'
  | 'operatorConflict'
  | 'levelTwice'
  | 'noUnit'
  | 'sheetError'
  | 'sameVersion'
  | 'noPlace'
  | 'matchesNothing'
  | 'noRow'
  | 'overlap'
  | 'severalTables'
  | 'noTable'
  | 'formerTable'
  | 'rule';

/** The row of a spreadsheet in which a row of the table stands: the headers are row 1. */
export function rowNumber(index: number): number {
  return index + 2;
}

/** Whether a cell says nothing. */
export function isBlank(cell: unknown): boolean {
  return cell === undefined || cell === null || (typeof cell === 'string' && cell.trim() === '');
}
