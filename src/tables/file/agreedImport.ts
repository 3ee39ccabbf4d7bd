import { groupBy, isEqual } from 'lodash';

import type { StoredRule } from '../../rule/agreement';
import { isAsAgreed, isSigned, withAgreement, withCorrection, withVersionFrom } from '../../rule/agreement';
import { fingerprintOf } from '../../rule/fingerprint';
import type { RuleInput, VersionInput } from '../../rule/schema';
import { borrowedFrom, withBorrowedTold } from './borrowedSignature';
import type { FileRule } from './ruleFile';
import { rulesOfFile } from './rulesOfFile';
import type { DatedVersion } from './ruleVersions';
import { ruleOfVersions, versionAt, versionsOf } from './ruleVersions';
import type { MetricSources } from './storedRule';
import { storedRule } from './storedRule';

/** How a change to what was agreed is meant: the past keeps its rule, or it is judged again. */
export type AgreedDecision = 'fromToday' | 'correction';

/** A metric of which an import says something else than its signed rule, or than the versions of it. */
export interface AgreedChange {
  metric: string;
  /** As a person is told, one for each metric of that name. */
  labels: readonly string[];
  /** As it is stated now. */
  before: RuleInput;
  /** Whether the import has no rule for it, so that what was agreed would end. */
  isMissing: boolean;
  /**
   * Whether somebody has to decide: not where a row without versions says what is in force anyway, or changes what is in
   * force since today, which either answer would change in its place.
   */
  asks: boolean;
  /** The rule of the import after what counts until it begins, where it begins later. */
  continued?: RuleInput;
}

/**
 * The metrics whose agreed versions an import would change or take away, and those whose signature or versions a row
 * without versions does not name, so that they stay; and those whose rule, agreed or not, begins later than the one that
 * counts now, which stays until then. A file that keeps the agreed versions as they are and adds one is none of these: it
 * says by itself from when on it counts.
 *
 * A rule of a file counts for all metrics of its name. Where these are not ruled alike, no override's fields become part
 * of the rule that they share.
 *
 * @param today - An ISO date.
 */
export function agreedChanges(
  file: readonly FileRule[],
  stated: readonly MetricSources[],
  today: string
): AgreedChange[] {
  const { rules } = rulesOfFile(
    file,
    stated.map(({ metric }) => ({ name: metric }))
  );
  const all = stated.map((one, index) => changeOf(one, rules[index], today));
  return Object.values(groupBy(all, ({ metric }) => metric.trim())).flatMap((named) => {
    const settled = named.filter(({ isSettled }) => isSettled);
    const asking = settled.filter(({ asks }) => asks);
    const changed = asking.length > 0 ? asking : settled;
    const [first] = changed;
    if (!first) {
      return [];
    }
    const { metric, isMissing, sources, continued } = first;
    const isOne = named.every(({ before }) => isEqual(before, first.before));
    return {
      metric,
      labels: changed.map(({ label }) => label),
      before: isOne ? first.before : storedRule({ ...sources, override: undefined }),
      isMissing,
      asks: asking.length > 0,
      ...(continued && { continued }),
    };
  });
}

function changeOf({ metric, label = metric, sources }: MetricSources, rule: RuleInput | undefined, today: string) {
  const before = storedRule(sources);
  const continued = rule && continuedRule(storedRule({ sheet: sources.sheet, unit: sources.unit }), rule, today);
  const after = storedRule({ ...sources, sheet: continued ?? rule });
  const statesVersions = rule !== undefined && statesHistory(rule);
  const isRewritten =
    rewritesAgreed(before, after) ||
    (rule !== undefined && continued !== undefined && judgesAgreed(before, rule, today));
  const isSame = isSameNow(before, after, today);
  return {
    metric,
    label,
    sources,
    before,
    isMissing: rule === undefined,
    continued,
    isSettled:
      isRewritten ||
      continued !== undefined ||
      (rule !== undefined && !statesVersions && sources.override === undefined && losesUnnamed(before, after, isSame)),
    asks: isRewritten && (statesVersions || (!isSame && (rule === undefined || makesDifference(before, today)))),
  };
}

/**
 * A rule that begins later than the one that counts now, after the versions up to that one. Undefined for one that says
 * what counts now: of its earlier versions a file has those that it is to have.
 */
