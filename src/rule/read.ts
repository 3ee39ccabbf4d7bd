import * as z from 'zod/mini';

import { parseDuration } from '../time/duration';
import { isRecord } from './isRecord';
import type { DurationField, ParsedField, Problem, ProblemCode, RuleField, RuleSource, TextField } from './rule';
import { DURATION_FIELDS, PARSED_FIELDS, TEXT_FIELDS } from './rule';
import type { Bounds, RuleInput } from './schema';
import { ruleSchema, versionSchema } from './schema';
import { findTextProblem, hasVariable } from './textProblem';

/** A rule that was read, with what could not be used of it. */
export interface ReadRule {
  input: RuleInput;
  problems: Problem[];
}

const { shape } = ruleSchema;
const fingerprint = z.string().check(z.regex(/^f1-[0-9a-f]{8}$/));
const FOUND_LENGTH = 60;
const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/**
 * Reads a stored rule, whatever it is, field by field: a field that can't be used is left out with a problem, and the
 * rest works. Blank text, null and undefined are "not given". Numbers may be numeric text (`"20"`). A date, a schedule or
 * a moment that is none is reported and kept as text; one that contains a variable is not judged here. The versions in
 * `earlier` are read alike, each with its problems; what is no version is left out.
 *
 * @param raw - The stored value: a saved option, a sheet's row. Never mutated.
 * @param source - Where it was stored, for the problems.
 * @returns The usable fields, and the problems in the order of the schema's fields. Never throws.
 */
export function readRuleInput(raw: unknown, source: RuleSource): ReadRule {
  return readVersion(raw, source);
}

/** The words that tell an earlier version from the others: from when it is valid, or its place (0 is the first). */
export function versionName(validFrom: unknown, index: number): string {
  return typeof validFrom === 'string' && validFrom.trim() !== '' ? shorten(validFrom) : String(index + 1);
}

function readVersion(raw: unknown, source: RuleSource, version?: string): ReadRule {
  if (isAbsent(raw)) {
    return { input: {}, problems: [] };
  }
  if (!isRecord(raw)) {
    return { input: {}, problems: [toProblem({ source, version }, 'rule', 'notARule', raw)] };
  }
  const reader = new RuleReader(source, version);
  // Grafana sorts what it saves; people read a rule in the order of its fields.
  for (const key of inOrderOfFields(Object.keys(raw))) {
    reader.read(key, raw[key]);
  }
  return { input: reader.input, problems: reader.problems };
}

function inOrderOfFields(keys: readonly string[]): string[] {
  const order = Object.keys(shape);
  const place = (key: string) => (order.includes(key) ? order.indexOf(key) : order.length);
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
  readonly input: RuleInput = {};
  readonly problems: Problem[] = [];

  constructor(
    readonly source: RuleSource,
    readonly version?: string
  ) {}

  read(key: string, value: unknown): void {
    if (!Object.hasOwn(this.version === undefined ? shape : versionSchema.shape, key)) {
      this.report('rule', 'unknownField', key);
    } else if (!isAbsent(value)) {
      this.readField(key as keyof RuleInput, value);
    }
  }

  private readField(key: keyof RuleInput, value: unknown): void {
    if (key === 'operator') {
      this.input.operator = this.parse(key, shape.operator, trimmed(value), 'unknownOperator');
    } else if (key === 'noData') {
      this.input.noData = this.parse(key, shape.noData, trimmed(value), 'unknownNoData');
    } else if (key === 'warning' || key === 'critical') {
      this.input[key] = this.readBounds(key, value);
    } else if (key === 'recovery') {
      this.readRecovery(value);
    } else if (isOneOf(DURATION_FIELDS, key)) {
      // A bare 0 is a duration in Prometheus' grammar, and a number in JSON.
      this.input[key] = this.readDuration(key, value === 0 ? '0' : trimmed(value));
    } else if (key === 'minVolume') {
      this.input.minVolume = this.parse(key, shape.minVolume, toNumber(value), 'notAVolume', value);
    } else if (key === 'agreedFingerprint') {
      this.input.agreedFingerprint = this.parse(key, fingerprint, trimmed(value), 'notAFingerprint');
    } else if (key === 'earlier') {
      this.readEarlier(value);
    } else if (isOneOf(TEXT_FIELDS, key) || isOneOf(PARSED_FIELDS, key)) {
      this.input[key] = this.readText(key, value);
    }
  }

  private readBounds(field: RuleField, value: unknown): Bounds | undefined {
    const code = Array.isArray(value) ? 'notARange' : 'notANumber';
    const numbers = Array.isArray(value) ? value.map(toNumber) : toNumber(value);
    return this.parse(field, shape.warning, numbers, code, value);
  }

  /** The grammar allows durations that are too long to be counted. */
  private readDuration(field: DurationField, value: unknown): string | undefined {
    const text = this.parse(field, shape[field], value, 'notADuration');
    if (text !== undefined && parseDuration(text) === undefined) {
      this.report(field, 'notADuration', value);
      return undefined;
    }
    return text;
  }

  private readRecovery(value: unknown): void {
    if (!isRecord(value)) {
      this.report('recoveryCritical', 'notANumber', value);
      return;
    }
    const recovery: NonNullable<RuleInput['recovery']> = {};
    for (const key of Object.keys(value)) {
      if (key !== 'warning' && key !== 'critical') {
        this.report('rule', 'unknownField', `recovery.${key}`);
      } else if (!isAbsent(value[key])) {
        recovery[key] = this.readBounds(key === 'warning' ? 'recoveryWarning' : 'recoveryCritical', value[key]);
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
      const { input, problems } = readVersion(raw, this.source, name);
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
    type: z.ZodMiniType<T>,
    value: unknown,
    code: ProblemCode,
    found: unknown = value
  ): T | undefined {
    const result = type.safeParse(value);
    if (!result.success) {
      this.report(field, code, found);
    }
    return result.data;
  }

  private report(field: RuleField | 'rule', code: ProblemCode, found: unknown): void {
    this.problems.push(toProblem(this, field, code, found));
  }
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

function isOneOf<T extends string>(list: readonly T[], key: string): key is T {
  return list.some((item) => item === key);
}

function trimmed(value: unknown): unknown {
  return typeof value === 'string' ? value.trim() : value;
}

function toNumber(value: unknown): unknown {
  return typeof value === 'string' && NUMBER.test(value.trim()) ? Number(value) : value;
}
