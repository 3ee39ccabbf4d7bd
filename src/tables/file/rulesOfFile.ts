import { EntryFinder } from '../sheet/entryFinder';
import type { SheetMetric } from '../sheet/sheetRules';
import type { SheetProblem } from '../sheet/table';
import type { RuleInput } from '../../rule/schema';
import type { FileRule } from './ruleFile';

/** What a rule file says of the metrics of a panel. */
export interface FileRules {
  /** A rule for each metric, in the order of the metrics; undefined for those without one. */
  rules: ReadonlyArray<RuleInput | undefined>;
  /** The names or globs by which these were found. */
  names: ReadonlyArray<string | undefined>;
  /** Rules that match no metric, metrics without a rule, globs that compete; none has a row. */
  problems: readonly SheetProblem[];
}

/**
 * Finds the rule of each metric in a rule file, as `rulesOfSheet` does in a sheet: by its very name, else by the glob
 * that says most about it.
 *
 * @param metrics - In any order; several may have one name.
 */
export function rulesOfFile(file: readonly FileRule[], metrics: readonly SheetMetric[]): FileRules {
  const entries = file.map(({ metric, rule }) => ({ metric: metric.trim(), rule, rows: [] }));
  const finder = new EntryFinder(entries, metrics);
  const found = metrics.map(({ name }) => finder.entryOf(name));
  return {
    rules: found.map((entry) => entry?.rule),
    names: found.map((entry) => entry?.metric),
    problems: finder.problems(metrics.filter((_, index) => found[index] === undefined)),
  };
}
