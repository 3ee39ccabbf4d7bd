import { partition } from 'lodash';

import { testRules } from '../backTest/testRule';
import type { EditedPanel } from '../editedPanel';
import { findMetrics } from '../../frames/metrics';
import { mergeHistory, ruleAt } from '../../rule/history';
import { ruleKind } from '../../rule/kind';
import type { RuleInput } from '../../rule/schema';

/** What other rules would say now. */
export interface Today {
  /** Labels of the metrics that would be in breach. */
  firing: readonly string[];
  /** Labels of those of which nobody can tell: the data or the rule do not decide it. */
  unclear: readonly string[];
}

/**
 * The metrics that would fire now with other rules in the place of the rule sheet: what the back-test says of the data
 * that the panel has. Of a rule with versions the one in force now says it: what is to begin fires nothing yet.
 *
 * @param rules - For each metric of `panel.stated`, in its order.
 * @param labels - What a person is told of each, in the same order.
 * @returns undefined where the panel does not tell.
 */
export function firingToday(
  rules: ReadonlyArray<RuleInput | undefined>,
  panel: EditedPanel,
  labels: ReadonlyArray<string | undefined> = []
): Today | undefined {
  const { protocol, stated, lookBack, data } = panel;
  const all = protocol ? findMetrics(data.series) : [];
  if (!protocol || !stated || typeof all === 'string') {
    return undefined;
  }
  const places = new Map(stated.map(({ id }, place) => [id, place]));
  const metrics = protocol.metrics.map((metric) => {
    const place = places.get(metric.id);
    if (place === undefined) {
      return metric;
    }
    const history = mergeHistory({ ...stated[place].sources, sheet: rules[place] });
    const rule = ruleAt(history, metric.now.at);
    return { ...metric, name: labels[place] ?? metric.name, rule, kind: ruleKind(rule) };
  });
  const ruled = testRules(all, { all, protocol: { ...protocol, metrics }, lookBack })
    .map(({ metric }) => metric)
    .filter(({ rule }) => ruleKind(rule) === 'ruled');
  const [firing, others] = partition(ruled, ({ now }) => now.state === 'firing');
  const unclear = others.filter(({ now, rule }) => now.state === 'unknown' || rule.unreadable.length > 0);
  return { firing: firing.map(({ name }) => name), unclear: unclear.map(({ name }) => name) };
}
