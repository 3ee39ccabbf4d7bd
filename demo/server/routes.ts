import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { dirname, join } from 'node:path';
import { createRequire } from 'node:module';
import { GRAFANA_VERSION } from '../grafanaVersion';
import type { AnnotationFaults } from './annotationFaults';
import type { AlertingStore, DemoAlerting } from './alerting';
import type { AnnotationStore, Reply } from './annotations';
import type { DashboardFolder, StoredDashboard } from './dashboards';
import { slugOf } from './dashboards';
import { missingIcon } from './missingIcons';
import type { PrometheusHandle } from './prometheusProcess';
import { answers } from './prometheusProcess';
import type { Engines } from './queries';
import { runQueries } from './queries';
import { sendFile } from './staticFiles';
import { isViewer, loginOf, viewerMayNot } from './roles';

export interface Services extends Engines {
  project: string;
  page: string;
  dashboards: DashboardFolder;
  annotations: AnnotationStore;
  annotationFaults: AnnotationFaults;
  alerting: AlertingStore;
  /** Dashboards that a page made up, which the server takes for saved ones. */
  madeUp: Set<string>;
}

const PLUGIN_PATH = '/public/plugins/protocolops-protocol-panel/';
const IMAGE = /^\/public\/(?:build\/)?img\/(.+)$/;
const ANNOTATIONS = /^\/api\/annotations(?:\/(\d+))?$/;
const SOURCE_RULES = /^\/api\/prometheus\/([^/]+)\/(api\/v1\/rules)$/;
const PROMETHEUS_PROXY = /^\/api\/datasources\/(?:proxy\/uid|uid)\/[^/]+\/(?:resources\/)?(api\/v1\/.*)$/;

/** Answers the page, the plugin's files and the few APIs of Grafana that the page and the plugin use. */
export function createRequestHandler(services: Services): RequestListener {
  return (request, response) => {
    answer(services, request, response).catch((error: unknown) => {
      console.error(error);
      if (!response.headersSent) {
        sendJson(response, { status: 500, body: { message: String(error) } });
      }
    });
  };
}

async function answer(services: Services, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://localhost');
  const path = decodeURIComponent(url.pathname);
  if (path.startsWith('/api/')) {
    sendJson(response, await answerApi(services, request, url, path));
    return;
  }
  if (path.startsWith('/public/')) {
    if (!sendPublicFile(services, request, response, path)) {
      sendJson(response, { status: 404, body: { message: 'Not found' } });
    }
    return;
  }
  if (path.startsWith('/assets/') && sendFile(request, response, services.page, path, 'always')) {
    return;
  }
  sendFile(request, response, services.page, 'index.html', 'never');
}

async function answerApi(services: Services, request: IncomingMessage, url: URL, path: string): Promise<Reply> {
  const method = request.method ?? 'GET';
  const annotation = ANNOTATIONS.exec(path);
  if (annotation) {
    return askAnnotations(services, request, { method, url, idText: annotation[1] });
  }
  if (path === '/api/demo/annotations' && method === 'POST') {
    return prepare(services, await readJson(request));
  }
  if (path === '/api/ds/query' && method === 'POST') {
    return runQueries(await readJson(request), services);
  }
  const proxied = PROMETHEUS_PROXY.exec(path);
  if (proxied) {
    return proxyPrometheus(services.prometheus, `${proxied[1]}${url.search}`);
  }
  if (path === '/api/demo/alerting' && method === 'POST') {
    services.alerting.set((await readJson(request)) as Record<string, Partial<DemoAlerting>>);
    return { status: 200, body: {} };
  }
  return method === 'GET' ? answerGet(services, request, url, path) : notFound();
}

async function answerGet(services: Services, request: IncomingMessage, url: URL, path: string): Promise<Reply> {
  const alerting = services.alerting.answer(path, url.searchParams);
  if (alerting) {
    return alerting;
  }
  const ofSource = SOURCE_RULES.exec(path);
  if (ofSource) {
    return askSourceRules(services, ofSource[1], `${ofSource[2]}${url.search}`);
  }
  if (path === '/api/health') {
    return { status: 200, body: await health(services.prometheus) };
  }
  if (path === '/api/datasources') {
    return { status: 200, body: services.dataSources() };
  }
  if (path === '/api/v1/provisioning/contact-points') {
    return { status: 200, body: [] };
  }
  if (path === '/api/search') {
    return { status: 200, body: services.dashboards.list().map(toSearchHit) };
  }
  const uid = /^\/api\/dashboards\/uid\/([^/]+)$/.exec(path)?.[1];
  const dashboard = uid === undefined ? undefined : services.dashboards.get(uid);
  return dashboard ? { status: 200, body: toDashboardDto(dashboard, isViewer(request)) } : notFound();
}

/**
 * For specs and for who wants to see it: what goes wrong with the next requests, which dashboards there are, and what an
 * alert engine writes.
 */
function prepare(
  { annotations, annotationFaults, madeUp }: Services,
  { faults, dashboards, stateChanges }: Record<string, unknown>
): Reply {
  annotationFaults.add(faults);
  listIn(dashboards).forEach((uid) => madeUp.add(String(uid)));
  listIn(stateChanges).forEach((change) => annotations.changeState({ ...(change as Record<string, unknown>) }));
  return { status: 200, body: {} };
}

