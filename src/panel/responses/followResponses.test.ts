import type { PanelData, PanelProps } from '@grafana/data';
import type { BackendSrv, BackendSrvRequest } from '@grafana/runtime';
import { config, locationService, setBackendSrv } from '@grafana/runtime';
import type { PanelContext } from '@grafana/ui';
import { of } from 'rxjs';

import type { Responses } from '../../protocol/responses/intervention';
import { IDENTITY } from '../../testing/interventions';
import { NOW, panelData, panelRequest } from '../../testing/panelRequest';
import { HOUR, MINUTE } from '../../time/units';
import type { Asking } from './asking';
import { followResponses } from './followResponses';
import type { GivenResponses } from './givenResponses';

const BREACH = { identity: IDENTITY, severity: 'critical', stretch: { from: NOW - HOUR, to: NOW } } as const;
const MAY = { canAddAnnotations: () => true } as unknown as PanelContext;

let requests: BackendSrvRequest[];
/** What the store has. */
let stored: unknown[];
let ends: Array<() => void>;
/** Each test has a dashboard of its own: what is known of one outlives its panels. */
let count = 0;
let uid: string;

beforeEach(() => {
  jest.useFakeTimers({ now: NOW });
  requests = [];
  stored = [];
  ends = [];
  uid = `ops-${count++}`;
  Object.assign(config.bootData, { user: { orgId: 1, login: 'ana', name: 'Ana Ruiz' } });
  setBackendSrv({
    fetch: (request: BackendSrvRequest) => {
      requests.push(request);
      return of({ data: request.method === 'GET' ? stored : { id: requests.length } });
    },
  } as unknown as BackendSrv);
});

afterEach(() => {
  ends.forEach((end) => end());
  config.publicDashboardAccessToken = '';
  locationService.push('/');
  jest.useRealTimers();
});

const methods = () => requests.map(({ method }) => method);

/** A panel that follows, and what it was given last. */
function follow(overrides: Partial<Asking> = {}, data: Partial<PanelData> = {}) {
  let given: GivenResponses = {};
  const request = panelRequest({ dashboardUID: uid });
  const panel = { data: panelData({ request, ...data }) } as PanelProps;
  const asking: Asking = {
    panel,
    context: MAY,
    dashboardUid: uid,
    panelId: 4,
    isEditing: false,
    from: NOW,
    newestData: () => panel.data,
    isRecording: false,
    ...overrides,
  };
  ends.push(followResponses(asking, (next) => (given = next)));
  return {
    responses: (): Responses | undefined => given.read?.responses,
    recorder: () => given.recorder,
    records: () => given.records,
    onFound: () => given.onFound,
  };
}

/** Lets a while pass, with all that is due in it. */
async function pass(ms: number) {
  await jest.advanceTimersByTimeAsync(ms);
}

it('reads once a minute for all panels of a dashboard, and not when none is left', async () => {
  const panels = Array.from({ length: 20 }, (_, index) => follow({ panelId: index + 1 }));
  expect(panels[0].responses()).toEqual({ kind: 'awaited' });
  expect(requests).toEqual([]);
  await pass(1);
  expect(panels[19].responses()).toMatchObject({ kind: 'tracked', interventions: [], readAt: NOW });
  await pass(HOUR - 2);
  expect(methods()).toEqual(Array.from({ length: 60 }, () => 'GET'));
  ends.splice(0).forEach((end) => end());
  await pass(HOUR);
  expect(requests).toHaveLength(60);
});

it('shows what is on the record on panels that come later, too, and tells whoever listens all that was read', async () => {
  stored = [{ id: 1, time: NOW - HOUR, tags: ['protocol:breach'], data: {} }];
  const first = follow();
  await pass(1);
  const later = follow({ panelId: 5 });
  await pass(1);
  expect([first.records()?.known, later.records()?.known]).toEqual([expect.anything(), expect.anything()]);
  const heard: number[] = [];
  ends.push(later.onFound()?.((found) => heard.push(found.length)) ?? (() => undefined));
  expect(heard).toEqual([1]);
  await pass(MINUTE);
  expect(heard).toEqual([1, 1]);
  expect(methods()).toEqual(['GET', 'GET']);
});

it('records as who is signed in, on its panel, and shows it on all panels at once', async () => {
  const [panel, other] = [follow(), follow({ panelId: 5 })];
  await pass(1);
  const { key } = panel.recorder()?.record(BREACH, { kind: 'taken' }, 'on it') ?? {};
  expect(other.responses()).toMatchObject({ interventions: [{ key, by: 'Ana Ruiz', note: 'on it' }] });
  await pass(1);
  expect(requests.at(-1)).toMatchObject({ method: 'POST', data: { dashboardUID: uid, panelId: 4 } });
  expect(other.responses()).toMatchObject({ unwritten: [] });
  expect(follow().recorder()).toBe(panel.recorder());
});

it.each<[string, Partial<Asking>]>([
  ['editing', { isEditing: true }],
  [
    'noRight',
    { context: { canAddAnnotations: () => false, canEditAnnotations: () => false } as unknown as PanelContext },
  ],
  ['noRight', { context: {} as PanelContext }],
])('says that nothing can be recorded: %s', async (cannotRecord, asking) => {
  const panel = follow(asking);
  await pass(1);
  expect(panel.recorder()).toBeUndefined();
  expect(panel.responses()).toMatchObject({ kind: 'tracked', cannotRecord });
  await pass(HOUR);
  expect(new Set(methods())).toEqual(new Set(['GET']));
});

it('lets those write who may edit annotations, though those of the dashboard are not drawn', () => {
  const canEditAnnotations = (of?: string) => of === uid;
  const context = { canAddAnnotations: () => false, canEditAnnotations } as unknown as PanelContext;
  expect(follow({ context }).recorder()).toBeDefined();
});

it.each<[string, () => ReturnType<typeof follow>]>([
  ['unsavedDashboard', () => follow({ dashboardUid: '' })],
  [
    'snapshot',
    () => follow({}, { request: panelRequest({ targets: [{ refId: 'A', queryType: 'snapshot' }] as never }) }),
  ],
  [
    'snapshot',
    () => {
      locationService.push('/dashboard/snapshot/abc');
      return follow();
    },
  ],
  [
    'publicDashboard',
    () => {
      config.publicDashboardAccessToken = 'abc';
      return follow();
    },
  ],
])('asks nothing where nothing is tracked: %s', async (because, open) => {
  const panel = open();
  await pass(5 * MINUTE);
  expect(panel.responses()).toEqual({ kind: 'untracked', because });
  expect(panel.recorder()).toBeUndefined();
  expect(requests).toEqual([]);
});
