import type { AlertRule, AlertRuleState, EngineState } from '../../protocol/engine/alertRule';
import type {
  Disagreement,
  DisagreementReason,
  Drift,
  LinkedAlert,
  PanelState,
} from '../../protocol/engine/metricEngine';
import type { MetricProtocol } from '../../protocol/protocol';
import { MINUTE, SECOND } from '../../time/units';

/** How long an answer of an engine may have been under way, ms. */
const UNDER_WAY = 45 * SECOND;

/** What decides when something fires. */
const DECIDING = new Set(['level', 'operator', 'recovery', 'for', 'keepFiringFor', 'noData', 'query']);

/**
 * Whether panel and engine say another state of the same level at the same time, with the likely reason. A state that is
 * younger than the engine's last evaluation, or than the panel's newest value, is not of the same time: it is given the
 * time that both take. What neither can judge is no disagreement.
 */
export function disagree(
  metric: Pick<MetricProtocol, 'kind' | 'now' | 'judged' | 'last' | 'stepMs'>,
  { rule, asks, state, since, error, isPaused, drift }: Omit<LinkedAlert, 'disagreement'>,
  told: AlertRuleState | undefined
): Disagreement | undefined {
  const panel = stateOf(metric, rule.severity);
  if (!metric.now.live || asks === 'other' || isPaused || !panel || !state || agree(panel.state, state, rule)) {
    return undefined;
  }
  const { at } = metric.now;
  const patience = (rule.intervalMs ?? MINUTE) + UNDER_WAY;
  const isNews = (moment: number | undefined) => moment !== undefined && at - moment < patience;
  if (isNews(panel.since) || isNews(since)) {
    return undefined;
  }
  return { panel: panel.state, engine: state, because: reasonOf(metric, { rule, since, error, drift, panel, told }) };
}

interface Stand {
  state: PanelState;
  since?: number;
}

/** The state of one level of a metric; undefined where the panel can't tell it. */
function stateOf(
  { kind, now, judged }: Pick<MetricProtocol, 'kind' | 'now' | 'judged'>,
  severity: AlertRule['severity']
): Stand | undefined {
  if (kind !== 'ruled' || judged.on === 'awaited') {
    return undefined;
  }
  if (now.state === 'nodata' || now.state === 'stale') {
    return { state: 'nodata' };
  }
  if (now.state === 'error') {
    return { state: 'error' };
  }
  const level = judged.levels.find((one) => one.severity === severity);
  if (!level || level.state === 'unknown' || ('because' in now && now.because !== undefined)) {
    return undefined;
  }
  return { state: level.state, since: level.since ?? level.sinceBefore };
}

function agree(panel: PanelState, engine: EngineState, rule: AlertRule): boolean {
  if (panel === engine) {
    return true;
  }
  if (rule.engine.kind === 'grafana') {
    return false;
  }
  // Prometheus calls what keeps firing "firing", and what has no data "inactive".
  return (panel === 'recovering' && engine === 'firing') || (panel === 'nodata' && engine === 'normal');
}

interface Facts {
  rule: AlertRule;
  since?: number;
  error?: string;
  drift: Drift;
  panel: Stand;
  told: AlertRuleState | undefined;
}

function reasonOf(
  { last, stepMs }: Pick<MetricProtocol, 'last' | 'stepMs'>,
  { rule, since, error, drift, panel, told }: Facts
): DisagreementReason {
  const { intervalMs } = rule;
  if (error !== undefined) {
    return { kind: 'error' };
  }
  if (drift.fields.some((field) => DECIDING.has(field))) {
    return { kind: 'drift' };
  }
  if (told?.evaluatedAt !== undefined && panel.since !== undefined && panel.since > told.evaluatedAt) {
    return { kind: 'interval', everyMs: intervalMs ?? MINUTE };
  }
  if (last && since !== undefined && since > last.time) {
    return { kind: 'delay', newest: last.time };
  }
  if (stepMs !== undefined && intervalMs !== undefined && stepMs > intervalMs) {
    return { kind: 'step', stepMs };
  }
  if (stepMs !== undefined && intervalMs !== undefined && intervalMs > stepMs) {
    return { kind: 'interval', everyMs: intervalMs };
  }
  return { kind: 'unknown' };
}
