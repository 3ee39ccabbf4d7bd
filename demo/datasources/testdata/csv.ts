import Papa from 'papaparse';
import type { Column } from '../queryResult';
import { parseLabels } from './labels';

/** A line whose number of cells differs from the header's: the real scenario then answers nothing. */
export class CsvError extends Error {}

/**
 * Splits CSV text into rows of trimmed cells; empty lines are skipped.
 * @throws CsvError where a row is longer or shorter than the header
 */
export function parseCsv(text: string): string[][] {
  const { data } = Papa.parse<string[]>(text.replaceAll('\r\n', '\n'), { delimiter: ',', skipEmptyLines: true });
  const rows = data.map((cells) => cells.map((cell) => cell.trim()));
  const width = rows[0]?.length ?? 0;
  const odd = rows.findIndex(({ length }) => length !== width);
  if (odd > 0) {
    throw new CsvError(`line ${odd + 1} has ${rows[odd].length} cells, the header has ${width}`);
  }
  return rows;
}

/** The columns of a CSV text with a header line; a column called "…time…" becomes a time field where it can. */
export function csvToColumns(text: string): Column[] {
  const [header, ...rows] = parseCsv(text);
  if (header === undefined) {
    throw new CsvError('there is no header line');
  }
  return header.map((title, index) => {
    const column = cellsToColumn(rows.map((row) => row[index]));
    const isTime = title.toLowerCase().includes('time');
    const typed = (isTime ? toTime(column) : undefined) ?? column;
    const labels = parseLabels(title.slice(title.indexOf('{')));
    const named = title.includes('{') && Object.keys(labels).length > 0;
    return { ...typed, name: named ? title.slice(0, title.indexOf('{')) : title, labels: named ? labels : undefined };
  });
}

/** Booleans if the first cell is one, else numbers if all are, else strings; empty and "null" are null. */
export function cellsToColumn(cells: string[]): Omit<Column, 'name'> {
  if (/^(t|f|true|false)$/i.test(cells[0] ?? '')) {
    return { type: 'boolean', values: cells.map((cell) => (isNull(cell.toLowerCase()) ? null : /^t/i.test(cell))) };
  }
  const numbers = cells.map((cell) => (isNull(cell) ? null : toNumber(cell)));
  const last = cells.at(-1);
  const allNumbers = numbers.every((value) => value !== undefined);
  if (allNumbers && numbers.some((value) => value !== null) && last !== undefined) {
    return { type: 'number', values: numbers };
  }
  return { type: 'string', values: cells.map((cell) => (isNull(cell) ? null : cell)) };
}

function isNull(cell: string): boolean {
  return cell === '' || cell === 'null';
}

const SPECIAL_NUMBERS: Record<string, number> = {
  nan: NaN,
  inf: Infinity,
  '+inf': Infinity,
  '-inf': -Infinity,
  infinity: Infinity,
  '+infinity': Infinity,
  '-infinity': -Infinity,
};

function toNumber(cell: string): number | undefined {
  if (/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(cell)) {
    return Number(cell);
  }
  return SPECIAL_NUMBERS[cell.toLowerCase()];
}

/** Epoch milliseconds or RFC 3339; undefined where not one cell is a time. */
function toTime({ type, values }: Omit<Column, 'name'>): Omit<Column, 'name'> | undefined {
  const times = values.map((value) => {
    if (type === 'number' && typeof value === 'number' && Number.isFinite(value)) {
      return Math.trunc(value);
    }
    return type === 'string' && typeof value === 'string' ? parseRfc3339(value) : null;
  });
  return times.some((time) => time !== null) ? { type: 'time', values: times } : undefined;
}

function parseRfc3339(text: string): number | null {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(text)) {
    return null;
  }
  const time = Date.parse(text);
  return Number.isNaN(time) ? null : time;
}
