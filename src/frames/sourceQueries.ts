import type { DataQuery } from '@grafana/schema';

import { idOf } from './dashboardReader';

/** The data source that shows the data of other panels of its dashboard. */
export const DASHBOARD_SOURCE = '-- Dashboard --';

/** A query that asks for what another panel shows. */
export interface SourceQuery {
  refId: string;
  /** Undefined where it names no panel. */
  panelId?: number;
}

/** Whether a query goes to other panels of its dashboard. */
export function asksPanels({ datasource }: Pick<DataQuery, 'datasource'>): boolean {
  return datasource?.uid === DASHBOARD_SOURCE;
}

/** The queries of a request that ask for what other panels show, in their order. */
export function sourceQueriesOf(targets: readonly DataQuery[]): SourceQuery[] {
  return targets.filter(asksPanels).map((target) => ({
    refId: target.refId,
    panelId: 'panelId' in target ? idOf(target.panelId) : undefined,
  }));
}
