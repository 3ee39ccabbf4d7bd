import type { ValueUnit } from './cells/units';
import type { Direction } from './condition';
import { directionOf, holdUntil, implies, isRange, toCondition } from './condition';
import { parseDuration } from '../time/duration';
import type { FieldOf, ParsedField, RuleField, TextField } from './fields';
import { DECIDING_FIELDS, fieldsOf, RECOVERY_FIELDS, TEXT_FIELDS } from './fields';
import type { Condition, Level, Operator, Severity } from './level';
import type { ScheduleReading } from '../time/parseSchedule';
import { parseDue, parseHolidays, parseWorkingHours } from '../time/parseSchedule';
import type { ReadVersion } from './read';
import { toProblem } from './read';
import type { Durations, Problem, ProblemCode, Rule, RuleSource, Stated } from './rule';
import { RULE_SOURCES } from './rule';
import { signaturesOf } from './signatures';
import type { DueSchedule } from '../time/schedule';
import type { Bounds, VersionInput } from './schema';
import { findTextProblem, hasVariable } from './textProblem';
import type { NativeThresholds, ThresholdLevels, ThresholdReading } from './thresholds';
import { readThresholds } from './thresholds';
import { parseWorkingTime } from '../time/workingHours';

/** What one source states, as it was read. */
export interface StatedVersion {
  source: RuleSource;
  input: ReadVersion;
  /** The name of an earlier version, for its problems. */
  version?: string;
}

/** What the stored rules of a metric are merged with. */
export interface MergeContext {
  /** What the metric's values are in: what levels with a unit are read by. */
  unit?: ValueUnit;
  thresholds?: NativeThresholds;
  /** Puts variables into a text; left out, text stays as it is written. */
  interpolate?: (text: string) => string;
}

/**
 * The operators that `auto` stands for: those that judge as Grafana colours (`value >= step` is on the step), so that
 * chart and state agree.
 */
const AUTO: Readonly<Record<ThresholdLevels['direction'], Operator>> = {
  above: '>=',
  below: '<',
  outside: 'outside',
};

const SEVERITIES: readonly Severity[] = ['warning', 'critical'];

/**
 * Merges what the sources of a metric's rule state in one version, field by field: the first that gives a field wins,
 * native thresholds last. Text is interpolated here; text that is blank then is not given. Levels that native
 * thresholds add have to look in the same direction as the rule's operator.
 *
 * What can't be read is not guessed, and no other source fills in for it: a level that can't be, or whose recovery can't
 * be, and every level where the operator, `for`, `keepFiringFor`, `settleAfter` or the least volume can't be, is
 * `unreadable`, and so is a number where the operator wants two, and one whose direction `auto` can't decide. Where a schedule can't be read, nothing is known that it would tell:
 * with `due` (or `staleAfter`) how old a value may be, with working hours when a delay is over. What can't be used is left
 * out and reported: a warning that is reached later than critical (then there is no warning), a recovery threshold on the
 * wrong side of its level (then there is none). One that is the level itself counts, and is reported: a value of exactly
 * that is neither beyond the level nor over. Of `due` and `staleAfter` only one counts: the one of the more specific
 * source, and `due` where one source states both.
 *
 * @param stated - The more specific first.
 * @returns The rule, whole in any case, with the problems of the merge, not those of reading. Never throws but for
 * `interpolate`; mutates nothing.
 */
export function mergeVersion(stated: readonly StatedVersion[], context: MergeContext): Rule {
  return new Merger(stated, context).merge();
}

class Merger {
  private readonly problems: Problem[] = [];
  private readonly stated: Partial<Record<RuleField, RuleSource>> = {};
  private readonly native: ThresholdReading;
  /** Fields that the first source which states them states so that they can't be read. */
  private readonly unreadable = new Set<RuleField>();
  /** Levels of which it can't be read when they have recovered. */
  private readonly endless = new Set<Severity>();
  private readonly interpolate: (text: string) => string;

  constructor(
    private readonly inputs: readonly StatedVersion[],
    { thresholds, interpolate }: MergeContext
  ) {
    this.native = readThresholds(thresholds);
    this.interpolate = interpolate ?? ((text) => text);
  }

