import type { MetricProtocol } from '../protocol';
import type { HandoverBreach, HandoverInput, HandoverMetric, HandoverPanel } from './handover';
import type { RowsSince } from './handoverRows';
import { rowsSince } from './handoverRows';

/** A metric with the panel that tells of it. */
export type Shown = HandoverMetric & Pick<HandoverPanel, 'protocol' | 'isUnasked' | 'isRecording'>;

/** The same with its breaches since then. */
export interface Read extends Shown, RowsSince {}

/** Reads what a metric's data, and the record, tell since a moment, epoch ms. */
export function toRead(one: Shown, since: number, records: HandoverInput['records'] = []): Read {
  const read = rowsSince(one, one.protocol, since, records);
  const open = read.rows.find(({ row }) => row.until === undefined);
  return { ...one, ...read, metric: withBeginning(one.metric, open) };
}

/** What the record knows of the beginning of what fires: since when it does, and what was said of it from then on. */
function withBeginning(metric: MetricProtocol, open: HandoverBreach | undefined): MetricProtocol {
  const { now, response } = metric;
  const since = open?.row.worstSince ?? open?.row.since ?? null;
  if (open === undefined || now.state !== 'firing' || now.since !== null || since === null) {
    return metric;
  }
  const answered = response?.open && { open: { ...response.open, response: response.open.response ?? open.response } };
  return {
    ...metric,
    now: { ...now, since, sinceBefore: undefined },
    ...(response && { response: { ...response, ...answered } }),
  };
}
