import type { ScopedVars, TypedVariableModel } from '@grafana/data';
import type { TemplateSrv } from '@grafana/runtime';
import type { InterpolationFormatParameter, SceneObject } from '@grafana/scenes';
import { sceneGraph } from '@grafana/scenes';

/** Variables are the scene's: of the object that asks, else of the dashboard on the screen. */
export class TemplateService implements TemplateSrv {
  getVariables(): TypedVariableModel[] {
    return [];
  }

  replace(target?: string, scopedVars?: ScopedVars, format?: string | Function): string {
    const scene = sceneOf(scopedVars) ?? window.__grafanaSceneContext;
    if (!target || !scene) {
      return target ?? '';
    }
    return sceneGraph.interpolate(scene, target, scopedVars, format as InterpolationFormatParameter);
  }

  containsTemplate(target?: string): boolean {
    return /\$\w|\[\[|\$\{/.test(target ?? '');
  }

  updateTimeRange(): void {}
}

function sceneOf(scopedVars: ScopedVars | undefined): SceneObject | undefined {
  const wrapped: { valueOf(): unknown } | undefined = scopedVars?.__sceneObject?.value;
  return wrapped?.valueOf() as SceneObject | undefined;
}
