import { maxBy } from 'lodash';
import Papa from 'papaparse';

import { shorten } from '../../rule/read';
import { columnName, readColumns } from '../sheet/columns';
import { RULE_COLUMN_NAMES } from '../sheet/ruleColumns';
import type { SheetProblem, SheetTable } from '../sheet/table';
import { isBlank } from '../sheet/table';
import type { BrokenFile } from './fileProblem';

/** A CSV file as a table: its headers found, what stands above them told. */
export interface CsvTable {
  table: SheetTable;
  broken: readonly BrokenFile[];
  problems: readonly SheetProblem[];
}

/** More of a cell is not told. */
const LONGEST = 200;

/** No table is so wide. */
const MOST_CELLS = 1000;

const DELIMITERS = [',', ';', '\t', '|'];

/** Titles and blank lines above the headers are few. */
const MOST_ABOVE = 30;

/** What Excel writes into a first line of its own. */
const SEPARATOR = /^\uFEFF?"?sep=(.)"?[ \t]*(?:\r\n|\r|\n|$)/i;

/**
 * Finds the table in the text of a CSV file, whatever its line ends are, each read for itself. The delimiter is the one
 * that the file states in a line `sep=;`, else the one that makes most sense of the headers; the headers are the row that
 * names most fields, and what is written above them is told.
 */
export function readCsvTable(text: string): CsvTable {
  const separator = SEPARATOR.exec(text);
  const rest = text.slice(separator?.[0].length ?? 0).replace(/^\uFEFF/, '');
  const delimiter = separator?.[1] ?? delimiterOf(rest);
  const scanned = scan(rest, delimiter);
  const { data, errors } = Papa.parse<string[]>(scanned.text, { delimiter, newline: '\n' });
  const at = headersAt(data);
  const [headers = [], ...rows] = data.slice(at);
  const firstRow = at + 1;
  const above = data
    .slice(0, at)
    .flatMap((cells, index) => (cells.every(isBlank) ? [] : [aboveHeaders(cells.join(' ').trim(), index + 1)]));
  return {
    table: { headers, rows, firstRow },
    broken: errors.map(({ message, row }) => ({
      code: 'notCsv',
      found: shorten(message),
      ...(row !== undefined && { line: row + 1 }),
    })),
    problems: [
      ...(separator ? [aboveHeaders(`sep=${delimiter}`)] : []),
      ...above,
      ...looseHeaders(headers, rows),
      ...longRows(headers, rows, firstRow),
      ...shortRows(headers, rows, firstRow),
      ...strayQuotes(scanned),
    ],
  };
}

function aboveHeaders(found: string, row?: number): SheetProblem {
  return { code: 'aboveHeaders', found: shorten(found), ...(row !== undefined && { row }) };
}

/** Headers that are none, and that no row reaches: the first row has come to stand behind them. */
function looseHeaders(headers: readonly string[], rows: readonly string[][]): SheetProblem[] {
  const widest = Math.max(0, ...rows.map(({ length }) => length));
  const { columns } = readColumns({ headers, rows: [] }, RULE_COLUMN_NAMES);
  const known = new Set(columns.map(({ index }) => index));
  return headers.flatMap((header, index) =>
    widest > 0 && index >= widest && !isBlank(header) && !known.has(index)
      ? [{ code: 'unknownColumn', column: columnName(header, index), found: shorten(header.trim()) }]
      : []
  );
}

/** A row with more cells than there are headers has lost a quote, or has a delimiter too many: its cells have moved. */
function longRows(headers: readonly string[], rows: readonly string[][], firstRow: number): SheetProblem[] {
  return rows.flatMap((cells, index) =>
    cells.length > headers.length
      ? [{ code: 'longRow', row: firstRow + 1 + index, found: String(cells.length), headers: headers.length }]
      : []
  );
}

/**
 * A row that is one cell shorter than those that are whole has lost a delimiter: what stands behind it has moved. Blank
 * cells at the end may be left out, and then mostly several are, or all rows are shorter.
 */
function shortRows(headers: readonly string[], rows: readonly string[][], firstRow: number): SheetProblem[] {
  const width = headers.findLastIndex((header) => !isBlank(header)) + 1;
  if (!rows.some(({ length }) => length >= width)) {
    return [];
  }
  return rows.flatMap((cells, index) =>
    cells.length === width - 1 && !cells.every(isBlank)
      ? [{ code: 'shortRow', row: firstRow + 1 + index, found: String(cells.length), headers: width }]
      : []
  );
}

