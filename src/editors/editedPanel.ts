import type { PanelProps } from '@grafana/data';

import type { Cadence, Samples, Span } from '../evaluation/evaluation';
import type { Passage } from '../frames/cadence';
import type { Protocol } from '../protocol/protocol';
import type { StatedMetric } from '../protocol/ruleMetrics';
import { createShelf } from './shelf';

/**
 * What the form needs to know of the panel that is edited. Grafana gives the editor of a field option no more than that
 * option's own value and the data as the queries returned it: no other override, no default rule, no display names.
 */
export type EditedPanel = Pick<PanelProps, 'data' | 'fieldConfig' | 'onFieldConfigChange' | 'timeZone'> & {
  /** What the panel tells of its data by the rules as they are now; undefined where it has no metric. */
  protocol?: Protocol;
  /** What the rules of its metrics are merged from, as it is stored. */
  stated?: readonly StatedMetric[];
  /** Where the panel judges a fixed look-back: the samples of each metric in it, by the metric's id. */
  lookBack?: LookBack;
  /** What happened to the data between the queries and the panel. */
  passage?: Passage;
};

/** What is judged, where that is not what is in view. */
export interface LookBack {
  span: Span;
  samples: ReadonlyMap<string, { samples: Samples } & Cadence>;
}

/** The panel in the editor; empty where the editor shows its data as a table, so that it is not there. */
export const editedPanel = createShelf<EditedPanel>();

const shown = new Map<symbol, EditedPanel>();

/** Tells the form of the panel as it is now. `who` names the one that tells: previews come and go beside it. */
export function publishPanel(who: symbol, panel: EditedPanel): void {
  shown.set(who, panel);
  putFirst();
}

/** The panel of `who` is gone. */
export function retractPanel(who: symbol): void {
  shown.delete(who);
  putFirst();
}

/** The edited panel was there before any preview of another visualization. */
function putFirst(): void {
  editedPanel.put([...shown.values()][0]);
}
