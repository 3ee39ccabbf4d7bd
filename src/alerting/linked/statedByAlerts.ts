import type { AlertRule, Texts } from '../../protocol/engine/alertRule';
import type { Condition } from '../../rule/level';
import type { Bounds, RuleInput } from '../../rule/schema';
import { ownerOf, runbookOf } from '../drift/compareRules';
import { filled } from './filled';
import { promDuration } from '../export/promDuration';

/** The fields by which a rule says when it fires: an alert rule's are taken over together or not at all. */
const LEVELS = ['operator', 'warning', 'critical', 'recovery', 'unreadable'] as const;

/** A rule as it is stored, as far as it is looked at. */
type Stored = Readonly<Record<string, unknown>> | undefined;

/**
 * What the alert rules of one metric state of its rule: what a team has agreed with its engine already. Levels only where
 * no other source states any, and where a single alert rule of each severity says them by the same operator; `for` and the
 * like are those of the worse one.
 *
 * @param others - The stored rules of the more specific sources.
 * @param series - The labels of the metric, for the places of templates.
 * @returns Undefined where they state nothing.
 */
export function statedByAlerts(
  alerts: readonly AlertRule[],
  others: readonly Stored[],
  series: Texts = {}
): RuleInput | undefined {
  const critical = onlyOne(alerts.filter(({ severity }) => severity === 'critical'));
  const warning = onlyOne(alerts.filter(({ severity }) => severity === 'warning'));
  const main = critical ?? warning;
  if (!main || alerts.length > 2) {
    return undefined;
  }
  return {
    ...(hasLevels(others) ? {} : levelsOf(warning, critical)),
    // What goes without saying is nothing that somebody would have to agree on.
    ...(main.forMs > 0 && { for: promDuration(main.forMs) }),
    ...(main.keepFiringForMs > 0 && { keepFiringFor: promDuration(main.keepFiringForMs) }),
    ...(main.noData && main.noData !== 'show' && { noData: main.noData }),
    ...textsOf(main, series),
  };
}

function onlyOne<T>(list: readonly T[]): T | undefined {
  return list.length === 1 ? list[0] : undefined;
}

function hasLevels(others: readonly Stored[]): boolean {
  return others.some((rule) => rule && LEVELS.some((field) => isGiven(rule[field], field)));
}

function isGiven(value: unknown, field: string): boolean {
  return value !== undefined && value !== null && value !== '' && !(field === 'operator' && value === 'auto');
}

/** Two levels that look in other directions can't be one rule. */
function levelsOf(warning: AlertRule | undefined, critical: AlertRule | undefined): RuleInput {
  const operator = (critical ?? warning)?.condition?.operator;
  const other = warning?.condition?.operator ?? operator;
  if (operator === undefined || other !== operator) {
    return {};
  }
  const recovery = { ...recoveryOf('warning', warning), ...recoveryOf('critical', critical) };
  return {
    operator,
    ...(warning?.condition && { warning: boundsOf(warning.condition) }),
    ...(critical?.condition && { critical: boundsOf(critical.condition) }),
    ...(Object.keys(recovery).length > 0 && { recovery }),
  };
}

function recoveryOf(severity: 'warning' | 'critical', alert: AlertRule | undefined): RuleInput['recovery'] {
  const { condition, hold } = alert ?? {};
  return condition && hold && hold !== condition && hold.bounds.join() !== condition.bounds.join()
    ? { [severity]: boundsOf(hold) }
    : undefined;
}

function boundsOf({ bounds }: Condition): Bounds {
  return bounds.length === 1 ? bounds[0] : [...bounds];
}

/** What people wrote into labels and annotations by the names that this product exports, and that most teams use. */
function textsOf(alert: AlertRule, series: Texts): RuleInput {
  const { annotations, labels, receiver } = alert;
  const entries: Array<[keyof RuleInput, string | undefined]> = [
    ['owner', ownerOf(alert)],
    ['runbook', runbookOf(alert)],
    ['notify', receiver ?? labels.notify],
    ['action', annotations.action],
    ['automation', annotations.automation],
    ['contact', annotations.contact],
    ['respondUrl', annotations.respond_url],
    ['definition', annotations.definition],
  ];
  // What only the engine can fill says nothing here.
  const said = entries.map(([field, text]) => [field, text && filled(text, series)] as const);
  return Object.fromEntries(said.filter(([, text]) => text !== undefined && text.trim() !== ''));
}
