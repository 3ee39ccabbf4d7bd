import { mergeHistory } from '../rule/history';
import type { RuleHistory } from '../rule/rule';
import type { RuleInput } from '../rule/schema';
import type { RuleSources } from '../rule/sources';
import { stackOverrides } from '../rule/stackOverrides';
import type { PanelMetric } from './input';

/** A metric's rule, and what it was merged from. */
export interface CompiledRule {
  sources: RuleSources;
  history: RuleHistory;
}

/**
 * Merges the rule of a metric from what its field and the sheet state; a rule that is known already is taken as it is.
 *
 * @param sheet - The stored rule of the metric's rows in the rule sheet.
 */
export function compileRule(rule: PanelMetric['rule'], sheet: RuleInput | undefined): CompiledRule {
  if ('versions' in rule) {
    return { sources: {}, history: rule };
  }
  const { overrides = [], ...others } = rule;
  const sources: RuleSources = { ...others, override: stackOverrides(overrides), sheet };
  return { sources, history: mergeHistory(sources) };
}
