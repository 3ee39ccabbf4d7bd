import type { BackendSrvRequest, FetchResponse } from '@grafana/runtime';
import { NEVER, of, throwError } from 'rxjs';

import { grafanaStore } from './grafanaStore';
import { MINUTE } from '../time/units';

/** A backend that answers each request alike, and the requests that it got. */
function backendWith(answer: { data: unknown } | { error: unknown }) {
  const requests: BackendSrvRequest[] = [];
  const fetch = <T>(request: BackendSrvRequest) => {
    requests.push(request);
    return 'error' in answer ? throwError(() => answer.error) : of({ data: answer.data } as FetchResponse<T>);
  };
  return { store: grafanaStore({ fetch }), requests };
}

const WANTED = { dashboardUid: 'ops', tags: ['a', 'b'], from: 1, to: 9 };

it('asks for one dashboard, all tags and more than anybody wrote, and says nothing of what fails by itself', async () => {
  const { store, requests } = backendWith({ data: [] });
  await store.find(WANTED);
  expect(requests).toEqual([
    {
      method: 'GET',
      url: '/api/annotations',
      params: { type: 'annotation', dashboardUID: 'ops', tags: ['a', 'b'], from: 1, to: 9, limit: 5000 },
      showErrorAlert: false,
      showSuccessAlert: false,
    },
  ]);
});

it('reads what can be read of the answer', async () => {
  const whole = { id: 4, time: 5, timeEnd: 7, tags: ['a', 3], data: { k: 1 }, login: 'ana', text: 'x' };
  const { store } = backendWith({ data: [whole, null, { id: 0, time: 1 }, { id: 5, time: 6, tags: null }] });
  expect(await store.find(WANTED)).toEqual([
    { id: 4, time: 5, timeEnd: 7, tags: ['a'], data: { k: 1 }, login: 'ana' },
    { id: 5, time: 6, timeEnd: 6, tags: [], data: undefined },
  ]);
});

it('gives the id of what it created, as a point on its dashboard and panel', async () => {
  const { store, requests } = backendWith({ data: { message: 'Annotation added', id: 12 } });
  const annotation = { dashboardUid: 'ops', panelId: 4, time: 5, text: 'x', tags: ['a'], data: { k: 1 } };
  expect(await store.create(annotation)).toBe(12);
  expect(requests[0]).toMatchObject({
    method: 'POST',
    data: { dashboardUID: 'ops', panelId: 4, time: 5, timeEnd: 5, text: 'x', tags: ['a'], data: { k: 1 } },
  });
});

it('changes and removes one, and never asks for the id 0, which stands for many', async () => {
  const { store, requests } = backendWith({ data: {} });
  await store.patch(3, { text: 'y' });
  await store.remove(3);
  await expect(store.remove(0)).rejects.toMatchObject({ kind: 'notFound' });
  expect(requests.map(({ method, url, data }) => [method, url, data])).toEqual([
    ['PATCH', '/api/annotations/3', { text: 'y' }],
    ['DELETE', '/api/annotations/3', undefined],
  ]);
});

it.each<[unknown, string, string]>([
  [{ status: 400, data: { message: 'tags too long' } }, 'neverHeals', 'tags too long'],
  [{ status: 401, statusText: 'Unauthorized' }, 'expired', 'Unauthorized'],
  [{ status: 403, data: { accessErrorId: 'ACE1', message: 'no right' } }, 'refused', 'no right'],
  [{ status: 404 }, 'notFound', '404'],
  [{ status: 429 }, 'busy', '429'],
  [{ status: 500, data: { message: 'Failed to save annotation' } }, 'broken', 'Failed to save annotation'],
  [{ status: 502, data: '<html>' }, 'unreachable', '502'],
  [{ status: 504 }, 'unreachable', '504'],
  [{ status: 0 }, 'unreachable', '0'],
  [{ status: -1, cancelled: true }, 'unreachable', '-1'],
  [new TypeError('Failed to fetch'), 'unreachable', 'TypeError: Failed to fetch'],
])('tells %j as %s', async (error, kind, message) => {
  await expect(backendWith({ error }).store.find(WANTED)).rejects.toMatchObject({ kind, message });
});

it.each([
  ['7', 7000],
  ['soon', undefined],
])('waits for as long as a busy store asks for: %s', async (seconds, retryAfterMs) => {
  const error = { status: 429, headers: new Headers({ 'Retry-After': seconds }) };
  await expect(backendWith({ error }).store.find(WANTED)).rejects.toMatchObject({ kind: 'busy', retryAfterMs });
});

it.each([
  ['a page of a proxy', '<html>'],
  ['no id', { message: 'ok' }],
])('takes %s for no reply', async (_, data) => {
  const { store } = backendWith({ data });
  const annotation = { dashboardUid: 'ops', panelId: 4, time: 5, text: 'x', tags: [], data: {} };
  await expect(store.create(annotation)).rejects.toMatchObject({ kind: 'unreachable' });
  await expect(store.find(WANTED)).rejects.toMatchObject({ kind: 'unreachable' });
});

it('does not wait for ever', async () => {
  jest.useFakeTimers();
  const found = grafanaStore({ fetch: () => NEVER }).find(WANTED);
  const told = expect(found).rejects.toMatchObject({ kind: 'unreachable' });
  jest.advanceTimersByTime(2 * MINUTE);
  await told;
  jest.useRealTimers();
});
