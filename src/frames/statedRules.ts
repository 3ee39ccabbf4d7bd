import type { Field, FieldConfig, FieldConfigSource } from '@grafana/data';

import type { StatedRule } from '../protocol/input';
import { isRecord } from '../rule/isRecord';
import { RULE } from './ruleProperty';

/** Several rules of one field, the more general first. Not an array: Grafana joins those of several overrides by itself. */
export interface StackedRules {
  stacked: readonly unknown[];
}

/** The rules that were stated for a field, each as it is saved, the more general first. */
export function layersOf(config: FieldConfig | undefined): readonly unknown[] {
  const rules: unknown = config?.custom?.[RULE];
  if (isRecord(rules) && Array.isArray(rules.stacked)) {
    return rules.stacked;
  }
  return isGiven(rules) ? [rules] : [];
}

/** The rules of a field with one more on top of them, as its config keeps them; undefined where there is none. */
export function stackRule(config: FieldConfig | undefined, rule: unknown): StackedRules | undefined {
  const below = layersOf(config);
  const stacked = isGiven(rule) ? [...below, rule] : below;
  return stacked.length > 0 ? { stacked } : undefined;
}

/**
 * What was stated for a field, once Grafana has applied the field config. Its wrapping is new at every refresh, the rules
 * in it are the very objects that are saved.
 *
 * @param defaults - `fieldConfig.defaults` as saved: tells whether the lowest layer is the panel's default rule.
 */
export function readStatedRules(
  field: Pick<Field, 'config'>,
  defaults: FieldConfigSource['defaults']
): Pick<StatedRule, 'default' | 'overrides'> {
  const layers = layersOf(field.config);
  return isGiven(defaults.custom?.[RULE]) && layers.length > 0
    ? { default: layers[0], overrides: layers.slice(1) }
    : { overrides: layers };
}

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null;
}
