import { dashboardOf, seriesQuery } from '../../tests/panels';
import { expect, picture } from './picture';

const UID = 'coverage-of-sales';

const WHOLE = {
  ...{ operator: '>', critical: 80, owner: 'RevOps', action: 'Call the oldest ten first', automation: 'none' },
  escalateTo: 'VP Sales',
  reviewBy: '2027-01-01',
};

/** What is stated for each metric. */
const RULES: Record<string, object> = {
  'Lead response': WHOLE,
  'Response hours': { ...WHOLE, owner: '' },
  'Pipeline coverage': { ...WHOLE, owner: '', action: '', automation: '', escalateTo: '' },
  'Average discount': { ...WHOLE, reviewBy: '2026-02-01' },
  'Handoff to kickoff': { ...WHOLE, reviewBy: '2026-03-20' },
  'Win rate': { ...WHOLE, automation: '', escalateTo: '' },
  'Meetings held': { ...WHOLE, agreedBy: 'Sales', agreedOn: '2026-01-12', agreedFingerprint: 'f1-00000000' },
  'New leads': { noRule: 'Shown to read the others by' },
};

/** A calm metric, no two alike. */
const wave = (place: number) =>
  Array.from({ length: 72 }, (_, sample) => 20 + 7 * place + 2.5 * Math.sin(sample / (3 + place) + place));

picture.use({ viewport: { width: 1280, height: 780 } });

picture('coverage-dark', async ({ dashboard, page, temporaryDashboards, shoot }) => {
  const names = Object.keys(RULES);
  await temporaryDashboards.add({
    ...dashboardOf(UID, [
      {
        type: 'protocolops-protocol-panel',
        title: 'Sales',
        options: { layout: 'list', chart: { legend: { showLegend: false }, tooltip: { mode: 'single' } } },
        fieldConfig: {
          defaults: { custom: {}, decimals: 0 },
          overrides: [...names, 'Renamed long ago'].map((name) => ({
            matcher: { id: 'byName', options: name },
            properties: [{ id: 'custom.rule', value: RULES[name] ?? WHOLE }],
          })),
        },
        targets: [seriesQuery('A', Object.fromEntries(names.map((name, place) => [name, wave(place)])))],
      },
    ]),
    // By the minute: the chart is the same however long the page took.
    time: { from: 'now-6h/m', to: 'now/m' },
  });
  const panel = await dashboard.openPanel(UID, 1);
  await panel.ready();
  await panel.coverage.click();
  await expect(page.getByRole('button', { name: /^Show \d/ })).not.toHaveCount(0);
  await shoot(panel.root);
});
