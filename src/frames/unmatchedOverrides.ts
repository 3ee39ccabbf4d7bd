import type { ConfigOverrideRule, DataFrame, FieldConfigSource } from '@grafana/data';
import { fieldMatchers } from '@grafana/data';
import { isEmpty, isEqual } from 'lodash';

import type { UnmatchedRule } from '../protocol/protocol';
import type { FieldMetric } from './metrics';
import { findMetrics } from './metrics';
import { RULE_PROPERTY } from './ruleProperty';
import { layersOf } from './statedRules';

/**
 * The overrides that state a rule, but for no metric in the panel's data: their matcher fits no numeric field. A rule
 * that is still blank is none.
 *
 * An override may rename the very field that it matches. So one whose rule was given to a metric counts as matching,
 * even if its matcher does not fit the name that the metric has now.
 *
 * @param series - the data with the field config applied, as Grafana gives them to a panel
 */
export function unmatchedOverrides({ overrides }: FieldConfigSource, series: DataFrame[]): UnmatchedRule[] {
  const found = findMetrics(series);
  const metrics = typeof found === 'string' ? [] : found;
  const stated = overrides.filter((override) => !isEmpty(ruleOf(override)));
  return stated
    .filter((override) => {
      const alike = stated.filter((other) => isEqual(ruleOf(other), ruleOf(override)));
      return !metrics.some((metric) => fits(override, metric, series) || gaveRule(alike, metric, series));
    })
    .map(({ matcher }) => ({ name: nameOf(matcher), source: 'override' }));
}

function ruleOf({ properties }: ConfigOverrideRule): unknown {
  return properties.find(({ id }) => id === RULE_PROPERTY)?.value;
}

/** Whether a metric was given a rule that, by their matchers, none of the overrides that state it would give to it. */
function gaveRule(alike: readonly ConfigOverrideRule[], metric: FieldMetric, series: DataFrame[]): boolean {
  const isGiven = layersOf(metric.field.config).some((rule) => isEqual(rule, ruleOf(alike[0])));
  return isGiven && !alike.some((override) => fits(override, metric, series));
}

function fits({ matcher }: ConfigOverrideRule, { field, frame }: FieldMetric, series: DataFrame[]): boolean {
  try {
    return Boolean(fieldMatchers.getIfExists(matcher.id)?.get(matcher.options)(field, frame, series));
  } catch {
    // Saved matchers are somebody's text: one that throws fits no field.
    return false;
  }
}

/** What an override is for: the name or the pattern that it says, else what Grafana calls it. */
function nameOf({ id, options }: ConfigOverrideRule['matcher']): string {
  const text: unknown = options;
  if (typeof text === 'string' && text !== '') {
    return text;
  }
  const info = fieldMatchers.getIfExists(id);
  try {
    return info?.getOptionsDisplayText?.(options) ?? info?.name ?? id;
  } catch {
    return info?.name ?? id;
  }
}
