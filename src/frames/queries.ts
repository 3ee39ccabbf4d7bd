import { isRecord } from '../rule/isRecord';
import type { DashboardReader, Placed } from './dashboardReader';
import { referenceOf } from './dashboardReader';
import type { FoundQuery } from './foundPanel';
import { textOf } from './textOf';

/**
 * The queries of a panel, as the first schema and the scene have them.
 *
 * @param dataSource - The panel's own, for the queries that name none.
 */
export function readQueries(reader: DashboardReader, queries: Placed, dataSource: unknown): FoundQuery[] {
  return reader.records(queries, 'notAQuery').map(({ value }) => ({
    refId: textOf(value.refId) ?? '',
    isHidden: value.hide === true,
    dataSource: dataSourceOf(value.datasource) ?? dataSourceOf(dataSource) ?? {},
    model: value,
  }));
}

/** A reference to a data source, or in old dashboards its name; undefined where it names none. */
function dataSourceOf(stated: unknown): FoundQuery['dataSource'] | undefined {
  if (typeof stated === 'string' && stated !== '') {
    return { name: stated };
  }
  return isRecord(stated) ? referenceOf(stated.type, stated.uid) : undefined;
}
