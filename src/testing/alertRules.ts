import type { AlertRule, EngineKnown } from '../protocol/engine/alertRule';
import { DAY, MINUTE } from '../time/units';

/** The query of the panel that made-up alert rules are linked to. */
export const QUERY = { refId: 'A', dataSourceUid: 'prom', model: { refId: 'A', expr: 'conversion' } };

/** An alert rule of Grafana that says what the made-up rule of a metric says: below 20 for 2 d. */
export function alertRule(overrides: Partial<AlertRule> = {}): AlertRule {
  const condition = { operator: '<', bounds: [20] } as const;
  return {
    id: 'u1',
    engine: { kind: 'grafana', uid: 'u1' },
    title: 'Conversion low',
    folder: 'Sales',
    group: 'conversion',
    intervalMs: MINUTE,
    panel: { dashboardUid: 'ops', panelId: 3 },
    queries: [{ dataSourceUid: 'prom', model: { expr: 'conversion' } }],
    condition,
    hold: condition,
    forMs: 2 * DAY,
    keepFiringForMs: 0,
    noData: 'show',
    severity: 'critical',
    labels: { owner: 'Demand Gen' },
    annotations: {},
    isPaused: false,
    ...overrides,
  };
}

/** What is known of some alert rules, none of which fires. */
export function engineKnown(rules: readonly AlertRule[], overrides: Partial<EngineKnown> = {}): EngineKnown {
  return { rules, states: new Map(), alerts: [], silences: [], failed: [], isWhole: true, ...overrides };
}
