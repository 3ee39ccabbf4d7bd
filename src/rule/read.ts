import type * as z from 'zod/mini';

import {
  DURATION_FIELDS,
  TEXT_FIELDS,
  type Problem,
  type ProblemCode,
  type RuleField,
  type RuleSource,
  type TextField,
} from './rule';
import { ruleSchema, type Bounds, type RuleInput } from './schema';

/** A rule that was read, with what could not be used of it. */
export interface ReadRule {
  input: RuleInput;
  problems: Problem[];
}

/** The text fields that are ISO dates. */
export const DATE_FIELDS = ['agreedOn', 'reviewBy'] as const satisfies readonly TextField[];

const { shape } = ruleSchema;
const FOUND_LENGTH = 60;
const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/**
 * Reads a stored rule, whatever it is, field by field: a field that can't be used is left out with a problem, and the
 * rest works. Blank text, null and undefined are "not given". Numbers may be numeric text (`"20"`). A date that is none
 * is reported and kept, because its text is still shown; one that contains a variable is not judged here.
 *
 * @param raw - The stored value: a saved option, a sheet's row. Never mutated.
 * @param source - Where it was stored, for the problems.
 * @returns The usable fields, and the problems in the order of the schema's fields. Never throws.
 */
export function readRuleInput(raw: unknown, source: RuleSource): ReadRule {
  if (isAbsent(raw)) {
    return { input: {}, problems: [] };
  }
  if (!isRecord(raw)) {
    return { input: {}, problems: [{ field: 'rule', source, code: 'notARule', found: shorten(raw) }] };
  }
  const reader = new RuleReader(source);
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

/** Collects the fields of one stored rule. */
class RuleReader {
  readonly input: RuleInput = {};
  readonly problems: Problem[] = [];

  constructor(private readonly source: RuleSource) {}

  read(key: string, value: unknown): void {
    if (!Object.hasOwn(shape, key)) {
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
      this.input[key] = this.parse(key, shape[key], value === 0 ? '0' : trimmed(value), 'notADuration');
    } else if (isOneOf(TEXT_FIELDS, key)) {
      this.input[key] = this.readText(key, value);
    }
  }

  private readBounds(field: RuleField, value: unknown): Bounds | undefined {
    const code = Array.isArray(value) ? 'notARange' : 'notANumber';
    const numbers = Array.isArray(value) ? value.map(toNumber) : toNumber(value);
    return this.parse(field, shape.warning, numbers, code, value);
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

  private readText(field: TextField, value: unknown): string | undefined {
    const text = typeof value === 'number' ? String(value) : value;
    if (typeof text !== 'string') {
      this.report(field, 'notAText', value);
      return undefined;
    }
    if (!hasVariable(text) && isBadDate(field, text)) {
      this.report(field, 'notADate', text);
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
    this.problems.push({ field, source: this.source, code, found: shorten(found) });
  }
}

/** Whether the field is a date and the text is none (ISO, `YYYY-MM-DD`, a day that exists). */
export function isBadDate(field: TextField, text: string): boolean {
  return isOneOf(DATE_FIELDS, field) && !shape[field].safeParse(text.trim()).success;
}

/** Whether a text contains a dashboard variable, so that it can't be judged before it is interpolated. */
export function hasVariable(text: string): boolean {
  return /\$\w|\$\{|\[\[/.test(text);
}

/** What was found, as a short text for a message. Never throws. */
export function shorten(found: unknown): string {
  const text = typeof found === 'string' ? found : describe(found);
  return text.length > FOUND_LENGTH ? `${text.slice(0, FOUND_LENGTH - 1)}…` : text;
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

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
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
