import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Where the dashboards of the benchmark are shown: the Grafana at `BASE_URL`, or a local host of its own.
 *
 * @param {object[]} dashboards
 * @returns {Promise<{ url: string, login: object | undefined, stop: () => Promise<void> }>}
 */
export async function openHost(dashboards) {
  const { BASE_URL, GRAFANA_USER = 'admin', GRAFANA_PASSWORD = 'admin' } = process.env;
  return BASE_URL
    ? openGrafana(BASE_URL, { user: GRAFANA_USER, password: GRAFANA_PASSWORD }, dashboards)
    : openLocalHost(dashboards);
}

async function openGrafana(url, login, dashboards) {
  const authorization = `Basic ${Buffer.from(`${login.user}:${login.password}`).toString('base64')}`;
  const call = (path, init) =>
    fetch(`${url}${path}`, { ...init, headers: { authorization, 'content-type': 'application/json' } });
  for (const dashboard of dashboards) {
    const answer = await call('/api/dashboards/db', {
      method: 'POST',
      body: JSON.stringify({ dashboard, overwrite: true }),
    });
    if (!answer.ok) {
      throw new Error(
        `${url} does not take the dashboard "${dashboard.title}": ${answer.status} ${await answer.text()}`
      );
    }
  }
  return {
    url,
    login,
    stop: async () => {
      await Promise.all(dashboards.map(({ uid }) => call(`/api/dashboards/uid/${uid}`, { method: 'DELETE' })));
    },
  };
}

async function openLocalHost(dashboards) {
  const folder = mkdtempSync(join(tmpdir(), 'protocol-bench-'));
  dashboards.forEach((dashboard) => writeFileSync(join(folder, `${dashboard.uid}.json`), JSON.stringify(dashboard)));
  const port = await freePort();
  const server = spawn('node', ['demo/server/start.mjs'], {
    env: { ...process.env, PORT: String(port), PROVISIONING_DATA: folder, ANNOTATIONS: 'memory' },
    stdio: 'ignore',
  });
  const url = `http://localhost:${port}`;
  await answers(`${url}/api/health`, server);
  return {
    url,
    login: undefined,
    stop: async () => {
      server.kill('SIGTERM');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

async function answers(url, server) {
  const until = Date.now() + 180_000;
  while (Date.now() < until && server.exitCode === null) {
    if (
      await fetch(url).then(
        (answer) => answer.ok,
        () => false
      )
    ) {
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`The local host does not answer at ${url}.`);
}
