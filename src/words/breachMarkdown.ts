import type { BreachCells } from './breachCells';
import type { BreachColumn } from './breachColumns';
import { BREACH_COLUMNS, breachColumnName, cellLine } from './breachColumns';
import type { Translate } from './translate';

/** What a copied list begins with. */
export interface BreachListHead {
  title: string;
  /** Which time it speaks of. */
  listed: string;
}

/**
 * The list as a table of Markdown, under its title and the time that it speaks of. What users wrote stays text: nothing
 * in it becomes a link, a tag or another cell.
 */
export function breachMarkdown(t: Translate, rows: readonly BreachCells[], { title, listed }: BreachListHead): string {
  const headers = BREACH_COLUMNS.map((column) => breachColumnName(t, column));
  const lines = rows.map((cells) => BREACH_COLUMNS.map((column) => cellOf(cells, column)));
  return [
    `**${plainMarkdown(title)}**`,
    '',
    plainMarkdown(listed),
    ...(rows.length === 0
      ? []
      : ['', tableLine(headers), tableLine(headers.map(() => '---')), ...lines.map(tableLine)]),
    '',
  ].join('\n');
}

function cellOf(cells: BreachCells, column: BreachColumn): string {
  const line = cellLine(cells[column]);
  const whole = column === 'since' ? `${cells.severity}, ${line}` : line;
  const parts = column === 'due' && cells.overdue ? [whole, cells.overdue] : [whole];
  return plainMarkdown(parts.filter(Boolean).join('; '));
}

function tableLine(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

/** A text that no reader of Markdown takes for markup, on one line. */
export function plainMarkdown(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>|~#]/g, '\\$&');
}
