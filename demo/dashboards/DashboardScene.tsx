import type { ReactNode } from 'react';
import type { DataQueryRequest } from '@grafana/data';
import { CoreApp } from '@grafana/data';
import type { SceneComponentProps, SceneObject } from '@grafana/scenes';
import { SceneObjectBase, VizPanel } from '@grafana/scenes';
import type { ShownDashboard } from '../page/DashboardView';
import { DashboardView } from '../page/DashboardView';
import type { DashboardModel } from './model';

interface DashboardSceneState extends ShownDashboard {
  /** Where a panel reads the name of its dashboard, as in Grafana's own scene. */
  title: string;
  model: DashboardModel;
}

/** A dashboard on the screen: the root of its scene. */
export class DashboardScene extends SceneObjectBase<DashboardSceneState> {
  static Component = ({ model }: SceneComponentProps<DashboardScene>): ReactNode => <DashboardView scene={model} />;

  constructor(state: DashboardSceneState) {
    super(state);
    this.addActivationHandler(() => {
      window.__grafanaSceneContext = this;
      return () => {
        if (window.__grafanaSceneContext === this) {
          window.__grafanaSceneContext = undefined;
        }
      };
    });
  }

  /** Puts the origin of a query on its request, as Grafana's dashboard does. */
  enrichDataRequest(source: SceneObject): Partial<DataQueryRequest> {
    const panel = closestPanel(source);
    const { model, title } = this.state;
    return {
      app: CoreApp.Dashboard,
      dashboardUID: model.uid,
      dashboardTitle: title,
      panelId: panel?.getLegacyPanelId(),
      panelName: panel?.state.title,
      panelPluginId: panel?.state.pluginId,
    };
  }
}

function closestPanel(object: SceneObject): VizPanel | undefined {
  let current: SceneObject | undefined = object;
  while (current && !(current instanceof VizPanel)) {
    current = current.parent;
  }
  return current instanceof VizPanel ? current : undefined;
}
