import { stringify } from 'yaml';

import { isRecord } from '../../rule/isRecord';
import type { FileRule, RuleFileReading, UnitOf } from './ruleFile';
import { readRuleFile, toRuleFile } from './ruleFile';
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
  const { value, problems } = parseYaml(text);
  if (value === undefined) {
    return { rules: [], problems };
  }
  const reading = readRuleFile(value, unitOf);
  const touched = problems.flatMap(({ place }) => (place === undefined ? [] : [metricAt(value, place)]));
  const unclean = [...new Set([...touched.filter((metric) => metric !== undefined), ...(reading.unclean ?? [])])];
  return { rules: reading.rules, problems: [...problems, ...reading.problems], ...(unclean.length > 0 && { unclean }) };
}

/** The metric of the rule at a place, from 1. */
function metricAt(file: unknown, place: number): string | undefined {
  const rule: unknown = isRecord(file) && Array.isArray(file.rules) ? file.rules[place - 1] : undefined;
  return isRecord(rule) && typeof rule.metric === 'string' ? rule.metric : undefined;
}
