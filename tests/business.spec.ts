import { NOW } from './clock';
import { expect, LONG, test, TIME } from './fixtures';
import { samplesOf } from './samples';
import { DAY } from '../src/time/units';

const LATE = 23;
const NOT_YET_DUE = 24;
const SETTLING = 25;
const TOO_FEW = 26;
const CHANGED = 27;
const CHANGES_SOON = 28;
const WORKING_HOURS = 29;

const LEAD_QUALITY = 1;
const FORECAST = 2;
const HANDOFFS = 3;
const BY_REGION = 4;
const ACCEPTANCE = 5;

test.describe('a schedule', () => {
  test('makes a value late from the moment at which a newer one was due', { tag: TIME }, async ({ dashboard }) => {
    const card = (await dashboard.openPanel('faces', LATE)).card('Owed');
    await expect(card.badge).toHaveAttribute('data-state', 'stale');
    await expect(card.root).toContainText(/Due (today|yesterday) \d\d:\d\d, \d+ h.* late\./);
  });

  test(
    'lets an old value be while nothing newer is due, whatever its age',
    { tag: [TIME, LONG] },
    async ({ dashboard, page }) => {
      const panel = await dashboard.openPanel('faces', NOT_YET_DUE, { timezone: 'utc' });
      const card = panel.card('Not owed yet');
      await expect(card.badge).toHaveText('OK');
      const newest = (await samplesOf(page, 'faces', NOT_YET_DUE)).at(-1)?.time ?? NaN;
      expect(NOW - newest).toBeGreaterThan(DAY);
      await card.open();
      await expect(card.root).toContainText(/next due (today|tomorrow) \d\d:\d\d/);
    }
  );
});

test.describe('values that settle', () => {
  test('are drawn and not judged: they neither raise nor end anything', { tag: TIME }, async ({ dashboard }) => {
    const panel = await dashboard.openPanel('faces', SETTLING);
    const young = panel.card('Not settled');
    await expect(young.badge).toHaveText('OK');
    await expect(young.root).toContainText(/Final up to .+\./);
    await expect(young.strip).toHaveAccessibleName(/no (known )?breach in the time shown.*not final since /);

    const fired = panel.card('Settled and firing');
    await expect(fired.badge).toHaveText('Critical');
    await expect(fired.root).toContainText(/newer values still change/);
    // Nobody could know of it before it had settled: the five days count from then.
    await expect(fired.answer('If nobody acts')).toContainText(/^Due .+\. Then tell Head of faces$/);
  });
});

test.describe('a sample with too little volume', () => {
  test(
    'is no sample: what did not fire is not judged, what fires goes on firing',
    { tag: [TIME, LONG] },
    async ({ dashboard }) => {
      const panel = await dashboard.openPanel('faces', TOO_FEW);
      const few = panel.card('Few');
      await expect(few.badge).toHaveAttribute('data-state', 'unknown');
      await expect(few.root).toContainText(/Too few to say \(3 of 20\) since (yesterday )?\d\d:\d\d/);
      await expect(few.strip).toHaveAccessibleName(/too few to say for 1 h/);

      const firing = panel.card('Few and firing');
      await expect(firing.badge).toHaveText('Critical');
      await expect(firing.root).toContainText('Still in breach: too few to say (3 of 20)');
      await expect(panel.card('Answers').badge).toHaveText('No rule needed');
    }
  );
});

test.describe('a rule that changed in view', () => {
  test('judges on what was pending or firing, from the moment of the change', { tag: TIME }, async ({ dashboard }) => {
    const panel = await dashboard.openPanel('faces', CHANGED);
    const fires = panel.card('Fires by the new rule');
    await expect(fires.badge).toHaveText('Critical');
    await expect(fires.root).toContainText(/for \d+ (min|h).*, since /);
    await expect(fires.root).toContainText(/for 2 d → 30 min/);
    await expect(fires.strip).toHaveAccessibleName(/Rule changed .*for 2 d → 30 min/);

    const fired = panel.card('Fired by the old rule');
    await expect(fired.badge).toHaveText('OK');
    await fired.open();
    await expect(fired.figures).toContainText('1 breach');
    await expect(fired.root).toContainText(/critical above 80 → above 95/);
  });

  test('is marked on the chart, with what changed', { tag: TIME }, async ({ dashboard, page }) => {
    const chart = (await dashboard.openPanel('sales-ops', LEAD_QUALITY)).chart();
    await expect(chart.marks.first()).toBeVisible();
    // What is read late draws the marks anew, in an order of its own.
    await expect(async () => {
      await (await chart.firstMark()).hover();
      await expect(page.getByText(/Rule changed/)).toBeVisible({ timeout: 1000 });
    }).toPass();
    await expect(page.getByText(/critical below 18% → below 20%; for 5 d → 2 d/).last()).toBeVisible();
  });
});

