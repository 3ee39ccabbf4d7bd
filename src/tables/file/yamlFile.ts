import { stringify } from 'yaml';

import { isRecord } from '../../rule/isRecord';
import { isOf, levelOf } from '../../rule/fields';
import { versionName } from '../../rule/read';
import type { Problem } from '../../rule/rule';
import type { FileProblem, FileRule, RuleFileReading, UnitOf } from './ruleFile';
import { readRuleFile, toRuleFile } from './ruleFile';
import type { PathStep } from './yamlText';
import { parseYaml } from './yamlText';

/** Writes rules as YAML. Loaded lazily: the parser is large. */
export function toYaml(rules: readonly FileRule[]): string {
  return stringify(toRuleFile(rules), { lineWidth: 0, aliasDuplicateObjects: false });
}

/**
 * Reads rules from YAML (and so from JSON). A text field keeps its text as it is written (`+49…`, `007`), and what YAML
 * takes for its own signs is read as it was meant where that is clear (`operator: >`, `metric: *`). What YAML drops is
 * reported with its line: comments behind a value, a second document, anchors and tags. A text that is no YAML is refused
 * with the line. Never throws.
 */
export function readYaml(text: string, unitOf?: UnitOf): RuleFileReading {
  const parsed = parseYaml(text);
  const { value, problems } = parsed;
  if (value === undefined) {
    return { rules: [], problems };
  }
  const reading = readRuleFile(value, unitOf);
  const touched = problems.flatMap(({ place }) => (place === undefined ? [] : [metricAt(value, place)]));
  const unclean = [...new Set([...touched.filter((metric) => metric !== undefined), ...(reading.unclean ?? [])])];
  const found = reading.problems.map((problem) => {
    const line = parsed.lineOf(pathOf(problem, value));
    return line === undefined ? problem : { ...problem, line };
  });
  return { rules: reading.rules, problems: [...problems, ...found], ...(unclean.length > 0 && { unclean }) };
}

/** Where in the file something stands that can't be used. */
function pathOf(problem: FileProblem, file: unknown): readonly PathStep[] {
  switch (problem.code) {
    case 'unknownKey':
      return [problem.found];
    case 'noMetric':
      return ['rules', problem.place - 1];
    case 'sameMetric':
      return ['rules', problem.place - 1, 'metric'];
    case 'rule':
      return ['rules', problem.place - 1, ...pathInRule(problem.problem, ruleAt(file, problem.place))];
    default:
      return [];
  }
}

function pathInRule({ field, code, found, version }: Problem, rule: unknown): readonly PathStep[] {
  const own =
    code === 'unknownField' ? found.split('.') : isOf(field, 'recovery') ? ['recovery', levelOf(field)] : [field];
  const earlier: unknown = isRecord(rule) && version !== undefined ? rule.earlier : undefined;
  const place = Array.isArray(earlier)
    ? earlier.findIndex((one, index) => versionName(isRecord(one) ? one.validFrom : undefined, index) === version)
    : -1;
  return place < 0 ? own : ['earlier', place, ...own];
}

/** The metric of the rule at a place, from 1. */
function metricAt(file: unknown, place: number): string | undefined {
  const rule = ruleAt(file, place);
  return isRecord(rule) && typeof rule.metric === 'string' ? rule.metric : undefined;
}

function ruleAt(file: unknown, place: number): unknown {
  return isRecord(file) && Array.isArray(file.rules) ? file.rules[place - 1] : undefined;
}
