import { directionOf, holdUntil, implies, isRange, toCondition, type Direction } from './condition';
import { parseDuration } from './duration';
import type { Condition, Level, Operator, Severity } from './level';
import { hasVariable, isBadDate, readRuleInput, shorten } from './read';
import {
  TEXT_FIELDS,
  type DurationField,
  type Problem,
  type ProblemCode,
  type Rule,
  type RuleField,
  type RuleHistory,
  type RuleSource,
  type Stated,
  type TextField,
} from './rule';
import type { Bounds, RuleInput } from './schema';
import { readThresholds, type NativeThresholds, type ThresholdLevels, type ThresholdReading } from './thresholds';

/** Where a metric's rule is stated, apart until they are merged here. */
export interface RuleSources {
  /** The stored rule of the metric's own override. */
  override?: unknown;
  /** The stored default rule of the panel. */
  default?: unknown;
  thresholds?: NativeThresholds;
  /** Puts variables into a text; left out, text stays as it is written. */
  interpolate?: (text: string) => string;
}

/** The stored rules that were read, the more specific first. */
type Inputs = ReadonlyArray<{ source: RuleSource; input: RuleInput }>;

/**
 * The operators that `auto` stands for: those that judge as Grafana colours (`value >= step` is on the step), so that
 * chart and state agree.
 */
const AUTO: Readonly<Record<ThresholdLevels['direction'], Operator>> = {
  above: '>=',
  below: '<',
  outside: 'outside',
};

/**
 * Merges the sources of a metric's rule, field by field: the first that gives a field wins, in the order override,
 * default rule, native thresholds. Text is interpolated here; text that is blank then is not given. Levels that native
 * thresholds add have to look in the same direction as the rule's operator.
 *
 * What can't be used is left out and reported: a number where the operator wants two, a direction that `auto` can't
 * decide (then there is no level), a warning that is reached later than critical (then there is no warning), a recovery
 * threshold on the wrong side of its level (then there is none).
 *
 * @returns The rule, whole in any case. Never throws but for `interpolate`; mutates nothing.
 */
export function mergeRule(sources: RuleSources): Rule {
  return new Merger(sources).merge();
}

/** The history of a rule that has always been as it is. */
export function toHistory(rule: Rule): RuleHistory {
  return { versions: [{ rule }] };
}

class Merger {
  private readonly problems: Problem[] = [];
  private readonly stated: Partial<Record<RuleField, RuleSource>> = {};
  private readonly inputs: Inputs;
  private readonly native: ThresholdReading;
  private readonly interpolate: (text: string) => string;

  constructor(sources: RuleSources) {
    this.inputs = (['override', 'default'] as const).map((source) => {
      const { input, problems } = readRuleInput(sources[source], source);
      this.problems.push(...problems);
      return { source, input };
    });
    this.native = readThresholds(sources.thresholds);
    this.interpolate = sources.interpolate ?? ((text) => text);
  }

  merge(): Rule {
    const levels = this.levels();
    const text = this.text();
    return {
      levels,
      levelsSource: this.stated.critical ?? this.stated.warning,
      forMs: this.duration('for') ?? 0,
      keepFiringForMs: this.duration('keepFiringFor') ?? 0,
      staleAfterMs: this.duration('staleAfter'),
      respondWithinMs: this.duration('respondWithin'),
      escalateAfterMs: this.duration('escalateAfter'),
      noData: this.take('noData', (input) => input.noData)?.value ?? 'show',
      text,
      sources: this.stated,
      problems: this.problems,
    };
  }

  /** The first source's value of a field, and where it was stated. */
  private first<T>(pick: (input: RuleInput) => T | undefined): Stated<T> | undefined {
    for (const { source, input } of this.inputs) {
      const value = pick(input);
      if (value !== undefined) {
        return { value, source };
      }
    }
    return undefined;
  }

  private take<T>(field: RuleField, pick: (input: RuleInput) => T | undefined): Stated<T> | undefined {
    const stated = this.first(pick);
    if (stated) {
      this.stated[field] = stated.source;
    }
    return stated;
  }

  private duration(field: DurationField): number | undefined {
    const stated = this.take(field, (input) => input[field]);
    return stated && parseDuration(stated.value);
  }

  private text(): Rule['text'] {
    const text: Rule['text'] = {};
    for (const field of TEXT_FIELDS) {
      const stated = this.take(field, (input) => this.written(input[field]));
      if (stated) {
        text[field] = stated;
        this.checkDate(field, stated);
      }
    }
    return text;
  }

  private written(text: string | undefined): string | undefined {
    const written = text === undefined ? '' : this.interpolate(text);
    return written.trim() === '' ? undefined : written;
  }

  /** A date with a variable could not be judged when it was read. */
  private checkDate(field: TextField, stated: Stated<string>): void {
    const raw = this.inputs.find(({ source }) => source === stated.source)?.input[field];
    if (raw !== undefined && hasVariable(raw) && isBadDate(field, stated.value)) {
      this.report(stated, field, 'notADate');
    }
  }

  private levels(): readonly Level[] {
    const own = { warning: this.first((input) => input.warning), critical: this.first((input) => input.critical) };
    const operator = this.operator(own);
    if (!operator) {
      return [];
    }
    const critical = this.level('critical', operator, own.critical);
    const warning = this.level('warning', operator, own.warning);
    if (warning && critical && !implies(critical.condition, warning.condition)) {
      this.report({ value: warning.condition.bounds, source: this.stated.warning }, 'warning', 'levelsOutOfOrder');
      delete this.stated.warning;
      return [critical];
    }
    return [warning, critical].filter((level) => level !== undefined);
  }

  private operator(own: Record<Severity, Stated<Bounds> | undefined>): Operator | undefined {
    const stated = this.take('operator', (input) => input.operator);
    if (stated && stated.value !== 'auto') {
      return stated.value;
    }
    const direction = ownDirection(own.warning?.value, own.critical?.value) ?? this.native.levels?.direction;
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

  private level(severity: Severity, operator: Operator, own: Stated<Bounds> | undefined): Level | undefined {
    const stated = own ?? this.nativeBounds(severity, directionOf(operator));
    const condition = stated && toCondition(operator, stated.value);
    if (!stated) {
      return undefined;
    }
    if (!condition) {
      this.report(stated, severity, isRange(operator) ? 'notARange' : 'notANumber');
      return undefined;
    }
    this.stated[severity] = stated.source;
    return { severity, condition, hold: this.hold(severity, condition) };
  }

  private nativeBounds(severity: Severity, direction: Direction): Stated<Bounds> | undefined {
    const { levels } = this.native;
    const value = levels?.direction === direction ? levels[severity] : undefined;
    return value === undefined ? undefined : { value, source: 'thresholds' };
  }

  private hold(severity: Severity, condition: Condition): Condition {
    const field = severity === 'warning' ? 'recoveryWarning' : 'recoveryCritical';
    const stated = this.first((input) => input.recovery?.[severity]);
    if (!stated) {
      return condition;
    }
    const hold = holdUntil(condition.operator, stated.value);
    if (!hold) {
      this.report(stated, field, isRange(condition.operator) ? 'notARange' : 'notANumber');
      return condition;
    }
    if (!implies(condition, hold)) {
      this.report(stated, field, 'recoveryWrongSide');
      return condition;
    }
    this.stated[field] = stated.source;
    return hold;
  }

  private report(
    { value, source = 'default' }: { value: unknown; source?: RuleSource },
    field: RuleField,
    code: ProblemCode
  ): void {
    this.problems.push({ field, source, code, found: shorten(value) });
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
