import type { Deadline, MetricProtocol } from './protocol';
import { acceptedUntil } from './responses/accepted';

/** A moment that has passed: at which it was due, or by which `by` promised to say more and did not. */
export type Overdue = Exclude<Deadline, { kind: 'never' }> | { kind: 'word'; at: number; by: string };

/**
 * What a firing breach is past: the next word that somebody promised, else its due moment (design: overdue). Undefined
 * where nothing is overdue: nothing fires, there is time left, or it is accepted for now. At the very moment it is
 * overdue.
 */
export function overdueOf(metric: Pick<MetricProtocol, 'kind' | 'now' | 'deadline' | 'response'>): Overdue | undefined {
  const { kind, now, deadline, response } = metric;
  if (kind !== 'ruled' || now.state !== 'firing' || acceptedUntil(metric) !== undefined) {
    return undefined;
  }
  const { nextWordBy = Infinity, holder } = response?.open?.response ?? {};
  if (nextWordBy <= now.at && holder) {
    return { kind: 'word', at: nextWordBy, by: holder.name };
  }
  return deadline !== undefined && deadline.kind !== 'never' && deadline.at <= now.at ? deadline : undefined;
}
