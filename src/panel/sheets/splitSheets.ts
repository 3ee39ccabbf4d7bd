import type { DataFrame, DataQueryRequest } from '@grafana/data';

/** The tables that a panel may read beside its metrics. */
export type SheetName = 'ruleSheet' | 'directory' | 'responseSheet';

/** A panel's data, apart: its metrics, and the tables that it reads beside them. */
export interface SplitSeries extends Record<SheetName, readonly DataFrame[]> {
  metrics: DataFrame[];
}

/** The queries of a panel's tables, by refId. */
export type SheetQueries = Partial<Record<SheetName, string>>;

/** Takes the frames of a panel's tables out of its data. */
export function splitSeries(series: DataFrame[], queries: SheetQueries): SplitSeries {
  const of = (refId: string | undefined) =>
    refId === undefined ? [] : series.filter((frame) => frame?.refId === refId && Array.isArray(frame.fields));
  const isSheet = (frame: DataFrame | undefined) => isOfSheet(queries, frame?.refId);
  return {
    // The very list where there is nothing to take out, so that nothing is done anew.
    metrics: series.some(isSheet) ? series.filter((frame) => !isSheet(frame)) : series,
    ruleSheet: of(queries.ruleSheet),
    directory: of(queries.directory),
    responseSheet: of(queries.responseSheet),
  };
}

/** A panel's request without the queries of its sheets: they are not judged, and need not be asked once more. */
export function withoutSheets(request: DataQueryRequest, queries: SheetQueries): DataQueryRequest {
  const targets = request.targets.filter(({ refId }) => !isOfSheet(queries, refId));
  return targets.length === request.targets.length ? request : { ...request, targets };
}

function isOfSheet(queries: SheetQueries, refId: string | undefined): boolean {
  return refId !== undefined && Object.values(queries).includes(refId);
}
