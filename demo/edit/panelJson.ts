import { SceneDataTransformer, SceneObject, SceneQueryRunner, VizPanel } from '@grafana/scenes';

/** A panel as it stands in the JSON of a dashboard. What the dashboard JSON leaves out is left out here. */
export function panelToJson(panel: VizPanel): Record<string, unknown> {
  const { title, description, displayMode, pluginId, pluginVersion, options, fieldConfig } = panel.state;
  const transformer = findData(panel, SceneDataTransformer);
  const runner = findData(panel, SceneQueryRunner);
  // The host's own kind of time range, for panels that differ from the dashboard's.
  const { timeFrom, timeShift } = (panel.state.$timeRange?.state ?? {}) as { timeFrom?: string; timeShift?: string };
  return {
    id: panel.getLegacyPanelId(),
    type: pluginId,
    title,
    description: description || undefined,
    transparent: displayMode === 'transparent' || undefined,
    gridPos: gridPosition(panel.parent),
    datasource: runner?.state.datasource,
    targets: runner?.state.queries,
    transformations: transformer?.state.transformations.length ? transformer.state.transformations : undefined,
    interval: runner?.state.minInterval,
    maxDataPoints: runner?.state.maxDataPoints,
    timeFrom,
    timeShift,
    fieldConfig,
    options,
    pluginVersion,
  };
}

/** The JSON text of a panel, as one would paste it into a dashboard. */
export function panelToJsonText(panel: VizPanel): string {
  return JSON.stringify(panelToJson(panel), null, 2);
}

/** The first data object of a kind on the way from the panel's data down to its query. */
function findData<T extends SceneObject>(panel: VizPanel, kind: new (...args: never[]) => T): T | undefined {
  let data: SceneObject | undefined = panel.state.$data;
  while (data && !(data instanceof kind)) {
    data = data.state.$data;
  }
  return data;
}

function gridPosition(parent: SceneObject | undefined): Record<string, number> | undefined {
  const { x, y, width, height } = (parent?.state ?? {}) as Partial<Record<string, unknown>>;
  const [left, top, w, h] = [x, y, width, height];
  return typeof left === 'number' && typeof top === 'number' && typeof w === 'number' && typeof h === 'number'
    ? { h, w, x: left, y: top }
    : undefined;
}
