import type { RuleField } from '../rule/fields';
import { isOf, levelOf } from '../rule/fields';
import { isRecord } from '../rule/isRecord';

/** A stored rule as the form edits it: known fields, unknown ones, and text that can't be used yet. */
export type RawRule = Readonly<Record<string, unknown>>;

/** The stored value as a record; what is none starts empty. */
export function toRawRule(value: unknown): RawRule {
  return isRecord(value) ? value : {};
}

/**
 * What is stored for a field; undefined when nothing is. A recovery that tells no levels apart may be that of each. Of a
 * cell that the import could not read it is what was written there.
 */
export function getRaw(raw: RawRule, field: RuleField): unknown {
  const stored = storedOf(raw, field);
  return stored === undefined ? unreadOf(raw).find((one) => one.field === field)?.written : stored;
}

function storedOf(raw: RawRule, field: RuleField): unknown {
  if (!isOf(field, 'recovery')) {
    return raw[field];
  }
  return isRecord(raw.recovery) ? raw.recovery[levelOf(field)] : raw.recovery;
}

/** The cells that the import could not read, whatever else was saved in their place. */
function unreadOf({ unreadable }: RawRule): ReadonlyArray<Readonly<Record<string, unknown>>> {
  return Array.isArray(unreadable) ? unreadable.filter(isRecord) : [];
}

/** Whether a stored value says nothing, so that the field inherits. */
export function isBlank(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === 'string' && value.trim() === '');
}

/** A stored value as an input shows it. */
export function asText(value: unknown): string {
  return value === undefined || value === null ? '' : typeof value === 'string' ? value : JSON.stringify(value);
}

/**
 * A copy with the field stored, or without it when `value` is undefined. An empty rule is undefined: inherited. What an
 * import could not read of the field is gone with that: it is stated anew.
 */
export function setRaw(raw: RawRule, field: RuleField, value: unknown): RawRule | undefined {
  const read = withoutUnread(raw, field);
  return isOf(field, 'recovery')
    ? withField(read, 'recovery', withField(toRawRule(read.recovery), levelOf(field), value))
    : withField(read, field, value);
}

function withoutUnread(raw: RawRule, field: RuleField): RawRule {
  const all = unreadOf(raw);
  const others = all.filter((one) => one.field !== field);
  return others.length === all.length
    ? raw
    : toRawRule(withField(raw, 'unreadable', others.length > 0 ? others : undefined));
}

function withField(raw: RawRule, key: string, value: unknown): RawRule | undefined {
  const { [key]: _, ...others } = raw;
  const changed = value === undefined ? others : { ...others, [key]: value };
  return Object.keys(changed).length > 0 ? changed : undefined;
}
