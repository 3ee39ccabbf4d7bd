import { parseDay } from '../time/calendar';
import { parseDuration } from '../time/duration';
import { fieldAsStored, fieldsOf, isOf, VERSION_FIELDS } from './fields';
import type { ReadVersion } from './read';
import { readRuleInput } from './read';
import type { RuleSource, Signature } from './rule';
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

/**
 * Whose signatures a metric's rule carries, of the stored rules that it is merged from, and what became of what each was
 * given for. Each rule is compared with its own fingerprint: an override that was never marked says nothing of the
 * default rule. What is stated nowhere but in words (agreed by, agreed on) has nothing that it could be compared with.
 *
 * @returns Undefined where nobody signed any.
 */
export function signaturesOf(
  stated: ReadonlyArray<{ source: RuleSource; input: ReadVersion }>
): readonly Signature[] | undefined {
  const signatures = stated.flatMap(({ source, input }): Signature[] => {
    if (input.agreedFingerprint === undefined) {
      return says(input.agreedBy) || says(input.agreedOn) ? [{ source, state: 'unchecked' }] : [];
    }
    return [
      input.agreedFingerprint === fingerprintOfVersion(input)
        ? { source, state: 'kept' }
        : { source, state: 'changed', ...dayOfChange(input) },
    ];
  });
  return signatures.length > 0 ? signatures : undefined;
}

function says(text: string | undefined): boolean {
  return text !== undefined && text.trim() !== '';
}

/** A correction says its day; a version that is younger than what was agreed changed it when it began. */
function dayOfChange({ changedOn, validFrom, agreedOn }: ReadVersion): Pick<Signature, 'changedOn'> {
  if (says(changedOn)) {
    return { changedOn };
  }
  const agreed = parseDay(agreedOn?.trim() ?? '');
  const began = parseDay(validFrom?.trim().slice(0, 'YYYY-MM-DD'.length) ?? '');
  return agreed !== undefined && began !== undefined && began > agreed ? { changedOn: validFrom } : {};
}

/**
 * The fingerprint for several stored rules that were laid over each other to one: that of the whole as long as each that
 * has one is as it was agreed; else one that differs from it.
 *
 * @param layers - As they are stored; those without a fingerprint say nothing.
 * @returns Undefined where no layer has one.
 */
export function fingerprintOfLayers(layers: readonly unknown[], whole: unknown): string | undefined {
  const inputs = layers.map((layer) => readRuleInput(layer, 'default').input);
  const marked = inputs.filter(({ agreedFingerprint }) => agreedFingerprint !== undefined);
  const changed = marked.find((input) => input.agreedFingerprint !== fingerprintOfVersion(input));
  return changed ? changed.agreedFingerprint : marked.length === 0 ? undefined : fingerprintOf(whole);
}

function fingerprintOfVersion(input: ReadVersion): string {
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
