import type { Observable } from 'rxjs';
import { from, map, of } from 'rxjs';
import type { AnnotationQuery, DataQuery, DataQueryRequest, DataQueryResponse } from '@grafana/data';
import { arrayToDataFrame, DataSourceApi, DataTopic } from '@grafana/data';
import { getBackendSrv, getTemplateSrv } from '@grafana/runtime';

interface GrafanaQuery extends DataQuery {
  queryType?: string;
  /** "dashboard" for the dashboard's own annotations, "tags" for those with the tags. */
  type?: string;
  tags?: string[];
  matchAny?: boolean;
  limit?: number;
}

/** The data source `-- Grafana --`, for one purpose: the annotations that are kept in the host's store. */
export class GrafanaSource extends DataSourceApi<GrafanaQuery> {
  annotations = {
    prepareAnnotation: (annotation: AnnotationQuery<GrafanaQuery>): AnnotationQuery<GrafanaQuery> => ({
      ...annotation,
      target: annotation.target ?? ({ refId: 'Anno', type: 'dashboard', limit: 100 } as GrafanaQuery),
    }),
    prepareQuery: (annotation: AnnotationQuery<GrafanaQuery>): GrafanaQuery => ({
      ...annotation.target,
      refId: 'Anno',
      type: annotation.builtIn ? 'dashboard' : (annotation.target?.type ?? 'dashboard'),
    }),
  };

  query(request: DataQueryRequest<GrafanaQuery>): Observable<DataQueryResponse> {
    const [query] = request.targets;
    if (!query) {
      return of({ data: [] });
    }
    const params: Record<string, unknown> = {
      from: request.range.from.valueOf(),
      to: request.range.to.valueOf(),
      limit: query.limit ?? 100,
      matchAny: query.matchAny ?? false,
    };
    if (query.type === 'tags') {
      params.tags = (query.tags ?? []).map((tag) => getTemplateSrv().replace(tag, request.scopedVars));
      if (query.tags?.length === 0) {
        return of({ data: [] });
      }
    } else {
      if (!request.dashboardUID) {
        return of({ data: [] });
      }
      params.dashboardUID = request.dashboardUID;
    }
    return from(getBackendSrv().get<object[]>('/api/annotations', params, request.requestId)).pipe(
      map((items) => ({
        data: [{ ...arrayToDataFrame(items), meta: { dataTopic: DataTopic.Annotations } }],
      }))
    );
  }

  testDatasource() {
    return Promise.resolve({ status: 'success', message: 'OK' });
  }
}
