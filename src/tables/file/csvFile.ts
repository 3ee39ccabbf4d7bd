import Papa from 'papaparse';

import { shorten } from '../../rule/read';
import type { Bounds, VersionInput } from '../../rule/schema';
import { readColumns } from '../sheet/columns';
import { readSheet } from '../sheet/readSheet';
import type { RuleColumn } from '../sheet/ruleColumns';
import { RULE_COLUMN_NAMES, RULE_COLUMNS } from '../sheet/ruleColumns';
import { ruleOfEntry } from '../sheet/sheetRules';
import type { SheetOptions, SheetProblem } from '../sheet/table';
import type { ValueUnit } from '../../rule/cells/units';
import { guardFormulas, unguardFormulas } from './formulaGuard';
import type { FileRule, RuleFileReading } from './ruleFile';
import { toRuleFile } from './ruleFile';

/** What a caller knows of a CSV file. */
export interface CsvOptions extends SheetOptions {
  /** The unit of a metric's values, for cells like "20 %". */
  unitOf?: (metric: string) => ValueUnit | undefined;
}

/** Spreadsheets take a file for UTF-8 if it begins so. */
const BYTE_ORDER_MARK = '\uFEFF';
const DELIMITERS = [',', ';', '\t', '|'];

/**
 * Writes rules as CSV: a row a rule, its earlier versions in rows before it, every field a column. What a spreadsheet
 * would run as a formula is made harmless; `readCsv` undoes that. Loaded lazily with the parser.
 */
export function toCsv(rules: readonly FileRule[]): string {
  const rows = toRuleFile(rules).rules.flatMap(({ metric, earlier = [], ...newest }) =>
    [...earlier, newest].map((version) => RULE_COLUMNS.map((column) => cellOf(metric, version, column)))
  );
  return BYTE_ORDER_MARK + Papa.unparse([[...RULE_COLUMNS], ...rows], { quotes: true, newline: '\r\n' });
}

/**
 * Reads rules from CSV, as a rule sheet is read: columns by header, tolerant cells, versions by `validFrom`. The
 * delimiter is the one that makes most sense of the headers. A file with commas between its cells has none in its
 * fractions, so there `1.234` is no thousand; in others the cells decide.
 *
 * @returns Never throws.
 */
export function readCsv(text: string, { unitOf, ...options }: CsvOptions = {}): RuleFileReading {
  const delimiter = delimiterOf(text);
  const { data, errors } = Papa.parse<string[]>(text, { delimiter });
  const [headers = [], ...rows] = data.map((row) => row.map(unguardFormulas));
  const broken = errors.map(({ message, row }) => ({
    code: 'notCsv' as const,
    found: shorten(message),
    ...(row !== undefined && { line: row + 1 }),
  }));
  const decimal = options.decimal ?? (delimiter === ',' ? '.' : undefined);
  const reading = readSheet({ headers, rows }, { ...options, decimal });
  const problems: SheetProblem[] = [...reading.problems];
  const rules = reading.entries.map((entry) => {
    const metric = entry.versions[0].metric;
    const unit = unitOf ? unitOf(metric.trim()) : {};
    const { input } = ruleOfEntry(entry, unit ?? {}, {
      add: (...more) => problems.push(...(unit ? more : more.map(withoutMetric))),
    });
    return { metric, rule: input };
  });
  return { rules, problems: [...broken, ...problems.map((problem) => ({ code: 'sheet', problem }) as const)] };
}

/** Whoever asks for the unit of a metric that isn't there looks in the wrong place. */
function withoutMetric(problem: SheetProblem): SheetProblem {
  const isOfUnit = problem.code === 'percentUndecided' || problem.code === 'unknownUnit';
  return isOfUnit ? { ...problem, code: 'noUnit' } : problem;
}

function delimiterOf(text: string): string {
  const understood = (delimiter: string) => {
    const [headers = []] = Papa.parse<string[]>(text, { delimiter, preview: 1 }).data;
    return readColumns({ headers, rows: [] }, RULE_COLUMN_NAMES).columns.length;
  };
  const counts = DELIMITERS.map(understood);
  return DELIMITERS[counts.indexOf(Math.max(...counts))];
}

function cellOf(metric: string, version: VersionInput, column: RuleColumn): string {
  switch (column) {
    case 'metric':
      return guardFormulas(metric);
    case 'warning':
    case 'critical':
      return boundsCell(version[column]);
    case 'recoveryWarning':
      return boundsCell(version.recovery?.warning);
    case 'recoveryCritical':
      return boundsCell(version.recovery?.critical);
    default:
      return guardFormulas(String(version[column] ?? ''));
  }
}

/** A number stays one for a spreadsheet, a negative one, too. */
function boundsCell(bounds: Bounds | undefined): string {
  return Array.isArray(bounds) ? guardFormulas(`${bounds[0]} to ${bounds[1]}`) : String(bounds ?? '');
}
