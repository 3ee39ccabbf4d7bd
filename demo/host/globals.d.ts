import type { BootData } from '@grafana/data';
import type { SceneObject } from '@grafana/scenes';

declare global {
  interface Window {
    /** Where Grafana's modules look for fonts and images. */
    __grafana_public_path__: string;
    grafanaBootData?: BootData;
    /** The dashboard on the screen, as scenes knows it. */
    __grafanaSceneContext?: SceneObject;
  }
}
