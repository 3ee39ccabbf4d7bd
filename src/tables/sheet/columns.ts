import { shorten } from '../../rule/read';
import { NearNames } from './nearNames';
import { plainName } from './plainName';
import type { SheetProblem, SheetTable } from './table';
import { isBlank } from './table';

/** What the headers of a sheet may be called. */
export interface ColumnNames<Field extends string> {
  /** By field: its names, in any case and spacing, without punctuation. */
  names: Readonly<Record<Field, readonly string[]>>;
  /** Headers that could mean several fields, with the headers that say which. */
  ambiguous: Readonly<Record<string, readonly string[]>>;
}

/** A column whose header names a field. */
export interface Column<Field extends string> {
  index: number;
  /** As it is written. */
  header: string;
  field: Field;
  /** The name of the field that the header uses, as `plainName` writes it. */
  name: string;
  /** The unit that the header states: `%` in "Critical (%)". Blank where it states none. */
  unit: string;
}

/** The columns of a sheet that were understood, in the sheet's order, at most one for each field. */
export interface Columns<Field extends string> {
  columns: ReadonlyArray<Column<Field>>;
  problems: readonly SheetProblem[];
}

/**
 * Understands the headers of a sheet, in any order, case and spacing; a unit in brackets, after "in" or as a sign is
 * told apart. Of two columns for one field the first counts. Columns that are not understood are named, unless they are
 * empty.
 */
export function readColumns<Field extends string>(table: SheetTable, known: ColumnNames<Field>): Columns<Field> {
  const fields = new Map(
    (Object.keys(known.names) as Field[]).flatMap((field) => known.names[field].map((name) => [plainName(name), field]))
  );
  const columns: Array<Column<Field>> = [];
  const problems: SheetProblem[] = [];
  for (let index = 0; index < widthOf(table); index++) {
    const header = headerText(table.headers[index]);
    const { name, unit } = nameOf(header, (plain) => fields.has(plain));
    const field = fields.get(name);
    const before = columns.find((column) => column.field === field);
    if (field !== undefined && !before) {
      columns.push({ index, header, field, name, unit });
    } else if (before || !isEmpty(table, index)) {
      problems.push(
        problemOf({
          header,
          index,
          before: before?.header,
          candidates: Object.hasOwn(known.ambiguous, name) ? known.ambiguous[name] : undefined,
          meant: new NearNames(Object.values<readonly string[]>(known.names).flat()).nearest(header),
        })
      );
    }
  }
  return { columns, problems };
}

/** How a column is named to a person. */
export function columnName(header: string, index: number): string {
  return header.trim() === '' ? `#${index + 1}` : shorten(header.trim());
}

function problemOf(column: {
  header: string;
  index: number;
  before?: string;
  candidates?: readonly string[];
  meant?: string;
}): SheetProblem {
  const place = { column: columnName(column.header, column.index), found: shorten(column.header.trim()) };
  if (column.before !== undefined) {
    return { ...place, code: 'duplicateColumn', first: column.before.trim() };
  }
  if (column.candidates) {
    return { ...place, code: 'ambiguousColumn', headers: column.candidates };
  }
  const meant = column.meant && column.meant.charAt(0).toUpperCase() + column.meant.slice(1);
  return { ...place, code: 'unknownColumn', ...(meant && { meant }) };
}

function headerText(header: unknown): string {
  return typeof header === 'string' ? header : isBlank(header) ? '' : shorten(header);
}

function widthOf({ headers, rows }: SheetTable): number {
  return rows.reduce((width, row) => Math.max(width, row.length), headers.length);
}

function isEmpty({ rows }: SheetTable, index: number): boolean {
  return rows.every((row) => isBlank(row[index]));
}

/** The name in a header, and the unit behind it. */
function nameOf(header: string, isKnown: (plain: string) => boolean): { name: string; unit: string } {
  const whole = plainName(header);
  const text = header.trim();
  const brackets = /^([^([]*)[([]([^)\]]*)[)\]]$/.exec(text);
  const behind = /^(.*\S)\s+in\s+(\S+)$/i.exec(text) ?? /^(.*[^\s%€$£])\s*([%€$£])$/.exec(text);
  for (const [, name, unit] of [brackets, behind].filter((match) => match !== null)) {
    if (isKnown(plainName(name)) && (brackets || /[%€$£]/.test(unit) || !isKnown(whole))) {
      return { name: plainName(name), unit: unit.trim() };
    }
  }
  return { name: whole, unit: '' };
}
