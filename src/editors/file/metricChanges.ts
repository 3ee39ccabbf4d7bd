import { sortBy, uniqBy } from 'lodash';

import type { FileRule } from '../../tables/file/ruleFile';
import type { VersionChange } from '../../tables/file/ruleChanges';
import { ruleChanges } from '../../tables/file/ruleChanges';
import { rulesOfFile } from '../../tables/file/rulesOfFile';
import type { MetricSources } from '../../tables/file/storedRule';
import { storedRule } from '../../tables/file/storedRule';
import type { Format } from '../../words/conditionWords';

/** A metric whose rule an import changes. */
export interface MetricChange {
  /** As a person is told. */
  metric: string;
  /** Whether it gets its first rule, another one, or none any more. */
  kind: 'first' | 'changed' | 'last';
  versions: readonly VersionChange[];
  /** Tells a level in the unit of the metric. */
  formatLevel: Format;
}

/** Rules that go or change come first: that is what somebody may not have meant. */
const ORDER: ReadonlyArray<MetricChange['kind']> = ['last', 'changed', 'first'];

/**
 * What an import changes in the rules of a panel, metric by metric: those that had a rule first. Of metrics of one name
 * that nothing tells apart, one.
 *
 * @param formats - How levels are told, in the order of `stated`; where one is missing, as plain numbers.
 */
export function metricChanges(
  file: readonly FileRule[],
  stated: readonly MetricSources[],
  formats: readonly Format[] = []
): MetricChange[] {
  const { rules } = rulesOfFile(
    file,
    stated.map(({ metric }) => ({ name: metric }))
  );
  const changes = stated.map(({ metric, label = metric, sources }, index): MetricChange => {
    const before = storedRule(sources);
    const after = storedRule({ ...sources, sheet: rules[index] });
    return {
      metric: label,
      kind: kindOf(before, after),
      versions: ruleChanges(before, after),
      formatLevel: formats[index] ?? String,
    };
  });
  const changed = changes.filter(({ versions }) => versions.length > 0);
  return sortBy(
    uniqBy(changed, ({ metric }) => metric),
    ({ kind }) => ORDER.indexOf(kind)
  );
}

function kindOf(before: object, after: object): MetricChange['kind'] {
  if (Object.keys(before).length === 0) {
    return 'first';
  }
  return Object.keys(after).length === 0 ? 'last' : 'changed';
}
