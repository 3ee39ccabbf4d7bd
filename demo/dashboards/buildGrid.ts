import type { SceneGridItemLike } from '@grafana/scenes';
import { SceneGridItem, SceneGridRow } from '@grafana/scenes';
import { buildPanel } from './buildPanel';
import type { PanelModel } from './model';
import { RepeatedPanels } from './RepeatedPanels';

/** Panels on the grid; what follows a row belongs to it, as long as it is open. */
export function buildGrid(panels: PanelModel[]): SceneGridItemLike[] {
  const items: SceneGridItemLike[] = [];
  let openRow: SceneGridItemLike[] | undefined;
  for (const panel of panels) {
    if (panel.type === 'row') {
      const children = panel.panels.map(buildItem);
      openRow = panel.collapsed ? undefined : children;
      items.push(buildRow(panel, children));
    } else {
      (openRow ?? items).push(buildItem(panel));
    }
  }
  return items;
}

function buildRow({ id, title, collapsed, gridPos }: PanelModel, children: SceneGridItemLike[]): SceneGridRow {
  return new SceneGridRow({
    key: `row-${id}`,
    title,
    isCollapsed: collapsed,
    isCollapsible: true,
    y: gridPos.y,
    children,
  });
}

function buildItem(model: PanelModel): SceneGridItemLike {
  const { x, y, w, h } = model.gridPos;
  const panel = buildPanel(model);
  const repeats = model.repeat !== undefined;
  return new SceneGridItem({
    key: `grid-item-${model.id}`,
    x,
    y,
    width: repeats && model.repeatDirection === 'h' ? 24 : w,
    height: h,
    body:
      model.repeat === undefined
        ? panel
        : new RepeatedPanels({
            source: panel,
            variableName: model.repeat,
            direction: model.repeatDirection,
            maxPerRow: model.maxPerRow,
            itemHeight: h,
          }),
  });
}
