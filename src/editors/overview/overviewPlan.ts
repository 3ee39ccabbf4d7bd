import { LoadingState } from '@grafana/data';

import type { SourcePanels } from '../../frames/dashboardPanels';
import type { OverviewJson } from '../../frames/overviewJson';
import { overviewJson } from '../../frames/overviewJson';
import type { ScenePanel } from '../../frames/scenePanels';

/** How a panel can be made to show the others of its dashboard. */
export interface OverviewPlan {
  /** Those that it will show. */
  shown: readonly ScenePanel[];
  /** Of these, those that it does not show yet. */
  added: readonly ScenePanel[];
  /** Streams: for one among several queries Grafana waits for ever. */
  streams: readonly ScenePanel[];
  json: OverviewJson;
}

/**
 * Every panel that keeps rules, once, and what is shown already. A stream is left out where it would stand among others.
 *
 * @param panel - The panel that is to show them.
 */
export function overviewPlan(panel: ScenePanel, { asked, missing }: SourcePanels): OverviewPlan {
  const askedIds = new Set(asked.map(({ id }) => id));
  const others = missing.filter(
    ({ id }, index) => !askedIds.has(id) && missing.findIndex((one) => one.id === id) === index
  );
  const all = [...asked, ...others];
  const streams = all.length > 1 ? all.filter(isStreaming) : [];
  const shown = all.filter((one) => !streams.includes(one));
  return { shown, added: shown.filter(({ id }) => !askedIds.has(id)), streams, json: overviewJson(panel, shown) };
}

function isStreaming({ data }: ScenePanel): boolean {
  return data.at(-1)?.state === LoadingState.Streaming;
}
