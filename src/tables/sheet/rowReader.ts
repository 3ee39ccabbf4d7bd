import type { DurationField, FieldOf, LevelField, ParsedField, TextField, UnreadableField } from '../../rule/fields';
import {
  DURATION_FIELDS,
  isOf,
  isOneOf,
  LEVEL_FIELDS,
  PARSED_FIELDS,
  TEXT_FIELDS,
  UNREADABLE_FIELDS,
} from '../../rule/fields';
import type { Operator } from '../../rule/level';
import { readRuleInput, shorten, unreadableOf } from '../../rule/read';
import type { Problem } from '../../rule/rule';
import type { RuleInput, Unreadable, VersionInput } from '../../rule/schema';
import { isSheetError } from '../../rule/sheetError';
import { findTextProblem, hasVariable } from '../../rule/textProblem';
import type { Column } from './columns';
import { columnName } from './columns';
import { isoDay, momentStart, momentText, readDateCell } from './dateCell';
import type { DecimalMark } from '../../rule/cells/decimal';
import { readDurationCell } from '../../rule/cells/durationCell';
import type { LevelCell } from '../../rule/cells/levelCell';
import { readLevelCell } from '../../rule/cells/levelCell';
import { readOperator } from '../../rule/cells/operatorWords';
import type { Refusal } from '../../rule/cells/quantity';
import { isRefusal } from '../../rule/cells/quantity';
import type { RuleColumn } from './ruleColumns';
import { headerOperator } from './ruleColumns';
import type { SheetOptions, SheetProblem } from './table';
import { isBlank } from './table';
import { inUnitOf } from '../../rule/cells/units';

/** The number of a level as a row states it. What it is in the metric's unit is known when the metric is. */
export interface StatedLevel extends LevelCell {
  /** Where it stands, for problems with its unit. */
  column: string;
  headerUnit: string;
  found: string;
}

/** One row of a sheet: a version of a rule. */
export interface SheetRow {
  /** As a spreadsheet counts: the headers are row 1. */
  row: number;
  /** The name or glob, as it is written. */
  metric: string;
  /** Every field but the levels, as it is stored. */
  stated: VersionInput;
  levels: Partial<Record<LevelField, StatedLevel>>;
  /** From when the version is in force, epoch ms; -Infinity: since ever; NaN: its date can't be read. */
  since: number;
}

const NO_DATA_WORDS: Readonly<Record<string, NonNullable<RuleInput['noData']>>> = {
  show: 'show',
  alerting: 'alerting',
  alert: 'alerting',
  critical: 'alerting',
  normal: 'normal',
  ok: 'normal',
  keep: 'keep',
  'keep last': 'keep',
  'keep last state': 'keep',
};

/** A row while it is read. */
interface Draft extends SheetRow {
  operators: Array<{ operator: Operator | 'auto'; column: string }>;
  /** What the operator's cell says behind it: "below 20". */
  behindOperator?: { text: string; place: Place };
}

/** Where a cell stands. */
interface Place {
  row: number;
  column: Column<RuleColumn>;
}

/** A level that two cells of a row state; the one in that column counts. */
type LevelTwice = { code: 'levelTwice'; counts: string };

/** Reads a rule sheet row by row, cell by cell, and collects the problems. */
export class RowReader {
  readonly problems: SheetProblem[] = [];
  private readonly decimal?: DecimalMark;
  private readonly timeZone: string;

  constructor(
    private readonly columns: ReadonlyArray<Column<RuleColumn>>,
    { decimal, timeZone = 'UTC' }: SheetOptions
  ) {
    this.decimal = decimal;
    this.timeZone = timeZone;
  }

  /** Undefined for a row that names no metric, which is reported. */
  read(cells: readonly unknown[], row: number): SheetRow | undefined {
    const named = this.columns.find(({ field }) => field === 'metric');
    const name = named && cells[named.index];
    if (!named || isBlank(name)) {
      const first = cells.find((cell) => !isBlank(cell));
      this.problems.push({ code: 'noMetric', row, found: shorten(first) });
      return undefined;
    }
    const metric = typeof name === 'string' ? name : shorten(name);
    if (isSheetError(metric)) {
      this.report({ row, column: named }, { code: 'sheetError' }, metric);
    }
    const draft: Draft = { row, metric, stated: {}, levels: {}, since: -Infinity, operators: [] };
    for (const column of this.columns) {
      if (column.field !== 'metric' && !isBlank(cells[column.index])) {
        this.readCell(draft, cells[column.index], { row, column });
      }
    }
    this.readBehindOperator(draft);
    const { stated, levels, since } = draft;
    return { row, metric, stated: this.withOperator(row, stated, draft.operators), levels, since };
  }

