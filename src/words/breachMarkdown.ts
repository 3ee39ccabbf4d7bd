import type { BreachCells } from './breachCells';
import type { BreachColumn } from './breachColumns';
import { breachColumnName, breachColumns, cellLine } from './breachColumns';
import type { Translate } from './translate';

/** What a copied list begins with. */
export interface BreachListHead {
  title: string;
  /** Which time it speaks of. */
  listed: string;
  /** What people did, in figures; undefined where that is not tracked. */
  figures?: readonly string[];
}

/**
 * The list as a table of Markdown, under its title and the time that it speaks of. What users wrote stays text: nothing
 * in it becomes a link, a tag or another cell.
 */
export function breachMarkdown(
  t: Translate,
  rows: readonly BreachCells[],
  { title, listed, figures }: BreachListHead
): string {
  const columns = breachColumns(figures !== undefined);
  const headers = columns.map((column) => breachColumnName(t, column));
  const lines = rows.map((cells) => columns.map((column) => cellOf(cells, column)));
  return [
    `**${plainMarkdown(title)}**`,
    '',
    plainMarkdown([listed, figures?.join(' · ')].filter(Boolean).join(' ')),
    ...(rows.length === 0
      ? []
      : ['', tableLine(headers), tableLine(headers.map(() => '---')), ...lines.map(tableLine)]),
    '',
  ].join('\n');
}

function cellOf(cells: BreachCells, column: BreachColumn): string {
  const cell = cells[column];
  const line = cell ? cellLine(cell) : '';
  return plainMarkdown(column === 'since' ? `${cells.severity}, ${line}` : line);
}

function tableLine(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

/** A text that no reader of Markdown takes for markup, on one line. */
export function plainMarkdown(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>|~#]/g, '\\$&');
}
