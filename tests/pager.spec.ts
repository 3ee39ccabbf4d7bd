import type { Page } from '@playwright/test';
import { execFileSync } from 'node:child_process';
import { createServer } from 'node:http';
import type { IncomingMessage, Server } from 'node:http';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { ENGINES, expect, LOCAL_HOST_ALONE, LONG, ON_GRAFANA, test } from './fixtures';
import type { RuleCard } from './pages/ruleCard';
import { ProtocolPanel } from './pages/protocolPanel';
import { ALERTMANAGER, isInstalled, Processes } from './processes';

const INSTALL =
  'Prometheus and Alertmanager are not installed: apt-get install prometheus prometheus-alertmanager (Debian)';

const RULE = {
  operator: '<',
  critical: 20,
  recovery: { critical: 22 },
  for: '10s',
  // A scrape that fails once ends nothing.
  staleAfter: '30s',
  owner: '${__field.labels.team} desk',
  action: 'Pause paid campaigns',
  automation: 'Routing switches to inbound only',
  runbook: 'https://wiki.example.com/lead-conversion',
  escalateTo: 'VP Sales',
};

const DASHBOARD = {
  uid: 'pager',
  title: 'Pager',
  schemaVersion: 41,
  timezone: 'utc',
  time: { from: 'now-5m', to: 'now' },
  refresh: '5s',
  panels: [
    {
      id: 1,
      type: 'protocolops-protocol-panel',
      title: 'Lead conversion',
      gridPos: { x: 0, y: 0, w: 24, h: 16 },
      datasource: { type: 'prometheus', uid: 'prometheus' },
      targets: [{ refId: 'A', expr: 'lead_conversion', legendFormat: '{{team}}', range: true }],
      fieldConfig: { defaults: { custom: { rule: RULE } }, overrides: [] },
      options: { layout: 'list', judgeOn: 'fixed', lookBack: '10m', step: '10s' },
    },
  ],
};

/** An alert as it comes to a receiver. */
interface Paged {
  status: 'firing' | 'resolved';
  labels: Record<string, string>;
  annotations: Record<string, string>;
}

test.skip(ON_GRAFANA, LOCAL_HOST_ALONE);
test.use({ realTime: true });
// Two engines side by side would miss their scrapes.
test.describe.configure({ mode: 'default' });

test(
  'what the wall shows is what the pager does: an exported alert arrives with owner, action and runbook',
  { tag: ENGINES },
  async ({ page }) => {
    await withEngine(async ({ host, sales, paged, engineState, rules }) => {
      expect(rules).toContain('alert: Lead conversion (critical)');
      await page.goto(`${host}/d/pager`);
      const card = new ProtocolPanel(page.getByTestId('data-testid Panel header Lead conversion')).card('emea');
      await expect(card.badge).toHaveAttribute('data-state', 'normal', { timeout: 30_000 });
      sales.value = 17;
      await expect(card.badge).toHaveAttribute('data-state', 'pending', { timeout: 30_000 });
      await expect.poll(() => states(card, engineState), { timeout: 60_000 }).toEqual(['critical', 'firing']);
      await expect.poll(() => paged.length, { timeout: 30_000 }).toBeGreaterThan(0);
      expect(paged[0]).toMatchObject({
        status: 'firing',
        labels: { alertname: 'Lead conversion (critical)', severity: 'critical', owner: 'emea desk', team: 'emea' },
        annotations: {
          action: 'Pause paid campaigns',
          automation: 'Routing switches to inbound only',
          runbook_url: 'https://wiki.example.com/lead-conversion',
          escalation: 'VP Sales',
          value: '17',
        },
      });
      await expect(card.answer('Who')).toContainText('emea desk');
      await offersAlertRules(page);
    });
  }
);

test(
  'between the level and its recovery both go on firing, beyond it both end',
  { tag: [ENGINES, LONG] },
  async ({ page }) => {
    await withEngine(async ({ host, sales, paged, engineState, recorded }) => {
      sales.value = 17;
      await page.goto(`${host}/d/pager`);
      const card = new ProtocolPanel(page.getByTestId('data-testid Panel header Lead conversion')).card('emea');
      await expect.poll(() => states(card, engineState), { timeout: 90_000 }).toEqual(['critical', 'firing']);
      // A Prometheus that has just started keeps no record of what fires until its third evaluation.
      await expect.poll(recorded, { timeout: 60_000 }).toBe(true);
      sales.value = 21;
      await expect(card.root).toContainText('21', { timeout: 30_000 });
      const before = Date.now();
      while (Date.now() - before < 30_000) {
        expect(await states(card, engineState)).toEqual(['critical', 'firing']);
        await page.waitForEvent('response', { timeout: 30_000 });
      }
      sales.value = 25;
      await expect.poll(() => states(card, engineState), { timeout: 60_000 }).toEqual(['normal', 'inactive']);
      await expect.poll(() => paged.map(({ status }) => status), { timeout: 60_000 }).toContain('resolved');
    });
  }
);

