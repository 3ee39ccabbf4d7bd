import { parseDuration } from '../time/duration';
import { readDurationCell } from './cells/durationCell';
import { readLevelCell } from './cells/levelCell';
import { readOperator } from './cells/operatorWords';
import type { PlainRefusalCode, Quantity, Refusal } from './cells/quantity';
import { isRefusal } from './cells/quantity';
import type { ValueUnit } from './cells/units';
import { inUnitOf } from './cells/units';
import { isRecord } from './isRecord';
import type { DurationField, FieldOf, LevelField, ParsedField, RuleField, TextField, UnreadableField } from './fields';
import {
  fieldsOf,
  isOf,
  isOneOf,
  DURATION_FIELDS,
  LEVEL_FIELDS,
  levelOf,
  RECOVERY_FIELDS,
  STORED_FIELDS,
  UNREADABLE_FIELDS,
  VERSION_FIELDS,
} from './fields';
import type { Problem, ProblemCode, RuleSource } from './rule';
import type { Operator } from './level';
import type { Bounds, RuleInput, Unreadable, VersionInput } from './schema';
import { isBounds, isFingerprint, isNoData, isStoredOperator, isUnreadableList, isVolume } from './storedValues';
import { findTextProblem, hasVariable } from './textProblem';

/** A rule that was read, with what could not be used of it. */
export interface ReadRule {
  input: ReadInput;
  problems: Problem[];
}

/** One version as it was read. */
export interface ReadVersion extends VersionInput {
  /** Levels that are no plain numbers, as they were written: what was agreed on, whatever the unit of the metric is. */
  written?: Readonly<Record<string, string>>;
}

/** A rule as it was read. */
export interface ReadInput extends ReadVersion {
  earlier?: ReadVersion[];
}

const FOUND_LENGTH = 60;
const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
/** Longer ones are kept in part. */
const WRITTEN_LENGTH = 500;

/**
 * Reads a stored rule, whatever it is, field by field. A level, an operator or a duration that can't be read is kept in
 * `unreadable`, with a problem; any other field that can't be used is left out with one, and the rest works. Blank text,
 * null and undefined are "not given". Text is read as the cell of a sheet is: "20 %", "below 20", "2 days". A date, a schedule or
 * a moment that is none is reported and kept as text; one that contains a variable is not judged here. The versions in
 * `earlier` are read alike, each with its problems; what is no version is left out.
 *
 * @param raw - The stored value: a saved option, a sheet's row. Never mutated.
 * @param source - Where it was stored, for the problems.
 * @param unit - What the metric's values are in, for levels with a unit; without it those can't be read.
 * @returns The usable fields, and the problems in the order of the schema's fields. Never throws.
 */
export function readRuleInput(raw: unknown, source: RuleSource, unit: ValueUnit = {}): ReadRule {
  return readVersion(raw, { source, unit });
}

/** The words that tell an earlier version from the others: from when it is valid, or its place (0 is the first). */
export function versionName(validFrom: unknown, index: number): string {
  return typeof validFrom === 'string' && validFrom.trim() !== '' ? shorten(validFrom) : String(index + 1);
}

/** Of which rule something is read. */
interface ReadContext {
  source: RuleSource;
  unit: ValueUnit;
  version?: string;
}

function readVersion(raw: unknown, context: ReadContext): ReadRule {
  if (isAbsent(raw)) {
    return { input: {}, problems: [] };
  }
  if (!isRecord(raw)) {
    return { input: {}, problems: [toProblem(context, 'rule', 'notARule', raw)] };
  }
  const reader = new RuleReader(context);
  // Grafana sorts what it saves; people read a rule in the order of its fields.
  for (const key of inOrderOfFields(Object.keys(raw))) {
    reader.read(key, raw[key]);
  }
  return { input: reader.result(), problems: reader.problems };
}

function inOrderOfFields(keys: readonly string[]): string[] {
  const place = (key: string) => {
    const index = STORED_FIELDS.findIndex((field) => field === key);
    return index === -1 ? STORED_FIELDS.length : index;
  };
  return [...keys].sort((a, b) => place(a) - place(b));
}

/** Where a problem was found. */
type Place = Pick<Problem, 'source' | 'version'>;

