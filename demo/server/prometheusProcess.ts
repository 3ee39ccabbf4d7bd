import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { accessSync, constants, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

/** Where Prometheus queries go, and why there. */
export interface PrometheusHandle {
  url: string;
  origin: 'PROMETHEUS_URL' | 'default' | 'own' | 'none';
  /** Whether the own Prometheus scrapes a node exporter too. */
  nodeExporter: boolean;
  describe(): string;
  stop(): void;
}

const DEFAULT_URL = 'http://localhost:9090';
const SCRAPE_INTERVAL = '2s';

/**
 * A Prometheus named in PROMETHEUS_URL is taken as it is, up or down. Without one, the default address is asked, and
 * where nothing answers an installed Prometheus is started on a free port, to end with this process.
 */
export async function findPrometheus(env: NodeJS.ProcessEnv): Promise<PrometheusHandle> {
  if (env.PROMETHEUS_URL) {
    const url = env.PROMETHEUS_URL.replace(/\/+$/, '');
    return found(url, 'PROMETHEUS_URL', `Prometheus: ${url} (PROMETHEUS_URL)`);
  }
  if (await answers(DEFAULT_URL)) {
    return found(DEFAULT_URL, 'default', `Prometheus: ${DEFAULT_URL}`);
  }
  const program = findProgram(env, 'prometheus');
  if (program === undefined) {
    return found(
      DEFAULT_URL,
      'none',
      `Prometheus: none at ${DEFAULT_URL} and none installed. Service ops will show query errors; ` +
        'install prometheus and prometheus-node-exporter, or set PROMETHEUS_URL.'
    );
  }
  return startOwn(program, findProgram(env, 'prometheus-node-exporter') ?? findProgram(env, 'node_exporter'));
}

async function startOwn(program: string, exporter: string | undefined): Promise<PrometheusHandle> {
  const folder = mkdtempSync(join(tmpdir(), 'protocol-demo-prometheus-'));
  const [port, exporterPort] = await freePorts(2);
  const children: ChildProcess[] = [];
  const address = `127.0.0.1:${port}`;
  const targets = [{ job: 'prometheus', target: address }];

  if (exporter !== undefined) {
    const target = `127.0.0.1:${exporterPort}`;
    children.push(run(exporter, [`--web.listen-address=${target}`], 'quiet'));
    targets.push({ job: 'node', target });
  }

  const config = join(folder, 'prometheus.yml');
  writeFileSync(config, scrapeConfig(targets));
  children.push(
    run(
      program,
      [
        `--config.file=${config}`,
        `--storage.tsdb.path=${join(folder, 'data')}`,
        `--web.listen-address=${address}`,
        '--log.level=error',
      ],
      'heard'
    )
  );

  let stopped = false;
  return {
    url: `http://${address}`,
    origin: 'own',
    nodeExporter: exporter !== undefined,
    describe: () =>
      `Prometheus: started on http://${address}, scraping ${targets.map(({ job }) => job).join(' and ')} ` +
      `every ${SCRAPE_INTERVAL}; it ends with the demo.`,
    stop: () => {
      if (!stopped) {
        stopped = true;
        children.forEach((child) => child.kill('SIGKILL'));
        rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
      }
    },
  };
}

/** The configuration of a Prometheus that scrapes these targets often enough to watch. */
export function scrapeConfig(targets: Array<{ job: string; target: string }>): string {
  const jobs = targets.map(({ job, target }) =>
    [`  - job_name: ${job}`, '    static_configs:', `      - targets: ['${target}']`].join('\n')
  );
  return [
    'global:',
    `  scrape_interval: ${SCRAPE_INTERVAL}`,
    `  evaluation_interval: ${SCRAPE_INTERVAL}`,
    'scrape_configs:',
    ...jobs,
    '',
  ].join('\n');
}

/** A quiet program's complaints are dropped: the node exporter has one a scrape for every collector it can't use. */
function run(program: string, args: string[], complaints: 'heard' | 'quiet'): ChildProcess {
  const child = spawn(program, args, { stdio: ['ignore', 'ignore', complaints === 'heard' ? 'inherit' : 'ignore'] });
  child.on('error', (error) => console.error(`${program} can't start: ${error.message}`));
  return child;
}

function found(url: string, origin: PrometheusHandle['origin'], description: string): PrometheusHandle {
  return { url, origin, nodeExporter: false, describe: () => description, stop: () => {} };
}

/** Whether a Prometheus answers at this address within a second. */
export async function answers(url: string): Promise<boolean> {
  try {
    const response = await fetch(`${url}/api/v1/status/buildinfo`, { signal: AbortSignal.timeout(1000) });
    return response.ok;
  } catch {
    return false;
  }
}

function findProgram(env: NodeJS.ProcessEnv, name: string): string | undefined {
  const folders = [...(env.PATH ?? '').split(delimiter), '/usr/local/bin', '/opt/homebrew/bin', '/usr/bin'];
  return folders
    .filter((folder) => folder !== '')
    .map((folder) => join(folder, name))
    .find((path) => {
      try {
        accessSync(path, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
}

async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(
    Array.from({ length: count }, async () => {
      const server = createServer();
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      return server;
    })
  );
  const ports = servers.map((server) => {
    const address = server.address();
    return typeof address === 'object' && address !== null ? address.port : 0;
  });
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}
