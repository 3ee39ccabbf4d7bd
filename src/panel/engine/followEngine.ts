import type { PanelProps } from '@grafana/data';
import { isEqual } from 'lodash';

import { engineSources, panelQueries } from '../../alerting/engine/panelQueries';
import { linkAlerts } from '../../alerting/linked/linkAlerts';
import type { AskingPanel } from '../../alerting/linked/matchAlerts';
import { isLinked, matchAlerts } from '../../alerting/linked/matchAlerts';
import { textsOf } from '../../alerting/linked/narrow';
import { statedByAlerts } from '../../alerting/linked/statedByAlerts';
import { readPanelAddress } from '../../frames/sceneRepeat';
import type { AlertRule } from '../../protocol/engine/alertRule';
import type { PanelMetric, ReadResponses, StatedByAlerts } from '../../protocol/input';
import type { Metric } from '../../protocol/metric';
import type { Protocol } from '../../protocol/protocol';
import { isRecord } from '../../rule/isRecord';
import { sharedWatch } from './sharedWatch';

/** A panel that asks what engines say of it. */
export interface AskingEngine {
  /** As it is now. */
  current: () => PanelProps;
  dashboardUid: string;
  panelId: number;
}

/** What engines add to what is known beside a panel's data. */
export interface EngineLink extends Pick<ReadResponses, 'statedByAlerts'> {
  /** The protocol with what engines say of its metrics. */
  link: (protocol: Protocol, ruled: ReadonlyArray<{ metric: Metric }>) => Protocol;
}

/**
 * Tells a panel what engines say of it, now and whenever they say something else. Nothing is told until they were asked.
 *
 * @returns What ends it.
 */
export function followEngine(asking: AskingEngine, onLink: (link: EngineLink) => void): () => void {
  const watch = sharedWatch(asking.dashboardUid);
  const states = new StatedOnce(() => panelOf(asking));
  const onChange = () => {
    const known = watch.known();
    if (known) {
      onLink({
        statedByAlerts: states.of(known.rules),
        link: (protocol, ruled) => linkAlerts(protocol, ruled, known, panelOf(asking)),
      });
    }
  };
  const end = watch.follow(onChange, engineSources(asking.current().data.request));
  onChange();
  return end;
}

function panelOf({ current, dashboardUid, panelId }: AskingEngine): AskingPanel {
  const { request } = current().data;
  const address = request ? readPanelAddress(request, panelId) : { panelId, repeat: {} };
  return { ...address, dashboardUid, queries: panelQueries(request) };
}

/** Gives the same function as long as the rules of the panel are the same: rules are compiled when one changes. */
class StatedOnce {
  private rules: readonly AlertRule[] = [];
  private stated?: StatedByAlerts;

  constructor(private readonly panel: () => AskingPanel) {}

  of(rules: readonly AlertRule[]): StatedByAlerts | undefined {
    const own = rules.filter((rule) => isLinked(rule, this.panel()));
    if (!isEqual(own, this.rules)) {
      this.rules = own;
      this.stated = own.length === 0 ? undefined : (metrics, sheet) => this.state(own, metrics, sheet);
    }
    return this.stated;
  }

  private state(rules: readonly AlertRule[], ...[metrics, sheet]: Parameters<StatedByAlerts>) {
    const { byMetric } = matchAlerts(
      rules,
      this.panel(),
      metrics.map(({ metric }) => metric)
    );
    return metrics.map(({ rule, metric }, place) => {
      const alerts = byMetric[place].filter(({ asks }) => asks !== 'other').map((alert) => alert.rule);
      return statedByAlerts(alerts, [...storedRules(rule), sheet?.[place]], textsOf(metric.labels));
    });
  }
}

function storedRules(rule: PanelMetric['rule']) {
  return 'versions' in rule ? [] : [rule.default, ...(rule.overrides ?? [])].filter(isRecord);
}
