import { stringify } from 'yaml';

import { isRecord } from '../../rule/isRecord';
import { isOf, levelOf } from '../../rule/fields';
import { versionName } from '../../rule/read';
import type { Problem } from '../../rule/rule';
import type { LevelsBeside } from './bareRecovery';
import { withLevelOfRecovery } from './bareRecovery';
import type { FileProblem } from './fileProblem';
import type { FileRule, RuleFileReading, UnitOf } from './ruleFile';
import { readRuleFile, toRuleFile } from './ruleFile';
import type { PlaceOf } from './rulePlace';
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
export function readYaml(text: string, unitOf?: UnitOf, levelsBeside?: LevelsBeside): RuleFileReading {
  const parsed = parseYaml(text);
  const { value, problems } = parsed;
  if (value === undefined) {
    return { rules: [], problems };
  }
  const reading = readRuleFile(withLevelOfRecovery(value, levelsBeside), unitOf);
  const touched = problems.flatMap(({ place }) => (place === undefined ? [] : [metricAt(value, place)]));
  const unclean = [...new Set([...touched.filter((metric) => metric !== undefined), ...(reading.unclean ?? [])])];
  const found = reading.problems.filter(isFirstOfField).map((problem) => {
    const line = problem.code === 'noVersion' ? 1 : parsed.lineOf(pathOf(problem, value));
    return line === undefined ? problem : { ...problem, line };
  });
  return {
    rules: reading.rules,
    problems: [...problems, ...found],
    placeOf: placesIn(value, parsed.lineOf),
    ...(unclean.length > 0 && { unclean }),
  };
}

function placesIn(file: unknown, lineOf: (path: readonly PathStep[]) => number | undefined): PlaceOf {
  return (metric, field, version) => {
    const place = placeOf(file, metric);
    const line = lineOf(['rules', place - 1, ...pathInRule({ field, version }, ruleAt(file, place))]);
    return place === 0 ? undefined : { place, ...(line !== undefined && { line }) };
  };
}

/** A recovery without its level can't be read for each of them, and is told once. */
function isFirstOfField(problem: FileProblem): boolean {
  return (
    problem.code !== 'rule' || problem.problem.code !== 'recoveryOfWhich' || problem.problem.field === 'recoveryWarning'
  );
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

interface Named extends Partial<Pick<Problem, 'code' | 'found'>> {
  field: Problem['field'] | 'metric';
  version?: string;
}

function pathInRule({ field, code, found = '', version }: Named, rule: unknown): readonly PathStep[] {
  const own =
    code === 'unknownField' ? found.split('.') : isOf(field, 'recovery') ? ['recovery', levelOf(field)] : [field];
  const earlier: unknown = isRecord(rule) && version !== undefined ? rule.earlier : undefined;
  const place = Array.isArray(earlier)
    ? earlier.findIndex((one, index) => versionName(isRecord(one) ? one.validFrom : undefined, index) === version)
    : -1;
  return place < 0 ? own : ['earlier', place, ...own];
}

/** The place of the rule of a metric, from 1; 0 where there is none. Of several the first one counts. */
function placeOf(file: unknown, metric: string): number {
  const rules: readonly unknown[] = isRecord(file) && Array.isArray(file.rules) ? file.rules : [];
  return rules.findIndex((rule) => isRecord(rule) && rule.metric === metric) + 1;
}

/** The metric of the rule at a place, from 1. */
function metricAt(file: unknown, place: number): string | undefined {
  const rule = ruleAt(file, place);
  return isRecord(rule) && typeof rule.metric === 'string' ? rule.metric : undefined;
}

function ruleAt(file: unknown, place: number): unknown {
  return isRecord(file) && Array.isArray(file.rules) ? file.rules[place - 1] : undefined;
}