/** A cell that has no quotes round it, and within it one that is alone: one of two was lost. */
function strayQuotes({ strays }: Scanned): SheetProblem[] {
  return [...strays].map(([row, cell]) => ({ code: 'strayQuote', row, found: shorten(cell) }));
}

function headersAt(rows: readonly string[][]): number {
  const known = rows.slice(0, MOST_ABOVE).map(fieldsIn);
  return Math.max(0, known.indexOf(Math.max(0, ...known)));
}

/** How many fields a row names; a row of headers names the metrics, too. */
function fieldsIn(cells: readonly string[]): number {
  const { columns } = readColumns({ headers: cells, rows: [] }, RULE_COLUMN_NAMES);
  return columns.some(({ field }) => field === 'metric') ? columns.length : 0;
}

function delimiterOf(text: string): string {
  const counts = DELIMITERS.map((delimiter) => {
    const head = scan(text, delimiter, MOST_ABOVE);
    const rows = Papa.parse<string[]>(head.text, { delimiter, newline: '\n', preview: MOST_ABOVE }).data;
    return { fields: Math.max(0, ...rows.map(fieldsIn)), cells: Math.max(0, ...rows.map(({ length }) => length)) };
  });
  // Rows without headers are told apart by the sign that makes most cells of them.
  const best = maxBy(counts, ({ fields, cells }) => (fields > 0 ? MOST_CELLS * fields : Math.min(cells, MOST_CELLS)));
  return DELIMITERS[best ? counts.indexOf(best) : 0];
}

/** A text whose lines end in a line feed, and the cells with a stray quote by their row, from 1: the first of each. */
interface Scanned {
  text: string;
  strays: ReadonlyMap<number, string>;
}

/**
 * The text with a line feed at the end of each line, whatever ended it; in quotes everything stays as it is.
 *
 * @param most - How many lines are wanted.
 */
function scan(text: string, delimiter: string, most = Infinity): Scanned {
  const scanner = new Scanner(text, delimiter);
  for (let at = 0; at < text.length && scanner.row <= most; at++) {
    scanner.take(at);
  }
  return scanner.result();
}

class Scanner {
  /** Of the character that comes next, from 1. */
  row = 1;
  private readonly parts: string[] = [];
  private readonly strays = new Map<number, string>();
  private from = 0;
  private isQuoted = false;
  private cellAt = 0;
  /** Whether a quote within the cell, which has none round it, is still alone. */
  private isAlone = false;
  private closedAt = -1;

  constructor(
    private readonly text: string,
    private readonly delimiter: string
  ) {}

  take(at: number): void {
    const character = this.text[at];
    if (this.isQuoted) {
      this.takeQuoted(at);
    } else if (character === '"') {
      this.openQuote(at);
    } else if (character === this.delimiter) {
      this.endCell(at);
    } else if (character === '\r' || character === '\n') {
      this.endLine(at);
    }
  }

  result(): Scanned {
    this.endCell(this.text.length);
    return { text: this.parts.join('') + this.text.slice(this.from), strays: this.strays };
  }

  private takeQuoted(at: number): void {
    if (this.text[at] === '"') {
      this.isQuoted = false;
      this.closedAt = at;
    }
  }

  /**
   * Two quotes in a quoted cell are one; in a cell without, a quote is a character like any other, as spreadsheets copy
   * them, and behind a number it means inches.
   */
  private openQuote(at: number): void {
    this.isQuoted = at === this.cellAt || this.closedAt === at - 1;
    if (!this.isQuoted && !/\d/.test(this.text[at - 1])) {
      this.isAlone = !this.isAlone;
    }
  }

  private endCell(at: number): void {
    if (this.isAlone && !this.strays.has(this.row)) {
      this.strays.set(this.row, this.text.slice(this.cellAt, Math.min(at, this.cellAt + LONGEST)));
    }
    this.isAlone = false;
    this.cellAt = at + 1;
  }

  private endLine(at: number): void {
    this.endCell(at);
    const isPair = this.text[at] === '\r' && this.text[at + 1] === '\n';
    if (this.text[at] === '\r') {
      this.parts.push(this.text.slice(this.from, at), isPair ? '' : '\n');
      this.from = at + 1;
    }
    this.row += isPair ? 0 : 1;
  }
}