function continuedRule(before: RuleInput, rule: RuleInput, today: string): RuleInput | undefined {
  const former = inForce(versionsOf(before), today);
  const [first] = versionsOf(rule);
  const newest = former.at(-1);
  return newest && newest.from < first.from && Object.keys(before).length > 0
    ? whole([...former.map(({ version }) => version), ...versionsIn(rule)])
    : undefined;
}

/** Whether days that are over, and were judged by what was agreed, would be judged by a rule that begins later. */
function judgesAgreed(before: RuleInput, rule: RuleInput, today: string): boolean {
  const newest = inForce(versionsOf(before), today).at(-1);
  const [first] = versionsOf(rule);
  return newest !== undefined && isAsAgreed(newest.version) && dayOf(first) < today;
}

/** Whether it makes a difference for a row without versions how it is meant: a version of today is changed in its place. */
function makesDifference(before: RuleInput, today: string): boolean {
  const former = inForce(versionsOf(before), today);
  return former.length === 0 || hasAgreedPast(former, today);
}

/** Whether a row without versions would take away what it has no word for: a signature, or what it leaves as it is. */
function losesUnnamed(before: RuleInput, after: RuleInput, isSame: boolean): boolean {
  const versions = versionsOf(before);
  const isKept = versions.some(({ version }) => isSigned(version)) || (isSame && versions.length > 1);
  return isKept && !isEqual(before, after);
}

/** How a change to what was agreed is meant, and on which day. */
interface Decided {
  decision: AgreedDecision;
  /** The day of whoever imports, as an ISO date. */
  today: string;
  /** When that day begins where they sit, as `validFrom` is written. */
  start: string;
}

/**
 * The rules of an import as they are to be kept, once somebody decided how the changes to what was agreed are meant. Of
 * a glob only the metrics that were agreed get a rule of their own, by their names; all other rules stay as they are.
 *
 * @param changes - Those that `agreedChanges` finds.
 */
export function decideAgreed(
  file: readonly FileRule[],
  changes: readonly AgreedChange[],
  decided: Decided
): FileRule[] {
  const { rules } = rulesOfFile(
    file,
    changes.map(({ metric }) => ({ name: metric }))
  );
  const own = changes.flatMap((change, index) => {
    const rule = change.continued ?? rules[index] ?? {};
    const decision = change.isMissing ? end(change, decided) : decide(change, rule, decided);
    return decision ? [{ metric: change.metric, rule: decision }] : [];
  });
  const byName = new Map(own.map((rule) => [rule.metric.trim(), rule]));
  const named = new Set(file.map(({ metric }) => metric.trim()));
  return [
    ...file.map((rule) => byName.get(rule.metric.trim()) ?? { ...rule, rule: asStated(rule.rule) }),
    ...own.filter(({ metric }) => !named.has(metric.trim())),
  ];
}

/** A rule that its file states with versions: a signature that was copied on to the next one is none of that. */
function asStated(rule: RuleInput): RuleInput {
  return (rule.earlier ?? []).length > 0 ? whole(withBorrowedTold(versionsIn(rule))) : rule;
}

/** Whether an agreed version would be another one, or would be gone. */
function rewritesAgreed(before: RuleInput, after: RuleInput): boolean {
  const next = versionsOf(after);
  return versionsOf(before).some(
    ({ from, version }) => isAsAgreed(version) && !saysSame(version, versionAt(next, from)?.version)
  );
}

/** Whether two rules agree on the same as of today, whatever their histories are. */
function isSameNow(before: RuleInput, after: RuleInput, today: string): boolean {
  const [former, next] = [before, after].map((rule) => inForce(versionsOf(rule), today).at(-1)?.version);
  return saysSame(former, next);
}

function saysSame(one: VersionInput = {}, other: VersionInput = {}): boolean {
  return fingerprintOf(one) === fingerprintOf(other);
}

function decide({ before, asks, continued }: AgreedChange, after: RuleInput, decided: Decided): RuleInput {
  const { decision, today } = decided;
  const [all, next] = [versionsOf(before), versionsOf(after)];
  const known = all.map(({ version }) => version);
  const told = (versions: readonly VersionInput[]) => whole(withBorrowedTold(versions, known));
  if (continued && !asks) {
    return told(versionsIn(continued));
  }
  const former = inForce(all, today);
  if (asks && decision === 'correction' && statesHistory(after)) {
    return told(next.map(({ from, version }) => correctedFrom({ former, known }, from, version, today)));
  }
  const stated = inForce(next, today).at(-1)?.version;
  const planned = statesHistory(after) ? next : all;
  const upcoming = planned.filter((one) => dayOf(one) > today).map(({ version }) => version);
  const current = stated ? currentOf({ former, known }, stated, decided) : whole(former.map(({ version }) => version));
  return told([...versionsIn(current as RuleInput), ...upcoming]);
}

