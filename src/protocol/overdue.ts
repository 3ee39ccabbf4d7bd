import type { Deadline, MetricProtocol } from './protocol';

/** A due moment that has passed. */
export type Overdue = Exclude<Deadline, { kind: 'never' }>;

/**
 * The due moment that a firing breach is past; undefined where nothing is overdue: nothing fires, or there is time left.
 * At the very moment it is overdue.
 */
export function overdueOf({
  kind,
  now,
  deadline,
}: Pick<MetricProtocol, 'kind' | 'now' | 'deadline'>): Overdue | undefined {
  const fires = kind === 'ruled' && now.state === 'firing';
  return fires && deadline !== undefined && deadline.kind !== 'never' && deadline.at <= now.at ? deadline : undefined;
}
