import type { PanelBesides, ScenePanel } from './scenePanels';
import { DASHBOARD_SOURCE, asksPanels } from './dashboardSource';

/** A panel that shows others, as the panel JSON of a dashboard has it. */
export interface OverviewJson extends PanelBesides {
  id?: number;
  type: string;
  title: string;
  gridPos: NonNullable<ScenePanel['grid']>;
  datasource: object;
  targets: object[];
  fieldConfig: unknown;
  options: unknown;
  /** Those of its own queries: where it keeps none, what they were made for is gone. */
  transformations?: readonly unknown[];
}

const DASHBOARD = { type: 'datasource', uid: DASHBOARD_SOURCE };
const MIXED = { type: 'datasource', uid: '-- Mixed --' };

/** Of a panel that stands nowhere on a grid. */
const WHOLE_WIDTH = { x: 0, y: 0, w: 24, h: 20 };

/**
 * The JSON of a panel with a query for each of the panels that it is to show, after those of its own queries that have a
 * rule: a query without one shows nothing.
 *
 * @param panel - As it is now.
 * @param sources - The panels that it is to show, each once.
 */
export function overviewJson(panel: ScenePanel, sources: readonly ScenePanel[]): OverviewJson {
  const own = hasRules(panel)
    ? panel.queries
        .filter(({ dataSource }) => !asksPanels({ datasource: dataSource }))
        .map(({ model, dataSource }) => ({ ...model, datasource: dataSource }))
    : [];
  const refIds = freeRefIds(own.length > 0 ? panel.queries.map(({ refId }) => refId) : []);
  const asked = sources.flatMap(({ id }) =>
    id === undefined ? [] : { refId: refIds(), datasource: DASHBOARD, panelId: id, withTransforms: true }
  );
  const targets = [...own, ...asked];
  return {
    id: panel.id,
    type: panel.type,
    title: panel.title,
    ...panel.besides,
    gridPos: panel.grid ?? WHOLE_WIDTH,
    datasource: targets.length === 1 && asked.length === 1 ? DASHBOARD : MIXED,
    targets,
    fieldConfig: panel.saved.fieldConfig,
    options: panel.saved.options,
    ...(own.length > 0 && panel.transformations.length > 0 && { transformations: panel.transformations }),
  };
}

function hasRules({ defaults, overrides }: ScenePanel): boolean {
  return [defaults, ...overrides.map(({ states }) => states)].some(({ rule }) => rule !== undefined);
}

/** A, B … Z, A1, B1 …, but for those that are taken. */
function freeRefIds(taken: readonly unknown[]): () => string {
  let next = 0;
  const name = (): string => {
    const refId = `${String.fromCharCode(65 + (next % 26))}${next < 26 ? '' : Math.floor(next / 26)}`;
    next += 1;
    return taken.includes(refId) ? name() : refId;
  };
  return name;
}
