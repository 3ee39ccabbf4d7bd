import { sortBy } from 'lodash';

import type { FileProblem } from '../../tables/file/ruleFile';

/**
 * Problems as somebody mends them: names that match no metric first, as their rows have no rule at all; then what is about
 * the whole; then by row. Those of a row, and those of a file without rows, stay as they were found.
 */
export function inOrder(problems: readonly FileProblem[]): FileProblem[] {
  return sortBy(problems, (one) => {
    if (one.code !== 'sheet') {
      return 0;
    }
    return one.problem.code === 'matchesNothing' ? -1 : (one.problem.row ?? 0);
  });
}
