import type { DataFrame, DataQueryRequest } from '@grafana/data';

/** A panel's data, apart: its metrics, and the tables that it reads beside them. */
export interface SplitSeries {
  metrics: DataFrame[];
  ruleSheet: readonly DataFrame[];
  directory: readonly DataFrame[];
}

/** The queries of the rule sheet and the directory, by refId. */
export interface SheetQueries {
  ruleSheet?: string;
  directory?: string;
}

/** Takes the frames of the rule sheet and of the directory out of a panel's data. */
export function splitSeries(series: DataFrame[], { ruleSheet, directory }: SheetQueries): SplitSeries {
  const of = (refId: string | undefined) =>
    refId === undefined ? [] : series.filter((frame) => frame?.refId === refId && Array.isArray(frame.fields));
  const isSheet = (refId: string | undefined) => refId !== undefined && (refId === ruleSheet || refId === directory);
  return {
    // The very list where there is nothing to take out, so that nothing is done anew.
    metrics: series.some((frame) => isSheet(frame?.refId)) ? series.filter((frame) => !isSheet(frame?.refId)) : series,
    ruleSheet: of(ruleSheet),
    directory: of(directory),
  };
}

/** A panel's request without the queries of its sheets: they are not judged, and need not be asked once more. */
export function withoutSheets(request: DataQueryRequest, { ruleSheet, directory }: SheetQueries): DataQueryRequest {
  const targets = request.targets.filter(({ refId }) => refId !== ruleSheet && refId !== directory);
  return targets.length === request.targets.length ? request : { ...request, targets };
}