/** A problem with what was found, shortened; it names a version only where there is one, so that problems compare. */
export function toProblem(
  { source, version }: Place,
  field: Problem['field'],
  code: ProblemCode,
  found: unknown
): Problem {
  return { field, source, code, found: shorten(found), ...(version !== undefined && { version }) };
}

/** Collects the fields of one stored rule, or of an earlier version of one. */
class RuleReader {
  readonly input: ReadInput = {};
  readonly problems: Problem[] = [];
  readonly source: RuleSource;
  readonly version?: string;
  private readonly unit: ValueUnit;
  private readonly unreadable: Unreadable[] = [];
  private readonly written: Record<string, string> = {};
  /** What the levels say of the operator: "< 20". */
  private readonly operators: Array<{ operator: Operator; field: LevelField }> = [];

  constructor({ source, unit, version }: ReadContext) {
    this.source = source;
    this.version = version;
    this.unit = unit;
  }

  /** What was read, once all of it is. */
  result(): ReadInput {
    const input = this.withOperator();
    return {
      ...input,
      ...(this.unreadable.length > 0 && { unreadable: this.unreadable }),
      ...(Object.keys(this.written).length > 0 && { written: this.written }),
    };
  }

  /** A level may say the operator; where the rule has one of its own that counts, and the others have to agree. */
  private withOperator(): ReadInput {
    if (this.isUnreadable('operator')) {
      return this.input;
    }
    const own = this.input.operator === 'auto' ? undefined : this.input.operator;
    const operator = own ?? this.operators[0]?.operator ?? this.input.operator;
    for (const other of this.operators.filter((said) => said.operator !== operator)) {
      this.report(other.field, 'operatorConflict', other.operator);
    }
    return operator === undefined ? this.input : { ...this.input, operator };
  }

  private isUnreadable(field: RuleField): boolean {
    return this.unreadable.some((one) => one.field === field);
  }

  read(key: string, value: unknown): void {
    if (!isOneOf(this.version === undefined ? STORED_FIELDS : VERSION_FIELDS, key)) {
      this.report('rule', 'unknownField', key);
    } else if (!isAbsent(value)) {
      this.readField(key, value);
    }
  }

  private readField(key: keyof RuleInput, value: unknown): void {
    if (isOf(key, 'unreadable')) {
      this.readUnreadable(value);
    } else if (isOf(key, 'operator')) {
      this.input[key] = this.readOperator(value);
    } else if (isOf(key, 'noData')) {
      this.input[key] = this.parse(key, isNoData, trimmed(value), 'unknownNoData');
    } else if (isOf(key, 'level')) {
      this.input[key] = this.readBounds(key, value);
    } else if (key === 'recovery') {
      this.readRecovery(value);
    } else if (isOneOf(DURATION_FIELDS, key)) {
      this.input[key] = this.readDuration(key, value);
    } else if (isOf(key, 'volume')) {
      this.input[key] = this.readVolume(key, value);
    } else if (isOf(key, 'fingerprint')) {
      this.input[key] = this.parse(key, isFingerprint, trimmed(value), 'notAFingerprint');
    } else if (isOf(key, 'values')) {
      this.input[key] = this.parse(key, isRecord, value, 'notARule');
    } else if (isOf(key, 'versions')) {
      this.readEarlier(value);
    } else {
      this.input[key] = this.readText(key, value);
    }
  }

  private readOperator(value: unknown): RuleInput['operator'] {
    const plain = trimmed(value);
    if (isStoredOperator(plain)) {
      return plain;
    }
    const cell = typeof value === 'string' ? readOperator(value) : undefined;
    if (cell?.rest === '') {
      return cell.operator;
    }
    this.refuse('operator', { code: 'unknownOperator' }, value);
    return undefined;
  }

