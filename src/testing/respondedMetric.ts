import type { MetricProtocol } from '../protocol/protocol';
import { breachResponse } from '../protocol/responses/breachResponse';
import type { BreachAddress, Intervention, Responses, Said } from '../protocol/responses/intervention';
import type { OpenBreach } from '../protocol/responses/metricResponse';
import { DAY, HOUR } from '../time/units';
import { firingMetric, NOW } from './metricProtocol';

/** The breach of `firingMetric`, as somebody spoke of it. */
export const ADDRESS: BreachAddress = {
  identity: 'of-the-metric',
  severity: 'critical',
  stretch: { from: NOW - 3 * DAY - 4 * HOUR, to: NOW },
};

/** Something that Ana said of `ADDRESS` an hour ago. */
export function intervention(said: Said, overrides: Partial<Intervention> = {}): Intervention {
  const at = overrides.at ?? NOW - HOUR;
  return { key: `${said.kind} ${at}`, at, by: 'Ana', breach: ADDRESS, said, source: 'annotations', ...overrides };
}

/** All that is known, where it is tracked. */
export function tracked(
  interventions: readonly Intervention[] = [],
  overrides: Partial<Extract<Responses, { kind: 'tracked' }>> = {}
): Extract<Responses, { kind: 'tracked' }> {
  return { kind: 'tracked', interventions, unwritten: [], readAt: NOW, knownFrom: NOW - 365 * DAY, ...overrides };
}

/** `firingMetric` with what people said of its breach. */
export function respondedMetric(
  interventions: readonly Intervention[],
  overrides: Partial<MetricProtocol> = {},
  open: Partial<OpenBreach> = {}
): MetricProtocol {
  const response = breachResponse(interventions, 'critical');
  const figures = { breaches: 2, unanswered: 1, accepted: 0, falseAlarms: 0, ruleWrong: 0, fromSheet: 0 };
  return firingMetric({
    identity: ADDRESS.identity,
    response: { open: { address: ADDRESS, response, maybe: [], ...open }, figures },
    ...overrides,
  });
}
