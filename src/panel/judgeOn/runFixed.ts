import type { DataFrame, DataQueryError, DataQueryRequest, DataTransformerConfig, PanelData } from '@grafana/data';
import { LoadingState, transformDataFrame } from '@grafana/data';
import { getDataSourceSrv, getRunRequest, toDataQueryError } from '@grafana/runtime';
import type { DataSourceRef } from '@grafana/schema';
import { cloneDeepWith } from 'lodash';
import type { Observable } from 'rxjs';
import { catchError, from, map, mergeMap, of, takeLast, takeWhile } from 'rxjs';

import { isStream } from '../stream';
import { readTransformations } from './transformations';

/** Where queries of several data sources go; expressions go wherever the others do. */
const MIXED: DataSourceRef = { type: 'mixed', uid: '-- Mixed --' };
const EXPRESSION = '__expr__';

/**
 * Runs a request as the dashboard would, with the transformations of its panel.
 *
 * @returns the whole answer, once; what fails is an answer with the error in it, never an error of the stream
 */
export function runFixed(request: DataQueryRequest, replaceVariables: (text: string) => string): Observable<PanelData> {
  return from(getDataSourceSrv().get(sourceOf(request), request.scopedVars)).pipe(
    mergeMap((source) => getRunRequest()(source, request)),
    // A stream has no end to wait for.
    takeWhile((data) => !isStream(data), true),
    takeLast(1),
    mergeMap((data) => transformed(data, readTransformations(request) ?? [], replaceVariables)),
    catchError((error: unknown) => of(failed(request, error)))
  );
}

function sourceOf({ targets }: DataQueryRequest): DataSourceRef | undefined {
  const sources = targets
    .map(({ datasource }) => datasource)
    .filter((source) => source !== undefined && source !== null);
  const [first = sources[0], ...others] = sources.filter(({ uid }) => uid !== EXPRESSION);
  return others.some(({ uid }) => uid !== first.uid) ? MIXED : first;
}

function transformed(
  data: PanelData,
  transformations: readonly DataTransformerConfig[],
  replaceVariables: (text: string) => string
): Observable<PanelData> {
  const replaced = transformations.map((each): DataTransformerConfig =>
    cloneDeepWith(each, (value: unknown) => (typeof value === 'string' ? replaceVariables(value) : undefined))
  );
  return transformDataFrame(replaced, data.series).pipe(map((series: DataFrame[]) => ({ ...data, series })));
}

function failed(request: DataQueryRequest, error: unknown): PanelData {
  return {
    state: LoadingState.Error,
    series: [],
    // It makes a message of whatever was thrown.
    errors: [toDataQueryError(error as DataQueryError)],
    request,
    timeRange: request.range,
  };
}
