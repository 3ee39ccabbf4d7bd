import { createServer } from 'node:http';
import { join } from 'node:path';
import { AnnotationStore } from './annotations';
import { DashboardFolder } from './dashboards';
import { readDataSources } from './data-sources';
import { findPrometheus } from './prometheus-process';
import { createRequestHandler } from './routes';

export interface StartOptions {
  /** The project's folder: where dist/, provisioning/ and node_modules/ are. */
  project: string;
  /** The folder of the built page. */
  page: string;
  env: NodeJS.ProcessEnv;
}

const DEFAULT_PORT = 4180;

/** Starts the local host and resolves when it listens. */
export async function start({ project, page, env }: StartOptions): Promise<void> {
  const port = readPort(env.PORT);
  const prometheus = await findPrometheus(env);
  const folders = [join(project, 'provisioning/dashboards'), ...splitPaths(env.PROVISIONING_DATA, project)];
  const dashboards = new DashboardFolder(folders);

  const server = createServer(
    createRequestHandler({
      project,
      page,
      prometheus,
      dashboards,
      annotations: new AnnotationStore((uid) => dashboards.has(uid)),
      dataSources: () => readDataSources(join(project, 'provisioning/datasources')),
    })
  );

  const stop = () => {
    prometheus.stop();
    server.close();
    process.exit(0);
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  process.once('exit', () => prometheus.stop());

  server.once('error', (error: NodeJS.ErrnoException) => {
    console.error(
      error.code === 'EADDRINUSE'
        ? `Port ${port} is taken. Choose another one: PORT=${port + 1} npm run demo`
        : `The local host can't start: ${error.message}`
    );
    process.exit(1);
  });
  server.listen(port, () => {
    console.log(`Protocol demo: http://localhost:${port}`);
    console.log(prometheus.describe());
  });
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