/** The same rule from its card: Grafana's form filled in, and the panel's rules as a file. */
async function offersAlertRules(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Alert rule: emea' }).click();
  const dialog = page.getByRole('dialog', { name: 'Alert rules of emea' });
  await expect(dialog.getByText('Critical: below 20 for 10 seconds')).toBeVisible();
  const opened = page.waitForEvent('popup');
  await dialog.getByRole('link', { name: 'Open the form' }).click();
  const form = await opened;
  await expect(form.getByRole('heading', { name: 'New alert rule' })).toBeVisible();
  await expect(form.getByText('Lead conversion (critical)')).toBeVisible();
  const { searchParams } = new URL(form.url());
  await form.close();
  expect(JSON.parse(searchParams.get('defaults') ?? '')).toMatchObject({
    name: 'Lead conversion (critical)',
    evaluateFor: '10s',
  });
  await expect(dialog.getByRole('status')).toHaveText('1 alert rule');
  await dialog.getByRole('radio', { name: 'Prometheus, Mimir' }).check({ force: true });
  const download = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Download (YAML)' }).click();
  expect((await download).suggestedFilename()).toBe('protocol-rules.prometheus.yaml');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
}

interface Engine {
  /** The local host. */
  host: string;
  /** What is measured. */
  sales: { value: number };
  paged: Paged[];
  engineState: () => Promise<string>;
  /** Whether the engine has a record of what fires. */
  recorded: () => Promise<boolean>;
  /** The exported file. */
  rules: string;
}

/** An exported dashboard with the engine that runs its alerts, and whoever is paged. */
async function withEngine(run: (engine: Engine) => Promise<void>): Promise<void> {
  if (!isInstalled('prometheus') || !isInstalled(ALERTMANAGER)) {
    test.skip(!process.env.CI, INSTALL);
    throw new Error(INSTALL);
  }
  // The local host builds its page first where that is stale.
  test.setTimeout(300_000);
  const processes = new Processes();
  const servers: Server[] = [];
  try {
    const sales = { value: 25 };
    const paged: Paged[] = [];
    const metrics = await serve(servers, () => `lead_conversion{team="emea"} ${sales.value}\n`);
    const webhook = await serve(servers, (body) => {
      paged.push(...(JSON.parse(body) as { alerts: Paged[] }).alerts);
      return '';
    });
    const alertmanager = await processes.startAlertmanager(webhook);
    const rules = exportRules(processes.folder);
    const prometheus = await processes.startAlerting(metrics, rules, alertmanager);
    const host = await processes.startLocalHost(prometheus, [DASHBOARD]);
    const asked = { engineState: () => stateOf(prometheus), recorded: () => isRecorded(prometheus) };
    await run({ host, sales, paged, rules: readFileSync(rules, 'utf8'), ...asked });
  } finally {
    servers.forEach((server) => server.close());
    await processes.stop();
  }
}

/** Exports the dashboard as one does on the command line, and resolves to the file. */
function exportRules(folder: string): string {
  const saved = join(folder, 'saved.json');
  writeFileSync(saved, JSON.stringify(DASHBOARD));
  const out = join(folder, 'rules');
  execFileSync(process.execPath, ['cli/run.mjs', '--strict', '--target', 'prometheus', '--out', out, saved]);
  return join(out, 'saved.yaml');
}

/** The state of the panel's metric, and that of the engine's alert. */
async function states(card: RuleCard, engineState: () => Promise<string>): Promise<Array<string | null>> {
  return [await card.badge.getAttribute('data-state'), await engineState()];
}

async function stateOf(prometheus: string): Promise<string> {
  const answer = await fetch(`${prometheus}/api/v1/alerts`);
  const { data } = (await answer.json()) as { data: { alerts: Array<{ state: string }> } };
  return data.alerts.at(0)?.state ?? 'inactive';
}

async function isRecorded(prometheus: string): Promise<boolean> {
  const answer = await fetch(`${prometheus}/api/v1/query?query=ALERTS`);
  const { data } = (await answer.json()) as { data: { result: unknown[] } };
  return data.result.length > 0;
}

async function serve(servers: Server[], answer: (body: string) => string): Promise<string> {
  const server = createServer((request, response) => {
    void bodyOf(request).then((body) => response.end(answer(body)));
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request) {
    body += String(chunk);
  }
  return body;
}
