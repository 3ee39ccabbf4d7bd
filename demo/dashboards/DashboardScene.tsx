import type { ReactNode } from 'react';
import type { DataQueryRequest } from '@grafana/data';
import { CoreApp } from '@grafana/data';
import type { SceneComponentProps, SceneObject, SceneObjectState } from '@grafana/scenes';
import { sceneGraph, SceneObjectBase, VizPanel } from '@grafana/scenes';
import { DashboardView } from '../page/DashboardView';
import type { DashboardModel } from './model';

interface DashboardSceneState extends SceneObjectState {
  model: DashboardModel;
  body: SceneObject;
  /** Variables, annotation switches and links. */
  controls: SceneObject[];
  timeControls: SceneObject[];
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

  /** The panel with this id; of a repeated one the first. */
  findPanel(id: number): VizPanel | undefined {
    const found = sceneGraph.findObject(
      this,
      (object) => object instanceof VizPanel && object.getLegacyPanelId() === id
    );
    return found instanceof VizPanel ? found : undefined;
  }

  /** All panels, for what concerns every one of them. */
  panels(): VizPanel[] {
    return sceneGraph.findAllObjects(this, (object) => object instanceof VizPanel).filter((o) => o instanceof VizPanel);
  }

  /** Puts the origin of a query on its request, as Grafana's dashboard does. */
  enrichDataRequest(source: SceneObject): Partial<DataQueryRequest> {
    const panel = closestPanel(source);
    const { uid, title } = this.state.model;
    return {
      app: CoreApp.Dashboard,
      dashboardUID: uid,
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
