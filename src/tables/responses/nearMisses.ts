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
  const names = metrics.map(({ name }) => name.trim());
  const near = new NearNames(names);
  const unknown = new Set(answers.map(({ metric }) => metric).filter((metric) => !names.includes(metric)));
  // To compare names takes time, and nobody mends more at once.
  const meant = new Map([...unknown].slice(0, MOST_MEANT).map((metric) => [metric, near.nearest(metric)]));
  return answers.flatMap(({ row, metric }) => {
    const name = meant.get(metric);
    return name === undefined ? [] : [{ code: 'matchesNothing' as const, row, found: shorten(metric), meant: name }];
  });
}

const MOST_MEANT = 100;
