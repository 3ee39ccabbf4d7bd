import type { DataQueryRequest } from '@grafana/data';

import { readDashboardPanels, sourcePanels } from './dashboardPanels';
import { readSavedDashboard } from './savedDashboard';
import type { ScenePanel } from './scenePanels';

const PROTOCOL = 'protocolops-protocol-panel';
const NO_SCENE = { targets: [] } as unknown as DataQueryRequest;

function panel(id: number, given: Partial<ScenePanel> = {}): ScenePanel {
  return {
    key: `panel-${id}`,
    id,
    title: `Panel ${id}`,
    type: PROTOCOL,
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

const asks = (refId: string, panelId: unknown) => ({ refId, panelId, datasource: { uid: '-- Dashboard --' } });

describe('of the panels of a dashboard', () => {
  const wall = panel(9, { isAsking: true, saved: { options: { layout: 'wall' } } });

  it('tells those that are asked for, in the order of the dashboard and once, from those that nobody asks for', () => {
    const [leads, bookings, plain, forecast] = [panel(1), panel(2), panel(3, { type: 'timeseries' }), panel(4)];
    const targets = [asks('A', 3), asks('B', 1), asks('C', 3), { refId: 'D', datasource: { uid: 'prom' } }];
    expect(sourcePanels(targets, [leads, bookings, plain, wall, forecast])).toEqual({
      asked: [leads, plain],
      missing: [bookings, forecast],
      lost: [],
    });
  });

  it('of repeats, which share an id, gives the first: the others are missing', () => {
    const repeats = ['a', 'b'].map((team, index) =>
      panel(4, { key: index === 0 ? 'panel-4' : 'panel-4-clone-1', repeat: { team } })
    );
    const [first, second] = repeats;
    expect(sourcePanels([asks('A', 4)], [second, first, wall])).toEqual({
      asked: [first],
      missing: [second],
      lost: [],
    });
  });

  it('other walls, panels of other kinds and a query for itself are no sources; a library panel that is away may be', () => {
    const otherWall = panel(5, { saved: { options: { layout: 'wall' } } });
    const away = panel(6, { type: '', library: { uid: 'lib', name: 'Leads', isKnown: false } });
    const panels = [panel(1, { type: 'stat' }), otherWall, away, wall];
    const targets = [asks('A', 9), asks('B', 77), asks('C', undefined), asks('D', '6')];
    expect(sourcePanels(targets, panels)).toEqual({
      asked: [],
      missing: [away],
      lost: [
        { refId: 'A', panelId: 9 },
        { refId: 'B', panelId: 77 },
        { refId: 'C', panelId: undefined },
        { refId: 'D', panelId: undefined },
      ],
    });
  });
});

it('where there is no scene, reads what was saved, and nothing while that is not there', () => {
  expect(readDashboardPanels(NO_SCENE, 2)).toBeUndefined();
  const fieldConfig = { defaults: { custom: { rule: { owner: 'Sales' } } }, overrides: [] };
  const panels = [1, 2, 3].map((id) => ({ id, type: PROTOCOL, title: `Panel ${id}`, fieldConfig, options: { version: 1 } })); // prettier-ignore
  expect(readDashboardPanels(NO_SCENE, 2, readSavedDashboard({ panels }))).toMatchObject({
    from: 'saved',
    panels: [
      { key: 'panel-1', isAsking: false, data: [], saved: { fieldConfig, options: { version: 1 } } },
      { key: 'panel-2', isAsking: true },
      { key: 'panel-3', title: 'Panel 3' },
    ],
  });
});
