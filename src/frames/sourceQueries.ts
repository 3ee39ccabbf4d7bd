import type { DataQuery } from '@grafana/schema';

import { asksPanels } from './dashboardSource';
import { idOf } from './dashboardReader';

/** A query that asks for what another panel shows. */
export interface SourceQuery {
  refId: string;
  /** Undefined where it names no panel. */
  panelId?: number;
}

/** The queries of a request that ask for what other panels show, in their order. */
export function sourceQueriesOf(targets: readonly DataQuery[]): SourceQuery[] {
  return targets.filter(asksPanels).map((target) => ({
    refId: target.refId,
    panelId: 'panelId' in target ? idOf(target.panelId) : undefined,
  }));
}
