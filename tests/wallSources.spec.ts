import type { Page } from '@playwright/test';

import { expect, LOCAL_HOST_ALONE, LONG, ON_GRAFANA, test } from './fixtures';
import { WallPage } from './pages/wall';
import { dashboardOf, seriesQuery, tableQuery } from './panels';
import type { DashboardJson } from './temporaryDashboards';

const PROTOCOL = 'protocolops-protocol-panel';
const TESTDATA = { type: 'grafana-testdata-datasource', uid: 'testdata' };
const DASHBOARD = { type: 'datasource', uid: '-- Dashboard --' };

/** Six hours, one value every five minutes, an hour of which at the end is given. */
const ending = (last: number) => [...Array<number>(60).fill(10), ...Array<number>(12).fill(last)];

const rule = (more: object) => ({ operator: '>', critical: 80, staleAfter: '30m', action: 'Look', automation: 'none', ...more }); // prettier-ignore
const ruled = (more: object) => ({ defaults: { custom: { rule: rule(more) } }, overrides: [] });
const asks = (refId: string, panelId: number) => ({ refId, datasource: DASHBOARD, panelId, withTransforms: true });

/**
 * Panels whose queries and series have one name, each with a rule of its own: by its levels, by a sheet, by its repeat,
 * under a name that a transformation gives; one that fails; and the wall over them, with a query of its own.
 */
function wallOver(uid: string): DashboardJson {
  const sheet = tableQuery('R', [
    ['Metric', 'Owner', 'Act above', 'Action'],
    ['Load', 'Sheet keeper', '50', 'Read the sheet'],
  ]);
  const mixed = { type: 'datasource', uid: '-- Mixed --' };
  const series = (last: number) => seriesQuery('A', { Load: ending(last) });
  const panels = [
    {
      type: PROTOCOL,
      title: 'Wall',
      options: { layout: 'wall' },
      datasource: mixed,
      targets: [seriesQuery('A', { Mine: ending(90) }), ...[2, 3, 4, 5, 6, 42].map((id, at) => asks('BCDEFG'[at], id))],
      fieldConfig: ruled({ owner: 'Wall keeper' }),
    },
    { type: PROTOCOL, title: 'High', fieldConfig: ruled({ owner: 'Level keeper' }), targets: [series(90)] },
    {
      type: PROTOCOL,
      title: 'By sheet',
      fieldConfig: { defaults: {}, overrides: [] },
      options: { ruleSheet: 'R' },
      targets: [series(60), sheet],
    },
    { type: PROTOCOL, title: 'Team $team', fieldConfig: ruled({ owner: '$team lead' }), targets: [series(90)], repeat: 'team' }, // prettier-ignore
    {
      type: PROTOCOL,
      title: 'Renamed',
      fieldConfig: {
        defaults: {},
        overrides: [
          {
            matcher: { id: 'byName', options: 'Heat' },
            properties: [{ id: 'custom.rule', value: rule({ owner: 'Calm' }) }],
          },
        ],
      },
      targets: [series(20)],
      transformations: [{ id: 'organize', options: { renameByName: { Load: 'Heat' } } }],
    },
    {
      type: PROTOCOL,
      title: 'Failing',
      fieldConfig: ruled({ owner: 'Nobody' }),
      targets: [{ refId: 'A', datasource: TESTDATA, scenarioId: 'error_with_source' }],
    },
    { type: PROTOCOL, title: 'Not asked', fieldConfig: ruled({ owner: 'Nobody' }), targets: [series(90)] },
  ];
  return {
    ...dashboardOf(uid, panels),
    templating: { list: [{ type: 'custom', name: 'team', query: 'web,shop', multi: true, current: { value: ['web', 'shop'], text: ['web', 'shop'] } }] }, // prettier-ignore
  };
}

const uidOf = () => `sources-${test.info().testId.slice(-12)}`;

/** What each tile says of whom. */
const owners = (page: Page) => new WallPage(page).tiles.allInnerTexts();

test.describe('a wall over its dashboard', () => {
  test.use({
    expectedConsole: {
      'the editor of Grafana Alerting’s contact points': /status of 404 .*contact-points/,
      'a panel whose query fails': /status of 400 .*\/api\/ds\/query/,
    },
  });

  for (const viewPanel of ['1', 'panel-1']) {
    const tag = viewPanel === '1' ? [LONG] : [];
    test(
      `judges each panel by its own rules, and names what it could not read (viewPanel=${viewPanel})`,
      { tag },
      async ({ page, temporaryDashboards }) => {
        const uid = uidOf();
        await temporaryDashboards.add(wallOver(uid));
        await page.setViewportSize({ width: 1920, height: 1080 });
        const wall = new WallPage(page);
        await wall.open(uid, { viewPanel });
        await expect(wall.tiles).toHaveCount(4);
        for (const [panel, owner] of [
          ['High', 'Level keeper'],
          ['By sheet', 'Sheet keeper'],
          ['Team web', 'web lead'],
        ]) {
          await expect(wall.tiles.filter({ hasText: panel })).toContainText(owner);
        }
        await expect(wall.tile('Mine')).toContainText('Wall keeper');
        expect((await owners(page)).join()).not.toContain('Calm');
        await expect(wall.cells.filter({ hasText: 'Heat' })).toHaveCount(1);
        for (const unread of ['Failing', 'Team shop', 'Panel 42']) {
          await expect(wall.cells.filter({ hasText: unread }), unread).toHaveCount(1);
        }
        // What is not asked for is named at the foot, and stands nowhere else.
        await expect(wall.root).toContainText('Not on this wall: Not asked');
        await expect(wall.cells.or(wall.tiles).filter({ hasText: 'Not asked' })).toHaveCount(0);
      }
    );
  }

  test('offers its queries ready to paste, and its address on a screen', async ({ page, temporaryDashboards }) => {
    test.skip(ON_GRAFANA, LOCAL_HOST_ALONE);
    const uid = uidOf();
    await temporaryDashboards.add(wallOver(uid));
    await page.goto(`/d/${uid}?editPanel=1`);
    await expect(page.getByText('Not shown yet: Not asked.')).toBeVisible();
    const json: unknown = JSON.parse(await page.getByRole('textbox', { name: /Panel JSON/ }).inputValue());
    expect(json).toMatchObject({ id: 1, datasource: { uid: '-- Mixed --' }, options: { layout: 'wall' } });
    expect(json).toHaveProperty(
      'targets',
      expect.arrayContaining([expect.objectContaining({ refId: 'A', scenarioId: 'csv_content' }), expect.objectContaining({ panelId: 7, withTransforms: true })]) // prettier-ignore
    );
    const link = page.getByRole('link', { name: 'Open it alone on a screen' });
    await expect(link).toHaveAttribute('href', new RegExp(`/d/${uid}[^?]*\\?viewPanel=panel-1&.*refresh=30s&kiosk$`));
  });
});
