import type { MetricProtocol } from '../../protocol/protocol';
import type { RuleField } from '../../rule/fields';
import { FIELDS, isOf } from '../../rule/fields';
import type { RuleSource } from '../../rule/rule';
import type { FormPlace, StatedRule } from '../form/formPlace';
import { filePlace } from '../form/formPlace';
import { versionsOf } from '../form/versions';
import { getRaw, isBlank, toRawRule } from '../rawRule';

/** A place at which a part of a metric's rule is written. */
export interface RuleOrigin {
  place: FormPlace | 'sheet' | 'alert' | 'thresholds';
  /** The fields that it gives, in the table's order; at least one. */
  fields: readonly RuleField[];
}

/**
 * Where the rule of a metric is written, the more specific place first: of each field the place that gives it, by the
 * version in force now. What can't be read stands where it is written, too.
 *
 * @param stated - What the panel's field config states for the metric, the default first (`rulesFor`).
 */
export function ruleOrigins(
  { rule, row }: Pick<MetricProtocol, 'rule' | 'row'>,
  stated: readonly StatedRule[]
): RuleOrigin[] {
  const byPlace = new Map<RuleOrigin['place'], Set<RuleField>>();
  const add = (source: RuleSource, field: RuleField) => {
    const place = placeOf(source, field);
    byPlace.set(place, (byPlace.get(place) ?? new Set()).add(field));
  };
  const overrides = stated.filter(({ place }) => typeof place === 'number').toReversed();
  const placeOf = (source: RuleSource, field: RuleField): RuleOrigin['place'] => {
    switch (source) {
      case 'override':
        return (overrides.find(({ value }) => states(value, field)) ?? overrides[0])?.place ?? 'default';
      case 'sheet':
        return row?.kind === 'file' ? filePlace(row.metric) : 'sheet';
      case 'default':
      case 'alert':
      case 'thresholds':
        return source;
    }
  };
  for (const [field, source] of Object.entries(rule.sources) as Array<[RuleField, RuleSource]>) {
    add(source, field);
  }
  for (const { field, source } of rule.problems) {
    if (field !== 'rule' && !isOf(field, 'versions', 'unreadable', 'values', 'fingerprint')) {
      add(source, field);
    }
  }
  const order = [
    ...overrides.map(({ place }) => place),
    row?.kind === 'file' ? filePlace(row.metric) : 'sheet',
    'default',
    'alert',
    'thresholds',
  ] as const;
  return order.flatMap((place) => {
    const fields = byPlace.get(place);
    return fields ? [{ place, fields: ALL.filter((field) => fields.has(field)) }] : [];
  });
}

const ALL = Object.keys(FIELDS) as RuleField[];

/** Whether any version of a stored rule states a field. */
function states(value: unknown, field: RuleField): boolean {
  return versionsOf(toRawRule(value)).some((version) => !isBlank(getRaw(version, field)));
}
