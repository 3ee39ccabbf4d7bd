import { countBy, isEqual, partition, uniq } from 'lodash';

import type { EditedPanel } from '../editedPanel';
import { readRuleInput } from '../../rule/read';
import { isGlob } from '../../tables/sheet/glob';
import type { FileRule } from '../../tables/file/ruleFile';
import { rulesOfFile } from '../../tables/file/rulesOfFile';
import type { MetricSources } from '../../tables/file/storedRule';
import { saysSomething, storedRule } from '../../tables/file/storedRule';
import type { RuleInput } from '../../rule/schema';
import type { Today } from './firingToday';
import { firingToday } from './firingToday';

/** What an import would do to a panel; metrics and rules by name. */
export interface ImportPreview {
  /** Metrics whose rule would be another one. */
  changed: readonly string[];
  /** Metrics that the file has a rule for. */
  matched: readonly string[];
  /** Metrics that are not in it. */
  without: readonly string[];
  /** Metrics that are in it by name alone, and that no glob of it matches. */
  blank: readonly string[];
  /** Rules that match no metric; those whose metric a near name may mean are told where they stand, as problems. */
  unmatched: readonly string[];
  /** Metrics whose override states some of the same fields, and comes first. */
  overridden: readonly string[];
  /** Names in the file that several metrics have: one rule for all of them. */
  shared: readonly string[];
  /** What it would say on the panel's data; undefined where that is not known. */
  today?: Today;
}

/** What is imported: rules, and rows that are blank beside their metric. */
interface Imported {
  rules: readonly FileRule[];
  blank?: readonly string[];
}

/** What a panel's rules would be with these in the place of its rule sheet. */
export function importPreview(
  { rules: file, blank = [] }: Imported,
  stated: readonly MetricSources[],
  panel?: EditedPanel
): ImportPreview {
  const left = new Set(blank.map((name) => name.trim()));
  const { rules, problems } = rulesOfFile(
    file,
    stated.map(({ metric }) => ({ name: metric }))
  );
  const named = (is: (sources: MetricSources['sources'], rule: RuleInput | undefined) => boolean) =>
    uniq(stated.filter(({ sources }, index) => is(sources, rules[index])).map(({ metric, label = metric }) => label));
  const [inFile, without] = partition(
    named((_, rule) => rule === undefined),
    (name) => left.has(name.trim())
  );
  return {
    changed: named((sources, sheet) => !isEqual(storedRule(sources), storedRule({ ...sources, sheet }))),
    matched: named((_, rule) => rule !== undefined),
    without,
    blank: inFile,
    unmatched: [
      ...problems
        .filter((problem) => problem.code === 'matchesNothing' && problem.meant === undefined)
        .map(({ found }) => found),
      ...[...left].filter((name) => !isGlob(name) && !stated.some(({ metric }) => metric.trim() === name)),
    ],
    shared: Object.entries(countBy(stated, ({ metric }) => metric.trim()))
      .filter(([name, count]) => count > 1 && file.some(({ metric }) => metric.trim() === name))
      .map(([name]) => name),
    ...(panel && {
      today: firingToday(
        rules,
        panel,
        stated.map(({ label }) => label)
      ),
    }),
    overridden: named(({ override }, rule) => rule !== undefined && statesOther(override, rule)),
  };
}

/**
 * The metrics whose rule goes: it was imported, and no rule of the file is for them.
 *
 * @param known - The metrics of the panel, and those that rules were imported for before.
 */
export function lostRules(file: readonly FileRule[], known: readonly MetricSources[]): string[] {
  const { rules } = rulesOfFile(
    file,
    known.map(({ metric }) => ({ name: metric }))
  );
  const lost = known.filter(
    ({ metric, sources: { sheet, unit } }, index) =>
      rules[index] === undefined && saysSomething({ metric, rule: storedRule({ sheet, unit }) })
  );
  return uniq(lost.map(({ metric, label = metric }) => label));
}

/** Whether an override states a field of the file's rule, and something else. */
function statesOther(override: unknown, rule: RuleInput): boolean {
  const { input } = readRuleInput(override, 'override');
  return Object.entries(input).some(
    ([field, value]) => field in rule && value !== undefined && !isEqual(value, rule[field as keyof RuleInput])
  );
}
