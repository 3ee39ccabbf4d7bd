import type { Observable } from 'rxjs';
import { forkJoin, from, map, merge, mergeMap, of, catchError } from 'rxjs';
import type { DataQuery, DataQueryRequest, DataQueryResponse } from '@grafana/data';
import { DataSourceApi, LoadingState } from '@grafana/data';
import { getDataSourceSrv, toDataQueryError } from '@grafana/runtime';

export const MIXED_UID = '-- Mixed --';

/** The data source `-- Mixed --`: every query goes to its own data source, one failure leaves the others alone. */
export class MixedSource extends DataSourceApi {
  query(request: DataQueryRequest): Observable<DataQueryResponse> {
    const groups = groupBySource(request.targets);
    if (groups.length === 0) {
      return of({ data: [] });
    }
    return forkJoin(groups.map((targets) => getDataSourceSrv().get(targets[0].datasource, request.scopedVars))).pipe(
      mergeMap((sources) => merge(...sources.map((source, index) => queryGroup(source, groups[index], request, index))))
    );
  }

  testDatasource() {
    return Promise.resolve({ status: 'success', message: 'OK' });
  }
}

function queryGroup(
  source: DataSourceApi,
  targets: DataQuery[],
  request: DataQueryRequest,
  index: number
): Observable<DataQueryResponse> {
  const requestId = `mixed-${index}-${request.requestId}`;
  const response = source.query({ ...request, requestId, targets });
  return from(response).pipe(
    map((packet) => ({
      ...packet,
      state: packet.state ?? LoadingState.Done,
      key: `mixed-${index}-${packet.key ?? ''}`,
    })),
    catchError((error: unknown) =>
      of({ data: [], key: `mixed-${index}-`, state: LoadingState.Error, error: toDataQueryError(error as Error) })
    )
  );
}

function groupBySource(queries: DataQuery[]): DataQuery[][] {
  const groups = new Map<string, DataQuery[]>();
  for (const query of queries.filter(({ hide, datasource }) => !hide && datasource?.uid !== MIXED_UID)) {
    const key = query.datasource?.uid ?? query.datasource?.type ?? 'default';
    groups.set(key, [...(groups.get(key) ?? []), query]);
  }
  return [...groups.values()];
}
