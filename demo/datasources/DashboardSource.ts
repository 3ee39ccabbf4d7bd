import { map, Observable, of, throwError } from 'rxjs';
import type { DataFrame, DataQuery, DataQueryRequest, DataQueryResponse } from '@grafana/data';
import { DataSourceApi } from '@grafana/data';
import type { SceneDataProvider, SceneDataProviderResult, SceneObject } from '@grafana/scenes';
import { sceneGraph, SceneDataTransformer, VizPanel } from '@grafana/scenes';

export const DASHBOARD_UID = '-- Dashboard --';

interface DashboardQuery extends DataQuery {
  panelId?: number;
  withTransforms?: boolean;
}

/** The data source `-- Dashboard --`: another panel's data, with its transformations or without. */
export class DashboardSource extends DataSourceApi<DashboardQuery> {
  query(request: DataQueryRequest<DashboardQuery>): Observable<DataQueryResponse> {
    const [query] = request.targets;
    const scene = sceneOf(request);
    if (!query?.panelId || !scene) {
      return of({ data: [] });
    }
    const provider = findProvider(scene, query.panelId, query.withTransforms === true);
    if (!provider) {
      return throwError(() => new Error(`Unable to find source panel ${query.panelId}`));
    }
    return activeResults(provider).pipe(
      map(({ data }) => ({
        data: data.series.map((frame) => ({ ...frame, refId: query.refId, fields: copyFields(frame) })),
        state: data.state,
        errors: data.errors,
        error: data.errors?.[0],
        key: `source-panel-${query.panelId}`,
      }))
    );
  }

  testDatasource() {
    return Promise.resolve({ status: 'success', message: 'OK' });
  }
}

/** The results of another panel's data, which is kept active while somebody listens. */
function activeResults(provider: SceneDataProvider): Observable<SceneDataProviderResult> {
  return new Observable((subscriber) => {
    const deactivate = provider.activate();
    const subscription = provider.getResultsStream().subscribe(subscriber);
    return () => {
      subscription.unsubscribe();
      deactivate();
    };
  });
}

function copyFields(frame: DataFrame) {
  return frame.fields.map((field) => ({ ...field, config: { ...field.config }, state: { ...field.state } }));
}

function sceneOf(request: DataQueryRequest): SceneObject | undefined {
  const wrapped: { valueOf(): unknown } | undefined = request.scopedVars.__sceneObject?.value;
  return wrapped?.valueOf() as SceneObject | undefined;
}

function findProvider(scene: SceneObject, panelId: number, withTransforms: boolean): SceneDataProvider | undefined {
  const panel = sceneGraph.findObject(
    scene.getRoot(),
    (object) => object instanceof VizPanel && object.getLegacyPanelId() === panelId
  );
  const data = panel?.state.$data;
  const inner = data instanceof SceneDataTransformer && !withTransforms ? data.state.$data : data;
  return inner as SceneDataProvider | undefined;
}
