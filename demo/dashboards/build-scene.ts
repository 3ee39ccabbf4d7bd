import {
  AnnotationsDataLayer,
  behaviors,
  SceneControlsSpacer,
  SceneDataLayerControls,
  SceneDataLayerSet,
  SceneGridLayout,
  SceneRefreshPicker,
  SceneTimePicker,
  SceneTimeRange,
  VariableValueSelectors,
  type SceneObject,
} from '@grafana/scenes';
import { buildGrid } from './build-grid';
import { buildVariables } from './build-variables';
import { DashboardScene } from './DashboardScene';
import type { AnnotationModel, DashboardModel } from './model';

const DEFAULT_INTERVALS = ['5s', '10s', '30s', '1m', '5m', '15m', '30m', '1h', '2h', '1d'];

/** The scene of a saved dashboard. */
export function buildScene(model: DashboardModel): DashboardScene {
  return new DashboardScene({
    key: `dashboard-${model.uid}`,
    model,
    $timeRange: new SceneTimeRange({
      from: model.time.from,
      to: model.time.to,
      timeZone: model.timezone === 'browser' ? undefined : model.timezone,
      fiscalYearStartMonth: model.fiscalYearStartMonth,
    }),
    $variables: buildVariables(model.variables),
    $data: new SceneDataLayerSet({ layers: model.annotations.map(buildAnnotationLayer) }),
    $behaviors: [new behaviors.CursorSync({ key: 'cursor-sync', sync: model.cursorSync })],
    controls: buildControls(model),
    body: new SceneGridLayout({
      isDraggable: false,
      isResizable: false,
      isLazy: true,
      children: buildGrid(model.panels),
    }),
  });
}

function buildControls(model: DashboardModel): SceneObject[] {
  const selectors = [new VariableValueSelectors({}), new SceneDataLayerControls(), new SceneControlsSpacer()];
  if (model.hideTimePicker) {
    return selectors;
  }
  return [
    ...selectors,
    new SceneTimePicker({}),
    new SceneRefreshPicker({ refresh: model.refresh, intervals: model.refreshIntervals ?? DEFAULT_INTERVALS }),
  ];
}

function buildAnnotationLayer({ name, enable, hide, iconColor, query }: AnnotationModel): AnnotationsDataLayer {
  return new AnnotationsDataLayer({
    key: `annotations-${name}`,
    name,
    isEnabled: enable,
    isHidden: hide,
    query: { ...query, name, enable, hide, iconColor } as AnnotationsDataLayer['state']['query'],
  });
}