test(
  'a rule that is agreed and not in force yet is told, and judges nothing',
  { tag: [TIME, LONG] },
  async ({ dashboard }) => {
    const panel = await dashboard.openPanel('faces', CHANGES_SOON);
    const card = panel.card('Stricter soon');
    await expect(card.badge).toHaveText('OK');
    await card.open();
    await expect(card.root).toContainText(/From \d+ \w+.*: .*critical above 80 → above 45/);
    await expect(card.answer('Act when')).toContainText('above 80');
  }
);

test(
  'what is due in working hours is due when people work: not on holidays, not at night',
  { tag: [TIME, LONG] },
  async ({ dashboard }) => {
    const panel = await dashboard.openPanel('faces', WORKING_HOURS, { timezone: 'utc' });
    const card = panel.card('After hours');
    await expect(card.badge).toHaveText('Critical');
    await expect(card.answer('If nobody acts')).toContainText(/^Due (\w{3} \d+ \w+|tomorrow) 10:00\. Then tell/);
    await expect(card.answer('Do')).toContainText('respond within 1 h of working time');
  }
);

test.describe('Sales Ops, on any day', () => {
  test(
    'judges the week-2 conversion when its leads had their two weeks, by the rule of the quarter',
    { tag: TIME },
    async ({ dashboard }) => {
      const panel = await dashboard.openPanel('sales-ops', LEAD_QUALITY);
      const card = panel.card('Week-2 lead conversion');
      await expect(card.badge).toHaveText('Critical');
      await expect(card.root).toContainText('16.8%');
      await expect(card.root).toContainText(/newer values still change/);
      await expect(card.root).toContainText(/Since 1 \w+.*: .*critical below 18% → below 20%/);
      await expect(card.root).toContainText(/for 5 d → 2 d/);
      await expect(card.answer('Act when')).toContainText('final after 15 d');
      await expect(card.strip).toHaveAccessibleName(/not final since .*Rule changed /);
    }
  );

  test(
    'leaves bookings alone that still trickle in, and says that the partners are late',
    { tag: TIME },
    async ({ dashboard }) => {
      const panel = await dashboard.openPanel('sales-ops', FORECAST);
      await expect(panel.card('Bookings to plan, 30 days').badge).toHaveText('OK');
      await expect(panel.card('Commit gap, Sales to Finance').badge).toHaveText('Warning');
      await expect(panel.card('Pipeline coverage').badge).toHaveText('OK');
      const partners = panel.card('Partner-sourced pipeline');
      await expect(partners.badge).toHaveText('Data late');
      await expect(partners.root).toContainText(/Due .+, \d+ (d|w).* late\./);
    }
  );

  test('does not judge the share of a region with nine leads', { tag: [TIME, LONG] }, async ({ dashboard }) => {
    const panel = await dashboard.openPanel('sales-ops', ACCEPTANCE);
    await expect(panel.root).toContainText(/5 OK/);
    const canada = panel.card('Canada');
    await expect(canada.badge).toHaveAttribute('data-state', 'unknown');
    await expect(canada.root).toContainText('Too few to say (9 of 20)');
    await canada.open();
    await expect(canada.answer('Act when')).toContainText('at least 20 Leads Canada');
  });

  test('tells what the next quarter brings', { tag: [TIME, LONG] }, async ({ dashboard }) => {
    const panel = await dashboard.openPanel('sales-ops', HANDOFFS);
    const card = panel.card('Handoff to kickoff');
    await expect(card.badge).toHaveText('OK');
    await card.open();
    await expect(card.root).toContainText(/From \w.*: .*critical above 9 d → above 8 d/);
    await expect(card.answer('Act when')).toContainText('above 9 d');
  });

  test('counts an escalation in the working hours of each region', { tag: [TIME, LONG] }, async ({ dashboard }) => {
    const panel = await dashboard.openPanel('sales-ops', BY_REGION);
    const card = panel.card('Iberia');
    await expect(card.badge).toHaveText('Critical');
    await card.open();
    await expect(card.answer('Do')).toContainText('respond within 4 h of working time');
    await expect(card.answer('If nobody acts')).toContainText(/^(Due|Overdue) .+\. Then tell Head of Sales/);
    await expect(card.problems).toHaveCount(0);
  });

  test('has no rule with a field that can not be used', { tag: TIME }, async ({ dashboard }) => {
    for (const id of [LEAD_QUALITY, FORECAST, HANDOFFS, BY_REGION, ACCEPTANCE]) {
      const panel = await dashboard.openPanel('sales-ops', id);
      await panel.ready();
      await expect(panel.root.getByRole('list', { name: 'Problems of the rule' })).toHaveCount(0);
    }
  });
});
