import * as z from 'zod/mini';

import type { ValueUnit } from '../../rule/cells/units';
import type { ReadInput } from '../../rule/read';
import { readRuleInput, shorten } from '../../rule/read';
import type { RuleInput } from '../../rule/schema';
import { ruleSchema } from '../../rule/schema';
import { isRecord } from '../../rule/isRecord';
import type { FileProblem } from './fileProblem';
import type { PlaceOf } from './rulePlace';
import type { TableSize } from './tableSize';

/** The version of the format of rule files. */
export const RULE_FILE_VERSION = 1;

/** The unit of a metric's values, or of a glob's; undefined where there is no such metric, or several units. */
export type UnitOf = (metric: string) => ValueUnit | undefined;

/** A rule of a file with the name or glob of its metrics. */
export interface FileRule {
  metric: string;
  rule: RuleInput;
}

/** The schema of a rule file. What it does not know is named when a file is read, and not refused. */
export const ruleFileSchema = z.object({
  $schema: z.optional(z.string()),
  protocolRules: z.literal(RULE_FILE_VERSION),
  rules: z.array(z.object({ metric: z.string().check(z.regex(/\S/)), ...ruleSchema.shape })),
});

/** A rule file as it is written. */
export type RuleFile = z.infer<typeof ruleFileSchema>;

/** What was read of a file. */
export interface RuleFileReading {
  /** In the order of the file, each metric or glob once. */
  rules: readonly FileRule[];
  problems: readonly FileProblem[];
  /** The metrics or globs of rules of which something can't be used, or may be lost; left out where there are none. */
  unclean?: readonly string[];
  /** Where its rules stand; left out where that is not known. */
  placeOf?: PlaceOf;
  /** Of a table: how much was found in it. */
  table?: TableSize;
}

/** A file with these rules, as it is written: fields in the order of the schema, without those that say nothing. */
export function toRuleFile(rules: readonly FileRule[]): RuleFile {
  return {
    protocolRules: RULE_FILE_VERSION,
    rules: rules.map(({ metric, rule }) => ({ metric, ...written(rule) })),
  };
}

/**
 * Reads a rule file from its parsed content, whatever that is. A rule without a metric is left out, and so is a second
 * one for the same metric; a field that can't be used is left out. All of it is reported.
 */
export function readRuleFile(raw: unknown, unitOf?: UnitOf): RuleFileReading {
  if (!isRecord(raw) || !Array.isArray(raw.rules)) {
    return { rules: [], problems: [{ code: 'notARuleFile', found: shorten(raw) }] };
  }
  if (raw.protocolRules === undefined || raw.protocolRules === null) {
    return { rules: [], problems: [{ code: 'noVersion', found: '' }] };
  }
  if (String(raw.protocolRules) !== String(RULE_FILE_VERSION)) {
    return { rules: [], problems: [{ code: 'unknownVersion', found: shorten(raw.protocolRules) }] };
  }
  const problems: FileProblem[] = Object.keys(raw)
    .filter((key) => !Object.hasOwn(ruleFileSchema.shape, key))
    .map((key) => ({ code: 'unknownKey', found: shorten(key) }));
  const byMetric = new Map<string, FileRule>();
  const unclean = new Set<string>();
  raw.rules.forEach((entry: unknown, index) => {
    const read = readEntry(entry, index + 1, unitOf);
    const isSecond = read.rule && byMetric.has(read.rule.metric);
    if (read.rule && !isSecond) {
      byMetric.set(read.rule.metric, read.rule);
    }
    if (read.rule && (isSecond || read.problems.length > 0)) {
      unclean.add(read.rule.metric);
    }
    problems.push(...(isSecond ? [sameMetric(read.rule.metric, index + 1)] : read.problems));
  });
  return { rules: [...byMetric.values()], problems, ...(unclean.size > 0 && { unclean: [...unclean] }) };
}

function sameMetric(metric: string, place: number): FileProblem {
  return { code: 'sameMetric', place, found: shorten(metric) };
}

function readEntry(
  entry: unknown,
  place: number,
  unitOf?: UnitOf
): { rule: FileRule; problems: FileProblem[] } | { rule?: undefined; problems: FileProblem[] } {
  const { metric, ...fields } = isRecord(entry) ? entry : {};
  if (typeof metric !== 'string' || metric.trim() === '') {
    return { problems: [{ code: 'noMetric', place, found: shorten(entry) }] };
  }
  const { input, problems } = readRuleInput(fields, 'sheet', unitOf?.(metric.trim()));
  return {
    rule: { metric, rule: written(stored(input)) },
    problems: problems.map((problem) => ({ code: 'rule', place, metric: shorten(metric), problem })),
  };
}

/** What was read as it is stored: the units of its levels are read. */
function stored({ written: _, earlier, ...rule }: ReadInput): RuleInput {
  return { ...rule, ...(earlier && { earlier: earlier.map(stored) }) };
}

/** A rule without what says nothing: blank texts, empty lists. */
function written(rule: RuleInput): RuleInput {
  const says = (value: unknown): boolean =>
    typeof value === 'string' ? value.trim() !== '' : value !== undefined && !isEmpty(value);
  const pick = (fields: object) => Object.fromEntries(Object.entries(fields).filter(([, value]) => says(value)));
  const earlier = rule.earlier?.map(pick);
  return inOrder(
    pick({ ...rule, ...(rule.recovery && { recovery: pick(rule.recovery) }), ...(earlier && { earlier }) })
  );
}

function isEmpty(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}

/** People read a rule in the order of its fields. */
function inOrder(rule: RuleInput): RuleInput {
  const order = Object.keys(ruleSchema.shape);
  const entries = Object.entries(rule).sort(([a], [b]) => order.indexOf(a) - order.indexOf(b));
  return Object.fromEntries(entries);
}
