import { sortBy } from 'lodash';

import type { StoredRule } from '../../rule/agreement';
import {
  askBeforeChange,
  changesAgreement,
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

/**
 * A change of the open version as it is typed. The first one to what was agreed begins a version of its own today, so that
 * what is typed is tested and shown at once while the past stays as it was judged; `asks` says that it did so unasked.
 * (A draft beside the rule would have to be shown, tested and kept apart from it, and be lost with the form.) A version
 * that is not in force yet, or only since today, has no past to keep; a former one is nothing else: it is corrected.
 */
export function withChange(
  { versions, place }: OpenVersions,
  after: RawRule,
  today: Today
): OpenVersions & { asks: boolean } {
  const before = versions[place];
  const { when } = spansOf(versions, today.now)[place];
  if (when !== 'past' && askBeforeChange(before, after, today.date)) {
    return { ...beginVersion({ versions, place }, after, today.start), asks: true };
  }
  const isOther = isSigned(before) && fingerprintOf(before) !== fingerprintOf(after);
  const changed = isOther ? withCorrection(before, after, today.date) : after;
  return { ...withOpen({ versions, place }, changed), asks: false };
}

/** The open version with a new one after it, from a day on, as `validFrom` is written. */
export function beginVersion({ versions, place }: OpenVersions, after: RawRule, from: string): OpenVersions {
  const [former, begun] = versionsOf(withVersionFrom(versions[place], after, from));
  return sorted([...versions.slice(0, place), former, begun, ...versions.slice(place + 1)], begun);
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

/** The open version, begun from what was agreed, put in the place of that: a mistake was corrected. */
export function withMistakeCorrected({ versions, place }: OpenVersions, today: Today): OpenVersions {
  const corrected = withCorrection(versions[place - 1], versions[place], today.date);
  return {
    versions: replaced(versions.slice(0, place).concat(versions.slice(place + 1)), place - 1, corrected),
    place: place - 1,
  };
}

/** The open version, begun from what was agreed, beginning on another day. */
export function withOtherStart({ versions, place }: OpenVersions, from: string): OpenVersions {
  const without = versions.filter((_, index) => index !== place);
  return beginVersion({ versions: without, place: place - 1 }, versions[place], from);
}

/** Whether the open version changed what the one before it was agreed as, so that it can be a correction of that. */
export function isChangeOfAgreed({ versions, place }: OpenVersions): boolean {
  const former = versions[place - 1] as RawRule | undefined;
  return (
    former !== undefined &&
    changesAgreement(former, versions[place]) &&
    versions[place].agreedFingerprint === fingerprintOf(former)
  );
}

/** Whether the open version, begun from what was agreed, says again what that does. */
export function isAgreedAgain({ versions, place }: OpenVersions): boolean {
  const former = versions[place - 1] as RawRule | undefined;
  return former !== undefined && isAsAgreed(former) && fingerprintOf(former) === fingerprintOf(versions[place]);
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
    const { agreedFingerprint: _, changedOn: __, ...unsigned } = after;
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
