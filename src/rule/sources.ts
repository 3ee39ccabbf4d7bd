import type { MergeContext } from './merge';
import { mergeVersion } from './merge';
import type { ReadInput } from './read';
import { readRuleInput } from './read';
import type { Problem, Rule, RuleHistory, RuleSource } from './rule';

/** Where a metric's rule is stated, apart until they are merged. */
export interface RuleSources extends MergeContext {
  /** The stored rule of the metric's own override. */
  override?: unknown;
  /** The stored rule of the metric's rows in the rule sheet. */
  sheet?: unknown;
  /** The stored default rule of the panel. */
  default?: unknown;
}

/** The sources that store a rule, the more specific first. */
const STORED = ['override', 'sheet', 'default'] as const;

/** Reads the stored rules of a metric, the more specific first, with what can't be used in them. */
export function readSources(sources: RuleSources): {
  inputs: Array<{ source: RuleSource; input: ReadInput }>;
  problems: Problem[];
} {
  const read = STORED.map((source) => ({ source, ...readRuleInput(sources[source], source, sources.unit) }));
  return { inputs: read, problems: read.flatMap(({ problems }) => problems) };
}

/**
 * Merges the sources of a metric's rule, field by field: the first that gives a field wins, in the order override, rule
 * sheet, default rule, native thresholds (see {@link mergeVersion}). Takes each source for what it states now:
 * `validFrom` and `earlier` say nothing here.
 *
 * @returns The rule, whole in any case. Never throws but for `interpolate`; mutates nothing.
 */
export function mergeRule(sources: RuleSources): Rule {
  const { inputs, problems } = readSources(sources);
  const rule = mergeVersion(inputs, sources);
  return { ...rule, problems: [...problems, ...rule.problems] };
}

/** The history of a rule that has always been as it is. */
export function toHistory(rule: Rule): RuleHistory {
  return { versions: [{ rule }] };
}
