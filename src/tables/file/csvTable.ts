import Papa from 'papaparse';

import { shorten } from '../../rule/read';
import { readColumns } from '../sheet/columns';
import { RULE_COLUMN_NAMES } from '../sheet/ruleColumns';
import type { SheetProblem, SheetTable } from '../sheet/table';
import { isBlank } from '../sheet/table';
import type { BrokenFile } from './ruleFile';

/** A CSV file as a table: its headers found, what stands above them told. */
export interface CsvTable {
  table: SheetTable;
  broken: readonly BrokenFile[];
  problems: readonly SheetProblem[];
}

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
      ...longRows(headers, rows, firstRow),
      ...strayQuotes(scanned),
    ],
  };
}

function aboveHeaders(found: string, row?: number): SheetProblem {
  return { code: 'aboveHeaders', found: shorten(found), ...(row !== undefined && { row }) };
}

/** A row with more cells than there are headers has lost a quote, or has a delimiter too many: its cells have moved. */
function longRows(headers: readonly string[], rows: readonly string[][], firstRow: number): SheetProblem[] {
  return rows.flatMap((cells, index) =>
    cells.length > headers.length
      ? [{ code: 'longRow', row: firstRow + 1 + index, found: String(cells.length), headers: headers.length }]
      : []
  );
}

/** A quote within a cell that has none round it: one of two was lost. */
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
    return Math.max(0, ...rows.map(fieldsIn));
  });
  return DELIMITERS[counts.indexOf(Math.max(...counts))];
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
  const parts: string[] = [];
  const strays = new Map<number, string>();
  let [from, row, isQuoted, cellAt, closedAt] = [0, 1, false, 0, -1];
  for (let at = 0; at < text.length && row <= most; at++) {
    const character = text[at];
    if (isQuoted) {
      isQuoted = character !== '"';
      closedAt = isQuoted ? closedAt : at;
    } else if (character === '"') {
      // Two quotes in a quoted cell are one; in a cell without, a quote is a character like any other.
      isQuoted = at === cellAt || closedAt === at - 1;
      if (!isQuoted && !strays.has(row) && !/\d/.test(text[at - 1])) {
        strays.set(row, cellFrom(text, cellAt, delimiter));
      }
    } else if (character === '\r' || character === '\n' || character === delimiter) {
      if (character === '\r') {
        parts.push(text.slice(from, at), text[at + 1] === '\n' ? '' : '\n');
        from = at + 1;
      }
      row += character === '\n' || (character === '\r' && text[at + 1] !== '\n') ? 1 : 0;
      cellAt = at + 1;
    }
  }
  return { text: parts.join('') + text.slice(from), strays };
}

function cellFrom(text: string, start: number, delimiter: string): string {
  return text
    .slice(start, start + 200)
    .split(/[\r\n]/)[0]
    .split(delimiter)[0];
}
