import Papa from 'papaparse';

import { isOf, levelOf } from '../../rule/fields';
import { versionName } from '../../rule/read';
import type { Bounds, VersionInput } from '../../rule/schema';
import type { Columns } from '../sheet/columns';
import { columnName, readColumns } from '../sheet/columns';
import { EntryFinder } from '../sheet/entryFinder';
import type { SheetReading } from '../sheet/readSheet';
import { readSheet } from '../sheet/readSheet';
import type { SheetMetric } from '../sheet/sheetRules';
import type { RuleColumn } from '../sheet/ruleColumns';
import { RULE_COLUMN_NAMES } from '../sheet/ruleColumns';
import { ruleOfEntry } from '../sheet/sheetRules';
import type { SheetOptions, SheetProblem } from '../sheet/table';
import type { ValueUnit } from '../../rule/cells/units';
import { CSV_COLUMNS, CSV_HEADERS, OPERATOR_CELLS } from './csvColumns';
import { readCsvTable } from './csvTable';
import { guardFormulas, unguardFormulas } from './formulaGuard';
import type { FileRule, RuleFileReading } from './ruleFile';
import { toRuleFile } from './ruleFile';
import type { PlaceOf } from './rulePlace';
import { tableSize } from './tableSize';

/** What a caller knows of a CSV file. */
export interface CsvOptions extends SheetOptions {
  /** The unit of a metric's values, for cells like "20 %". */
  unitOf?: (metric: string) => ValueUnit | undefined;
  /** The metrics of the panel that the file is for, to tell which one a misspelt name means. */
  metrics?: readonly SheetMetric[];
}

/** Spreadsheets take a file for UTF-8 if it begins so. */
const BYTE_ORDER_MARK = '\uFEFF';

/**
 * Writes rules as CSV: a row a rule, its earlier versions in rows before it, every field a column, those that make a
 * rule first. A rule that says nothing is a row to be filled in. What a spreadsheet would run as a formula is made
 * harmless; `readCsv` undoes that. Loaded lazily with the parser.
 */
export function toCsv(rules: readonly FileRule[]): string {
  const rows = toRuleFile(rules).rules.flatMap(({ metric, earlier = [], ...newest }) =>
    [...earlier, newest].map((version) => CSV_COLUMNS.map((column) => cellOf(metric, version, column)))
  );
  return BYTE_ORDER_MARK + Papa.unparse([[...CSV_HEADERS], ...rows], { quotes: true, newline: '\r\n' });
}

/**
 * Reads rules from CSV, as a rule sheet is read: columns by header, tolerant cells, versions by `validFrom`. Its cells
 * decide how the file writes fractions, whatever its delimiter is.
 *
 * @returns Never throws.
 */
export function readCsv(text: string, { unitOf, metrics = [], ...options }: CsvOptions = {}): RuleFileReading {
  const { table, broken, problems: ofFile } = readCsvTable(text);
  const cells = (row: readonly unknown[]) => row.map((cell) => unguardFormulas(String(cell)));
  const reading = readSheet({ ...table, headers: cells(table.headers), rows: table.rows.map(cells) }, options);
  const misspelt = misspeltNames(reading, metrics);
  const misspeltRows = new Set(misspelt.map(({ row }) => row));
  const problems: SheetProblem[] = [...misspelt, ...ofFile, ...reading.problems];
  const rules = reading.entries.map((entry) => {
    const metric = entry.versions[0].metric;
    const unit = unitOf ? unitOf(metric.trim()) : {};
    const { input } = ruleOfEntry(entry, unit ?? {}, {
      add: (...more) => {
        // Its unit is known once its name is mended.
        const told = unit
          ? more
          : more.map(withoutMetric).filter(({ code, row }) => code !== 'noUnit' || !misspeltRows.has(row));
        problems.push(...told);
      },
    });
    return { metric, rule: input };
  });
  const faulty = new Set([...broken.map(({ line }) => line), ...problems.map(({ row }) => row)]);
  const unclean = reading.entries
    .filter(({ versions }) => versions.some(({ row }) => faulty.has(row)))
    .map(({ versions }) => versions[0].metric);
  return {
    rules,
    problems: [...broken, ...problems.map((problem) => ({ code: 'sheet', problem }) as const)],
    placeOf: placesIn(reading, readColumns({ headers: cells(table.headers), rows: [] }, RULE_COLUMN_NAMES)),
    table: tableSize(table),
    ...(unclean.length > 0 && { unclean }),
  };
}

/** Each version of a rule is a row, each field a column, where the table has one for it. */
function placesIn({ entries }: SheetReading, { columns }: Columns<RuleColumn>): PlaceOf {
  const byMetric = new Map(entries.map((entry) => [entry.metric, entry.versions]));
  return (metric, field, version) => {
    const versions = byMetric.get(metric.trim()) ?? [];
    const named = versions.find(({ stated }, index) => versionName(stated.validFrom, index) === version);
    const found = version === undefined ? versions.at(-1) : (named ?? versions.at(-1));
    const column = columns.find((one) => one.field === field);
    return found && { row: found.row, ...(column && { column: columnName(column.header, column.index) }) };
  };
}

/** The rows whose metric is not there, and which one they may mean. */
function misspeltNames({ entries }: SheetReading, metrics: readonly SheetMetric[]): SheetProblem[] {
  const named = entries.map(({ metric, versions }) => ({ metric, rows: versions.map(({ row }) => row) }));
  const finder = new EntryFinder(named, metrics);
  const left = metrics.filter(({ name }) => finder.entryOf(name) === undefined);
  return finder.problems(left).filter((problem) => problem.code === 'matchesNothing' && problem.meant !== undefined);
}

/** Whoever asks for the unit of a metric that isn't there looks in the wrong place. */
function withoutMetric(problem: SheetProblem): SheetProblem {
  const isOfUnit = problem.code === 'percentUndecided' || problem.code === 'unknownUnit';
  return isOfUnit ? { ...problem, code: 'noUnit' } : problem;
}

function cellOf(metric: string, version: VersionInput, column: RuleColumn): string {
  const unreadable = version.unreadable?.find(({ field }) => field === column);
  if (unreadable) {
    return guardFormulas(unreadable.written);
  }
  if (column === 'metric') {
    return guardFormulas(metric);
  }
  if (isOf(column, 'recovery')) {
    return boundsCell(version.recovery?.[levelOf(column)]);
  }
  if (isOf(column, 'operator')) {
    return version.operator === undefined ? '' : OPERATOR_CELLS[version.operator];
  }
  return isOf(column, 'level', 'volume') ? boundsCell(version[column]) : guardFormulas(String(version[column] ?? ''));
}

/** A number stays one for a spreadsheet, a negative one, too. */
function boundsCell(bounds: Bounds | undefined): string {
  if (Array.isArray(bounds)) {
    return guardFormulas(`${numberCell(bounds[0])} to ${numberCell(bounds[1])}`);
  }
  return bounds === undefined ? '' : numberCell(bounds);
}

/** With a fourth digit behind its point, nobody can take a number for a thousand: `1.2340`. */
function numberCell(number: number): string {
  return String(number).replace(/^(-?[1-9]\d{0,2}\.\d{3})(?=e|$)/, '$10');
}
