import type { ConfigOverrideRule, FieldConfigSource, PanelData } from '@grafana/data';
import { fieldMatchers } from '@grafana/data';

import type { FieldInFrame, FieldMetric } from '../../frames/metrics';
import { RULE, RULE_PROPERTY } from '../../frames/ruleProperty';
import type { Protocol } from '../../protocol/protocol';

/** A row of the rule file that the panel keeps, by the name or glob that it gives. */
export type FilePlace = `file:${string}`;

/**
 * Which of a panel's rules a form writes: the default, that of an override, by its place among all overrides, or that of a
 * row of its rule file.
 */
export type FormPlace = 'default' | number | FilePlace;

/** One stated rule of a panel. That of the rule sheet, or of the rule file, stands between the default and the overrides. */
export interface StatedRule {
  place: FormPlace | 'sheet';
  /** As it is stored. */
  value: unknown;
}

/** As much of a panel as tells which rule is for which of its metrics. */
export interface RuledPanel {
  data: Pick<PanelData, 'series'>;
  fieldConfig: FieldConfigSource;
  /** What is told of its metrics: which rows are for them. */
  protocol?: Pick<Protocol, 'metrics'>;
}

/** The rules that a panel's field config states for one metric, the default first; a later one wins field by field. */
export function rulesFor(metric: FieldInFrame, { fieldConfig, data }: RuledPanel): StatedRule[] {
  const { defaults, overrides } = fieldConfig;
  const stated: StatedRule = { place: 'default', value: defaults.custom?.[RULE] };
  const over = overrides.flatMap((override, place) =>
    hasRule(override) && isFor(override, metric, data) ? [{ place, value: ruleOf(override) }] : []
  );
  return [stated, ...over];
}

/**
 * Where the rule stands that a form was given. Grafana does not tell an override's editor which override it is, so it is
 * found as the one that holds this very value.
 *
 * @param before - Where it stood before: while a change is on its way to the panel, the value is found nowhere.
 * @returns Undefined where it can't be told: several overrides whose rules are blank.
 */
export function placeOf(value: unknown, { overrides }: FieldConfigSource, before?: FormPlace): FormPlace | undefined {
  const places = overrides.flatMap((override, place) =>
    hasRule(override) && Object.is(ruleOf(override), value) ? [place] : []
  );
  return before !== undefined && (places.length === 0 || places.some((place) => place === before))
    ? before
    : places.length === 1
      ? places[0]
      : undefined;
}

/** Where the rule of a metric is to be written: in the override that wins, else in the default. */
export function ownPlace(metric: FieldInFrame, panel: RuledPanel): 'default' | number {
  const place = rulesFor(metric, panel).at(-1)?.place;
  return typeof place === 'number' ? place : 'default';
}

/** The place of a row of the rule file. */
export function filePlace(metric: string): FilePlace {
  return `file:${metric}`;
}

/** The name or glob of a row of the rule file; undefined for every other place. */
export function rowAt(place: StatedRule['place'] | undefined): string | undefined {
  return typeof place === 'string' && place.startsWith('file:') ? place.slice('file:'.length) : undefined;
}

/**
 * The metrics that the rule at a place is for: an override's own ones, those that a row of the rule file names, or all that
 * have neither an override with a rule nor a row of a sheet or a file.
 */
export function metricsAt(place: FormPlace, metrics: readonly FieldMetric[], panel: RuledPanel): FieldMetric[] {
  const row = rowAt(place);
  if (row !== undefined) {
    const named = new Set(
      panel.protocol?.metrics.filter((one) => one.row?.kind === 'file' && one.row.metric === row).map(({ id }) => id)
    );
    // A row that is about to be written is for the metric of its name.
    return metrics.filter(({ id, name }) => (named.size > 0 ? named.has(id) : name.trim() === row));
  }
  const rowed = new Set(panel.protocol?.metrics.filter(({ row }) => row !== undefined).map(({ id }) => id));
  return metrics.filter((metric) =>
    place === 'default'
      ? ownPlace(metric, panel) === 'default' && !rowed.has(metric.id)
      : rulesFor(metric, panel).some((rule) => rule.place === place)
  );
}

/** A field config with one more override: a rule, still blank, for the metric of a name. */
export function withOwnRule(fieldConfig: FieldConfigSource, name: string): FieldConfigSource {
  const override = { matcher: { id: 'byName', options: name }, properties: [{ id: RULE_PROPERTY, value: {} }] };
  return { ...fieldConfig, overrides: [...fieldConfig.overrides, override] };
}

function hasRule({ properties }: ConfigOverrideRule): boolean {
  return properties.some(({ id }) => id === RULE_PROPERTY);
}

function ruleOf({ properties }: ConfigOverrideRule): unknown {
  return properties.find(({ id }) => id === RULE_PROPERTY)?.value;
}

function isFor({ matcher }: ConfigOverrideRule, metric: FieldInFrame, { series }: RuledPanel['data']): boolean {
  const { field, frame } = metric;
  try {
    return Boolean(fieldMatchers.getIfExists(matcher.id)?.get(matcher.options)(field, frame, series));
  } catch {
    // Saved matchers are somebody's text: one that throws is for no field.
    return false;
  }
}
