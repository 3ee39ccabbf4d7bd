import type { LinkedAlert } from '../../protocol/engine/metricEngine';

/** Where Grafana shows what belongs to an alert rule; paths of it, without the sub-path that it is served from. */
export interface AlertLinks {
  rule: string;
  /** Undefined for a rule of a data source's engine, of which Grafana keeps none. */
  history?: string;
  /** The form of a new silence, filled in for the alerts of the metric. */
  silence?: string;
}

/** The links of an alert rule. */
export function alertLinks({ rule, labels }: Pick<LinkedAlert, 'rule' | 'labels'>): AlertLinks {
  const { engine, title } = rule;
  if (engine.kind === 'source' || engine.uid === undefined) {
    return { rule: `/alerting/list?search=${encodeURIComponent(`rule:"${title}"`)}` };
  }
  const view = `/alerting/grafana/${encodeURIComponent(engine.uid)}/view`;
  const matchers = [['__alert_rule_uid__', engine.uid], ...Object.entries(labels)];
  const query = matchers.map(([name, value]) => `matcher=${encodeURIComponent(`${name}=${value}`)}`).join('&');
  return {
    rule: view,
    history: `${view}?tab=history`,
    silence: `/alerting/silence/new?alertmanager=grafana&${query}`,
  };
}
