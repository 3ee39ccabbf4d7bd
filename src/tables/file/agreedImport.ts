import { groupBy, isEqual } from 'lodash';

import type { StoredRule } from '../../rule/agreement';
import { isAsAgreed, isSigned, withAgreement, withCorrection, withVersionFrom } from '../../rule/agreement';
import { fingerprintOf } from '../../rule/fingerprint';
import type { RuleInput, VersionInput } from '../../rule/schema';
import { parseMoment } from '../../time/moment';
import type { FileRule } from './ruleFile';
import { rulesOfFile } from './rulesOfFile';
import type { DatedVersion } from './ruleVersions';
import { ruleOfVersions, versionAt, versionsOf } from './ruleVersions';
import type { MetricSources } from './storedRule';
import { storedRule } from './storedRule';

/** How a change to what was agreed is meant: the past keeps its rule, or it is judged again. */
export type AgreedDecision = 'fromToday' | 'correction';

/** A metric of which an import says something else than what was agreed, for a time that is past. */
export interface AgreedChange {
  metric: string;
  /** As a person is told, one for each metric of that name. */
  labels: readonly string[];
  /** As it is stated now. */
  before: RuleInput;
  /** Whether the import has no rule for it, so that what was agreed would end. */
  isMissing: boolean;
  /** Whether somebody has to decide: not where a file without versions says what is in force anyway. */
  asks: boolean;
}

/**
 * The metrics for which an import says something else of a time that was judged by an agreement, or nothing any more. A
 * file that keeps the agreed versions as they are and adds one is none of these: it says by itself from when on it counts.
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
    const changed = named.filter(({ isRewritten }) => isRewritten);
    const [first] = changed;
    if (!first) {
      return [];
    }
    const { metric, isMissing, sources } = first;
    const isOne = named.every(({ before }) => isEqual(before, first.before));
    return {
      metric,
      labels: changed.map(({ label }) => label),
      before: isOne ? first.before : storedRule({ ...sources, override: undefined }),
      isMissing,
      asks: changed.some(({ asks }) => asks),
    };
  });
}

function changeOf({ metric, label = metric, sources }: MetricSources, rule: RuleInput | undefined, today: string) {
  const before = storedRule(sources);
  const after = storedRule({ ...sources, sheet: rule });
  return {
    metric,
    label,
    sources,
    before,
    isMissing: rule === undefined,
    isRewritten: rewritesAgreed(before, after, today),
    asks: (rule !== undefined && statesHistory(rule)) || !isSameNow(before, after, today),
  };
}

/** How a change to what was agreed is meant, and on which day. */
interface Decided {
  decision: AgreedDecision;
  /** An ISO date. */
  today: string;
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
    const { [index]: rule = {} } = rules;
    const decision = change.isMissing ? end(change, decided) : decide(change, rule, decided);
    return decision ? [{ metric: change.metric, rule: decision }] : [];
  });
  const byName = new Map(own.map((rule) => [rule.metric.trim(), rule]));
  const named = new Set(file.map(({ metric }) => metric.trim()));
  return [
    ...file.map((rule) => byName.get(rule.metric.trim()) ?? rule),
    ...own.filter(({ metric }) => !named.has(metric.trim())),
  ];
}

/** Whether a past that an agreed version judged would be judged by something else. */
function rewritesAgreed(before: RuleInput, after: RuleInput, today: string): boolean {
  const next = versionsOf(after);
  return pastOf(versionsOf(before), today).some(
    ({ from, version }) =>
      isAsAgreed(version) && fingerprintOf(versionAt(next, from)?.version ?? {}) !== fingerprintOf(version)
  );
}

/** Whether two rules agree on the same as of today, whatever their histories are. */
function isSameNow(before: RuleInput, after: RuleInput, today: string): boolean {
  const [former, next] = [before, after].map((rule) => versionAt(versionsOf(rule), startOf(today))?.version ?? {});
  return fingerprintOf(former) === fingerprintOf(next);
}

function decide({ before, asks }: AgreedChange, after: RuleInput, { decision, today }: Decided): RuleInput {
  const former = pastOf(versionsOf(before), today);
  const next = versionsOf(after);
  if (asks && decision === 'correction' && statesHistory(after)) {
    return whole(next.map(({ from, version }) => correctedFrom(former, from, version, today)));
  }
  const past = whole(former.map(({ version }) => version));
  const stated = versionAt(next, startOf(today))?.version;
  const upcoming = next.filter(({ from }) => from > startOf(today)).map(({ version }) => version);
  const current = stated ? currentOf(past, signed(past, stated), asks ? { decision, today } : undefined) : past;
  return whole([...versionsIn(current as RuleInput), ...upcoming]);
}

/** What was agreed, ended: from today on it says nothing, and nobody signs that; as a mistake, it never was. */
function end({ before, asks }: AgreedChange, { decision, today }: Decided): RuleInput | undefined {
  if (!asks) {
    return before;
  }
  if (decision === 'correction') {
    return undefined;
  }
  const past = whole(pastOf(versionsOf(before), today).map(({ version }) => version));
  const { validFrom, earlier } = withVersionFrom(past, {}, today) as RuleInput;
  return { validFrom, earlier };
}

/** Without a decision what is stated is upkeep of the version that is in force. */
function currentOf(past: RuleInput, stated: StoredRule, decided: Decided | undefined): StoredRule {
  if (!decided) {
    const { validFrom, earlier } = past;
    return { ...stated, validFrom, earlier };
  }
  return decided.decision === 'fromToday'
    ? withVersionFrom(past, stated, decided.today)
    : withCorrection(past, stated, decided.today);
}

/** A version of a file in the place of the one that was in force from the same time on. */
function correctedFrom(
  former: readonly DatedVersion[],
  from: number,
  version: VersionInput,
  today: string
): VersionInput {
  const before = former.find((one) => one.from === from)?.version;
  return before && isSigned(before)
    ? (withCorrection(before, signed(before, version), today) as VersionInput)
    : version;
}

/**
 * The signature of a version in a file. A file without the columns of the agreement takes no signature away; and nobody
 * can write a fingerprint: whoever states another agreement signs what stands beside it.
 */
function signed(before: StoredRule, after: VersionInput): StoredRule {
  const states = (field: 'agreedBy' | 'agreedOn') =>
    (after[field] ?? '').trim() !== '' && after[field] !== before[field];
  if (states('agreedBy') || states('agreedOn')) {
    return withAgreement(after as StoredRule);
  }
  const { agreedBy, agreedOn, agreedFingerprint } = before;
  return { ...after, agreedBy, agreedOn, agreedFingerprint };
}

function statesHistory({ validFrom, earlier }: RuleInput): boolean {
  return (validFrom ?? '').trim() !== '' || (earlier ?? []).length > 0;
}

function pastOf(versions: readonly DatedVersion[], today: string): DatedVersion[] {
  return versions.filter(({ from }) => from < startOf(today));
}

function versionsIn({ earlier = [], ...newest }: RuleInput): VersionInput[] {
  return [...earlier, newest];
}

function whole(versions: readonly VersionInput[]): RuleInput {
  return ruleOfVersions(versions) ?? {};
}

function startOf(today: string): number {
  return parseMoment(today).time ?? Infinity;
}
