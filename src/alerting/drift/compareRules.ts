import { isEqual } from 'lodash';

import type { AlertRule, Texts } from '../../protocol/engine/alertRule';
import type { Drift, DriftField } from '../../protocol/engine/metricEngine';
import { DRIFT_FIELDS } from '../../protocol/engine/metricEngine';
import { says } from '../../rule/answers';
import type { Condition, Level } from '../../rule/level';
import type { Rule } from '../../rule/rule';
import { filled } from '../linked/filled';

/**
 * What an alert rule says otherwise than the rule of a metric does, for the level of the alert's severity. What an engine
 * has no word for is not compared, nor whom an alert rule leaves unnamed: that is no difference, it is less.
 *
 * @param asks - Whether it asks what the panel asks.
 * @param labels - Of the metric: templates of the alert rule are filled with them.
 */
export function compareRules(
  rule: Rule,
  alert: AlertRule,
  asks: 'same' | 'other' | undefined,
  labels: Texts = {}
): Drift {
  const owner = told(ownerOf(alert), labels);
  const level = rule.levels.find(({ severity }) => severity === alert.severity);
  const differs: Readonly<Record<DriftField, boolean>> = {
    ...levelsDiffer(level, alert),
    for: rule.forMs !== alert.forMs,
    keepFiringFor: rule.keepFiringForMs !== alert.keepFiringForMs,
    noData: alert.noData !== undefined && rule.noData !== alert.noData,
    owner: differ(stated(rule, 'owner'), owner),
    runbook: differ(stated(rule, 'runbook'), told(runbookOf(alert), labels)),
    query: asks === 'other' || alert.reducer !== undefined,
  };
  return {
    fields: DRIFT_FIELDS.filter((field) => differs[field]),
    panel: {
      condition: level?.condition,
      hold: level && recoveryOf(level),
      forMs: rule.forMs,
      keepFiringForMs: rule.keepFiringForMs,
      noData: rule.noData,
      owner: stated(rule, 'owner'),
    },
    engine: {
      condition: alert.condition,
      hold: alert.condition && alert.hold && recoveryOf({ condition: alert.condition, hold: alert.hold }),
      forMs: alert.forMs,
      keepFiringForMs: alert.keepFiringForMs,
      noData: alert.noData,
      owner: owner ?? ownerOf(alert),
    },
    isUnread: alert.condition === undefined,
  };
}

/** Whom an alert rule names as its owner. */
export function ownerOf({ labels, annotations }: Pick<AlertRule, 'labels' | 'annotations'>): string | undefined {
  return [labels.owner, annotations.owner, labels.team].find((text) => text !== undefined && text.trim() !== '');
}

/** Where an alert rule says what to do. */
export function runbookOf({ annotations }: Pick<AlertRule, 'annotations'>): string | undefined {
  return [annotations.runbook_url, annotations.runbook].find((text) => text !== undefined && text.trim() !== '');
}

function stated(rule: Rule, field: 'owner' | 'runbook'): string | undefined {
  return says(rule, field) ? rule.text[field]?.value : undefined;
}

/** What a text of an alert rule says of a series; undefined where only the engine knows. */
function told(text: string | undefined, labels: Texts): string | undefined {
  return text === undefined ? undefined : filled(text, labels);
}

/** Whether both say something, and not the same. */
function differ(panel: string | undefined, engine: string | undefined): boolean {
  return panel !== undefined && engine !== undefined && panel.trim() !== engine.trim();
}

function levelsDiffer(
  level: Level | undefined,
  { condition, hold }: AlertRule
): Record<'level' | 'operator' | 'recovery', boolean> {
  if (!level || !condition || !hold) {
    // A level that the panel lacks is a difference; a condition that can't be made out is told as that.
    return { level: !level && condition !== undefined, operator: false, recovery: false };
  }
  return {
    level: !isEqual(level.condition.bounds, condition.bounds),
    operator: level.condition.operator !== condition.operator,
    recovery: !isEqual(recoveryOf(level)?.bounds, recoveryOf({ condition, hold })?.bounds),
  };
}

/** What holds a level beyond its own condition; undefined where nothing does. */
function recoveryOf({ condition, hold }: { condition: Condition; hold: Condition }): Condition | undefined {
  return isEqual(condition, hold) ? undefined : hold;
}
