import type { Due, MetricProtocol } from './protocol';

/** A due moment that has passed. */
export type Overdue = Exclude<Due, { kind: 'never' }>;

/**
 * The due moment that a firing breach is past; undefined where nothing is overdue: nothing fires, or there is time left.
 * At the very moment it is overdue.
 */
export function overdueOf({ kind, now, due }: Pick<MetricProtocol, 'kind' | 'now' | 'due'>): Overdue | undefined {
  const fires = kind === 'ruled' && now.state === 'firing';
  return fires && due !== undefined && due.kind !== 'never' && due.at <= now.at ? due : undefined;
}
