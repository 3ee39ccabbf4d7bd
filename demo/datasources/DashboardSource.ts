import type { MonoTypeOperatorFunction } from 'rxjs';
import { debounce, debounceTime, first, map, Observable, of, timer } from 'rxjs';
import type { DataFrame, DataQuery, DataQueryRequest, DataQueryResponse } from '@grafana/data';
import { DataSourceApi, LoadingState } from '@grafana/data';
import type { SceneDataProvider, SceneDataProviderResult, SceneObject } from '@grafana/scenes';
import { sceneGraph, SceneDataTransformer, VizPanel } from '@grafana/scenes';
import { MIXED_REQUEST } from './mixedRequest';

export const DASHBOARD_UID = '-- Dashboard --';

interface DashboardQuery extends DataQuery {
  panelId?: number;
  withTransforms?: boolean;
}

/**
 * The data source `-- Dashboard --`, as Grafana's: another panel's data, with its transformations or without, which is asked
 * for where that panel is not on the screen. Frames keep the names of the other panel's queries and its very arrays. A
 * query among others (`-- Mixed --`) gets one answer and no more.
 */
export class DashboardSource extends DataSourceApi<DashboardQuery> {
  query(request: DataQueryRequest<DashboardQuery>): Observable<DataQueryResponse> {
    const [query] = request.targets;
    const scene = sceneOf(request);
    if (!query?.panelId || !scene) {
      return of({ data: [] });
    }
    const panel = findPanel(scene, query.panelId);
    if (!panel) {
      return of({ data: [], error: { message: 'Could not find source panel' } });
    }
    const provider = providerOf(panel, query.withTransforms === true);
    if (!provider) {
      return of({ data: [] });
    }
    const answers = activeResults(provider).pipe(
      debounceTime(SETTLES_MS),
      map(({ data }): DataQueryResponse => ({
        data: data.series.map((frame) => ({ ...frame, fields: copyFields(frame) })),
        state: data.state,
        errors: data.errors,
        error: data.errors?.[0],
        key: 'source-ds-provider',
      }))
    );
    return request.requestId.startsWith(MIXED_REQUEST) ? answers.pipe(firstWhole()) : answers;
  }

  testDatasource() {
    return Promise.resolve({ status: 'success', message: 'OK' });
  }
}

const SETTLES_MS = 50;

/** How long Grafana waits for a refresh to begin, so that the answer of the former one is not taken for its. */
const REFRESH_BEGINS_MS = 400;

/** The first whole answer: an answer that is there at once is the former one, if a refresh begins soon. */
function firstWhole(): MonoTypeOperatorFunction<DataQueryResponse> {
  return (answers) =>
    answers.pipe(
      debounce((answer) => timer(isWhole(answer) ? REFRESH_BEGINS_MS : 0)),
      first(isWhole)
    );
}

function isWhole({ state }: DataQueryResponse): boolean {
  return state === LoadingState.Done || state === LoadingState.Error;
}

/** The results of another panel's data, which is kept active while somebody listens, with what it stands in. */
function activeResults(provider: SceneDataProvider): Observable<SceneDataProviderResult> {
  return new Observable((subscriber) => {
    if (!provider.isActive) {
      provider.setContainerWidth?.(UNSEEN_WIDTH);
    }
    // Else a panel below the fold asks for nothing until somebody scrolls to it.
    provider.bypassIsInViewChanged?.(true);
    const deactivate = activateWithParents(provider);
    const subscription = provider.getResultsStream().subscribe(subscriber);
    return () => {
      subscription.unsubscribe();
      deactivate();
    };
  });
}

/** The width for which a panel that is not on the screen asks, px. */
const UNSEEN_WIDTH = 500;

function activateWithParents(object: SceneObject): () => void {
  if (object.isActive) {
    return () => undefined;
  }
  const deactivateParents = object.parent ? activateWithParents(object.parent) : () => undefined;
  const deactivate = object.activate();
  return () => {
    deactivateParents();
    deactivate();
  };
}

function copyFields(frame: DataFrame) {
  return frame.fields.map((field) => ({ ...field, config: { ...field.config }, state: { ...field.state } }));
}

function sceneOf(request: DataQueryRequest): SceneObject | undefined {
  const wrapped: { valueOf(): unknown } | undefined = request.scopedVars.__sceneObject?.value;
  return wrapped?.valueOf() as SceneObject | undefined;
}

/** Of repeats, the first: it has the key of the panel. */
function findPanel(scene: SceneObject, panelId: number): VizPanel | undefined {
  const found = sceneGraph.findObject(scene.getRoot(), ({ state }) => state.key === `panel-${panelId}`);
  return found instanceof VizPanel ? found : undefined;
}

function providerOf({ state: { $data } }: VizPanel, withTransforms: boolean): SceneDataProvider | undefined {
  const inner = $data instanceof SceneDataTransformer && !withTransforms ? $data.state.$data : $data;
  return inner as SceneDataProvider | undefined;
}
