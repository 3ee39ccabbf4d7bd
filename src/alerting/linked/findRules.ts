import type { AlertRule } from '../../protocol/engine/alertRule';
import type { PanelQuery } from './askedBy';
import { queriesOf, toAsked } from './askedBy';

/**
 * The alert rules that ask what a panel asks and are linked to no panel: somebody forgot to say that they belong together.
 * In the order of their titles.
 */
export function findRules(rules: readonly AlertRule[], queries: readonly PanelQuery[]): AlertRule[] {
  const asked = toAsked(queries);
  return rules
    .filter((rule) => rule.panel === undefined && (queriesOf(rule, asked)?.length ?? 0) > 0)
    .sort((a, b) => a.title.localeCompare(b.title, 'en'));
}
