import type { Observable } from 'rxjs';
import { catchError, forkJoin, from, map, mergeMap, of, toArray } from 'rxjs';
import type { DataQuery, DataQueryRequest, DataQueryResponse } from '@grafana/data';
import { DataSourceApi, LoadingState } from '@grafana/data';
import { getDataSourceSrv, toDataQueryError } from '@grafana/runtime';

import { DASHBOARD_UID } from './DashboardSource';
import { MIXED_REQUEST } from './mixedRequest';

export const MIXED_UID = '-- Mixed --';

/**
 * The data source `-- Mixed --`, as Grafana's: every query goes to its own data source, each for another panel's data by
 * itself, and nothing is there before all have answered. One failure leaves the others alone.
 */
export class MixedSource extends DataSourceApi {
  query(request: DataQueryRequest): Observable<DataQueryResponse> {
    const groups = groupBySource(request.targets);
    if (groups.length === 0) {
      return of({ data: [] });
    }
    return forkJoin(groups.map((targets) => getDataSourceSrv().get(targets[0].datasource, request.scopedVars))).pipe(
      mergeMap((sources) =>
        forkJoin(sources.map((source, index) => queryGroup(source, groups[index], request, index)))
      ),
      mergeMap((answers) => from(whole(answers.flat())))
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
): Observable<DataQueryResponse[]> {
  const requestId = `${MIXED_REQUEST}${index}-${request.requestId}`;
  const response = source.query({ ...request, requestId, targets });
  return from(response).pipe(
    map((packet) => ({
      ...packet,
      state: LoadingState.Loading,
      key: `${MIXED_REQUEST}${index}-${packet.key ?? ''}`,
    })),
    toArray(),
    catchError((error: unknown) =>
      of([{ data: [], key: requestId, state: LoadingState.Error, error: toDataQueryError(error as Error) }])
    )
  );
}

/** The last of the answers says that they are whole; a failure is said once more at their end. */
function whole(answers: DataQueryResponse[]): DataQueryResponse[] {
  const failure = answers.find(({ state }) => state === LoadingState.Error);
  if (failure) {
    return [...answers, failure];
  }
  return answers.map((answer, index) =>
    index === answers.length - 1 ? { ...answer, state: LoadingState.Done } : answer
  );
}

function groupBySource(queries: DataQuery[]): DataQuery[][] {
  const groups = new Map<string, DataQuery[]>();
  for (const query of queries.filter(({ hide, datasource }) => !hide && datasource?.uid !== MIXED_UID)) {
    const source = query.datasource?.uid ?? query.datasource?.type ?? 'default';
    const key = source === DASHBOARD_UID ? `${source} ${query.refId}` : source;
    groups.set(key, [...(groups.get(key) ?? []), query]);
  }
  return [...groups.values()];
}