  merge(): Rule {
    const text = this.text();
    const durations = this.durations('duration', parseDuration);
    const minVolume = this.minVolume(text.volumeSeries);
    return {
      ...this.judgeable(),
      ...durations,
      forMs: durations.forMs ?? 0,
      keepFiringForMs: durations.keepFiringForMs ?? 0,
      minVolume,
      ...this.schedules(durations),
      noData: this.take('noData', (input) => input.noData)?.value ?? 'show',
      text,
      signatures: signaturesOf(this.inputs),
      sources: this.stated,
      problems: this.problems,
    };
  }

  /** The first source's value of a field, and where it was stated. Nothing fills in for what can't be read. */
  private first<T>(field: RuleField, pick: (input: VersionInput) => T | undefined): Stated<T> | undefined {
    for (const { source, input } of this.inputs) {
      if (input.unreadable?.some((one) => one.field === field)) {
        this.unreadable.add(field);
        return undefined;
      }
      const value = pick(input);
      if (value !== undefined) {
        return { value, source };
      }
    }
    return undefined;
  }

  private take<T>(field: RuleField, pick: (input: VersionInput) => T | undefined): Stated<T> | undefined {
    const stated = this.first(field, pick);
    if (stated) {
      this.stated[field] = stated.source;
    }
    return stated;
  }

  private durations(kind: 'duration' | 'delay', parse: (text: string) => number | undefined): Durations {
    const durations: Durations = {};
    for (const field of fieldsOf(kind)) {
      const stated = this.take(field, (input) => input[field]);
      durations[`${field}Ms`] = stated && parse(stated.value);
    }
    return durations;
  }

  private schedules({ staleAfterMs }: Durations) {
    const holidays = this.holidays();
    const stated = this.parsed('workingHours', (text) => parseWorkingHours(text, holidays));
    const hours = stated?.value;
    const parse = (text: string) => {
      if (stated && !hours) {
        return undefined;
      }
      return hours ? parseWorkingTime(hours, text) : parseDuration(text);
    };
    return {
      ...this.freshness(
        this.parsed('due', (text) => parseDue(text, holidays)),
        staleAfterMs
      ),
      workingHours: hours,
      ...this.durations('delay', parse),
    };
  }

  /** Of two ways to say how old is too old the one of the more specific source, also where that can't be read. */
  private freshness(
    due: Stated<DueSchedule | undefined> | undefined,
    staleAfterMs: number | undefined
  ): Pick<Rule, 'due' | 'staleAfterMs' | 'unreadAge'> {
    const isUnread = this.unreadable.has('staleAfter');
    const source = isUnread ? this.sourceOfUnreadable('staleAfter') : this.stated.staleAfter;
    if (due && (source === undefined || RULE_SOURCES.indexOf(due.source) <= RULE_SOURCES.indexOf(source))) {
      delete this.stated.staleAfter;
      return { staleAfterMs: undefined, ...(due.value ? { due: due.value } : { unreadAge: 'due' }) };
    }
    delete this.stated.due;
    return isUnread ? { unreadAge: 'staleAfter', staleAfterMs: undefined } : { staleAfterMs };
  }

  private holidays(): readonly string[] {
    const stated = this.take('holidays', (input) => this.written(input.holidays));
    if (!stated) {
      return [];
    }
    this.checkText('holidays', stated);
    return parseHolidays(stated.value).dates;
  }

  /** The first source's schedule; without a value where it can't be read. Nothing fills in for it. */
  private parsed<T>(
    field: FieldOf<'due' | 'workingHours'>,
    parse: (text: string) => ScheduleReading<T>
  ): Stated<T | undefined> | undefined {
    const stated = this.first(field, (input) => this.written(input[field]));
    if (!stated) {
      return undefined;
    }
    const { schedule } = parse(stated.value);
    if (schedule) {
      this.stated[field] = stated.source;
    } else {
      this.checkText(field, stated);
    }
    return { value: schedule, source: stated.source };
  }

  /** Neither the least volume nor the series that has it says anything without the other. */
  private minVolume(series: Stated<string> | undefined): number | undefined {
    const least = this.take('minVolume', (input) => input.minVolume);
    if (least && !series) {
      this.report(least, 'minVolume', 'noVolumeSeries');
    } else if (series && !least && !this.unreadable.has('minVolume')) {
      this.report(series, 'volumeSeries', 'noMinVolume');
    }
    return series && least?.value;
  }

