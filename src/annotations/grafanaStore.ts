import type { BackendSrv, BackendSrvRequest } from '@grafana/runtime';
import { lastValueFrom, timeout } from 'rxjs';

import { isObject } from '../rule/isObject';
import { SECOND } from '../time/units';
import type { AnnotationStore, FailureKind, NewAnnotation, StoredAnnotation, Wanted } from './annotationStore';
import { StoreFailure } from './annotationStore';
import type { Answer } from './findAll';
import { findAll } from './findAll';

/** Longer than any proxy waits: who gives up before it has done does not know what was done. */
const REPLY_MS = 60 * SECOND;

const PATH = '/api/annotations';

/**
 * Grafana's annotation store. Nothing that fails is shown by Grafana itself: whoever asked says it, in its place.
 *
 * @param backend - That of `getBackendSrv()`; it renews a session once by itself where that can be done.
 */
export function grafanaStore(backend: Pick<BackendSrv, 'fetch'>): AnnotationStore {
  const ask = async (request: BackendSrvRequest): Promise<unknown> => {
    try {
      const reply = backend.fetch<unknown>({ ...request, showErrorAlert: false, showSuccessAlert: false });
      return (await lastValueFrom(reply.pipe(timeout(REPLY_MS)))).data;
    } catch (error) {
      throw failureOf(error);
    }
  };

  const page = async ({ dashboardUid, tags, isAnyTag, isAlert, from, to }: Wanted, limit: number) => {
    const type = isAlert ? 'alert' : 'annotation';
    const params = { type, dashboardUID: dashboardUid, tags: [...tags], matchAny: isAnyTag, from, to, limit };
    return readAnswer(await ask({ method: 'GET', url: PATH, params }));
  };

  return {
    find: (wanted) => findAll((part, limit) => page({ ...wanted, ...part }, limit), wanted),
    create: async (annotation) => readId(await ask({ method: 'POST', url: PATH, data: toBody(annotation) })),
    patch: async (id, changes) => {
      await ask({ method: 'PATCH', url: `${PATH}/${known(id)}`, data: changes });
    },
    remove: async (id) => {
      await ask({ method: 'DELETE', url: `${PATH}/${known(id)}` });
    },
  };
}

function toBody({ dashboardUid, panelId, time, timeEnd = time, text, tags, data }: NewAnnotation) {
  return { dashboardUID: dashboardUid, panelId, time, timeEnd, text, tags, data };
}

/** The id 0 stands for more than one annotation. */
function known(id: number): number {
  if (!Number.isInteger(id) || id <= 0) {
    throw new StoreFailure('notFound', `${id}`);
  }
  return id;
}

/** Grafana tells the id of what it created; without one it may be there, and is looked for. */
function readId(reply: unknown): number {
  const id = isObject(reply) ? reply.id : undefined;
  if (typeof id !== 'number' || id <= 0) {
    throw new StoreFailure('unreachable', 'no id');
  }
  return id;
}

/** What a proxy puts in the place of an answer is no answer. */
function readAnswer(reply: unknown): Answer {
  if (!Array.isArray(reply)) {
    throw new StoreFailure('unreachable', 'no list');
  }
  const annotations = (reply as unknown[]).map(readAnnotation).filter((annotation) => annotation !== undefined);
  return { annotations, count: reply.length };
}

function readAnnotation(item: unknown): StoredAnnotation | undefined {
  if (!isObject(item)) {
    return undefined;
  }
  const { id, time, timeEnd, tags, data, login } = item;
  if (typeof id !== 'number' || id <= 0 || typeof time !== 'number') {
    return undefined;
  }
  return {
    id,
    time,
    timeEnd: typeof timeEnd === 'number' ? Math.max(time, timeEnd) : time,
    tags: Array.isArray(tags) ? (tags as unknown[]).filter((tag) => typeof tag === 'string') : [],
    data,
    ...(typeof login === 'string' && login !== '' && { login }),
    ...readAlert(item),
    ...readPlace(item),
  };
}

function readPlace({ dashboardUID, panelId }: Record<string, unknown>): Pick<StoredAnnotation, 'place'> {
  return typeof dashboardUID === 'string' && dashboardUID !== '' && typeof panelId === 'number'
    ? { place: { dashboardUid: dashboardUID, panelId } }
    : {};
}

function readAlert({
  alertId,
  alertName,
  newState,
  panelId,
}: Record<string, unknown>): Pick<StoredAnnotation, 'alert'> {
  const isAlert = typeof alertId === 'number' && alertId > 0 && typeof newState === 'string' && newState !== '';
  return isAlert && typeof panelId === 'number'
    ? { alert: { alertId, newState, panelId, name: typeof alertName === 'string' ? alertName : '' } }
    : {};
}

function failureOf(error: unknown): StoreFailure {
  if (error instanceof StoreFailure) {
    return error;
  }
  const { status, statusText, data, headers } = isObject(error) ? error : {};
  const kind = kindOf(status);
  const said = isObject(data) ? data.message : undefined;
  const answer = [said, statusText].find((text) => typeof text === 'string' && text !== '') ?? String(status ?? error);
  return new StoreFailure(kind, String(answer), kind === 'busy' ? retryAfter(headers) : undefined);
}

/** By the status codes that Grafana 12.4 was seen to answer; what is between it and the reader answers 502 to 504. */
function kindOf(status: unknown): FailureKind {
  switch (status) {
    case 401:
      return 'expired';
    case 403:
      return 'refused';
    case 404:
      return 'notFound';
    case 408:
    case 502:
    case 503:
    case 504:
      return 'unreachable';
    case 429:
      return 'busy';
    default:
      return clientsFault(status)
        ? 'neverHeals'
        : typeof status === 'number' && status >= 500
          ? 'broken'
          : 'unreachable';
  }
}

function clientsFault(status: unknown): boolean {
  return typeof status === 'number' && status >= 400 && status < 500;
}

/** In seconds. Grafana 12.4 hands no headers of a failure on; a host that does is listened to. */
function retryAfter(headers: unknown): number | undefined {
  const seconds = headers instanceof Headers ? Number(headers.get('Retry-After') ?? NaN) : NaN;
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * SECOND : undefined;
}
