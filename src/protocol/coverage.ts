import { type Coverage, type MetricProtocol } from './protocol';

/** Of all metrics but context ones, how many have a rule that answers all four questions (design: coverage). */
export function coverage(metrics: readonly MetricProtocol[]): Coverage {
  const counted = metrics.filter(({ kind }) => kind !== 'context');
  return { whole: counted.filter(isWhole).length, of: counted.length };
}

function isWhole({ kind, answered }: MetricProtocol): boolean {
  return kind === 'ruled' && Object.values(answered).every(Boolean);
}
