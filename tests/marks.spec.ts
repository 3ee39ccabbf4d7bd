import { NOW } from './clock';
import { expect, LONG, test, TIME } from './fixtures';
import { samplesOf, startOfLastRun } from './samples';
import { HOUR, MINUTE } from '../src/time/units';

const PENDING = 8;
const FIRING = 9;
const LEVELS_ONLY = 14;
const MANY_BREACHES = 20;

/** How far a mark may be from where it belongs, px: it is placed on whole pixels, and now moves on. */
const TOLERANCE = 3;

test(
  'a breach is marked from its onset over its firing to now, where the samples say',
  { tag: TIME },
  async ({ dashboard, page }) => {
    const samples = await samplesOf(page, 'faces', FIRING);
    const onset = startOfLastRun(samples, (value) => value > 80).time;
    const firing = onset + 15 * MINUTE;
    const to = samples[samples.length - 1].time;
    const range = { from: to - 6 * HOUR, to };
    const panel = await dashboard.openPanel('faces', FIRING, { from: String(range.from), to: String(range.to) });
    const chart = panel.chart();

    await expect(chart.marks).toHaveCount(1);
    const [breach] = await chart.markExtents();
    const onsetAt = await chart.placeOf(onset, range);
    const firingAt = await chart.placeOf(firing, range);
    const { x, width } = await chart.plotBox();
    expect(Math.abs(breach.left - firingAt)).toBeLessThanOrEqual(TOLERANCE);
    expect(Math.abs(breach.right - (x + width))).toBeLessThanOrEqual(TOLERANCE);

    // Its run-up is a fainter tint of the plot.
    const red = await chart.redColumns();
    expect(Math.abs(red[0].x - onsetAt)).toBeLessThanOrEqual(TOLERANCE);
    const pending = red.filter((column) => column.x > onsetAt + TOLERANCE && column.x < firingAt - TOLERANCE);
    const fired = red.filter((column) => column.x > firingAt + TOLERANCE);
    expect(median(pending.map(({ alpha }) => alpha))).toBeLessThan(median(fired.map(({ alpha }) => alpha)));
    expect(fired.length).toBeGreaterThan(0.9 * (x + width - firingAt - 2 * TOLERANCE));
  }
);

test('a breach that goes on is marked up to now', { tag: [TIME, LONG] }, async ({ dashboard }) => {
  const panel = await dashboard.openPanel('faces', FIRING, { from: 'now-6h', to: 'now' });
  const chart = panel.chart();
  await expect(chart.marks).toHaveCount(1);
  const [breach] = await chart.markExtents();
  const { x, width } = await chart.plotBox();
  expect(Math.abs(breach.right - (x + width))).toBeLessThanOrEqual(TOLERANCE);
});

test(
  'what waits to fire is tinted from its onset to now, and has no mark',
  { tag: [TIME, LONG] },
  async ({ dashboard, page }) => {
    const onset = startOfLastRun(await samplesOf(page, 'faces', PENDING), (value) => value > 80).time;
    const panel = await dashboard.openPanel('faces', PENDING, { from: 'now-6h', to: 'now' });
    const chart = panel.chart();
    await expect.poll(async () => (await chart.redColumns()).length).toBeGreaterThan(20);
    const red = await chart.redColumns();
    const onsetAt = await chart.placeOf(onset, { from: NOW - 6 * HOUR, to: NOW });
    expect(Math.abs(red[0].x - onsetAt)).toBeLessThanOrEqual(TOLERANCE);
    await expect(chart.marks).toHaveCount(0);
  }
);

test(
  'a mark tells the level, the times, the worst value, who owns it and what to do',
  { tag: TIME },
  async ({ dashboard, page }) => {
    const samples = await samplesOf(page, 'faces', FIRING);
    const onset = startOfLastRun(samples, (value) => value > 80).time;
    const worst = Math.max(...samples.map(({ value }) => value));
    const panel = await dashboard.openPanel('faces', FIRING, { timezone: 'utc' });
    await expect(panel.chart().marks).toHaveCount(1);
    await panel.chart().marks.last().hover();

    const told = page.getByText(/Crossed .*, in breach from /);
    await expect(told).toBeVisible();
    await expect(page.getByText('Critical: On fire')).toBeVisible();
    await expect(told).toContainText('Critical > 80');
    await expect(told).toContainText(`Crossed ${textOf(onset)}, in breach from ${textOf(onset + 15 * MINUTE)}`);
    await expect(told).toContainText('Not over yet');
    await expect(told).toContainText(`Worst ${worst} at `);
    await expect(told).toContainText('Owner: Face team');
    await expect(told).toContainText('Look at this face');
  }
);

test('a level that nobody agreed on is marked where it was crossed, and says so', async ({ dashboard, page }) => {
  const panel = await dashboard.openPanel('faces', LEVELS_ONLY);
  await expect(panel.chart().marks.first()).toBeVisible();
  await panel.chart().marks.last().hover();
  await expect(page.getByText('Level crossed, nothing agreed: Crossed')).toBeVisible();
});

test.describe('many breaches', () => {
  test(
    'each have a mark while they can be told apart, and share one that counts them where not',
    { tag: TIME },
    async ({ dashboard, page }) => {
      const near = await dashboard.openPanel('faces', MANY_BREACHES, { from: 'now-2h', to: 'now' });
      // One every four minutes, and both ends of the range may cut one.
      await expect.poll(() => near.chart().marks.count()).toBeGreaterThanOrEqual(29);
      expect(await near.chart().marks.count()).toBeLessThanOrEqual(62);

      const far = await dashboard.openPanel('faces', MANY_BREACHES, { from: 'now-2d', to: 'now' });
      await expect(far.chart().marks.first()).toBeVisible();
      expect(await far.chart().marks.count()).toBeLessThan(29);
      await far.chart().marks.last().hover();
      await expect(page.getByText(/\d+ breaches, too close to be told apart here/)).toBeVisible();
    }
  );

  test.describe('on a screen wide enough for more', () => {
    test.use({ viewport: { width: 3600, height: 900 } });

    test('never have more than 200 marks', { tag: LONG }, async ({ dashboard }) => {
      const panel = await dashboard.openPanel('faces', MANY_BREACHES, { from: 'now-16h', to: 'now' });
      await panel.card('Flapping').open();
      await expect(panel.card('Flapping').figures).toContainText(/2[0-9]{2} breaches/);
      await expect(panel.chart().marks.first()).toBeVisible();
      expect(await panel.chart().marks.count()).toBeLessThanOrEqual(200);
    });
  });
});

test('the name of a threshold line stands on the line', async ({ dashboard }) => {
  const panel = await dashboard.openPanel('faces', FIRING);
  const critical = panel.root.getByText('Critical > 80: Face team', { exact: true });
  const warning = panel.root.getByText('Warning > 70', { exact: true });
  await expect(critical).toBeVisible();
  const [upper, lower] = [await critical.boundingBox(), await warning.boundingBox()];
  const heights = await panel.chart().lineHeights();
  expect(heights).toHaveLength(2);
  for (const [place, box] of [upper, lower].entries()) {
    // The label stands on its line, or hangs under one at the upper end of the plot.
    const middle = (box?.y ?? 0) + (box?.height ?? 0) / 2;
    expect(Math.abs(middle - heights[place])).toBeLessThanOrEqual(14);
  }
});

function median(values: number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

/** As the panel writes a time in UTC. */
function textOf(time: number): string {
  return new Date(time).toISOString().slice(0, 19).replace('T', ' ');
}
