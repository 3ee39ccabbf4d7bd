import { testRules } from '../backTest/testRule';
import type { EditedPanel } from '../editedPanel';
import { findMetrics } from '../../frames/metrics';
import { mergeHistory, ruleAt } from '../../rule/history';
import { ruleKind } from '../../rule/kind';
import type { RuleInput } from '../../rule/schema';

/**
 * The metrics that would fire now with other rules in the place of the rule sheet: what the back-test says of the data
 * that the panel has. Of a rule with versions the one in force now says it: what is to begin fires nothing yet.
 *
 * @param rules - For each metric of `panel.stated`, in its order.
 * @param labels - What a person is told of each, in the same order.
 * @returns Labels; undefined where the panel does not tell.
 */
export function firingToday(
  rules: ReadonlyArray<RuleInput | undefined>,
  panel: EditedPanel,
  labels: ReadonlyArray<string | undefined> = []
): string[] | undefined {
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
  return testRules(all, { all, protocol: { ...protocol, metrics }, lookBack })
    .filter(({ metric: { now, rule } }) => now.state === 'firing' && ruleKind(rule) === 'ruled')
    .map(({ metric }) => metric.name);
}