  private readCell(draft: Draft, cell: unknown, place: Place): void {
    const { field } = place.column;
    if (typeof cell === 'string' && isSheetError(cell)) {
      if (isOneOf(UNREADABLE_FIELDS, field)) {
        this.refuse(draft, field, { refusal: { code: 'sheetError' }, cell, place });
        return;
      }
      this.report(place, { code: 'sheetError' }, cell);
      if (isOneOf(TEXT_FIELDS, field) && !isOf(field, 'date')) {
        this.readText(draft, field, { cell, place });
      }
    } else if (isOf(field, 'operator')) {
      this.readOperator(draft, cell, place);
    } else if (isOneOf(LEVEL_FIELDS, field)) {
      this.readLevel(draft, field, { cell, place });
    } else if (isOneOf(DURATION_FIELDS, field)) {
      this.readDuration(draft, field, { cell, place });
    } else if (isOf(field, 'volume')) {
      this.readVolume(draft, cell, place);
    } else if (isOf(field, 'noData')) {
      this.readNoData(draft, cell, place);
    } else if (isOf(field, 'date', 'moment')) {
      this.readDate(draft, field, { cell, place });
    } else if (isOf(field, 'fingerprint')) {
      this.readFingerprint(draft, cell, place);
    } else if (field !== 'metric') {
      this.readText(draft, field, { cell, place });
    }
  }

  private readOperator(draft: Draft, cell: unknown, place: Place): void {
    const reading = typeof cell === 'string' ? readOperator(cell) : undefined;
    if (!reading) {
      this.refuse(draft, 'operator', { refusal: { code: 'unknownOperator' }, cell, place });
      return;
    }
    draft.operators.unshift({ operator: reading.operator, column: columnOf(place) });
    if (reading.rest !== '') {
      draft.behindOperator = { text: reading.rest, place };
    }
  }

  private readLevel(draft: Draft, field: LevelField, { cell, place }: { cell: unknown; place: Place }): void {
    const level = readLevelCell(cell, this.decimal);
    if (isRefusal(level)) {
      this.refuse(draft, field, { refusal: level, cell, place });
      return;
    }
    draft.levels[field] = { ...level, column: columnOf(place), headerUnit: place.column.unit, found: shorten(cell) };
    // A recovery threshold says what is normal again, not what is to be judged.
    const isJudged = isOf(field, 'level');
    const operator = level.operator ?? headerOperator(place.column.name);
    if (isJudged && operator !== undefined) {
      draft.operators.push({ operator, column: columnOf(place) });
    }
  }

  /** The one level of a rule is its critical one, unless that has a cell of its own. */
  private readBehindOperator(draft: Draft): void {
    const behind = draft.behindOperator;
    if (behind && draft.levels.critical) {
      this.report(behind.place, { code: 'levelTwice', counts: draft.levels.critical.column }, behind.text);
    } else if (behind) {
      this.readLevel(draft, 'critical', { cell: behind.text, place: behind.place });
    }
  }

  /** Of several places that say an operator the operator column counts, then the first; the others have to agree. */
  private withOperator(row: number, stated: VersionInput, operators: Draft['operators']): VersionInput {
    const [first, ...others] = operators;
    // What a level says does not fill in for an operator that can't be read.
    if (!first || stated.unreadable?.some(({ field }) => field === 'operator')) {
      return stated;
    }
    for (const other of others.filter(({ operator }) => operator !== first.operator && first.operator !== 'auto')) {
      const counts = { operator: first.operator, counts: first.column };
      this.problems.push({ code: 'operatorConflict', row, column: other.column, found: other.operator, ...counts });
    }
    const { operator } = first.operator === 'auto' ? (others[0] ?? first) : first;
    return { ...stated, operator };
  }

  private readDuration(draft: Draft, field: DurationField, { cell, place }: { cell: unknown; place: Place }): void {
    const duration = readDurationCell(cell, {
      decimal: this.decimal,
      headerUnit: place.column.unit,
      asksWhether: field === 'settleAfter',
    });
    if (typeof duration === 'string') {
      draft.stated[field] = duration;
    } else {
      this.refuse(draft, field, { refusal: duration, cell, place });
    }
  }

