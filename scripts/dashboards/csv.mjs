import Papa from 'papaparse';

import { timeText } from './time.mjs';

/**
 * What TestData's `csv_content` reads. Two of its habits shape the names used here: a column with "time" anywhere in
 * its header becomes a time field, so metrics with that word are called `Value` and get their name from the query's
 * alias; and labels are written into the header, `Value{region=DACH, team=SDR DACH}`.
 */
export function csvOf(header, rows) {
  const cells = [header, ...rows].map((row) => row.map((cell) => cell ?? 'null'));
  return `${Papa.unparse(cells, { newline: '\n' })}\n`;
}

/** One time column and one column of values a series; `columns` are `{ header, values }` of equal length. */
export function timeSeriesCsv(times, columns) {
  return csvOf(
    ['Time', ...columns.map(({ header }) => header)],
    times.map((time, row) => [timeText(time), ...columns.map(({ values }) => values[row])])
  );
}

export function labelledHeader(labels) {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}=${value}`);
  return `Value{${pairs.join(', ')}}`;
}
