import type { DataQuery } from '@grafana/schema';

/** The data source that shows the data of other panels of its dashboard. */
export const DASHBOARD_SOURCE = '-- Dashboard --';

/** Whether a query goes to other panels of its dashboard. */
export function asksPanels({ datasource }: Pick<DataQuery, 'datasource'>): boolean {
  return datasource?.uid === DASHBOARD_SOURCE;
}
