import type { DataQueryRequest } from '@grafana/data';

import type { PanelAddress } from '../protocol/identity';
import type { SceneObject } from './sceneObject';
import { askingObject, lineage, sceneObjectsIn } from './sceneObject';

/**
 * Where the metrics of a panel are shown, for their identities. The request's own `panelId` is no help: in a repeat it is
 * made of the place, and changes with the order of the values.
 *
 * @param panelId - The id that the panel is given in its props: in a repeat that of its template.
 */
export function readPanelAddress(request: DataQueryRequest, panelId: number): PanelAddress {
  const asking = askingObject(request);
  return { dashboardUid: request.dashboardUID, panelId, repeat: asking ? repeatOf(asking) : {} };
}

/**
 * The variables by which a scene object, or what it stands in, is repeated, with this repeat's values, the outermost
 * first. Grafana gives each repeat, also the first, variables of its own beside those of the dashboard.
 */
export function repeatOf(object: SceneObject): Record<string, string> {
  const inside = lineage(object).slice(0, -1).reverse();
  return Object.fromEntries(inside.flatMap(({ state }) => sceneObjectsIn(state.$variables).flatMap(localValues)));
}

function localValues({ state }: SceneObject): Array<[string, string]> {
  return sceneObjectsIn(state.variables).flatMap(({ state: { type, name, value, text } }) => {
    const said = [value, text].find((one) => ['string', 'number', 'boolean'].includes(typeof one));
    // Other variables may be of a row or a tab without repeating it.
    return type === 'system' && typeof name === 'string' && said !== undefined ? [[name, String(said)]] : [];
  });
}