function listIn(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

interface AnnotationQuestion {
  method: string;
  url: URL;
  /** Of the annotation that it is about; undefined where it is about all. */
  idText?: string;
}

/** As the store answers, or as somebody wants it to fail. */
async function askAnnotations(
  { annotations, annotationFaults }: Services,
  request: IncomingMessage,
  question: AnnotationQuestion
): Promise<Reply> {
  const { method, url, idText } = question;
  const input = method === 'GET' || method === 'DELETE' ? {} : await readJson(request);
  const named = url.searchParams.get('dashboardUID') ?? input.dashboardUID ?? annotations.dashboardOf(Number(idText));
  const dashboardUID = typeof named === 'string' ? named : undefined;
  return annotationFaults.answer({ method, dashboardUID }, () =>
    answerAnnotations(annotations, request, { ...question, input })
  );
}

function answerAnnotations(
  store: AnnotationStore,
  request: IncomingMessage,
  { method, url, idText, input }: AnnotationQuestion & { input: Record<string, unknown> }
): Reply {
  const id = Number(idText);
  if (method === 'GET') {
    return idText === undefined ? store.list(url.searchParams) : store.get(id);
  }
  if (isViewer(request)) {
    return viewerMayNot(method);
  }
  if (method === 'POST' && idText === undefined) {
    return store.create(input, loginOf(request));
  }
  if ((method === 'PATCH' || method === 'PUT') && idText !== undefined) {
    return store.update(id, input, method === 'PATCH' ? 'patch' : 'put');
  }
  return method === 'DELETE' && idText !== undefined ? store.delete(id) : notFound();
}

async function health(prometheus: PrometheusHandle) {
  return {
    database: 'ok',
    version: GRAFANA_VERSION,
    host: 'protocol-demo',
    prometheus: {
      url: prometheus.url,
      origin: prometheus.origin,
      nodeExporter: prometheus.nodeExporter,
      up: await answers(prometheus.url),
    },
  };
}

/** The rules that a data source's engine evaluates: those of the Prometheus. */
async function askSourceRules({ dataSources, prometheus }: Services, uid: string, rest: string): Promise<Reply> {
  const source = dataSources().find((one) => one.uid === uid);
  return source?.type === 'prometheus' ? proxyPrometheus(prometheus, rest) : notFound();
}

async function proxyPrometheus(prometheus: PrometheusHandle, rest: string): Promise<Reply> {
  try {
    const reply = await fetch(`${prometheus.url}/${rest}`);
    return { status: reply.status, body: await reply.json() };
  } catch {
    return { status: 502, body: { message: `Prometheus does not answer at ${prometheus.url}` } };
  }
}

function sendPublicFile(services: Services, request: IncomingMessage, response: ServerResponse, path: string): boolean {
  if (path.startsWith(PLUGIN_PATH)) {
    return sendFile(request, response, join(services.project, 'dist'), path.slice(PLUGIN_PATH.length), 'never');
  }
  const image = IMAGE.exec(path)?.[1];
  if (image === undefined) {
    return false;
  }
  const packages = createRequire(join(services.project, 'package.json'));
  const images = join(dirname(packages.resolve('@grafana/ui/package.json')), 'dist/public/img');
  if (sendFile(request, response, images, image, 'never')) {
    return true;
  }
  const icon = /^icons\/\w+\/([\w-]+)\.svg$/.exec(image)?.[1];
  if (icon === undefined) {
    return false;
  }
  response.writeHead(200, { 'Content-Type': 'image/svg+xml', 'Cache-Control': 'no-store' });
  response.end(missingIcon(icon));
  return true;
}

function toSearchHit(dashboard: StoredDashboard) {
  return {
    uid: dashboard.uid,
    title: dashboard.title,
    description: dashboard.description,
    tags: dashboard.tags,
    type: 'dash-db',
    url: `/d/${dashboard.uid}/${slugOf(dashboard.title)}`,
  };
}

function toDashboardDto(dashboard: StoredDashboard, viewer: boolean) {
  const slug = slugOf(dashboard.title);
  return {
    dashboard: dashboard.json,
    meta: {
      slug,
      url: `/d/${dashboard.uid}/${slug}`,
      canEdit: !viewer,
      canSave: false,
      provisioned: true,
      // What Grafana says of a dashboard that is in no folder.
      folderUid: '',
      folderTitle: 'General',
    },
  };
}

async function readJson(request: IncomingMessage): Promise<Record<string, unknown>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) {
    chunks.push(Buffer.from(chunk as Uint8Array));
  }
  const parsed: unknown = JSON.parse(Buffer.concat(chunks).toString('utf8') || '{}');
  return typeof parsed === 'object' && parsed !== null ? { ...parsed } : {};
}

function sendJson(response: ServerResponse, { status, body, headers, isLost }: Reply): void {
  if (isLost) {
    response.destroy();
    return;
  }
  const text = JSON.stringify(body);
  response.writeHead(status, {
    'Content-Type': 'application/json; charset=utf-8',
    'Cache-Control': 'no-store',
    ...headers,
  });
  response.end(text);
}

function notFound(): Reply {
  return { status: 404, body: { message: 'Not found' } };
}
