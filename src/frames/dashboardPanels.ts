import type { DataQueryRequest } from '@grafana/data';

import { isRecord } from '../rule/isRecord';
import type { DashboardProblem, FoundPanel } from './foundPanel';
import { PROTOCOL_PANEL } from './foundPanel';
import { isOverview } from './overviews';
import type { SavedDashboard } from './savedDashboard';
import type { ScenePanel } from './scenePanels';
import { readScenePanels } from './scenePanels';
import type { SourceQuery } from './sourceQueries';
import { sourceQueriesOf } from './sourceQueries';

/** The panels of the dashboard that a request comes from. */
export interface DashboardPanels {
  /** What is on the screen, or else what was saved: that knows nothing of repeats and of what the panels show. */
  from: 'scene' | 'saved';
  panels: readonly ScenePanel[];
  problems: readonly DashboardProblem[];
}

/** The panels of a dashboard, by what one that shows several of them has of each. */
export interface SourcePanels {
  /** Those that its queries name, each once, in the order of the dashboard. */
  asked: readonly ScenePanel[];
  /** The other panels that keep rules, or may keep some: nobody asks for their data. */
  missing: readonly ScenePanel[];
  /** Queries that name no panel of the dashboard. */
  lost: readonly SourceQuery[];
}

/**
 * The panels of the dashboard that a request comes from: of its scene, and where that can't be read of what was saved.
 *
 * @param panelId - The id of the panel that asks, which tells it among the saved ones.
 * @param saved - Undefined until it was fetched, and where it can't be.
 * @returns Undefined where neither is to be had.
 */
export function readDashboardPanels(
  request: DataQueryRequest,
  panelId: number,
  saved?: SavedDashboard
): DashboardPanels | undefined {
  const scene = readScenePanels(request);
  if (scene.panels) {
    return { from: 'scene', panels: scene.panels, problems: scene.problems };
  }
  return (
    saved && {
      from: 'saved',
      panels: saved.panels.map((panel, index) => savedPanel(panel, index, panelId)),
      problems: saved.problems,
    }
  );
}

function savedPanel(panel: FoundPanel, index: number, panelId: number): ScenePanel {
  const key = panel.id === undefined ? `panel at ${index}` : panelKey(panel.id);
  return { ...panel, key, repeat: {}, isAsking: panel.id === panelId, data: [] };
}

/**
 * What a panel that shows others has of each panel of its dashboard. Of repeats, which share an id, Grafana gives the
 * first: the others are missing.
 *
 * @param targets - The queries of the panel that shows them.
 */
export function sourcePanels(
  targets: Parameters<typeof sourceQueriesOf>[0],
  panels: readonly ScenePanel[]
): SourcePanels {
  const others = panels.filter(({ isAsking }) => !isAsking);
  const found = sourceQueriesOf(targets).map((query) => ({ query, panel: namedBy(query, others) }));
  const asked = new Set(found.map(({ panel }) => panel));
  return {
    asked: others.filter((panel) => asked.has(panel)),
    missing: others.filter((panel) => !asked.has(panel) && mayKeepRules(panel)),
    lost: found.filter(({ panel }) => !panel).map(({ query }) => query),
  };
}

/** As Grafana looks for it: by the key that is made of the id, which of several repeats the first has. */
function namedBy({ panelId }: SourceQuery, panels: readonly ScenePanel[]): ScenePanel | undefined {
  return panelId === undefined
    ? undefined
    : (panels.find(({ key }) => key === panelKey(panelId)) ?? panels.find(({ id }) => id === panelId));
}

/** Whether a panel keeps rules of metrics of its own. Of a library panel that is not there nobody knows. */
function mayKeepRules({ type, library, saved: { options } }: FoundPanel): boolean {
  const layout = isRecord(options) ? options.layout : undefined;
  return type === PROTOCOL_PANEL ? !isOverview(layout) : library?.isKnown === false;
}

/** What a scene calls the panel of an id; of repeats the first. */
export function panelKey(id: number): string {
  return `panel-${id}`;
}
