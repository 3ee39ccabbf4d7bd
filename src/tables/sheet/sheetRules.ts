import type { Refusal } from '../../rule/cells/quantity';
import type { LevelField } from '../../rule/fields';
import { LEVEL_FIELDS } from '../../rule/fields';
import { unreadableOf } from '../../rule/read';
import type { Bounds, RuleInput, Unreadable, VersionInput } from '../../rule/schema';
import { EntryFinder } from './entryFinder';
import type { SheetEntry, SheetReading } from './readSheet';
import type { SheetRow, StatedLevel } from './rowReader';
import type { SheetProblem } from './table';
import type { ValueUnit } from '../../rule/cells/units';
import { inUnitOf } from '../../rule/cells/units';

/** A metric that a sheet may have a row for. */
export interface SheetMetric extends ValueUnit {
  /** As it is displayed. */
  name: string;
}

/** What a sheet says of one metric. */
export interface SheetRule {
  /** The name or glob that its rows give. */
  metric: string;
  /** The stored rule: the newest version, and those before it as `earlier`. */
  input: RuleInput;
  /** The rows that it is from, in the order of the versions, the newest last. */
  rows: readonly number[];
}

/** What a sheet says of the metrics of a panel. */
export interface SheetRules {
  /** A rule for each metric, in the order of the metrics; undefined for those without a row. */
  rules: ReadonlyArray<SheetRule | undefined>;
  /** Everything that is wrong with the sheet, what was found when it was read included, by row. */
  problems: readonly SheetProblem[];
}

/**
 * Finds the row of each metric. The row with its very name counts; else, of the globs that match it, the one that says
 * most about it (the most characters that are no wildcards), and of equals the upper one. Several globs for one metric
 * are reported, unless the one that counts is a special case of the others (`EMEA *` beside `*`).
 *
 * Rows that match no metric and metrics without a row are named.
 *
 * @param metrics - In any order; several may have one name.
 */
export function rulesOfSheet(reading: SheetReading, metrics: readonly SheetMetric[]): SheetRules {
  const entries = reading.entries.map((entry) => ({ ...entry, rows: entry.versions.map(({ row }) => row) }));
  const finder = new EntryFinder(entries, metrics);
  const problems = new Collected();
  const rules = metrics.map((metric) => {
    const entry = finder.entryOf(metric.name);
    return entry && ruleOfEntry(entry, metric, problems);
  });
  problems.add(...finder.problems(metrics.filter((_, index) => rules[index] === undefined)));
  return { rules, problems: byRow([...reading.problems, ...problems.all()]) };
}

/** Anything that takes problems. */
export interface ProblemSink {
  add: (...problems: readonly SheetProblem[]) => void;
}

/** The stored rule that the rows of one entry make for a metric. */
export function ruleOfEntry(entry: SheetEntry, metric: ValueUnit, problems: ProblemSink): SheetRule {
  const versions = entry.versions.map((row) => versionOf(row, metric, problems));
  const earlier = versions.slice(0, -1);
  const newest = versions[versions.length - 1];
  return {
    metric: entry.metric,
    input: earlier.length > 0 ? { ...newest, earlier } : newest,
    rows: entry.versions.map(({ row }) => row),
  };
}

function versionOf(row: SheetRow, metric: ValueUnit, problems: ProblemSink): VersionInput {
  const bounds: Partial<Record<LevelField, Bounds>> = {};
  const unreadable: Unreadable[] = [...(row.stated.unreadable ?? [])];
  for (const field of LEVEL_FIELDS) {
    const level = row.levels[field];
    const numbers = level && boundsOf(level, metric);
    if (level === undefined || numbers === undefined) {
      continue;
    }
    if (typeof numbers === 'object' && 'code' in numbers) {
      problems.add({ ...numbers, row: row.row, column: level.column, found: level.found });
      unreadable.push(unreadableOf(field, numbers, level.found));
    } else {
      bounds[field] = numbers;
    }
  }
  const { recoveryWarning, recoveryCritical, ...levels } = bounds;
  const recovery = {
    ...(recoveryWarning !== undefined && { warning: recoveryWarning }),
    ...(recoveryCritical !== undefined && { critical: recoveryCritical }),
  };
  return {
    ...row.stated,
    ...levels,
    ...(Object.keys(recovery).length > 0 && { recovery }),
    ...(unreadable.length > 0 && { unreadable }),
  };
}

function boundsOf(level: StatedLevel, metric: ValueUnit): Bounds | Refusal {
  const numbers = level.quantities.map((quantity) => inUnitOf(quantity, metric, level.headerUnit));
  const refusal = numbers.find((number) => typeof number !== 'number');
  if (typeof refusal === 'object') {
    return refusal;
  }
  const [low, high] = numbers as number[];
  return high === undefined ? low : [low, high];
}

/** A glob's cell is read for many metrics; what is wrong with it is said once. */
class Collected implements ProblemSink {
  private readonly byKey = new Map<string, SheetProblem>();

  add(...problems: readonly SheetProblem[]): void {
    for (const problem of problems) {
      const key = JSON.stringify([problem.code, problem.row, problem.column, problem.found]);
      this.byKey.set(key, this.byKey.get(key) ?? problem);
    }
  }

  all(): SheetProblem[] {
    return [...this.byKey.values()];
  }
}

/** Problems of the whole sheet first, then by row; metrics without a row last. */
function byRow(problems: readonly SheetProblem[]): SheetProblem[] {
  const place = ({ row, code }: SheetProblem) => row ?? (code === 'noRow' ? Infinity : 0);
  return [...problems].sort((a, b) => (place(a) === place(b) ? 0 : place(a) - place(b)));
}
