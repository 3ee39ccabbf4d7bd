import { sortBy } from 'lodash';

import type { StoredRule } from '../../rule/agreement';
import {
  askBeforeChange,
  changesAgreement,
  hasPast,
  isAsAgreed,
  isSigned,
  withAgreement,
  withCorrection,
  withVersionFrom,
} from '../../rule/agreement';
import { fingerprintOf } from '../../rule/fingerprint';
import type { RuleField } from '../../rule/fields';
import { parseDay } from '../../time/calendar';
import { parseMoment } from '../../time/moment';
import { overrulingFields } from '../../rule/overruled';
import type { StatedRule } from './formPlace';
import type { RawRule } from '../rawRule';
import { asText, isBlank, toRawRule } from '../rawRule';
import type { Today } from './today';

/** The versions of a rule in the order in which they are stored, and the place of the one that is open in the form. */
export interface OpenVersions {
  versions: readonly RawRule[];
  place: number;
}

/** When a version is in force, seen from now. Its ends as they are written; undefined: since ever, and until further notice. */
export interface VersionSpan {
  when: 'past' | 'now' | 'upcoming';
  from?: string;
  until?: string;
}

/** All versions of a stored rule, the newest last; at least one. What is no list of former ones is none. */
export function versionsOf({ earlier, ...newest }: RawRule): readonly RawRule[] {
  return [...(Array.isArray(earlier) ? earlier.map(toRawRule) : []), newest];
}

/** Versions as one stored rule; undefined where nothing is stated. */
export function ruleOf(versions: readonly RawRule[]): RawRule | undefined {
  const newest = versions[versions.length - 1];
  const rule = versions.length > 1 ? { ...newest, earlier: versions.slice(0, -1) } : newest;
  return Object.keys(rule).length > 0 ? rule : undefined;
}

/**
 * When each of a rule's versions is in force (`mergeHistory` says by which rules). Where none is yet, the first one to
 * come is; where the newest has no beginning, it has always been, and no other ever was.
 *
 * @param now - Epoch ms.
 */
export function spansOf(versions: readonly RawRule[], now: number): VersionSpan[] {
  const starts = versions.map(startOf);
  const isSinceEver = starts[versions.length - 1] === -Infinity;
  const order = sortBy([...versions.keys()], (place) => starts[place]);
  const current = isSinceEver ? versions.length - 1 : (order.findLast((place) => starts[place] <= now) ?? order[0]);
  return versions.map(({ validFrom }, place) => {
    const next = order[order.indexOf(place) + 1] as number | undefined;
    return {
      when: place === current ? 'now' : starts[place] > now && !isSinceEver ? 'upcoming' : 'past',
      from: isBlank(validFrom) ? undefined : asText(validFrom),
      until: next === undefined ? undefined : asText(versions[next].validFrom),
    };
  });
}

/** The version that is in force now. */
export function placeNow(versions: readonly RawRule[], now: number): number {
  return spansOf(versions, now).findIndex(({ when }) => when === 'now');
}

/** What a stored rule states at a moment (epoch ms), by the version in force then; before the first one, nothing. */
export function statedAt(rule: RawRule, time: number): RawRule {
  const versions = versionsOf(rule);
  const newest = versions[versions.length - 1];
  return startOf(newest) === -Infinity
    ? newest
    : (sortBy(versions, startOf).findLast((version) => startOf(version) <= time) ?? {});
}

/**
 * A change of the open version as it is typed. The first one to what was agreed begins a version of its own today, so that
 * what is typed is tested and shown at once while the past stays as it was judged; `asks` says that it did so unasked. So
 * does the first change that overrules what was agreed in a source below.
 * (A draft beside the rule would have to be shown, tested and kept apart from it, and be lost with the form.) A version
 * that is not in force yet, or only since today, has no past to keep; a former one is nothing else: it is corrected.
 */
