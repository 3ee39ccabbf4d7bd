import { parseDay } from '../time/calendar';
import { parseMoment } from '../time/moment';
import { fingerprintOf } from './fingerprint';
import { hasVariable } from './textProblem';

/** A rule as it is stored, whatever it holds: its newest version, and in `earlier` those before it. Never mutated. */
export type StoredRule = Readonly<Record<string, unknown>>;

/** Who agreed, when, and on what. */
const SIGNATURE = ['agreedBy', 'agreedOn', 'agreedFingerprint'] as const;

/** Whether somebody agreed on the newest version of a stored rule. */
export function isSigned(rule: StoredRule): boolean {
  return SIGNATURE.some((field) => textOf(rule[field]) !== '');
}

/** Whether the newest version of a stored rule was agreed, and is not known to have been changed since. */
export function isAsAgreed(rule: StoredRule): boolean {
  const agreed = textOf(rule.agreedFingerprint);
  return isSigned(rule) && (agreed === '' || agreed === fingerprintOf(rule));
}

/**
 * Whether a change is the first one to what was agreed, so that the rule is another than the one that was signed. Upkeep
 * is no such change (see `fingerprintOf`), nor is one to a rule that was changed already, or that nobody agreed on.
 */
export function changesAgreement(before: StoredRule, after: StoredRule): boolean {
  return isAsAgreed(before) && fingerprintOf(before) !== fingerprintOf(after);
}

/**
 * Whether a change has to ask from when on it counts: it is the first to what was agreed, and there is a past that was
 * judged by that. A version that begins today or later has none.
 *
 * @param today - An ISO date.
 */
export function askBeforeChange(before: StoredRule, after: StoredRule, today: string): boolean {
  return changesAgreement(before, after) && hasPast(before, today);
}

/**
 * Whether a version judged a past: not one that begins today, or is to come.
 *
 * @param today - An ISO date.
 */
export function hasPast({ validFrom }: StoredRule, today: string): boolean {
  return !(dayOf(validFrom) >= dayOf(today));
}

/**
 * The changed rule as a new version from a day on: the past keeps the version that it was judged by, with its signature.
 * The new one carries what was agreed before it as its fingerprint, so that it counts as changed until it is agreed anew;
 * unless `after` has a signature of its own.
 *
 * @param after - The newest version as it is to be; its `validFrom` and its `earlier` say nothing.
 * @param from - As `validFrom` is written: an ISO date, or a moment with its zone.
 */
export function withVersionFrom(before: StoredRule, after: StoredRule, from: string): StoredRule {
  const version = { ...without(withSignatureOf(before, after), ['earlier', 'changedOn']), validFrom: from };
  const former = without(withFingerprint(before), [
    'earlier',
    ...(isUnreadable(before.validFrom) ? ['validFrom'] : []),
  ]);
  return { ...withDay(version, dayText(from)), earlier: [...earlierOf(before), former] };
}

/**
 * The changed rule in the place of what was agreed: its past is judged again. It counts as changed today until it is
 * agreed anew; unless `after` has a signature of its own, or says what was agreed.
 *
 * @param after - The newest version as it is to be; its `validFrom` and its `earlier` say nothing.
 * @param today - An ISO date.
 */
export function withCorrection(before: StoredRule, after: StoredRule, today: string): StoredRule {
  const version = without(withSignatureOf(before, after), ['earlier', 'validFrom', 'changedOn']);
  return { ...withDay({ ...version, ...pick(before, ['validFrom']) }, today), ...pick(before, ['earlier']) };
}

/**
 * The rule marked as agreed as its newest version stands, with the fingerprint of that.
 *
 * @param signature - By whom, and on what day (an ISO date); what is left out stays, and a blank name is that of nobody.
 */
export function withAgreement(
  rule: StoredRule,
  { agreedBy, agreedOn }: { agreedBy?: string; agreedOn?: string } = {}
): StoredRule {
  return {
    ...without(rule, ['changedOn', ...(agreedBy === '' ? ['agreedBy'] : [])]),
    ...(agreedBy && { agreedBy }),
    ...(agreedOn !== undefined && { agreedOn }),
    agreedFingerprint: fingerprintOf(rule),
  };
}

/** A version that was changed with the day of that, where its beginning does not tell: it begins then, or is to come. */
function withDay(version: StoredRule, day: string): StoredRule {
  const { validFrom, agreedOn } = version;
  const isTold = dayOf(validFrom) >= dayOf(day) && dayOf(validFrom) > dayOf(agreedOn);
  return isSigned(version) && !isAsAgreed(version) && !isTold ? { ...version, changedOn: day } : version;
}

/** The signature of `after` where it is another one; else what was agreed before, by its fingerprint, too. */
function withSignatureOf(before: StoredRule, after: StoredRule): StoredRule {
  const isAnew = isSigned(after) && SIGNATURE.some((field) => textOf(after[field]) !== textOf(before[field]));
  return isAnew ? after : { ...without(after, SIGNATURE), ...pick(withFingerprint(before), SIGNATURE) };
}

/** A signature that says by whom or when, not on what: until somebody changes the rule, it is on what stands. */
function withFingerprint(rule: StoredRule): StoredRule {
  return isSigned(rule) && textOf(rule.agreedFingerprint) === '' ? withAgreement(rule) : rule;
}

function earlierOf({ earlier }: StoredRule): readonly unknown[] {
  return Array.isArray(earlier) ? earlier : [];
}

/** The day that a date or a moment begins with, by its own calendar, in days; NaN where it is none. */
function dayOf(value: unknown): number {
  return parseDay(dayText(value)) ?? NaN;
}

function dayText(value: unknown): string {
  return textOf(value).slice(0, 'YYYY-MM-DD'.length);
}

/** A version whose beginning can't be read is in force since ever, as long as it is the newest. */
function isUnreadable(validFrom: unknown): boolean {
  const text = textOf(validFrom);
  return text !== '' && !hasVariable(text) && parseMoment(text).problem !== undefined;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.trim() : '';
}

function without(rule: StoredRule, fields: readonly string[]): StoredRule {
  return Object.fromEntries(Object.entries(rule).filter(([key]) => !fields.includes(key)));
}

function pick(rule: StoredRule, fields: readonly string[]): StoredRule {
  return Object.fromEntries(Object.entries(rule).filter(([key]) => fields.includes(key)));
}
