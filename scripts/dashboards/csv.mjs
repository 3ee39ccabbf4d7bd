import { timeText } from './time.mjs';

/**
 * What TestData's `csv_content` reads. Two of its habits shape the names used here: a column with "time" anywhere in
 * its header becomes a time field, so metrics with that word are called `Value` and get their name from the query's
 * alias; and labels are written into the header, `Value{region=DACH, team=SDR DACH}`.
 */
export function csvOf(header, rows) {
  return [header, ...rows].map((cells) => cells.map(cellText).join(',')).join('\n') + '\n';
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

function cellText(cell) {
  if (cell === null) {
    return 'null';
  }
  const text = String(cell);
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