export function withChange(
  { versions, place }: OpenVersions,
  after: RawRule,
  today: Today,
  overruled: Overruled = () => undefined
): OpenVersions & { asks: boolean } {
  const before = versions[place];
  const { when } = spansOf(versions, today.now)[place];
  const isFirstOverruling = overruled(before) === undefined && overruled(after) !== undefined;
  const asks = isFirstOverruling ? hasPast(before, today.date) : askBeforeChange(before, after, today.date);
  if (asks && when !== 'past') {
    return { ...beginVersion({ versions, place }, after, today.start), asks };
  }
  const isOther = fingerprintOf(before) !== fingerprintOf(after);
  const changed = isOther && isSigned(before) ? withCorrection(before, after, today.date) : after;
  const isCorrected = isOther && !isSigned(before) && before.changedOn !== undefined;
  const told = isCorrected ? withOverruling(changed, overruled, today) : changed;
  const isTakenBack = versions.length === 1 && overruled(before) !== undefined;
  return { ...withOpen({ versions, place }, isTakenBack ? withoutBareDay(told) : told), asks: false };
}

/** Finds what a version says otherwise than a rule below it, where somebody agreed on that, and nobody on the version. */
export type Overruled = (version: RawRule) => Overruling | undefined;

export interface Overruling {
  /** Where the rule below stands. */
  place: StatedRule['place'];
  /** What that says in the fields in which the version says otherwise, as it is stored; null for nothing. */
  agreedValues: RawRule;
}

/**
 * Finds what a version overrules among the rules below it.
 *
 * @param now - Epoch ms: below it counts what is in force then.
 */
export function overruledAmong(below: readonly StatedRule[], now: number): Overruled {
  return (version) => {
    const overruled = below.map((rule): Overruling => {
      const agreed = inForce(rule, now);
      const values = overrulingFields(version, agreed).map((field) => [field, agreed[field] ?? null] as const);
      return { place: rule.place, agreedValues: Object.fromEntries(values) };
    });
    return overruled.find(({ agreedValues }) => Object.keys(agreedValues).length > 0);
  };
}

function inForce({ value }: StatedRule, now: number): RawRule {
  const versions = versionsOf(toRawRule(value));
  return versions[placeNow(versions, now)];
}

/**
 * A version that overrules what was agreed since ever says when it was made to, having no beginning that tells, and what
 * it overrules.
 */
function withOverruling(version: RawRule, overruled: Overruled, { date }: Today): RawRule {
  const { agreedValues } = overruled(version) ?? {};
  return agreedValues ? { ...version, changedOn: date, agreedValues } : withoutCorrection(version);
}

function withoutCorrection({ changedOn: _, agreedValues: __, ...version }: RawRule): RawRule {
  return version;
}

/** A version that said no more than what overruled leaves no day on which that began. */
function withoutBareDay(version: RawRule): RawRule {
  return Object.keys(version).every((field) => field === 'validFrom') ? {} : version;
}

/** The open version without what overrules the rules below it: these count again, as if nothing had been written. */
export function withoutOverruling({ versions, place }: OpenVersions, overruled: Overruled, today: Today): OpenVersions {
  let left = withoutCorrection(versions[place]);
  for (let rule = overruled(left); rule !== undefined; rule = overruled(left)) {
    const fields = Object.keys(rule.agreedValues);
    left = Object.fromEntries(Object.entries(left).filter(([key]) => !fields.includes(key)));
  }
  const open = withOpen({ versions, place }, left);
  return isChangeOfAgreed({ versions, place }, overruled) ? withMistakeCorrected(open, today, overruled) : open;
}

/** The open version with a new one after it, from a day on, as `validFrom` is written. One that says nothing leaves none. */
export function beginVersion({ versions, place }: OpenVersions, after: RawRule, from: string): OpenVersions {
  const before = (versions[place] as RawRule | undefined) ?? {};
  const [former, begun] = versionsOf(withVersionFrom(before, after, from));
  const kept = Object.keys(before).length > 0 ? [former] : [];
  return sorted([...versions.slice(0, Math.max(0, place)), ...kept, begun, ...versions.slice(place + 1)], begun);
}

/** A day that somebody chose as `validFrom` is written: it begins where they sit. A moment with its zone stays. */
export function startOn(date: string, { date: day, start }: Today): string {
  return parseDay(date) === undefined ? date : date + start.slice(day.length);
}

/**
 * What a version that begins on a day does: whether it judges a past again, and when the next version begins that is there
 * already (epoch ms).
 *
 * @param others - The versions beside it.
 */
