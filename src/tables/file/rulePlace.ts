import type { RuleField } from '../../rule/fields';
import { shorten } from '../../rule/read';
import type { Problem } from '../../rule/rule';
import type { FileProblem } from './fileProblem';

/** Where a rule of a file stands: in a row of a table; or by its place in a list, from 1, and by the line of a text. */
export type RulePlace = { row: number; column?: string } | { place: number; line?: number };

/**
 * Finds a rule of a file, or a field of it, where it was written.
 *
 * @param version - The name of an earlier version, as problems have it.
 * @returns Undefined for a rule that is not in the file.
 */
export type PlaceOf = (metric: string, field: RuleField | 'rule' | 'metric', version?: string) => RulePlace | undefined;

/** A problem of a rule as one of the file that it stands in. */
export function placedProblem(metric: string, problem: Problem, place: RulePlace): FileProblem {
  if ('row' in place) {
    return { code: 'sheet', problem: { ...place, code: 'rule', found: problem.found, problem } };
  }
  return { code: 'rule', ...place, metric: shorten(metric), problem };
}
