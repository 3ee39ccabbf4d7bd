import { answered, says } from './answers';
import { TEXT_FIELDS, type Rule, type RuleKind, type RuleSource } from './rule';

/** The order in which sources win: the more specific first. */
const RANK: Readonly<Record<RuleSource, number>> = { override: 0, default: 1, thresholds: 2 };

/**
 * What kind of rule a metric has.
 *
 * - `context`: it gives a reason for having no rule (`noRule`), unless levels are stated more specifically than that
 *   reason (an override's levels outrank the default rule's `noRule`).
 * - `levelOnly`: its levels are all Grafana's own thresholds, and nobody is to act and nothing is to be done.
 * - `ruled`: it has levels of its own, or native levels with an owner, an action or a runbook. Also where anything at
 *   all is stated without a level: it can't fire, but what is stated is shown, and the threshold is the missing answer.
 * - `unruled`: it says nothing.
 */
export function ruleKind(rule: Rule): RuleKind {
  if (isContext(rule)) {
    return 'context';
  }
  if (rule.levels.length === 0) {
    return TEXT_FIELDS.some((field) => says(rule, field)) ? 'ruled' : 'unruled';
  }
  const { who, action } = answered(rule);
  return ownLevels(rule) || who || action ? 'ruled' : 'levelOnly';
}

function isContext(rule: Rule): boolean {
  const reason = rule.text.noRule;
  if (!reason || !says(rule, 'noRule')) {
    return false;
  }
  return rule.levelsSource === undefined || RANK[reason.source] <= RANK[rule.levelsSource];
}

/** Whether a level's number was stated in a rule, not taken over from native thresholds. */
function ownLevels(rule: Rule): boolean {
  return rule.levels.some(({ severity }) => rule.sources[severity] !== 'thresholds');
}