/** What was agreed, ended: from today on it says nothing, and nobody signs that; as a mistake, it never was. */
function end({ before, asks }: AgreedChange, { decision, today, start }: Decided): RuleInput | undefined {
  if (!asks) {
    return before;
  }
  const past = versionsOf(before).filter((one) => dayOf(one) < today);
  if (decision === 'correction' || past.length === 0) {
    return undefined;
  }
  const { validFrom, earlier } = withVersionFrom(whole(past.map(({ version }) => version)), {}, start) as RuleInput;
  return { validFrom, earlier };
}

/** The versions that a rule has: those that began by today, and what all of them say, later ones too. */
interface Known {
  former: readonly DatedVersion[];
  known: readonly VersionInput[];
}

/**
 * What counts now, with the versions before it. Whoever agrees on the same keeps up what is in force; what is in force
 * since today has no past to keep, so that it is changed in its place.
 */
function currentOf({ former, known }: Known, stated: VersionInput, { decision, today, start }: Decided): StoredRule {
  const newest = former.at(-1);
  if (!newest) {
    return decision === 'fromToday' ? { ...stated, validFrom: start } : stated;
  }
  const before = whole(former.map(({ version }) => version));
  const after = signed(before, stated, known);
  if (saysSame(before, stated)) {
    const { validFrom, earlier, changedOn, agreedValues } = before;
    const isCorrected = changedOn !== undefined && !isAsAgreed(after);
    return { ...after, validFrom, earlier, ...(isCorrected && { changedOn, agreedValues }) };
  }
  return decision === 'fromToday' && hasAgreedPast(former, today)
    ? withVersionFrom(before, after, start)
    : withCorrection(before, after, today);
}

/** Whether what counts today has a past, and there is an agreement that it was judged by; without one, nobody is asked. */
function hasAgreedPast(former: readonly DatedVersion[], today: string): boolean {
  const newest = former.at(-1);
  return newest !== undefined && dayOf(newest) < today && former.some(({ version }) => isAsAgreed(version));
}

/** A version of a file in the place of the one that was in force from the same time on. */
function correctedFrom({ former, known }: Known, from: number, version: VersionInput, today: string): VersionInput {
  const before = former.find((one) => one.from === from)?.version;
  return before && isSigned(before)
    ? (withCorrection(before, signed(before, version, known), today) as VersionInput)
    : version;
}

/**
 * The signature of a version in a file. A file without the columns of the agreement takes no signature away; and nobody
 * can write a fingerprint: whoever states another agreement signs what stands beside it, as long as that very signature was
 * not given for something else.
 */
function signed(before: StoredRule, after: VersionInput, known: readonly VersionInput[]): StoredRule {
  const states = (field: 'agreedBy' | 'agreedOn') =>
    (after[field] ?? '').trim() !== '' && after[field] !== before[field];
  if ((states('agreedBy') || states('agreedOn')) && borrowedFrom(after as StoredRule, known) === undefined) {
    return withAgreement(after as StoredRule);
  }
  const { agreedBy, agreedOn, agreedFingerprint } = before;
  return { ...after, agreedBy, agreedOn, agreedFingerprint };
}

function statesHistory({ validFrom, earlier }: RuleInput): boolean {
  return (validFrom ?? '').trim() !== '' || (earlier ?? []).length > 0;
}

/** The versions that began by the end of a day: the last one counts on it. */
function inForce(versions: readonly DatedVersion[], today: string): DatedVersion[] {
  return versions.filter((one) => dayOf(one) <= today);
}

function versionsIn({ earlier = [], ...newest }: RuleInput): VersionInput[] {
  return [...earlier, newest];
}

function whole(versions: readonly VersionInput[]): RuleInput {
  return ruleOfVersions(versions) ?? {};
}

/** The day on which a version begins, by the calendar of its own zone, as an ISO date; blank: since ever. */
function dayOf({ from, version }: DatedVersion): string {
  return from === -Infinity ? '' : (version.validFrom ?? '').trim().slice(0, 'YYYY-MM-DD'.length);
}
