import { sortBy } from 'lodash';

import type { FileProblem } from '../../tables/file/fileProblem';

/**
 * Problems as somebody mends them: names that match no metric first, as their rows have no rule at all; then what is about
 * the whole; then by row, or by the line of a text. Those of a row or a line stay as they were found.
 */
export function inOrder(problems: readonly FileProblem[]): FileProblem[] {
  return sortBy(problems, [rank, placeOf]);
}

function rank(one: FileProblem): number {
  return one.code === 'sheet' && one.problem.code === 'matchesNothing' ? 0 : 1;
}

function placeOf(one: FileProblem): number {
  const line = 'line' in one ? one.line : undefined;
  return line ?? (one.code === 'sheet' ? one.problem.row : undefined) ?? 0;
}
