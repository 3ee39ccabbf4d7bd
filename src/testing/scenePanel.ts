import { PROTOCOL_PANEL } from '../frames/foundPanel';
import type { ScenePanel } from '../frames/scenePanels';

/** A Protocol panel of a scene that states nothing. */
export function scenePanel(id: number, given: Partial<ScenePanel> = {}): ScenePanel {
  return {
    key: `panel-${id}`,
    id,
    title: `Panel ${id}`,
    type: PROTOCOL_PANEL,
    repeat: {},
    repeatedBy: [],
    isAsking: false,
    data: [],
    queries: [],
    transformations: [],
    defaults: {},
    overrides: [],
    sheets: {},
    judged: {},
    saved: {},
    ...given,
  };
}
