import { shorten, UNIT_CODES } from '../../rule/read';
import type { FileProblem } from '../../tables/file/fileProblem';
import type { RuleFileReading } from '../../tables/file/ruleFile';
import { ruleMistakes } from '../../tables/file/ruleMistakes';
import { placedProblem } from '../../tables/file/rulePlace';
import { rulesOfFile } from '../../tables/file/rulesOfFile';
import type { MetricSources } from '../../tables/file/storedRule';
import type { SheetMetric } from '../../tables/sheet/sheetRules';

/**
 * What was read of a list of rules, with those whose metric is not there, and which one they may mean, on their lines. What
 * is wrong with their units is left out: these are known once the name is mended. A table tells it by itself.
 */
export function withMisspelt(reading: RuleFileReading, metrics: readonly SheetMetric[]): RuleFileReading {
  const { rules, placeOf, problems } = reading;
  const misspelt = rulesOfFile(rules, metrics).problems.filter(
    (problem) => problem.code === 'matchesNothing' && problem.meant !== undefined
  );
  const isMisspelt = (metric: string) => misspelt.some(({ found }) => found === shorten(metric.trim()));
  const told = misspelt.map((problem): FileProblem => {
    const rule = rules.find(({ metric }) => shorten(metric.trim()) === problem.found);
    const place = rule && placeOf?.(rule.metric, 'metric');
    return { code: 'sheet', problem, ...(place && 'line' in place && { line: place.line }) };
  });
  const others = problems.filter(
    (problem) => problem.code !== 'rule' || !isMisspelt(problem.metric) || !UNIT_CODES.has(problem.problem.code)
  );
  return { ...withUnclean(reading, isMisspelt), problems: [...told, ...others] };
}

/** What was read, with what does not fit together in a rule, where that stands: such a rule is not clean. */
export function withMistakes<Reading extends RuleFileReading>(
  reading: Reading,
  stated: readonly MetricSources[] = []
): Reading {
  const { rules, placeOf, problems } = reading;
  const { names } = rulesOfFile(
    rules,
    stated.map(({ metric }) => ({ name: metric }))
  );
  const mistakes = rules.flatMap(({ metric, rule }, index) => {
    const beside = stated.filter((_, place) => names[place] === metric.trim()).map(({ sources }) => sources);
    return ruleMistakes(rule, beside).map((problem) => ({
      metric,
      problem: placedProblem(
        metric,
        problem,
        placeOf?.(metric, problem.field, problem.version) ?? { place: index + 1 }
      ),
    }));
  });
  const wrong = new Set(mistakes.map(({ metric }) => metric));
  return {
    ...withUnclean(reading, (metric) => wrong.has(metric)),
    problems: [...problems, ...mistakes.map(({ problem }) => problem)],
  };
}

/** The reading with more rules that are not clean, in the order of the file. */
function withUnclean<Reading extends RuleFileReading>(reading: Reading, is: (metric: string) => boolean): Reading {
  const { rules, unclean = [] } = reading;
  const names = rules.map(({ metric }) => metric).filter((metric) => is(metric) || unclean.includes(metric));
  return names.length > 0 ? { ...reading, unclean: names } : reading;
}
