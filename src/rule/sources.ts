import { PARSED_FIELDS, TEXT_FIELDS } from './fields';
import type { MergeContext } from './merge';
import { mergeVersion } from './merge';
import type { ReadInput, ReadVersion } from './read';
import { readRuleInput, UNIT_CODES } from './read';
import type { Problem, Rule, RuleHistory, RuleSource } from './rule';
import type { VersionInput } from './schema';
import { hasVariable } from './textProblem';

/** Where a metric's rule is stated, apart until they are merged. */
export interface RuleSources extends MergeContext {
  /** The stored rule of the metric's own override. */
  override?: unknown;
  /** The stored rule of the metric's rows in the rule sheet. */
  sheet?: unknown;
  /** The stored default rule of the panel. */
  default?: unknown;
  /** What alert rules that are linked to the panel state for the metric, in the form of a stored rule. */
  alert?: unknown;
}

/** The sources that store a rule, the more specific first. */
const STORED = ['override', 'sheet', 'default', 'alert'] as const;

/** The fields whose text may have variables. */
const INTERPOLATED = [...TEXT_FIELDS, ...PARSED_FIELDS];

/** The stored rules of a metric, read, the more specific first. */
export interface SourcesRead {
  inputs: ReadonlyArray<{ source: RuleSource; input: ReadInput }>;
  problems: readonly Problem[];
}

/** Reads the stored rules of a metric, the more specific first, with what can't be used in them. */
export function readSources(sources: RuleSources): SourcesRead {
  const read = STORED.map((source) => ({ source, ...readRuleInput(sources[source], source, sources.unit) }));
  return { inputs: read, problems: read.flatMap(({ problems }) => problems) };
}

/**
 * Merges the sources of a metric's rule, field by field: the first that gives a field wins, in the order override, rule
 * sheet, default rule, linked alert rules, native thresholds (see {@link mergeVersion}). Takes each source for what it states now:
 * `validFrom` and `earlier` say nothing here.
 *
 * @returns The rule, whole in any case. Never throws but for `interpolate`; mutates nothing.
 */
export function mergeRule(sources: RuleSources): Rule {
  const { inputs, problems } = readSources(sources);
  const rule = mergeVersion(inputs, sources);
  return { ...rule, problems: [...problems, ...rule.problems] };
}

/** Whether a level can't be read without the unit of the metric's values: "20 %", "90 min". */
export function asksForUnit({ inputs }: SourcesRead): boolean {
  return inputs
    .flatMap(({ input }): ReadVersion[] => [input, ...(input.earlier ?? [])])
    .some(({ unreadable = [] }) => unreadable.some(({ code }) => UNIT_CODES.has(code)));
}

/** The texts in stored rules, all versions of them, that have to be interpolated before they say anything; each once. */
export function variableTexts({ inputs }: SourcesRead): string[] {
  const texts = new Set<string>();
  for (const { input } of inputs) {
    addVariableTexts(texts, input);
    input.earlier?.forEach((version) => addVariableTexts(texts, version));
  }
  return [...texts];
}

function addVariableTexts(texts: Set<string>, version: VersionInput): void {
  for (const field of INTERPOLATED) {
    const text = version[field];
    if (text !== undefined && hasVariable(text)) {
      texts.add(text);
    }
  }
}

/** The history of a rule that has always been as it is. */
export function toHistory(rule: Rule): RuleHistory {
  return { versions: [{ rule }] };
}
