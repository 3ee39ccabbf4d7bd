import { shorten } from '../../rule/read';
import { fieldsOf } from '../../rule/fields';
import type { Column } from './columns';
import { readColumns } from './columns';
import { decimalOf } from '../../rule/cells/decimal';
import type { SheetRow } from './rowReader';
import { RowReader } from './rowReader';
import type { RuleColumn } from './ruleColumns';
import { RULE_COLUMN_NAMES } from './ruleColumns';
import type { SheetOptions, SheetProblem, SheetTable } from './table';
import { isBlank, rowNumber } from './table';

/** The rows of one metric or glob. */
export interface SheetEntry {
  /** The name or glob, without spaces at its ends. */
  metric: string;
  /** Its versions, ascending by `since`, at least one. */
  versions: readonly SheetRow[];
}

/** A sheet that was read, whatever its metrics are. */
export interface SheetReading {
  /** In the order in which they begin in the sheet. */
  entries: readonly SheetEntry[];
  problems: readonly SheetProblem[];
}

/** The columns with numbers in which a decimal mark can show. */
const NUMBERS: readonly RuleColumn[] = fieldsOf('level', 'recovery', 'volume', 'operator', 'duration', 'delay');

/**
 * Reads the rows of a rule sheet: a row a metric (or a glob), or a version of its rule; a column a field. A cell that
 * can't be used is left out and reported, and the rest of its row works. Blank cells are "not given".
 *
 * Rows of one metric are versions, in the order of `validFrom`; of two that begin at the same time the upper one counts.
 *
 * @returns Never throws; the table is not mutated.
 */
export function readSheet(table: SheetTable, options: SheetOptions = {}): SheetReading {
  const { columns, problems } = readColumns(table, RULE_COLUMN_NAMES);
  const reader = new RowReader(columns, {
    ...options,
    decimal: options.decimal ?? decimalOf(numberTexts(table, columns)),
  });
  if (!columns.some(({ field }) => field === 'metric')) {
    // Where no header is known the first row is none, and what is wrong with each cell of it says nothing.
    return { entries: [], problems: [{ code: 'noMetricColumn', found: '' }, ...(columns.length > 0 ? problems : [])] };
  }
  const rows = table.rows
    .map((cells, index) => (cells.every(isBlank) ? undefined : reader.read(cells, rowNumber(table, index))))
    .filter((row) => row !== undefined);
  const { entries, clashes } = entriesOf(rows);
  return { entries, problems: [...problems, ...reader.problems, ...clashes] };
}

function numberTexts({ rows }: SheetTable, columns: ReadonlyArray<Column<RuleColumn>>): string[] {
  const indexes = columns.filter(({ field }) => NUMBERS.includes(field)).map(({ index }) => index);
  return rows.flatMap((row) => indexes.map((index) => row[index])).filter((cell) => typeof cell === 'string');
}

/** The rows of each metric as versions; names are compared without the spaces at their ends. */
function entriesOf(rows: readonly SheetRow[]): { entries: SheetEntry[]; clashes: SheetProblem[] } {
  const byMetric = new Map<string, SheetRow[]>();
  for (const row of rows) {
    const metric = row.metric.trim();
    const versions = byMetric.get(metric);
    if (versions) {
      versions.push(row);
    } else {
      byMetric.set(metric, [row]);
    }
  }
  const clashes: SheetProblem[] = [];
  const entries = [...byMetric].map(([metric, all]) => ({ metric, versions: versionsOf(all, clashes) }));
  return { entries, clashes };
}

/** The rows of one metric, ascending. A row of which nobody can tell when it begins has no place among others. */
function versionsOf(rows: readonly SheetRow[], clashes: SheetProblem[]): SheetRow[] {
  const placed = rows.filter(({ since }) => !Number.isNaN(since));
  if (placed.length === 0) {
    clashes.push(...rows.slice(1).map((row) => clashOf(row, 'noPlace', rows[0])));
    return rows.slice(0, 1);
  }
  const isSame = (row: SheetRow) => placed.find(({ since }) => since === row.since);
  for (const row of rows.filter((other) => isSame(other) !== other)) {
    const same = isSame(row);
    clashes.push(same ? clashOf(row, 'sameVersion', same) : clashOf(row, 'noPlace', placed[0]));
  }
  return placed.filter((row) => isSame(row) === row).sort((a, b) => a.since - b.since);
}

function clashOf({ row, metric }: SheetRow, code: 'sameVersion' | 'noPlace', other: SheetRow): SheetProblem {
  return { code, row, found: shorten(metric.trim()), other: other.row };
}