  private text(): Rule['text'] {
    const text: Rule['text'] = {};
    for (const field of TEXT_FIELDS) {
      const stated = this.take(field, (input) => this.written(input[field]));
      if (stated) {
        text[field] = stated;
        this.checkText(field, stated);
      }
    }
    return text;
  }

  private written(text: string | undefined): string | undefined {
    const written = text === undefined ? '' : this.interpolate(text);
    return written.trim() === '' ? undefined : written;
  }

  /** A date or a schedule with a variable could not be judged when it was read. */
  private checkText(field: TextField | ParsedField, { value, source }: Stated<string>): void {
    const raw = this.inputs.find((stated) => stated.source === source)?.input[field];
    const problem = raw !== undefined && hasVariable(raw) ? findTextProblem(field, value) : undefined;
    if (problem) {
      this.report({ value: problem.found, source }, field, problem.code);
    }
  }

  /**
   * The levels that can be judged, and those that are stated and can't be: a level that can't be read, and all of them
   * where something can't be read without which nobody knows what fires.
   */
  private judgeable(): Pick<Rule, 'levels' | 'unreadable' | 'levelsSource'> {
    const own = {
      warning: this.first('warning', (input) => input.warning),
      critical: this.first('critical', (input) => input.critical),
    };
    const operator = this.operator(own);
    // The least volume says nothing without its series.
    const isNeeded = (field: RuleField) => field !== 'minVolume' || this.stated.volumeSeries !== undefined;
    const isDecided = !DECIDING_FIELDS.some((field) => this.unreadable.has(field) && isNeeded(field));
    const levels = operator && isDecided ? this.levels(operator, own) : [];
    const isStated = (severity: Severity) =>
      this.unreadable.has(severity) ||
      own[severity] !== undefined ||
      this.endless.has(severity) ||
      (!isDecided && this.colors()?.[severity] !== undefined) ||
      this.isRangeless(severity, operator);
    const isOutOfOrder = (severity: Severity) =>
      severity === 'warning' && this.problems.some(({ code }) => code === 'levelsOutOfOrder');
    const unreadable = SEVERITIES.filter(
      (severity) =>
        isStated(severity) && !isOutOfOrder(severity) && !levels.some((level) => level.severity === severity)
    );
    for (const severity of unreadable.filter((one) => own[one] === undefined && !this.unreadable.has(one))) {
      this.reportRangeless(severity, operator);
    }
    return { levels, unreadable, levelsSource: this.levelsSource(own) };
  }

  /** The levels that colours tell, whether or not it is known what they are percent of. */
  private colors(): ThresholdLevels | undefined {
    return this.native.levels ?? this.native.rangeless;
  }

  /** Whether a level is stated in percent of a range that nobody stated. */
  private isRangeless(severity: Severity, operator: Operator | undefined): boolean {
    const { rangeless } = this.native;
    return rangeless?.[severity] !== undefined && (!operator || directionOf(operator) === rangeless.direction);
  }

  private reportRangeless(severity: Severity, operator: Operator | undefined): void {
    const percent = this.native.rangeless?.[severity];
    if (percent !== undefined && this.isRangeless(severity, operator)) {
      const value = [percent].flat().map((one) => `${one} %`);
      this.report({ value, source: 'thresholds' }, severity, 'percentWithoutRange');
    }
  }

  private levelsSource(own: Partial<Record<Severity, Stated<Bounds>>>): RuleSource | undefined {
    const unread = (severity: Severity) =>
      this.unreadable.has(severity) ? this.sourceOfUnreadable(severity) : own[severity]?.source;
    return this.stated.critical ?? this.stated.warning ?? unread('critical') ?? unread('warning');
  }

  private sourceOfUnreadable(field: RuleField): RuleSource | undefined {
    return this.inputs.find(({ input }) => input.unreadable?.some((one) => one.field === field))?.source;
  }

