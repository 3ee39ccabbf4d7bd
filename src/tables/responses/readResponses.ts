import type { Severity } from '../../rule/level';
import { shorten } from '../../rule/read';
import { isPlaceholder } from '../../rule/answers';
import { isSheetError } from '../../rule/sheetError';
import type { Refusal } from '../../rule/cells/quantity';
import { isRefusal } from '../../rule/cells/quantity';
import { momentOf } from '../../time/calendar';
import { DAY } from '../../time/units';
import type { Column } from '../sheet/columns';
import { columnName, readColumns } from '../sheet/columns';
import { momentStart, readDateCell } from '../sheet/dateCell';
import { plainName } from '../sheet/plainName';
import type { SheetOptions, SheetProblem, SheetTable } from '../sheet/table';
import { isBlank, rowNumber } from '../sheet/table';
import type { Answer, SheetAnswer } from './answer';
import type { WhatReading } from './readWhat';
import { readWhat } from './readWhat';
import type { ResponseColumn } from './responseColumns';
import { NEEDED_COLUMNS, RESPONSE_COLUMN_NAMES } from './responseColumns';

/** A response sheet that was read. */
export interface ResponseReading {
  /** In the order of the sheet. */
  answers: readonly SheetAnswer[];
  problems: readonly SheetProblem[];
}

const SEVERITIES: ReadonlyMap<string, Severity> = new Map([
  ...['critical', 'crit', 'red'].map((name): [string, Severity] => [name, 'critical']),
  ...['warning', 'warn', 'amber', 'yellow', 'orange'].map((name): [string, Severity] => [name, 'warning']),
]);

/**
 * Reads a response sheet, tolerant as a rule sheet is: a row an answer, columns by header in any order and case. A row that
 * does not say when, of what, who and what is left out and reported; another cell that can't be used is, too, and the rest
 * of its row works. "Until" a day includes that day, in the zone of the options.
 *
 * @returns Never throws; the table is not mutated.
 */
export function readResponses(table: SheetTable, options: Pick<SheetOptions, 'timeZone'> = {}): ResponseReading {
  const { columns, problems } = readColumns(table, RESPONSE_COLUMN_NAMES);
  const missing = NEEDED_COLUMNS.filter((field) => !columns.some((column) => column.field === field));
  if (missing.length > 0) {
    const headers = missing.map((field) => HEADERS[field]);
    // Where no header is known the first row is none, and what is wrong with each cell of it says nothing.
    return {
      answers: [],
      problems: [{ code: 'missingColumns', found: '', headers }, ...(columns.length > 0 ? problems : [])],
    };
  }
  const reader = new AnswerReader(columns, options.timeZone ?? 'UTC');
  const answers = table.rows
    .map((cells, index) => (cells.every(isBlank) ? undefined : reader.read(cells, rowNumber(table, index))))
    .filter((answer) => answer !== undefined);
  return { answers, problems: [...problems, ...reader.problems] };
}

/** How the docs head the columns that are needed. */
const HEADERS: Readonly<Record<(typeof NEEDED_COLUMNS)[number], string>> = {
  time: 'Time',
  metric: 'Metric',
  who: 'Who',
  what: 'What',
};

type Lack = Extract<SheetProblem, { code: 'incompleteAnswer' }>['lacks'];

/** Reads row by row and collects the problems. */
class AnswerReader {
  readonly problems: SheetProblem[] = [];

  constructor(
    private readonly columns: ReadonlyArray<Column<ResponseColumn>>,
    private readonly timeZone: string
  ) {}

  read(cells: readonly unknown[], row: number): SheetAnswer | undefined {
    const cell = { cells, row };
    const metric = this.text(cell, 'metric');
    const by = this.text(cell, 'who');
    const at = this.time(cell);
    const said = this.said(cell);
    if (at === undefined || metric === undefined || by === undefined || said === undefined) {
      return undefined;
    }
    const severity = this.severity(cell);
    const since = this.date(cell, 'since');
    return {
      row,
      at,
      metric,
      by,
      said: said.answer,
      ...(said.note !== '' && { note: said.note }),
      ...(severity && { severity }),
      ...(since && { since: momentStart(since) }),
    };
  }

