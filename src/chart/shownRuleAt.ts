import type { MetricProtocol } from '../protocol/protocol';
import type { Rule } from '../rule/rule';

/** The version of a metric's rule that was in force at a moment in view, epoch ms: by it the samples were judged then. */
export function shownRuleAt({ rule, changes }: Pick<MetricProtocol, 'rule' | 'changes'>, time: number): Rule {
  return changes.find(({ at }) => at > time)?.before ?? rule;
}
