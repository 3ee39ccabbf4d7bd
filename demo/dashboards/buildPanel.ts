import { CoreApp } from '@grafana/data';
import type { SceneDataProvider } from '@grafana/scenes';
import { SceneDataTransformer, SceneQueryRunner, VizPanel, VizPanelMenu } from '@grafana/scenes';
import type { PanelContext } from '@grafana/ui';
import type { PanelModel } from './model';
import { addMenuItems } from './panelMenu';
import { PanelTimeRange } from './PanelTimeRange';

/** The scene object of a saved panel, with its queries and transformations. */
export function buildPanel(model: PanelModel): VizPanel {
  const { id, type, title, description, transparent, timeFrom, timeShift, hideTimeOverride } = model;
  return new VizPanel({
    key: `panel-${id}`,
    pluginId: type,
    title,
    description,
    pluginVersion: model.pluginVersion,
    displayMode: transparent ? 'transparent' : 'default',
    hoverHeader: title === '',
    hoverHeaderOffset: 0,
    options: model.options,
    fieldConfig: model.fieldConfig,
    $timeRange: timeFrom || timeShift ? new PanelTimeRange({ timeFrom, timeShift, hideTimeOverride }) : undefined,
    $data: buildData(model),
    menu: new VizPanelMenu({ $behaviors: [addMenuItems] }),
    extendPanelContext: (_, context: PanelContext) => {
      context.app = CoreApp.Dashboard;
    },
  });
}

function buildData(model: PanelModel): SceneDataProvider | undefined {
  const { id, targets, datasource, maxDataPoints, interval, transformations } = model;
  if (targets.length === 0) {
    return undefined;
  }
  const runner = new SceneQueryRunner({
    queries: targets.map((target) => ({ ...target, datasource: target.datasource ?? datasource ?? null })),
    datasource,
    maxDataPoints,
    maxDataPointsFromWidth: true,
    minInterval: interval,
    dataLayerFilter: { panelId: id },
  });
  return new SceneDataTransformer({ $data: runner, transformations });
}
