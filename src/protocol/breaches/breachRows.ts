import type { Breach, Span } from '../../evaluation/evaluation';
import { firesFrom } from '../../evaluation/figures';
import { badness } from '../../evaluation/worst';
import { says } from '../../rule/answers';
import { deadlineAfter } from '../../rule/deadline';
import { ruleAt } from '../../rule/history';
import type { Level } from '../../rule/level';
import type { Rule } from '../../rule/rule';
import type { Holder } from '../../tables/directory/holder';
import type { WhoIsWho } from '../../tables/directory/whoIsWho';
import type { Deadline, MetricProtocol } from '../protocol';
import type { BreachSpan } from './breachSpan';
import { breachSpan, worstSeverity } from './breachSpan';
import { breachStretches } from './breachStretches';

/** One breach as people count them, with the rule of its time. */
export interface BreachRow extends BreachSpan {
  /** The worst value of the worst severity. */
  worst?: { value: number; time: number };
  /** The version of the rule in force when the worst severity began to fire. */
  rule: Rule;
  /** Its level of that severity. */
  level?: Level;
  /** When that version was followed by another, epoch ms; undefined: it is in force. */
  ruleUntil?: number;
  /** The owner whom that version names: a role or a person. */
  owner?: string;
  /** Who holds that role now, by the directory: whom it had then no directory says. */
  ownerNow?: Holder;
  deadline?: Deadline;
  /** How long past its deadline it was, or is, ms; undefined: not past it, or nothing was due. */
  overdueMs?: number;
}

/** Which of a metric's breaches are listed. */
export interface Listed {
  /** Those of what is in view, or those of the look-back that its state is judged on. */
  on: 'view' | 'lookBack';
  /** What the list speaks of; with a now, what is open is open now. */
  span: Span;
}

/**
 * The breaches of a metric, newest first, each with the rule, the owner and the due moment of its time. As many as the
 * figures count, because breaches of two levels that overlap or touch are one.
 */
export function breachRows(metric: MetricProtocol, { on, span }: Listed, who?: WhoIsWho): BreachRow[] {
  const breaches = breachesOf(metric, on);
  const at = Math.min(span.now ?? span.to, span.to, metric.now.judgedTo ?? Infinity);
  return breachStretches(breaches)
    .map((stretch) => rowOf(stretch, metric, at, who))
    .reverse();
}

/** The breaches that a list is made of, ascending by when they fire. */
export function breachesOf({ judged, view }: MetricProtocol, on: Listed['on']): readonly Breach[] {
  return on === 'view' ? view.breaches : judged.on === 'lookBack' ? judged.breaches : [];
}

function rowOf(breaches: readonly Breach[], metric: MetricProtocol, at: number, who?: WhoIsWho): BreachRow {
  const span = breachSpan(breaches, at);
  const { severity, until } = span;
  const worstOf = breaches.filter((breach) => breach.severity === severity);
  const inForce = firesFrom(worstOf[0]);
  const rule = ruleAt(metric.history, inForce);
  const level = rule.levels.find((each) => each.severity === severity);
  const deadline = deadlineOf(dueOne(breaches), metric);
  const owner = says(rule, 'owner') ? rule.text.owner?.value.trim() : undefined;
  return {
    ...span,
    worst: worstValue(worstOf, level),
    rule,
    level,
    ruleUntil: metric.history.versions.find(({ validFrom = -Infinity }) => validFrom > inForce)?.validFrom,
    owner,
    ownerNow: owner === undefined ? undefined : who?.holderOf(who.directory, owner, metric.now.at),
    deadline,
    overdueMs: overdueMs(deadline, until ?? at),
  };
}

/** The breach that the due moment counts from: the worst of those that are open, as on the card; else the worst. */
function dueOne(breaches: readonly Breach[]): Breach {
  const open = breaches.filter(({ end }) => end === undefined);
  const counted = open.length > 0 ? open : breaches;
  return counted.find(({ severity }) => severity === worstSeverity(counted)) ?? counted[0];
}

/**
 * As on the card: nobody could know of a breach before its values had settled, and what is open is due by the rule in
 * force now.
 */
function deadlineOf(breach: Breach, { history, rule: ruleNow }: MetricProtocol): Deadline | undefined {
  const from = firesFrom(breach);
  const rule = breach.end === undefined ? ruleNow : ruleAt(history, from);
  const at = from === -Infinity ? undefined : deadlineAfter(rule, 'escalateAfter', from + (rule.settleAfterMs ?? 0));
  if (at === undefined) {
    return undefined;
  }
  return at === Infinity ? { kind: 'never' } : { kind: breach.firingSince === null ? 'before' : 'at', at };
}

function overdueMs(deadline: Deadline | undefined, end: number): number | undefined {
  return deadline && deadline.kind !== 'never' && deadline.at <= end ? end - deadline.at : undefined;
}

function worstValue(breaches: readonly Breach[], level: Level | undefined): BreachRow['worst'] {
  const seen = breaches.map(({ worst }) => worst).filter((worst) => worst !== undefined);
  return seen.reduce<BreachRow['worst']>(
    (worst, one) =>
      worst && (!level || badness(level.condition, worst.value) >= badness(level.condition, one.value)) ? worst : one,
    undefined
  );
}