  /** A number, two of them, or the text of a cell. */
  private readBounds(field: LevelField, value: unknown): Bounds | undefined {
    const numbers = Array.isArray(value) ? value.map(toNumber) : toNumber(value);
    if (isBounds(numbers)) {
      return numbers;
    }
    const isText = typeof value === 'string';
    const level = isText ? readLevelCell(value) : undefined;
    const bounds = level && !isRefusal(level) ? inUnit(level.quantities, this.unit) : level;
    if (bounds === undefined || isRefusedLevel(bounds)) {
      const plainCode = Array.isArray(value) ? 'notARange' : 'notANumber';
      this.refuse(field, isRefusedLevel(bounds) && bounds.code !== 'notANumber' ? bounds : { code: plainCode }, value);
      return undefined;
    }
    this.written[field] = String(value).trim();
    const operator = level && 'quantities' in level ? level.operator : undefined;
    if (operator !== undefined && isOf(field, 'level')) {
      this.operators.push({ operator, field });
    }
    return bounds;
  }

  /** A bare 0 is a duration in Prometheus' grammar, and a number in JSON. The grammar allows some too long to be counted. */
  private readDuration(field: DurationField, value: unknown): string | undefined {
    const duration =
      value === 0
        ? '0'
        : typeof value === 'string'
          ? readDurationCell(value, { asksWhether: field === 'settleAfter' })
          : undefined;
    if (typeof duration === 'string' && parseDuration(duration) !== undefined) {
      return duration;
    }
    this.refuse(field, typeof duration === 'object' ? duration : { code: 'notADuration' }, value);
    return undefined;
  }

  private readVolume(field: FieldOf<'volume'>, value: unknown): number | undefined {
    const volume = toNumber(value);
    if (isVolume(volume)) {
      return volume;
    }
    this.refuse(field, { code: 'notAVolume' }, value);
    return undefined;
  }

  /** What a sheet could not read. With the unit of the metric a level may be read after all. */
  private readUnreadable(value: unknown): void {
    const list = this.parse('unreadable', isUnreadableList, value, 'notAList');
    for (const one of list ?? []) {
      const field = UNREADABLE_FIELDS.find((name) => name === one.field);
      if (field === undefined) {
        this.report('rule', 'unknownField', `unreadable.${one.field}`);
      } else if (isOneOf(LEVEL_FIELDS, field) && UNIT_CODES.has(one.code) && hasUnit(one.written)) {
        this.setLevel(field, this.readBounds(field, one.written));
      } else {
        this.refuse(field, reasonOf(one, field), one.written);
      }
    }
  }

  private setLevel(field: LevelField, bounds: Bounds | undefined): void {
    if (isOf(field, 'level')) {
      this.input[field] = bounds;
    } else if (bounds !== undefined) {
      this.input.recovery = { ...this.input.recovery, [levelOf(field)]: bounds };
    }
  }

  private readRecovery(value: unknown): void {
    if (!isRecord(value)) {
      // Of which level it would be nobody can tell.
      fieldsOf('recovery').forEach((field) => this.refuse(field, { code: 'recoveryOfWhich' }, value));
      return;
    }
    const recovery: NonNullable<RuleInput['recovery']> = {};
    for (const key of Object.keys(value)) {
      if (key !== 'warning' && key !== 'critical') {
        this.report('rule', 'unknownField', `recovery.${key}`);
      } else if (!isAbsent(value[key])) {
        recovery[key] = this.readBounds(RECOVERY_FIELDS[key], value[key]);
      }
    }
    this.input.recovery = recovery;
  }

  private readEarlier(value: unknown): void {
    if (!Array.isArray(value)) {
      this.report('earlier', 'notAList', value);
      return;
    }
    const given: unknown[] = value.filter((raw) => !isAbsent(raw));
    this.input.earlier = given.flatMap((raw, index) => {
      const name = versionName(isRecord(raw) ? raw.validFrom : undefined, index);
      const { input, problems } = readVersion(raw, { source: this.source, unit: this.unit, version: name });
      this.problems.push(...problems);
      return isRecord(raw) ? [input] : [];
    });
  }

  private readText(field: TextField | ParsedField, value: unknown): string | undefined {
    const text = typeof value === 'number' ? String(value) : value;
    if (typeof text !== 'string') {
      this.report(field, 'notAText', value);
      return undefined;
    }
    const problem = hasVariable(text) ? undefined : findTextProblem(field, text);
    if (problem) {
      this.report(field, problem.code, problem.found);
    }
    return text;
  }

