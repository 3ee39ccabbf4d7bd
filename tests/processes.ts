import type { ChildProcess } from 'node:child_process';
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect } from '@playwright/test';

import type { DashboardJson } from './temporaryDashboards';

/** What Debian calls the program. */
export const ALERTMANAGER = 'prometheus-alertmanager';

/** Servers that a test starts for itself, and the folder in which they keep what they write. */
export class Processes {
  readonly folder = mkdtempSync(join(tmpdir(), 'protocol-test-'));
  private readonly children: ChildProcess[] = [];

  /**
   * A Prometheus that scrapes itself every second. Resolves to its address when it is ready.
   *
   * @param rules - The rule file by which it alerts.
   */
  async startPrometheus(rules = 'groups: []\n'): Promise<string> {
    const address = `127.0.0.1:${await freePort()}`;
    const ruleFile = join(this.folder, 'rules.yml');
    writeFileSync(ruleFile, rules);
    return this.prometheusAt(address, {
      rule_files: [ruleFile],
      scrape_configs: [{ job_name: 'prometheus', static_configs: [{ targets: [address] }] }],
    });
  }

  /** A Prometheus that scrapes a target every second, judges by rule files, and tells an Alertmanager. */
  async startAlerting(target: string, ruleFiles: string, alertmanager: string): Promise<string> {
    const told = { static_configs: [{ targets: [new URL(alertmanager).host] }] };
    return this.prometheusAt(`127.0.0.1:${await freePort()}`, {
      rule_files: [ruleFiles],
      alerting: { alertmanagers: [told] },
      scrape_configs: [{ job_name: 'sales', static_configs: [{ targets: [new URL(target).host] }] }],
    });
  }

  private async prometheusAt(address: string, settings: object): Promise<string> {
    const config = join(this.folder, 'prometheus.yml');
    // JSON is YAML.
    writeFileSync(config, JSON.stringify({ global: { scrape_interval: '1s' }, ...settings }));
    this.start('prometheus', [
      `--config.file=${config}`,
      `--storage.tsdb.path=${join(this.folder, 'data')}`,
      `--web.listen-address=${address}`,
      '--log.level=error',
    ]);
    await answering(`http://${address}/-/ready`);
    return `http://${address}`;
  }

  /** An Alertmanager that tells one receiver of everything, at once. Resolves to its address when it is ready. */
  async startAlertmanager(webhook: string): Promise<string> {
    const address = `127.0.0.1:${await freePort()}`;
    const config = join(this.folder, 'alertmanager.yml');
    const route = { receiver: 'pager', group_by: ['...'], group_wait: '1s', group_interval: '1s' };
    const receivers = [{ name: 'pager', webhook_configs: [{ url: webhook, send_resolved: true }] }];
    writeFileSync(config, JSON.stringify({ route, receivers }));
    this.start(ALERTMANAGER, [
      `--config.file=${config}`,
      `--storage.path=${join(this.folder, 'alertmanager')}`,
      `--web.listen-address=${address}`,
      '--cluster.listen-address=',
    ]);
    await answering(`http://${address}/-/ready`);
    return `http://${address}`;
  }

  /** A local host with dashboards of the test's own. Resolves to its address when it answers. */
  async startLocalHost(prometheusUrl: string, dashboards: readonly DashboardJson[]): Promise<string> {
    const port = await freePort();
    const provisioned = join(this.folder, 'dashboards');
    mkdirSync(provisioned);
    for (const dashboard of dashboards) {
      writeFileSync(join(provisioned, `${dashboard.uid}.json`), JSON.stringify(dashboard));
    }
    this.start(process.execPath, ['demo/server/start.mjs'], {
      PORT: String(port),
      PROMETHEUS_URL: prometheusUrl,
      PROVISIONING_DATA: provisioned,
    });
    await answering(`http://localhost:${port}/api/health`);
    return `http://localhost:${port}`;
  }

  async stop(): Promise<void> {
    await Promise.all(this.children.map(ended));
    rmSync(this.folder, { recursive: true, force: true });
  }

  private start(program: string, args: string[], env: Record<string, string> = {}) {
    this.children.push(spawn(program, args, { stdio: 'ignore', env: { ...process.env, ...env } }));
  }
}

/** Whether a program is on the path. */
export function isInstalled(program: string): boolean {
  return spawnSync(program, ['--version'], { stdio: 'ignore' }).status === 0;
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) {
      resolve();
      return;
    }
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });
}

async function answering(url: string): Promise<void> {
  await expect
    .poll(async () => (await fetch(url).catch(() => undefined))?.status, {
      message: `${url} answers`,
      timeout: 100_000,
    })
    .toBe(200);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('No port is free.'))
      );
    });
  });
}
