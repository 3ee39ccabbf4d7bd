import type { DecimalMark } from '../../rule/cells/decimal';
import type { Refusal } from '../../rule/cells/quantity';
import type { Problem } from '../../rule/rule';

/** A sheet as plain cells: what a query returned, or a file. Rows may be shorter or longer than the headers. */
export interface SheetTable {
  headers: readonly unknown[];
  rows: ReadonlyArray<readonly unknown[]>;
  /** The row of a spreadsheet in which the headers stand. Left out, it is the first. */
  firstRow?: number;
}

/** What a caller knows of a sheet that its cells do not say. */
export interface SheetOptions {
  /** How the sheet writes fractions. Left out, its cells decide where they can. */
  decimal?: DecimalMark;
  /** The zone in which a moment is turned into a day. Left out: UTC. */
  timeZone?: string;
}

/** Where something stands in a sheet, and what was found there, shortened. */
interface Found {
  /** As a spreadsheet counts: the headers are row 1, unless something stands above them. */
  row?: number;
  /** The header as it is written, or the place of a column without one. */
  column?: string;
  found: string;
}

/** Something in a sheet that can't be used, or that has no effect. The rest of the sheet goes on working. */
export type SheetProblem = Found &
  (
    | Refusal
    | { code: PlainCode }
    /** The header that means the same, and counts. */
    | { code: 'duplicateColumn'; first: string }
    /** The header that may be meant. */
    | { code: 'unknownColumn'; meant?: string }
    /** The headers that say what is meant. */
    | { code: 'ambiguousColumn'; headers: readonly string[] }
    /** What counts instead, and the column that says it. */
    | { code: 'operatorConflict'; operator: string; counts: string }
    /** The column whose level counts. */
    | { code: 'levelTwice'; counts: string }
    /** The row that counts instead. */
    | { code: 'sameVersion' | 'noPlace'; other: number }
    /** The metric that may be meant. */
    | { code: 'matchesNothing'; meant?: string }
    /** The name or glob that counts, and the others that match, too. */
    | { code: 'overlap'; counts: string; rivals: readonly string[] }
    /** How many headers there are; more cells were found. */
    | { code: 'longRow'; headers: number }
    /** How many headers there are; one cell less was found. */
    | { code: 'shortRow'; headers: number }
    /** The columns of a response sheet that are not there, by the header that each may have. */
    | { code: 'missingColumns'; headers: readonly string[] }
    /** What a row of a response sheet does not say, by its column. */
    | { code: 'incompleteAnswer'; lacks: 'time' | 'metric' | 'who' | 'what' | 'until' | 'to' }
    /** What is wrong, in the words of rules. */
    | { code: 'rule'; problem: Problem }
  );

/** What may be wrong with a sheet, where there is nothing more to name. */
type PlainCode =
  | 'noMetricColumn'
  | 'noRoleColumn'
  | 'aboveHeaders'
  | 'strayQuote'
  | 'noMetric'
  | 'noRole'
  | 'noRow'
  | 'unknownAnswer'
  | 'dayWithoutTime'
  | 'unknownLevel'
  | 'severalTables'
  | 'noTable'
  | 'formerTable';

/** What may be wrong with a sheet. */
export type SheetProblemCode = SheetProblem['code'];

/** The row of a spreadsheet in which a row of the table stands, below the headers. */
export function rowNumber({ firstRow = 1 }: SheetTable, index: number): number {
  return firstRow + 1 + index;
}

/** Whether a cell says nothing. */
export function isBlank(cell: unknown): boolean {
  return cell === undefined || cell === null || (typeof cell === 'string' && cell.trim() === '');
}
