import type { SceneObject } from '@grafana/scenes';
import {
  dataLayers,
  behaviors,
  SceneDataLayerSet,
  SceneGridLayout,
  SceneRefreshPicker,
  SceneTimePicker,
  SceneTimeRange,
  VariableValueSelectors,
} from '@grafana/scenes';
import { buildGrid } from './buildGrid';
import { buildVariables } from './buildVariables';
import { AnnotationSwitches } from './AnnotationSwitches';
import { DashboardLinks } from './DashboardLinks';
import { DashboardScene } from './DashboardScene';
import type { AnnotationModel, DashboardModel } from './model';

const DEFAULT_INTERVALS = ['5s', '10s', '30s', '1m', '5m', '15m', '30m', '1h', '2h', '1d'];

/** The scene of a saved dashboard. */
export function buildScene(model: DashboardModel): DashboardScene {
  return new DashboardScene({
    key: `dashboard-${model.uid}`,
    title: model.title,
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
    timeControls: buildTimeControls(model),
    body: new SceneGridLayout({
      isDraggable: false,
      isResizable: false,
      isLazy: true,
      children: buildGrid(model.panels),
    }),
  });
}

function buildControls(model: DashboardModel): SceneObject[] {
  return [
    new VariableValueSelectors({}),
    ...(model.annotations.some(({ hide }) => !hide) ? [new AnnotationSwitches({})] : []),
    ...(model.links.length > 0 ? [new DashboardLinks({ links: model.links })] : []),
  ];
}

function buildTimeControls({ hideTimePicker, refresh, refreshIntervals = DEFAULT_INTERVALS }: DashboardModel) {
  return hideTimePicker
    ? []
    : [new SceneTimePicker({}), new SceneRefreshPicker({ refresh, intervals: refreshIntervals })];
}

function buildAnnotationLayer({
  name,
  enable,
  hide,
  iconColor,
  query,
}: AnnotationModel): dataLayers.AnnotationsDataLayer {
  return new dataLayers.AnnotationsDataLayer({
    key: `annotations-${name}`,
    name,
    isEnabled: enable,
    isHidden: hide,
    query: { ...query, name, enable, hide, iconColor } as dataLayers.AnnotationsDataLayer['state']['query'],
  });
}
