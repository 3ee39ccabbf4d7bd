import type { Breach } from '../evaluation/evaluation';
import type { HandoverInput, HandoverPanel } from '../protocol/handover/handover';
import type { MetricProtocol, Protocol } from '../protocol/protocol';
import { withResponses } from '../protocol/responses/withResponses';
import { tally } from '../protocol/ranking';
import { DAY, HOUR } from '../time/units';
import { metricProtocol, NOW, now, protocol } from './metricProtocol';
import { intervention, tracked } from './respondedMetric';
import type { Intervention, Said } from '../protocol/responses/intervention';

/** Sun 22 Nov 2026, 09:00 UTC. */
export const YESTERDAY = NOW - DAY;

/** A breach, by when it fired and how long, both ms; open where no length is given. */
export function breach(firingSince: number, lengthMs?: number, severity: Breach['severity'] = 'critical'): Breach {
  return { severity, onset: firingSince, firingSince, ...(lengthMs !== undefined && { end: firingSince + lengthMs }) };
}

/** A metric with a rule and some breaches; firing where one of them is open. Its identity is its name. */
export function withBreaches(name: string, breaches: readonly Breach[], overrides: Partial<MetricProtocol> = {}) {
  const open = breaches.find(({ end }) => end === undefined);
  const calm = metricProtocol();
  return metricProtocol({
    id: name,
    name,
    identity: name,
    stepMs: HOUR,
    ...(open && {
      now: now({ state: 'firing', severity: open.severity, since: open.firingSince }),
      last: { value: 17.2, time: NOW },
    }),
    judged: { on: 'view', levels: [], breaches },
    view: { ...calm.view, breaches },
    ...overrides,
  });
}

/** What somebody said of a breach of such a metric. */
export function saidOf(name: string, of: Breach, said: Said, overrides: Partial<Intervention> = {}): Intervention {
  const from = of.firingSince ?? 0;
  const address = { identity: name, name, severity: of.severity, stretch: { from, to: of.end ?? NOW } };
  return intervention(said, { breach: address, key: `${name} ${said.kind} ${overrides.at}`, ...overrides });
}

/** A panel of some metrics, with what people did about their breaches; undefined: that is not tracked. */
export function handoverPanel(
  metrics: readonly MetricProtocol[],
  interventions?: readonly Intervention[],
  overrides: Partial<HandoverPanel> & { of?: Partial<Protocol> } = {}
): HandoverPanel {
  const { of, ...panel } = overrides;
  const bare = protocol(metrics, { tally: tally(metrics), ...of });
  return {
    key: 'panel-1',
    title: 'Lead quality',
    panelId: 1,
    protocol: interventions
      ? withResponses(bare, tracked(interventions), undefined)
      : { ...bare, responses: { kind: 'untracked', because: 'noRead' } },
    ...panel,
  };
}

/** What a handover of these panels is told from: since yesterday 09:00. */
export function handoverInput(panels: readonly HandoverPanel[], overrides: Partial<HandoverInput> = {}): HandoverInput {
  return { panels, notRead: [], since: YESTERDAY, now: NOW, places: [], timeZone: 'utc', ...overrides };
}
