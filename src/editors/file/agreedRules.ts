import { partition } from 'lodash';

import { isAsAgreed } from '../../rule/agreement';
import type { FileRule } from '../../tables/file/ruleFile';
import { rulesOfFile } from '../../tables/file/rulesOfFile';
import { versionsOf } from '../../tables/file/ruleVersions';
import type { MetricSources } from '../../tables/file/storedRule';
import { saysSomething, storedRule } from '../../tables/file/storedRule';

/** Rules of a file that were agreed, by the names or globs of their metrics. */
export interface AgreedRules {
  /** Without them their metrics have no rule, or they have no metric here. */
  bare: readonly string[];
  /** Something else states a rule for their metrics, too, as one for all. */
  ruled: readonly string[];
}

/**
 * The imported rules that are agreed as they are, or of which an earlier version is: not those that read "not agreed yet"
 * and never were.
 */
export function agreedRules(file: readonly FileRule[], stated: readonly MetricSources[]): AgreedRules {
  const { names } = rulesOfFile(
    file,
    stated.map(({ metric }) => ({ name: metric }))
  );
  const of = (metric: string) => stated.filter((_, index) => names[index] === metric.trim());
  const agreed = file.filter(({ rule }) => versionsOf(rule).some(({ version }) => isAsAgreed(version)));
  const [ruled, bare] = partition(agreed, ({ metric }) => {
    const metrics = of(metric);
    return (
      metrics.length > 0 &&
      metrics.every((one) =>
        saysSomething({ metric: one.metric, rule: storedRule({ ...one.sources, sheet: undefined }) })
      )
    );
  });
  return { bare: bare.map(({ metric }) => metric), ruled: ruled.map(({ metric }) => metric) };
}