  private parse<T>(
    field: RuleField,
    isUsable: (value: unknown) => value is T,
    value: unknown,
    code: ProblemCode,
    found: unknown = value
  ): T | undefined {
    if (isUsable(value)) {
      return value;
    }
    this.report(field, code, found);
    return undefined;
  }

  /** Keeps what was written in a field that can't be read, and says why. */
  private refuse(field: UnreadableField, reason: Reason, value: unknown): void {
    const kept = unreadableOf(field, reason, value);
    this.unreadable.push(kept);
    this.written[field] = kept.written;
    this.problems.push({ ...toProblem(this, field, 'notAText', value), ...reason });
  }

  private report(field: RuleField | 'rule', code: ProblemCode, found: unknown): void {
    this.problems.push(toProblem(this, field, code, found));
  }
}

type Reason = Refusal | { code: 'notARange' | 'notAVolume' };

/** What was written in a field, as it is kept where it can't be read. */
export function unreadableOf(field: UnreadableField, reason: Reason, value: unknown): Unreadable {
  return {
    field,
    written: (typeof value === 'string' ? value : shorten(value)).slice(0, WRITTEN_LENGTH),
    code: reason.code,
    ...('readings' in reason && { readings: [...reason.readings] }),
    ...('unit' in reason && { unit: reason.unit }),
  };
}

/** Refusals for want of the metric's unit. */
export const UNIT_CODES = new Set<string>(['percentUndecided', 'unknownUnit', 'noUnit']);

const PLAIN_REASONS = [
  ...['wrongDecimal', 'notANumber', 'percentUndecided', 'noUnit', 'sheetError', 'notADuration', 'ambiguousDuration'],
  ...['workingDuration', 'durationWithoutUnit', 'unknownOperator', 'recoveryOfWhich'],
] as readonly PlainRefusalCode[];

/** Why a sheet could not read a field, as far as what is stored can be made out. */
function reasonOf({ code, readings, unit }: Unreadable, field: UnreadableField): Reason {
  if (code === 'ambiguousNumber' && readings) {
    return { code, readings };
  }
  if (code === 'unknownUnit' && unit !== undefined) {
    return { code, unit };
  }
  const plain = PLAIN_REASONS.find((known) => known === code);
  const isDuration = isOneOf(DURATION_FIELDS, field);
  return { code: plain ?? (field === 'operator' ? 'unknownOperator' : isDuration ? 'notADuration' : 'notANumber') };
}

function hasUnit(text: string): boolean {
  const level = readLevelCell(text);
  return !isRefusal(level) && level.quantities.some(({ units }) => units.length > 0);
}

function inUnit(quantities: readonly Quantity[], unit: ValueUnit): Bounds | Refusal {
  const numbers = quantities.map((quantity) => inUnitOf(quantity, unit));
  const refusal = numbers.find((number) => typeof number === 'object');
  const [low, high] = numbers.filter((number) => typeof number === 'number');
  return refusal ?? (high === undefined ? low : [low, high]);
}

function isRefusedLevel(bounds: Bounds | Refusal | undefined): bounds is Refusal {
  return typeof bounds === 'object' && 'code' in bounds;
}

/** What was found, as a short text for a message: a list as a person writes one. Never throws. */
export function shorten(found: unknown): string {
  const text = typeof found === 'string' ? found : isPlainList(found) ? found.join(', ') : describe(found);
  return text.length > FOUND_LENGTH ? `${text.slice(0, FOUND_LENGTH - 1)}…` : text;
}

function isPlainList(found: unknown): found is Array<string | number> {
  return (
    Array.isArray(found) &&
    found.length > 0 &&
    found.every((item) => typeof item === 'string' || typeof item === 'number')
  );
}

function describe(found: unknown): string {
  try {
    return JSON.stringify(found) ?? typeof found;
  } catch {
    return typeof found;
  }
}

function isAbsent(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === 'string' && value.trim() === '');
}

function trimmed(value: unknown): unknown {
  return typeof value === 'string' ? value.trim() : value;
}

function toNumber(value: unknown): unknown {
  return typeof value === 'string' && NUMBER.test(value.trim()) ? Number(value) : value;
}