  private levels(operator: Operator, own: Partial<Record<Severity, Stated<Bounds>>>): readonly Level[] {
    const critical = this.condition('critical', operator, own.critical);
    const warning = this.condition('warning', operator, own.warning);
    if (warning && critical && !implies(critical, warning)) {
      this.report({ value: warning.bounds, source: this.stated.warning }, 'warning', 'levelsOutOfOrder');
      delete this.stated.warning;
      return [this.level('critical', critical)].filter((level) => level !== undefined);
    }
    return [this.level('warning', warning), this.level('critical', critical)].filter((level) => level !== undefined);
  }

  private operator(own: Record<Severity, Stated<Bounds> | undefined>): Operator | undefined {
    const stated = this.take('operator', (input) => input.operator);
    if (this.unreadable.has('operator')) {
      return undefined;
    }
    if (stated && stated.value !== 'auto') {
      return stated.value;
    }
    // Where one of the two numbers can't be read, they might tell another direction than the colours do.
    const isWhole = !this.unreadable.has('warning') && !this.unreadable.has('critical');
    const direction =
      ownDirection(own.warning?.value, own.critical?.value) ?? (isWhole ? this.colors()?.direction : undefined);
    if (!direction) {
      this.reportUndecided(own.critical ?? own.warning);
    }
    return direction && AUTO[direction];
  }

  /** A number without a direction, or native thresholds whose colours tell none. */
  private reportUndecided(number: Stated<Bounds> | undefined): void {
    if (number) {
      this.report(number, 'operator', 'directionUndecided');
    } else if (this.native.undecided !== undefined) {
      this.report({ value: this.native.undecided, source: 'thresholds' }, 'operator', 'directionUndecided');
    }
  }

  private condition(severity: Severity, operator: Operator, own: Stated<Bounds> | undefined): Condition | undefined {
    const stated =
      own ?? (this.unreadable.has(severity) ? undefined : this.nativeBounds(severity, directionOf(operator)));
    const condition = stated && toCondition(operator, stated.value);
    if (!stated) {
      return undefined;
    }
    if (!condition) {
      this.report(stated, severity, isRange(operator) ? 'notARange' : 'notANumber');
      return undefined;
    }
    this.stated[severity] = stated.source;
    return condition;
  }

  /** Undefined where nobody can tell when it has recovered. */
  private level(severity: Severity, condition: Condition | undefined): Level | undefined {
    const hold = condition && this.hold(severity, condition);
    if (condition && !hold) {
      this.endless.add(severity);
    }
    return condition && hold && { severity, condition, hold };
  }

  private nativeBounds(severity: Severity, direction: Direction): Stated<Bounds> | undefined {
    const { levels } = this.native;
    const value = levels?.direction === direction ? levels[severity] : undefined;
    return value === undefined ? undefined : { value, source: 'thresholds' };
  }

  private hold(severity: Severity, condition: Condition): Condition | undefined {
    const field = RECOVERY_FIELDS[severity];
    const stated = this.first(field, (input) => input.recovery?.[severity]);
    if (!stated) {
      return this.unreadable.has(field) ? undefined : condition;
    }
    const hold = holdUntil(condition.operator, stated.value);
    if (!hold) {
      this.report(stated, field, isRange(condition.operator) ? 'notARange' : 'notANumber');
      return undefined;
    }
    if (!implies(condition, hold)) {
      this.report(stated, field, 'recoveryWrongSide');
      return condition;
    }
    if (condition.bounds.some((bound, index) => bound === hold.bounds[index])) {
      this.report(stated, field, 'recoveryAtLevel');
    }
    this.stated[field] = stated.source;
    return hold;
  }

  private report(
    { value, source = 'default' }: { value: unknown; source?: RuleSource },
    field: RuleField,
    code: ProblemCode
  ): void {
    const version = this.inputs.find((stated) => stated.source === source)?.version;
    this.problems.push(toProblem({ source, version }, field, code, value));
  }
}

/** The direction that a rule's own numbers tell: by the order of warning and critical, or by a pair. */
function ownDirection(warning?: Bounds, critical?: Bounds): ThresholdLevels['direction'] | undefined {
  if (Array.isArray(warning) || Array.isArray(critical)) {
    return 'outside';
  }
  if (warning === undefined || critical === undefined || warning === critical) {
    return undefined;
  }
  return critical < warning ? 'below' : 'above';
}
