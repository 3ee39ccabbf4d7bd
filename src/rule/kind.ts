import { answered, says } from './answers';
import type { Rule, RuleKind } from './rule';
import { isOf, TEXT_FIELDS } from './fields';
import { RULE_SOURCES } from './rule';

/** The texts that say something of their own; which series has the volume says nothing without a level. */
const AGREEMENT = TEXT_FIELDS.filter((field) => !isOf(field, 'series'));

/**
 * What kind of rule a metric has.
 *
 * - `context`: it gives a reason for having no rule (`noRule`), unless levels are stated more specifically than that
 *   reason (an override's levels outrank the default rule's `noRule`).
 * - `levelOnly`: it has levels, Grafana's own thresholds or some of its own, but nobody is to act, nothing is to be done
 *   and nothing happens: no agreement that could be broken.
 * - `ruled`: it has levels, and somebody, something to do, or something that happens. Also where anything at all is
 *   stated without a level: it can't fire, but what is stated is shown, and the threshold is the missing answer.
 * - `unruled`: it says nothing.
 */
export function ruleKind(rule: Rule): RuleKind {
  if (isContext(rule)) {
    return 'context';
  }
  if (rule.levels.length + rule.unreadable.length === 0) {
    return AGREEMENT.some((field) => says(rule, field)) ? 'ruled' : 'unruled';
  }
  const { who, action, automation } = answered(rule);
  return who || action || automation ? 'ruled' : 'levelOnly';
}

function isContext(rule: Rule): boolean {
  const reason = rule.text.noRule;
  if (!reason || !says(rule, 'noRule')) {
    return false;
  }
  return (
    rule.levelsSource === undefined || RULE_SOURCES.indexOf(reason.source) <= RULE_SOURCES.indexOf(rule.levelsSource)
  );
}
