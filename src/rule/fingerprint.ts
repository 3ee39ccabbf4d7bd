import { parseDuration } from '../time/duration';
import type { RuleField } from './fields';
import { AGREED_FIELDS, fieldAsStored, fieldsOf, isOf, levelOf, VERSION_FIELDS } from './fields';
import type { ReadVersion } from './read';
import { readRuleInput } from './read';
import type { VersionInput } from './schema';

/** What belongs to the agreement, with recovery levels by name, too, as their texts are kept. */
const AGREED = [...VERSION_FIELDS.filter((field) => fieldAsStored(field).agreed), ...fieldsOf('recovery')];

/**
 * A short, stable fingerprint of what a stored rule agrees on: levels, durations, owner, action, automation, escalation,
 * schedules and the rest that a card shows as an answer. Upkeep is no part of it, nor are the versions before this one.
 *
 * The same for rules that say the same: in any order of keys, with blank fields or without, with numbers and durations
 * spelled in any way (`20`, `"20.0"`; `60m`, `1h`). It is taken of the text as it is stored, with its variables, so that
 * one rule has one fingerprint for all the series that it serves. A field that a rule learns later changes nothing as
 * long as it is blank. Levels that come from Grafana's thresholds are not stored in the rule, and not seen.
 *
 * To mark a rule as agreed, store it as `agreedFingerprint` of the same rule, beside `agreedOn`.
 *
 * @param stored - The rule as it is stored, whatever it is; what can't be read of it does not count. Never mutated.
 * @returns A text like `f1-0a1b2c3d`, which a spreadsheet does not take for a number. Never throws.
 */
export function fingerprintOf(stored: unknown): string {
  return fingerprintOfVersion(readRuleInput(stored, 'default').input);
}

/** The fingerprint of one version of a rule, as `fingerprintOf` says, of what was read of it. */
export function fingerprintOfVersion(input: ReadVersion): string {
  const said = AGREED.flatMap((field) => {
    // What the unit of a metric makes of a text is not what was agreed, but the text.
    const written = input.written?.[field];
    const stored = isOf(field, 'recovery') ? undefined : input[field];
    // In working time a day is no 24 hours: of a delay `1d` and `24h` are not the same.
    const value = comparable(written ?? stored, written === undefined && isOf(field, 'duration'));
    return value === undefined ? [] : [[field, value]];
  });
  return `f1-${hash(JSON.stringify(said.sort(([a], [b]) => (String(a) < String(b) ? -1 : 1))))}`;
}

/**
 * What a version of a rule says that is part of an agreement, by field, as it is compared with what other rules of the same
 * metric say: equal where both say the same, however it is written. Fields that say nothing are not in it.
 */
export function agreedFields(input: ReadVersion): ReadonlyMap<RuleField, string> {
  const said = new Map<RuleField, string>();
  for (const field of AGREED_FIELDS) {
    const stored = isOf(field, 'recovery') ? input.recovery?.[levelOf(field)] : input[field];
    const value = comparable(stored ?? input.written?.[field], stored !== undefined && isOf(field, 'duration'));
    if (value !== undefined) {
      said.set(field, JSON.stringify(value));
    }
  }
  return said;
}

/** A value as it is compared; undefined where it says nothing. */
function comparable(value: VersionInput[keyof VersionInput], isDuration: boolean): unknown {
  if (typeof value === 'object' && !Array.isArray(value)) {
    return value.warning === undefined && value.critical === undefined ? undefined : [value.warning, value.critical];
  }
  if (typeof value !== 'string') {
    return value;
  }
  const text = value.replaceAll('\r\n', '\n').trim();
  return text === '' ? undefined : isDuration ? parseDuration(text) : text;
}

/** FNV-1a over the code units of a text, 32 bits: to notice a change, not to withstand an attack. */
function hash(text: string): string {
  let bits = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) {
    bits = Math.imul(bits ^ text.charCodeAt(at), 0x01000193);
  }
  return (bits >>> 0).toString(16).padStart(8, '0');
}