  /** What was said, with its note; undefined where the row can't be told. */
  private said(cell: RowCells): { answer: Answer; note: string } | undefined {
    const text = this.text(cell, 'what');
    const what = text === undefined ? undefined : readWhat(text);
    if (!what) {
      return text === undefined ? undefined : this.refuse(cell, 'what', { code: 'unknownAnswer' }, text);
    }
    const answer = this.answer(cell, what, text);
    return answer && { answer, note: [what.note, this.optionalText(cell, 'note')].filter(Boolean).join(' ') };
  }

  private answer(cell: RowCells, { kind, object }: WhatReading, text: unknown): Answer | undefined {
    switch (kind) {
      case 'handedOver': {
        const to = object === '' ? this.needed(cell, 'to', () => this.optionalText(cell, 'to'), text) : object;
        return to === undefined ? undefined : { kind, to };
      }
      case 'accepted': {
        const until = this.needed(cell, 'until', () => this.until(cell, object), text);
        return until === undefined ? undefined : { kind, until };
      }
      case 'taken': {
        const nextWordBy = this.until(cell, object);
        return { kind, ...(nextWordBy !== undefined && { nextWordBy }) };
      }
      default:
        return { kind };
    }
  }

  /** A day lasts until its end. */
  private until(cell: RowCells, object: string): number | undefined {
    const date = object === '' ? this.date(cell, 'until') : this.readDate(cell, 'what', object);
    if (date === undefined || 'moment' in date) {
      return date?.moment;
    }
    const next = momentOf(this.timeZone, date.day + 1, 0);
    return (Number.isNaN(next) ? (date.day + 1) * DAY : next) - 1;
  }

  /** A day alone does not say how long somebody waited for the answer. */
  private time(cell: RowCells): number | undefined {
    const date = this.needed(cell, 'time', () => this.date(cell, 'time'));
    return date && 'day' in date ? this.refuse(cell, 'time', { code: 'dayWithoutTime' }) : date?.moment;
  }

  private date(cell: RowCells, field: ResponseColumn) {
    const value = this.cell(cell, field);
    if (isBlank(value) || (typeof value === 'string' && isPlaceholder(value))) {
      return undefined;
    }
    return this.readDate(cell, field, value);
  }

  private readDate(cell: RowCells, field: ResponseColumn, value: unknown) {
    if (typeof value === 'string' && isSheetError(value)) {
      return this.refuse(cell, field, { code: 'sheetError' }, value);
    }
    const date = readDateCell(value);
    return isRefusal(date) ? this.refuse(cell, field, date, value) : date;
  }

  private severity(cell: RowCells): Severity | undefined {
    const text = this.optionalText(cell, 'level');
    return text === undefined
      ? undefined
      : (SEVERITIES.get(plainName(text)) ?? this.refuse(cell, 'level', { code: 'unknownLevel' }, text));
  }

  private text(cell: RowCells, field: Extract<Lack, ResponseColumn>): string | undefined {
    return this.needed(cell, field, () => this.optionalText(cell, field));
  }

  /** What the row can't be told without: where nothing is there, and nothing wrong was, that is reported. */
  private needed<T>(cell: RowCells, lacks: Lack, read: () => T | undefined, found?: unknown): T | undefined {
    const before = this.problems.length;
    const value = read();
    if (value === undefined && this.problems.length === before) {
      const shown = found ?? cell.cells.find((one) => !isBlank(one));
      this.problems.push({ code: 'incompleteAnswer', row: cell.row, found: shorten(shown), lacks });
    }
    return value;
  }

  private optionalText(cell: RowCells, field: ResponseColumn): string | undefined {
    const value = this.cell(cell, field);
    if (isBlank(value)) {
      return undefined;
    }
    if (typeof value !== 'string' && typeof value !== 'number') {
      return this.refuse(cell, field, { code: 'notAText' }, value);
    }
    return isSheetError(String(value)) ? this.refuse(cell, field, { code: 'sheetError' }, value) : String(value).trim();
  }

  private cell({ cells }: RowCells, field: ResponseColumn): unknown {
    const column = this.columns.find((one) => one.field === field);
    return column && cells[column.index];
  }

  private refuse(
    cell: RowCells,
    field: ResponseColumn,
    refusal: Refusal | { code: 'unknownAnswer' | 'dayWithoutTime' | 'unknownLevel' },
    found: unknown = this.cell(cell, field)
  ): undefined {
    const column = this.columns.find((one) => one.field === field);
    const place = column && { column: columnName(column.header, column.index) };
    this.problems.push({ row: cell.row, ...place, found: shorten(found), ...refusal });
  }
}

interface RowCells {
  cells: readonly unknown[];
  row: number;
}
