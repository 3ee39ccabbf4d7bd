import type { Breach } from '../evaluation/evaluation';
import type { Intervention, Responses, Said } from '../protocol/responses/intervention';
import { HOUR } from '../time/units';
import { NOW } from './metricProtocol';

/** Of the metric that `intervention` speaks of. */
export const IDENTITY = 'i1-0123456789abcdef';

/** Ana speaks of a critical breach that has fired for the last 4 hours. */
export function intervention(
  said: Said,
  { breach, ...overrides }: Partial<Omit<Intervention, 'breach'>> & { breach?: Partial<Intervention['breach']> } = {}
): Intervention {
  const at = overrides.at ?? NOW;
  return {
    key: `${said.kind} ${at}`,
    at,
    by: 'Ana',
    said,
    source: 'annotations',
    ...overrides,
    breach: { identity: IDENTITY, severity: 'critical', stretch: { from: NOW - 4 * HOUR, to: at }, ...breach },
  };
}

/** A critical breach that fires from a moment on, open where it has no end. */
export function breach(from: number, end?: number, overrides: Partial<Breach> = {}): Breach {
  return { severity: 'critical', onset: from, firingSince: from, end, ...overrides };
}

/** All is known of the interventions, since ever. */
export function tracked(...interventions: Intervention[]): Extract<Responses, { kind: 'tracked' }> {
  return { kind: 'tracked', interventions, unwritten: [], readAt: NOW, knownFrom: 0 };
}