  private readVolume(draft: Draft, cell: unknown, place: Place): void {
    const reading = readLevelCell(cell, this.decimal);
    const [quantity, second] = isRefusal(reading) ? [] : reading.quantities;
    const isOne = !isRefusal(reading) && quantity && !second && reading.operator === undefined && quantity.value >= 0;
    const volume = isOne ? inUnitOf(quantity, {}) : reading;
    if (typeof volume === 'number') {
      draft.stated.minVolume = volume;
    } else if (isRefusal(volume) && volume.code !== 'unknownUnit' && volume.code !== 'percentUndecided') {
      this.refuse(draft, 'minVolume', { refusal: volume, cell, place });
    } else {
      // A count has no unit.
      this.reportRule(place, { field: 'minVolume', source: 'sheet', code: 'notAVolume', found: shorten(cell) });
      this.keep(draft, unreadableOf('minVolume', { code: 'notAVolume' }, cell));
    }
  }

  private readNoData(draft: Draft, cell: unknown, place: Place): void {
    const word =
      typeof cell === 'string'
        ? cell
            .trim()
            .toLowerCase()
            .replace(/[_\s]+/g, ' ')
        : '';
    if (Object.hasOwn(NO_DATA_WORDS, word)) {
      draft.stated.noData = NO_DATA_WORDS[word];
    } else {
      this.report(place, { code: 'unknownNoData' }, cell);
    }
  }

  private readDate(
    draft: Draft,
    field: FieldOf<'date' | 'moment'>,
    { cell, place }: { cell: unknown; place: Place }
  ): void {
    if (typeof cell === 'string' && !isOf(field, 'moment') && hasVariable(cell)) {
      draft.stated[field] = cell;
      return;
    }
    const date = readDateCell(cell);
    if (isRefusal(date)) {
      this.report(place, date, cell);
      draft.since = isOf(field, 'moment') ? NaN : draft.since;
    } else if (isOf(field, 'moment')) {
      draft.stated[field] = momentText(date);
      draft.since = momentStart(date);
    } else {
      draft.stated[field] = isoDay(date, this.timeZone);
    }
  }

  private readText(
    draft: Draft,
    field: TextField | Exclude<ParsedField, FieldOf<'moment'>>,
    { cell, place }: { cell: unknown; place: Place }
  ): void {
    const text = isOf(field, 'holidays') ? holidaysText(cell) : textOf(cell);
    if (text === undefined) {
      this.report(place, { code: 'notAText' }, cell);
      return;
    }
    draft.stated[field] = text;
    const problem = isOneOf(PARSED_FIELDS, field) && !hasVariable(text) ? findTextProblem(field, text) : undefined;
    if (problem) {
      this.reportRule(place, { field, source: 'sheet', code: problem.code, found: shorten(problem.found) });
    }
  }

  private readFingerprint(draft: Draft, cell: unknown, place: Place): void {
    const { input, problems } = readRuleInput({ agreedFingerprint: cell }, 'sheet');
    if (input.agreedFingerprint !== undefined) {
      draft.stated.agreedFingerprint = input.agreedFingerprint;
    }
    problems.forEach((problem) => this.reportRule(place, problem));
  }

  private reportRule(place: Place, problem: Problem): void {
    this.problems.push({ code: 'rule', row: place.row, column: columnOf(place), found: problem.found, problem });
  }

  /** Reports a cell that can't be read, and keeps what was written, so that nothing is judged in its place. */
  private refuse(
    draft: Draft,
    field: UnreadableField,
    { refusal, cell, place }: { refusal: Refusal; cell: unknown; place: Place }
  ): void {
    this.report(place, refusal, cell);
    this.keep(draft, unreadableOf(field, refusal, cell));
  }

  private keep({ stated }: Draft, unreadable: Unreadable): void {
    stated.unreadable = [...(stated.unreadable ?? []), unreadable];
  }

  private report(place: Place, wrong: Refusal | LevelTwice, found: unknown): void {
    this.problems.push({ ...wrong, row: place.row, column: columnOf(place), found: shorten(found) });
  }
}

function columnOf({ column }: Place): string {
  return columnName(column.header, column.index);
}

function textOf(cell: unknown): string | undefined {
  if (typeof cell === 'string') {
    return cell;
  }
  return typeof cell === 'number' || typeof cell === 'boolean' || typeof cell === 'bigint' ? String(cell) : undefined;
}

/** A single holiday may arrive from a column of dates. */
function holidaysText(cell: unknown): string | undefined {
  const date = typeof cell === 'number' || cell instanceof Date ? readDateCell(cell) : undefined;
  return date && !isRefusal(date) ? isoDay(date, 'UTC') : textOf(cell);
}
