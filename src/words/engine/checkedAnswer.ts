import type { LinkedAlert } from '../../protocol/engine/metricEngine';
import type { MetricProtocol } from '../../protocol/protocol';
import { nameList } from '../nameList';
import { said } from '../said';
import type { Translate } from '../translate';

/** The two answers that are true only if an engine does what they say. */
export type CheckedQuestion = 'who' | 'automation';

/**
 * Whether an engine does what a rule states: "checked with the engine", or the difference. Undefined where no engine has
 * the rule: then it is stated, and no more.
 */
export function checkedAnswer(t: Translate, metric: MetricProtocol, question: CheckedQuestion): string | undefined {
  const alerts = (metric.engine?.alerts ?? []).filter(({ asks }) => asks !== 'other');
  if (alerts.length === 0) {
    return undefined;
  }
  const working = alerts.filter(({ isPaused }) => !isPaused);
  if (working.length === 0) {
    return t('engine.checked.paused', 'the engine’s rule is paused: it alerts nobody');
  }
  const differences =
    question === 'who'
      ? [...new Set(working.flatMap((alert) => whoDiffers(t, metric, alert)))]
      : automationDiffers(t, metric, working);
  return differences.length > 0 ? differences.join('; ') : t('engine.checked.same', 'checked with the engine');
}

function whoDiffers(t: Translate, { rule }: MetricProtocol, alert: LinkedAlert): string[] {
  const owner = said(rule, 'owner');
  const notify = said(rule, 'notify');
  const { owner: engineOwner } = alert.drift.engine;
  const differences: string[] = [];
  if (owner !== undefined && engineOwner === undefined) {
    differences.push(t('engine.checked.no-owner', 'the engine’s rule names no owner'));
  } else if (owner !== undefined && alert.drift.fields.includes('owner')) {
    differences.push(t('engine.checked.owner', 'the engine’s rule names {{owner}}', { owner: engineOwner }));
  }
  if (notify !== undefined && alert.routedTo.length > 0 && !alert.routedTo.some((name) => isSame(name, notify))) {
    differences.push(
      t('engine.checked.routed', 'the engine routes it to {{receivers}}', { receivers: nameList(t, alert.routedTo) })
    );
  }
  return differences;
}

/** One of the alert rules that says it is enough. */
function automationDiffers(t: Translate, { rule }: MetricProtocol, alerts: readonly LinkedAlert[]): string[] {
  const automation = said(rule, 'automation');
  const engines = alerts
    .map((alert) => alert.rule.annotations.automation)
    .filter((text) => text !== undefined && text.trim() !== '');
  if (automation === undefined || engines.some((text) => isSame(text, automation))) {
    return [];
  }
  return engines.length === 0
    ? [t('engine.checked.no-automation', 'not checked: the engine’s rule says nothing of it')]
    : [t('engine.checked.automation', 'the engine’s rule says “{{automation}}”', { automation: engines[0] })];
}

function isSame(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase();
}
