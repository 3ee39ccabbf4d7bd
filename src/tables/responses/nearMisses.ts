import { shorten } from '../../rule/read';
import { NearNames } from '../sheet/nearNames';
import type { SheetProblem } from '../sheet/table';
import type { SheetAnswer } from './answer';

/**
 * The answers whose metric is called almost like one of a panel. Of the others nothing is said there: one sheet has the
 * answers of many panels.
 */
export function nearMisses(
  answers: readonly SheetAnswer[],
  metrics: ReadonlyArray<{ name: string }>
): Array<Extract<SheetProblem, { code: 'matchesNothing' }>> {
  const names = new Set(metrics.map(({ name }) => name.trim()));
  const near = new NearNames(metrics.map(({ name }) => name));
  return answers.flatMap(({ row, metric }) => {
    const meant = names.has(metric) ? undefined : near.nearest(metric);
    return meant === undefined ? [] : [{ code: 'matchesNothing' as const, row, found: shorten(metric), meant }];
  });
}
