import type { FileProblem } from '../../tables/file/fileProblem';
import type { ImportReading } from './readImport';

/** Whether no row of a table names the metrics, so that none of it can be read: its headers were not copied. */
export function isWithoutHeaders({ problems }: Pick<ImportReading, 'problems'>): boolean {
  return !problems.every(isOther);
}

/** Whether a problem is another one than that. */
export function isOther(problem: FileProblem): boolean {
  return problem.code !== 'sheet' || problem.problem.code !== 'noMetricColumn';
}
