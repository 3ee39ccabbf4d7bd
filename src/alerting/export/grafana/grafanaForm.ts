import { promDuration } from '../promDuration';
import type { GrafanaRule } from './grafanaRules';

/** Where the form's rule is to be kept, where that is known. */
export interface FormPlace {
  folder?: { uid: string; title: string };
  stepMs: number;
  /** Where the form leads back to: a path of this Grafana. */
  returnTo: string;
}

/**
 * The address of Grafana's form for a new alert rule with everything filled in; a person looks at it and saves it.
 *
 * @returns A path with its query, below the address of Grafana.
 */
export function grafanaFormUrl(rule: GrafanaRule, { folder, stepMs, returnTo }: FormPlace): string {
  const receiver = rule.notification_settings?.receiver;
  const defaults = {
    type: 'grafana-alerting',
    name: rule.title,
    ...(folder && { folder }),
    queries: rule.data.map(({ queryType = '', ...query }) => ({ queryType, ...query })),
    condition: rule.condition,
    noDataState: rule.noDataState,
    execErrState: rule.execErrState,
    evaluateEvery: promDuration(stepMs),
    evaluateFor: rule.for,
    ...(rule.keepFiringFor !== undefined && { keepFiringFor: rule.keepFiringFor }),
    missingSeriesEvalsToResolve: rule.missing_series_evals_to_resolve,
    labels: pairs(rule.labels),
    annotations: pairs(rule.annotations),
    ...(receiver !== undefined && { manualRouting: true, contactPoints: { grafana: chosen(receiver) } }),
  };
  return `alerting/new?${new URLSearchParams({ defaults: JSON.stringify(defaults), returnTo })}`;
}

function pairs(texts: Readonly<Record<string, string>>): Array<{ key: string; value: string }> {
  return Object.entries(texts).map(([key, value]) => ({ key, value }));
}

/** A contact point as the form keeps the choice of one: how it groups and repeats is its own. */
function chosen(selectedContactPoint: string) {
  return {
    selectedContactPoint,
    overrideGrouping: false,
    groupBy: [],
    overrideTimings: false,
    groupWaitValue: '',
    groupIntervalValue: '',
    repeatIntervalValue: '',
    muteTimeIntervals: [],
    activeTimeIntervals: [],
  };
}
