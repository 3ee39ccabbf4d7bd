import type { RuleField } from '../rule/fields';
import { isOf, levelOf } from '../rule/fields';
import { isRecord } from '../rule/isRecord';

/** A stored rule as the form edits it: known fields, unknown ones, and text that can't be used yet. */
export type RawRule = Readonly<Record<string, unknown>>;

/** The stored value as a record; what is none starts empty. */
export function toRawRule(value: unknown): RawRule {
  return isRecord(value) ? value : {};
}

/** What is stored for a field; undefined when nothing is. A recovery that tells no levels apart may be that of each. */
export function getRaw(raw: RawRule, field: RuleField): unknown {
  if (!isOf(field, 'recovery')) {
    return raw[field];
  }
  return isRecord(raw.recovery) ? raw.recovery[levelOf(field)] : raw.recovery;
}

/** Whether a stored value says nothing, so that the field inherits. */
export function isBlank(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === 'string' && value.trim() === '');
}

/** A stored value as an input shows it. */
export function asText(value: unknown): string {
  return value === undefined || value === null ? '' : typeof value === 'string' ? value : JSON.stringify(value);
}

/** A copy with the field stored, or without it when `value` is undefined. An empty rule is undefined: inherited. */
export function setRaw(raw: RawRule, field: RuleField, value: unknown): RawRule | undefined {
  return isOf(field, 'recovery')
    ? withField(raw, 'recovery', withField(toRawRule(raw.recovery), levelOf(field), value))
    : withField(raw, field, value);
}

function withField(raw: RawRule, key: string, value: unknown): RawRule | undefined {
  const { [key]: _, ...others } = raw;
  const changed = value === undefined ? others : { ...others, [key]: value };
  return Object.keys(changed).length > 0 ? changed : undefined;
}
