import type { Cadence, Judgement, JudgementVersion, Span } from '../evaluation/evaluation';
import { answered } from '../rule/answers';
import { ruleAt } from '../rule/history';
import { ruleKind } from '../rule/kind';
import type { Rule, RuleHistory } from '../rule/rule';
import type { MetricProtocol, RuleChange } from './protocol';

/**
 * What the evaluation needs of a rule's versions. A level without an agreement is only crossed: nothing waits to fire. What
 * is shown for context is not judged, so that none of its values has to settle first.
 */
export function toJudgements(history: RuleHistory, { intervalMs, everyStep }: Cadence): readonly JudgementVersion[] {
  const cadence = `${intervalMs} ${everyStep}`;
  const known = judgements.get(history) ?? new Map<string, JudgementVersion[]>();
  const made =
    known.get(cadence) ??
    history.versions.map(({ validFrom = -Infinity, rule }) => ({
      from: validFrom,
      judgement: toJudgement(rule, { intervalMs, everyStep }),
    }));
  judgements.set(history, known.set(cadence, made));
  return made;
}

/** By rule: the very same for one rule, so that who has judged by it need not compare. */
const judgements = new WeakMap<RuleHistory, Map<string, JudgementVersion[]>>();

function toJudgement(rule: Rule, { intervalMs, everyStep }: Cadence): Judgement {
  const { levels, due, noData, unreadAge } = rule;
  const kind = ruleKind(rule);
  const { forMs, keepFiringForMs } = kind === 'levelOnly' ? { forMs: 0, keepFiringForMs: 0 } : rule;
  const settleAfterMs = kind === 'context' ? undefined : rule.settleAfterMs;
  const common = { levels, forMs, keepFiringForMs, settleAfterMs, due, intervalMs, noData };
  // Where nobody can tell how old a value may be, nothing ends it but the next one.
  return unreadAge
    ? { ...common, staleAfterMs: Infinity, everyStep: false }
    : { ...common, staleAfterMs: rule.staleAfterMs, everyStep };
}

/** The versions that came into force in view, ascending, each with the one before it. */
export function changesIn({ versions }: RuleHistory, { from, to, now = to }: Span): RuleChange[] {
  return changes({ versions }).filter(({ at }) => at > from && at <= Math.min(to, now));
}

/** The next version that is agreed, but not in force at a moment; undefined where there is none. */
export function changeAfter(history: RuleHistory, at: number): RuleChange | undefined {
  return changes(history).find((change) => change.at > at);
}

/** The rule that a metric without one is to have; undefined where it has one, or none is written. */
export function ruleToBegin({ kind, upcoming }: Pick<MetricProtocol, 'kind' | 'upcoming'>): RuleChange | undefined {
  return kind === 'unruled' && upcoming && ruleKind(upcoming.after) === 'ruled' ? upcoming : undefined;
}

/**
 * The version of the rule that the state is by, where that is not the one in force: values have to settle, and the last one
 * that has is of its time.
 */
export function ruleThatJudged({ history, now }: Pick<MetricProtocol, 'history' | 'now'>): Rule | undefined {
  const { at, judgedTo = at } = now;
  const rule = ruleAt(history, judgedTo);
  return rule === ruleAt(history, at) ? undefined : rule;
}

/** A metric as it is once its rule begins, where it is to get its first one; else as it is. Its state stays that of now. */
export function withRuleToBegin(metric: MetricProtocol): MetricProtocol {
  const rule = ruleToBegin(metric)?.after;
  return rule ? { ...metric, rule, kind: ruleKind(rule), answered: answered(rule) } : metric;
}

/** Of what is shown for context before and after, no field that it inherits is told to have changed. */
function changes({ versions }: RuleHistory): RuleChange[] {
  return versions
    .slice(1)
    .flatMap(({ validFrom, rule }, index) =>
      validFrom === undefined ? [] : [{ at: validFrom, before: versions[index].rule, after: rule }]
    )
    .filter(({ before, after }) => ruleKind(before) !== 'context' || ruleKind(after) !== 'context');
}

/** Whether a metric has another rule than it had, or than was agreed, or is to have one. */
export function hasChanged({
  changes,
  upcoming,
  rule,
}: Pick<MetricProtocol, 'changes' | 'upcoming' | 'rule'>): boolean {
  return changes.length > 0 || upcoming !== undefined || (rule.signatures ?? []).some((one) => one.agreedValues);
}
