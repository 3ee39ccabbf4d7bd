import { isEqual, uniqWith } from 'lodash';
import { useMemo, useState } from 'react';

import type { FieldMetric } from '../../frames/metrics';
import { findMetrics } from '../../frames/metrics';
import type { RuleField } from '../../rule/fields';
import type { EditedPanel } from '../editedPanel';
import { editedPanel } from '../editedPanel';
import type { FilePlace, FormPlace, StatedRule } from './formPlace';
import { filePlace, metricsAt, placeOf, rowAt, rulesFor } from './formPlace';
import type { Inherited } from './inherited';
import { inheritedFor, outrankingFor } from './inherited';
import { toRawRule } from '../rawRule';
import { useShelf } from '../shelf';
import { statedAt } from './versions';

/** Finds what other rules say in a field: what it takes over where it is left blank, or what comes before it. */
export type InheritedField = (field: RuleField) => Inherited | undefined;

/** What a form knows of the panel around it. */
export interface FormScope {
  /** Undefined where it can't be known: the panel is not shown, or the override is one of several blank ones. */
  panel?: EditedPanel;
  place?: FormPlace;
  /** All metrics of the panel, and those that this rule is for. */
  all: readonly FieldMetric[];
  metrics: readonly FieldMetric[];
  /** What is in force below this rule at a moment, epoch ms. */
  inheritedAt: (time: number) => InheritedField;
  /** What is in force above this rule at a moment (epoch ms), and comes first. */
  outrankedAt: (time: number) => InheritedField;
  /** The rules that stand below this one, each once, in other sources than it: what is agreed there it may overrule. */
  below: readonly StatedRule[];
}

/** Whose editor a form is in: the default's, that of some override, or that of a row of the rule file. */
export type FormOwner = 'default' | 'override' | FilePlace;

/** Finds out which rule of which panel a form writes, for which metrics, and what stands below it. */
export function useFormScope(value: unknown, owner: FormOwner): FormScope {
  const panel = useShelf(editedPanel);
  const place = usePlace(value, owner, panel);
  const series = panel?.data.series;
  const rowsKept = panel?.passage?.rowsKept === true;
  const all = useMemo(() => {
    const found = series ? findMetrics(series, { rowsKept }) : [];
    return typeof found === 'string' ? [] : found;
  }, [series, rowsKept]);
  return useMemo(() => {
    const metrics = panel && place !== undefined ? metricsAt(place, all, panel) : [];
    const below = metrics.map((metric) => ({ metric, rules: rulesBelow(metric, place, panel) }));
    return {
      panel,
      place,
      all,
      metrics,
      inheritedAt: (time) => {
        const inForce = below.map(({ metric, rules }) => ({ metric, rules: rulesAt(rules, time) }));
        return (field) => inheritedFor(field, inForce);
      },
      outrankedAt: (time) => {
        const inForce = metrics.map((metric) => rulesAt(rulesAbove(metric, place, panel), time));
        return (field) => outrankingFor(field, inForce);
      },
      below: uniqWith(
        // Several overrides are one source: what is agreed in one of them is compared where they are laid over each other.
        below.flatMap(({ rules }) => rules).filter((rule) => typeof rule.place !== 'number'),
        isEqual
      ),
    };
  }, [panel, place, all]);
}

/** Rules as they are stated at a moment, each by the version in force then. */
function rulesAt(rules: readonly StatedRule[], time: number): StatedRule[] {
  return rules.map(({ place, value }) => ({ place, value: statedAt(toRawRule(value), time) }));
}

function rulesAbove(metric: FieldMetric, place: FormPlace | undefined, panel: EditedPanel | undefined): StatedRule[] {
  if (!panel || place === undefined || place === 'default') {
    return [];
  }
  const [, ...overrides] = rulesFor(metric, panel);
  return overrides.slice(overrides.findIndex((rule) => rule.place === place) + 1);
}

function rulesBelow(metric: FieldMetric, place: FormPlace | undefined, panel: EditedPanel | undefined): StatedRule[] {
  if (!panel || place === 'default') {
    return [];
  }
  const [byDefault, ...overrides] = rulesFor(metric, panel);
  if (rowAt(place) !== undefined) {
    return [byDefault];
  }
  const sheet = panel.stated?.find((stated) => stated.id === metric.id)?.sources.sheet;
  const row = panel.protocol?.metrics.find(({ id }) => id === metric.id)?.row;
  const own = overrides.findIndex((rule) => rule.place === place);
  return [
    byDefault,
    { place: row?.kind === 'file' ? filePlace(row.metric) : 'sheet', value: sheet },
    ...overrides.slice(0, own),
  ];
}

function usePlace(value: unknown, owner: FormOwner, panel: EditedPanel | undefined): FormPlace | undefined {
  const [place, setPlace] = useState<FormPlace>();
  if (owner !== 'override') {
    return owner;
  }
  const found = panel && placeOf(value, panel.fieldConfig, place);
  if (found !== undefined && found !== place) {
    setPlace(found);
  }
  return found ?? place;
}
