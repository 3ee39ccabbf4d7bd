import { useMemo, useState } from 'react';

import type { FieldMetric } from '../../frames/metrics';
import { findMetrics } from '../../frames/metrics';
import type { RuleField } from '../../rule/fields';
import type { EditedPanel } from '../editedPanel';
import { editedPanel } from '../editedPanel';
import type { FormPlace, StatedRule } from './formPlace';
import { metricsAt, placeOf, rulesFor } from './formPlace';
import type { Inherited } from './inherited';
import { inheritedFor } from './inherited';
import { useShelf } from '../shelf';

/** What a form knows of the panel around it. */
export interface FormScope {
  /** Undefined where it can't be known: the panel is not shown, or the override is one of several blank ones. */
  panel?: EditedPanel;
  place?: FormPlace;
  /** All metrics of the panel, and those that this rule is for. */
  all: readonly FieldMetric[];
  metrics: readonly FieldMetric[];
  inherited: (field: RuleField) => Inherited | undefined;
}

/** Finds out which rule of which panel a form writes, for which metrics, and what stands below it. */
export function useFormScope(value: unknown, isOverride: boolean): FormScope {
  const panel = useShelf(editedPanel);
  const place = usePlace(value, isOverride, panel);
  const series = panel?.data.series;
  const rowsKept = panel?.passage?.rowsKept === true;
  const all = useMemo(() => {
    const found = series ? findMetrics(series, { rowsKept }) : [];
    return typeof found === 'string' ? [] : found;
  }, [series, rowsKept]);
  return useMemo(() => {
    const metrics = panel && place !== undefined ? metricsAt(place, all, panel) : [];
    const below = metrics.map((metric) => ({ metric, rules: rulesBelow(metric, place, panel) }));
    return { panel, place, all, metrics, inherited: (field) => inheritedFor(field, below) };
  }, [panel, place, all]);
}

function rulesBelow(metric: FieldMetric, place: FormPlace | undefined, panel: EditedPanel | undefined): StatedRule[] {
  if (!panel || place === 'default') {
    return [];
  }
  const [byDefault, ...overrides] = rulesFor(metric, panel);
  const sheet = panel.stated?.find((stated) => stated.id === metric.id)?.sources.sheet;
  const own = overrides.findIndex((rule) => rule.place === place);
  return [byDefault, { place: 'sheet', value: sheet }, ...overrides.slice(0, own)];
}

function usePlace(value: unknown, isOverride: boolean, panel: EditedPanel | undefined): FormPlace | undefined {
  const [place, setPlace] = useState<FormPlace>();
  if (!isOverride) {
    return 'default';
  }
  const found = panel && placeOf(value, panel.fieldConfig, place);
  if (found !== undefined && found !== place) {
    setPlace(found);
  }
  return found ?? place;
}
