import { isEqual } from 'lodash';

import type { RuleInput } from '../../rule/schema';
import type { StatedMetric } from '../../protocol/ruleMetrics';
import type { RawRule } from '../rawRule';
import { isBlank } from '../rawRule';

/** When a rule fires: of two rules half of each would be a third one. */
const LEVELS: readonly string[] = ['operator', 'warning', 'critical', 'recovery'];

/**
 * What the alert rules of some metrics state alike, as far as these metrics have it from nowhere else.
 *
 * @param stated - What the rules of the metrics are merged from.
 */
export function statedAlike(stated: readonly StatedMetric[]): RawRule {
  const [first, ...others] = stated.map(({ sources: { alert } }) => (alert ?? {}) as RawRule);
  return first
    ? Object.fromEntries(
        Object.entries(first).filter(([name, value]) => others.every((one) => isEqual(one[name], value)))
      )
    : {};
}

/** The fields of an alert rule that a rule lacks; levels only where it has none of its own. */
export function lacking(own: RawRule, alert: RawRule | RuleInput): RawRule {
  const hasLevels = LEVELS.some((name) => !isBlank(own[name]) && own[name] !== 'auto');
  return Object.fromEntries(
    Object.entries(alert).filter(
      ([name, value]) => !isBlank(value) && (LEVELS.includes(name) ? !hasLevels : isBlank(own[name]))
    )
  );
}
