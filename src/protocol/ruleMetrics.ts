import type { MetricSources } from '../tables/file/storedRule';
import type { RuledMetric } from './buildProtocol';
import { compileRule } from './compileRules';
import type { ReadSheets } from './input';
import type { Pair } from './pairMetrics';
import type { SheetFindings } from './protocol';

/** The metrics of a panel with their rules. */
export interface Ruled {
  ruled: readonly RuledMetric[];
  /** What each rule was merged from, as it is stored. */
  stated: readonly MetricSources[];
  /** What was found in the panel's sheets; undefined where it has none. */
  found?: SheetFindings;
}

/** Gives each metric its rule, merged from what its field states and what the panel's sheets do. */
export function ruleMetrics(pairs: readonly Pair[], sheets: ReadSheets | undefined): Ruled {
  const { rules, found } =
    sheets?.rulesOf(pairs.map(({ metric, affixes }) => ({ ...metric, affixes: affixes?.() }))) ?? {};
  const compiled = pairs.map(({ rule }, index) => compileRule(rule, rules?.[index]));
  return {
    ruled: pairs.map((pair, index): RuledMetric => ({ ...pair, history: compiled[index].history })),
    stated: pairs.map(({ metric }, index) => ({ metric: metric.name, sources: compiled[index].sources })),
    found,
  };
}
