import { createServer } from 'node:http';
import { join } from 'node:path';
import { AlertingStore } from './alerting';
import { AnnotationFaults } from './annotationFaults';
import { annotationFile } from './annotationFile';
import { AnnotationStore } from './annotations';
import { DashboardFolder } from './dashboards';
import { readDataSources } from './dataSources';
import type { PrometheusHandle } from './prometheusProcess';
import { findPrometheus } from './prometheusProcess';
import { createRequestHandler } from './routes';

export interface StartOptions {
  /** The project's folder: where dist/, provisioning/ and node_modules/ are. */
  project: string;
  /** The folder of the built page. */
  page: string;
  env: NodeJS.ProcessEnv;
}

const DEFAULT_PORT = 4180;

/** Starts the local host. A taken port is found before anything else is started. */
export function start({ project, page, env }: StartOptions): void {
  const port = readPort(env.PORT);
  const server = createServer();
  server.once('error', (error: NodeJS.ErrnoException) => {
    console.error(
      error.code === 'EADDRINUSE'
        ? `Port ${port} is taken. Choose another one: PORT=${port + 1} npm run demo`
        : `The local host can't start: ${error.message}`
    );
    process.exit(1);
  });
  server.listen(port, () => {
    const prometheus = findPrometheus(env);
    const handler = prometheus.then((found) => createHandler(project, page, env, found));
    server.on('request', (request, response) => void handler.then((handle) => handle(request, response)));
    void prometheus.then((found) => {
      endWithProcess(found);
      console.log(`Protocol demo: http://localhost:${port}`);
      console.log(found.describe());
    });
  });
}

function createHandler(project: string, page: string, env: NodeJS.ProcessEnv, prometheus: PrometheusHandle) {
  const folders = [join(project, 'provisioning/dashboards'), ...splitPaths(env.PROVISIONING_DATA, project)];
  const dashboards = new DashboardFolder(folders);
  const madeUp = new Set<string>();
  const file = env.ANNOTATIONS === 'memory' ? undefined : annotationFile(join(page, '../annotations.json'));
  return createRequestHandler({
    project,
    page,
    prometheus,
    dashboards,
    annotations: new AnnotationStore((uid) => dashboards.has(uid) || madeUp.has(uid), file),
    annotationFaults: new AnnotationFaults(),
    alerting: new AlertingStore(),
    madeUp,
    dataSources: () => readDataSources(join(project, 'provisioning/datasources')),
  });
}

/** An own Prometheus ends with this process, however it is told to end. */
function endWithProcess(prometheus: PrometheusHandle): void {
  process.once('exit', () => prometheus.stop());
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => process.exit(0));
  }
}

function readPort(text: string | undefined): number {
  if (text === undefined || text === '') {
    return DEFAULT_PORT;
  }
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    console.error(`PORT has to be a number from 1 to 65535, it is "${text}".`);
    process.exit(1);
  }
  return port;
}

function splitPaths(text: string | undefined, base: string): string[] {
  return (text ?? '')
    .split(':')
    .filter((path) => path !== '')
    .map((path) => (path.startsWith('/') ? path : join(base, path)));
}
