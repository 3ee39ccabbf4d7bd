import type { Breach } from '../evaluation/evaluation';
import type { PlacedRecord } from '../protocol/records/recordedBreach';
import { NOW } from './metricProtocol';

let id = 0;

/** The record of a breach of a metric, as a screen wrote it that saw all of it. Its identity is its name. */
export function recordOfBreach(name: string, breach: Breach, overrides: Partial<PlacedRecord> = {}): PlacedRecord {
  const { severity, onset, firingSince, knownFrom, end } = breach;
  const firedAt = firingSince ?? knownFrom ?? NOW;
  const from = onset ?? firedAt;
  id += 1;
  return {
    ...{ id, identity: name, severity, isOpen: end === undefined },
    stretch: { from, to: end ?? firedAt },
    shown: { from: firedAt, to: end ?? firedAt },
    data: { form: 1, name, onset, firingSince, knownFrom, owner: 'Back office', ...(end !== undefined && { end }) },
    place: { dashboardUid: 'sales-ops', panelId: 3 },
    ...overrides,
  };
}