export function beginningOn(
  date: string,
  others: readonly RawRule[],
  today: Today
): { judgesPast: boolean; until?: number } {
  const start = startOf({ validFrom: startOn(date, today) });
  const later = others.map(startOf).filter((other) => other > start);
  return {
    judgesPast: date !== today.date && start < today.now,
    ...(later.length > 0 && { until: Math.min(...later) }),
  };
}

/**
 * The open version, begun from what was agreed, put in the place of that: a mistake was corrected. Where that was agreed
 * below, it is put in the place of what this rule said before, if anything.
 */
export function withMistakeCorrected(
  { versions, place }: OpenVersions,
  today: Today,
  overruled: Overruled = () => undefined
): OpenVersions {
  const former = formerOf({ versions, place });
  const corrected = withCorrection(former, versions[place], today.date);
  const told = isSigned(corrected) ? corrected : withOverruling(corrected, overruled, today);
  const before = Math.max(0, place - 1);
  return { versions: [...versions.slice(0, before), told, ...versions.slice(place + 1)], place: before };
}

/** The version before the open one; what says nothing was left out. */
function formerOf({ versions, place }: OpenVersions): RawRule {
  return (versions[place - 1] as RawRule | undefined) ?? {};
}

/** The open version, begun from what was agreed, beginning on another day. */
export function withOtherStart({ versions, place }: OpenVersions, from: string): OpenVersions {
  const without = versions.filter((_, index) => index !== place);
  return beginVersion({ versions: without, place: place - 1 }, versions[place], from);
}

/**
 * Whether the open version changed what the one before it was agreed as, or what was agreed below, so that it can be a
 * correction of that.
 */
export function isChangeOfAgreed({ versions, place }: OpenVersions, overruled: Overruled = () => undefined): boolean {
  const [former, open] = [formerOf({ versions, place }), versions[place]];
  return (
    (changesAgreement(former, open) && open.agreedFingerprint === fingerprintOf(former)) ||
    (!isBlank(open.validFrom) && overruled(open) !== undefined && overruled(former) === undefined)
  );
}

/** Whether the open version, begun from what was agreed, says again what that does, or nothing else than what is below. */
export function isAgreedAgain({ versions, place }: OpenVersions, overruled: Overruled = () => undefined): boolean {
  const [former, open] = [formerOf({ versions, place }), versions[place]];
  return isAsAgreed(former) ? fingerprintOf(former) === fingerprintOf(open) : !isSigned(former) && !overruled(open);
}

/** The open version as it is to be. */
export function withOpen({ versions, place }: OpenVersions, version: RawRule): OpenVersions {
  return { versions: replaced(versions, place, version), place };
}

/** The versions without the open one; the one before it is open then. */
export function withoutOpen({ versions, place }: OpenVersions): OpenVersions {
  return { versions: versions.filter((_, index) => index !== place), place: Math.max(0, place - 1) };
}

/**
 * A version whose signature is typed. Whoever signs marks it as agreed as it stands; a signature that was given for
 * something else gets the day of the new one. One that is cleared marks nothing.
 */
export function withTypedSignature(before: RawRule, after: RawRule, field: RuleField, today: Today): RawRule {
  if (isBlank(after[field])) {
    const { agreedFingerprint: _, changedOn: __, agreedValues: ___, ...unsigned } = after;
    return isBlank(after.agreedBy) && isBlank(after.agreedOn) ? unsigned : after;
  }
  const isOld = field === 'agreedBy' && isSigned(before) && !isAsAgreed(before);
  return withAgreement(after, isOld ? { agreedOn: today.date } : {});
}

/** From when on a version is in force, epoch ms; -Infinity for what can't be read: since ever. */
export function startOf({ validFrom }: StoredRule): number {
  return parseMoment(asText(validFrom)).time ?? -Infinity;
}

function sorted(versions: readonly RawRule[], open: RawRule): OpenVersions {
  const ordered = sortBy(versions, startOf);
  return { versions: ordered, place: ordered.indexOf(open) };
}

function replaced(versions: readonly RawRule[], place: number, version: RawRule): readonly RawRule[] {
  return versions.map((one, index) => (index === place ? version : one));
}
