import { sortBy } from 'lodash';

import type { EngineRecord } from './breachRecord';

/** A change of an alert's state, as the alert engine writes it. */
export interface EngineChange {
  /** Of its annotation. */
  id: number;
  /** The alert rule, and what it is called. */
  alertId: number;
  name: string;
  /** The panel that the alert rule is linked to. */
  panelId: number;
  /** Epoch ms. */
  at: number;
  isFiring: boolean;
  /** Of the instance of the rule. */
  labels: Readonly<Record<string, string>>;
}

/** A metric, as far as an alert can be told to be its own. */
export interface AlertedMetric {
  identity: string;
  /** As they came with the data. */
  labels: Readonly<Record<string, unknown>>;
}

/**
 * The alerts of a panel that fired, by the changes that the engine wrote, each with the metric that it is of: the only one
 * of the panel, or the one whose labels it carries. An alert that fits none of several metrics, or more than one, is
 * nobody's: nothing says that its breach is theirs.
 */
export function engineRecords(
  changes: readonly EngineChange[],
  panelId: number,
  metrics: readonly AlertedMetric[]
): EngineRecord[] {
  const records: EngineRecord[] = [];
  const open = new Map<string, EngineRecord>();
  for (const change of sortBy(
    changes.filter((one) => one.panelId === panelId),
    ['at', 'id']
  )) {
    const instance = JSON.stringify([change.alertId, sortBy(Object.entries(change.labels), '0')]);
    const before = open.get(instance);
    if (change.isFiring) {
      const metric = before ? undefined : metricOf(change, metrics);
      if (metric) {
        const { id, name, at } = change;
        const record = { id, name, identity: metric.identity, stretch: { from: at, to: Infinity } };
        records.push(record);
        open.set(instance, record);
      }
    } else if (before) {
      before.stretch.to = change.at;
      open.delete(instance);
    }
  }
  return records;
}

function metricOf({ labels }: EngineChange, metrics: readonly AlertedMetric[]): AlertedMetric | undefined {
  const [only, ...others] = metrics;
  if (only === undefined || others.length === 0) {
    return only;
  }
  const fitting = metrics.filter((metric) => {
    const own = Object.entries(metric.labels);
    return own.length > 0 && own.every(([name, value]) => labels[name] === value);
  });
  return fitting.length === 1 ? fitting[0] : undefined;
}
