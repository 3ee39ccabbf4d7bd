import { momentOf } from '../../time/calendar';
import { isPlaceholder } from '../../rule/answers';
import { isSheetError } from '../../rule/sheetError';
import { shorten } from '../../rule/read';
import type { Column, ColumnNames } from '../sheet/columns';
import { columnName, readColumns } from '../sheet/columns';
import { readDateCell } from '../sheet/dateCell';
import { plainName } from '../sheet/plainName';
import { isRefusal } from '../../rule/cells/quantity';
import type { SheetOptions, SheetProblem, SheetTable } from '../sheet/table';
import { isBlank, rowNumber } from '../sheet/table';
import { DAY } from '../../time/units';

/** One row of a directory: a person in a role, or a role without one. */
export interface DirectoryEntry {
  /** As a spreadsheet counts: the headers are row 1. */
  row: number;
  role: string;
  /** Undefined where the role is vacant. */
  person?: string;
  contact?: string;
  /** Persons or roles, the first to be asked first. */
  deputies: readonly string[];
  /** The last moment of the absence, epoch ms. */
  awayUntil?: number;
}

/** Who is who. */
export interface Directory {
  entries: readonly DirectoryEntry[];
  problems: readonly SheetProblem[];
}

type DirectoryColumn = 'role' | 'person' | 'contact' | 'deputy' | 'awayUntil';

/** The headers of a directory. */
export const DIRECTORY_COLUMN_NAMES: ColumnNames<DirectoryColumn> = {
  names: {
    role: ['role', 'role name', 'roles', 'team', 'position', 'job title', 'function', 'owner', 'responsibility'],
    person: ['person', 'person name', 'name', 'full name', 'holder', 'held by', 'who', 'employee', 'people'],
    contact: [
      'contact',
      'contact details',
      'email',
      'e-mail',
      'mail',
      'phone',
      'chat',
      'slack',
      'reach',
      'how to reach',
    ],
    deputy: ['deputy', 'deputies', 'stand-in', 'substitute', 'backup', 'back-up', 'covered by', 'cover', 'deputy name'],
    awayUntil: [
      'away until',
      'away till',
      'away',
      'out until',
      'absent until',
      'on leave until',
      'out of office until',
    ],
  },
  ambiguous: {
    title: ['role', 'person'],
    until: ['away until'],
    backon: ['away until'],
    returns: ['away until'],
    awayfrom: ['away until'],
  },
};

/** What people write where nobody holds a role, beside placeholders. */
const VACANT = new Set(['vacant', 'vacancy', 'nobody', 'noone', 'none', 'open', 'unfilled', 'hiring']);

/**
 * Reads a directory, tolerant as a rule sheet is: columns by header in any order and case. A row names a role, and who
 * holds it; several rows of one role are several people. "Away until" a day includes that day, in the zone of the
 * options. A cell that can't be used is reported, and the rest of its row works.
 *
 * @returns Never throws; the table is not mutated.
 */
export function readDirectory(table: SheetTable, options: Pick<SheetOptions, 'timeZone'> = {}): Directory {
  const { columns, problems } = readColumns(table, DIRECTORY_COLUMN_NAMES);
  if (!columns.some(({ field }) => field === 'role')) {
    return { entries: [], problems: [{ code: 'noRoleColumn', found: '' }, ...problems] };
  }
  const reader = new EntryReader(columns, options.timeZone ?? 'UTC');
  const entries = table.rows
    .map((cells, index) => (cells.every(isBlank) ? undefined : reader.read(cells, rowNumber(table, index))))
    .filter((entry) => entry !== undefined);
  const people = new Set(entries.map(({ person }) => plainName(person ?? '')));
  return {
    entries: entries.map((entry) => ({ ...entry, deputies: splitDeputies(entry.deputies[0], people) })),
    problems: [...problems, ...reader.problems],
  };
}

/** "Okafor, Ben" is one deputy if there is somebody of that name; else commas set apart several. */
function splitDeputies(text: string | undefined, people: ReadonlySet<string>): string[] {
  const parts = text === undefined || people.has(plainName(text)) ? [text ?? ''] : text.split(/[,;/\n]/);
  return parts.map((part) => part.trim()).filter((part) => part !== '' && !isVacant(part));
}

function isVacant(person: string): boolean {
  return isPlaceholder(person) || VACANT.has(plainName(person));
}

/** Reads row by row and collects the problems. */
class EntryReader {
  readonly problems: SheetProblem[] = [];

  constructor(
    private readonly columns: ReadonlyArray<Column<DirectoryColumn>>,
    private readonly timeZone: string
  ) {}

  read(cells: readonly unknown[], row: number): DirectoryEntry | undefined {
    const role = this.text(cells, row, 'role');
    if (role === undefined) {
      this.problems.push({ code: 'noRole', row, found: shorten(cells.find((cell) => !isBlank(cell))) });
      return undefined;
    }
    const person = this.text(cells, row, 'person');
    const deputy = this.text(cells, row, 'deputy');
    return {
      row,
      role,
      person: person === undefined || isVacant(person) ? undefined : person,
      contact: this.text(cells, row, 'contact'),
      deputies: deputy === undefined ? [] : [deputy],
      awayUntil: this.awayUntil(cells, row),
    };
  }

  private text(cells: readonly unknown[], row: number, field: DirectoryColumn): string | undefined {
    const column = this.columns.find((other) => other.field === field);
    const cell = column && cells[column.index];
    if (!column || isBlank(cell)) {
      return undefined;
    }
    if (typeof cell !== 'string' && typeof cell !== 'number') {
      this.problems.push({
        code: 'notAText',
        row,
        column: columnName(column.header, column.index),
        found: shorten(cell),
      });
      return undefined;
    }
    if (isSheetError(String(cell))) {
      this.report(cell, row, column);
      return undefined;
    }
    return String(cell).trim();
  }

  private report(cell: unknown, row: number, { header, index }: Column<DirectoryColumn>): void {
    this.problems.push({ code: 'sheetError', row, column: columnName(header, index), found: shorten(cell) });
  }

  private awayUntil(cells: readonly unknown[], row: number): number | undefined {
    const column = this.columns.find(({ field }) => field === 'awayUntil');
    const cell = column && cells[column.index];
    if (!column || isBlank(cell) || isPresent(cell)) {
      return undefined;
    }
    if (typeof cell === 'string' && isSheetError(cell)) {
      this.report(cell, row, column);
      return undefined;
    }
    const date = readDateCell(cell);
    if (isRefusal(date)) {
      const found = { column: columnName(column.header, column.index), found: shorten(cell) };
      this.problems.push({ row, ...found, ...date });
      return undefined;
    }
    return 'day' in date ? lastMomentOf(date.day, this.timeZone) : date.moment;
  }
}

/** "-" and "no" say that somebody is there. */
function isPresent(cell: unknown): boolean {
  return cell === false || (typeof cell === 'string' && (isPlaceholder(cell) || plainName(cell) === 'no'));
}

function lastMomentOf(day: number, timeZone: string): number {
  const next = momentOf(timeZone, day + 1, 0);
  return (Number.isNaN(next) ? (day + 1) * DAY : next) - 1;
}
