import type { PanelMenuItem } from '@grafana/data';
import { locationUtil } from '@grafana/data';
import { config, locationService } from '@grafana/runtime';
import type { VizPanelMenu } from '@grafana/scenes';
import { VizPanel } from '@grafana/scenes';

/** Fills a panel's menu when it opens: "View" and, for who may edit, "Edit". */
export function addMenuItems(menu: VizPanelMenu): void {
  const panel = menu.parent;
  if (!(panel instanceof VizPanel)) {
    return;
  }
  const id = panel.getLegacyPanelId();
  const href = (param: 'viewPanel' | 'editPanel') =>
    locationUtil.getUrlForPartial(locationService.getLocation(), { viewPanel: null, editPanel: null, [param]: id });
  const view: PanelMenuItem = { text: 'View', iconClassName: 'eye', href: href('viewPanel') };
  const edit: PanelMenuItem = { text: 'Edit', iconClassName: 'edit', href: href('editPanel') };
  menu.setState({ items: config.bootData.user.permissions?.['dashboards:write'] ? [view, edit] : [view] });
}
