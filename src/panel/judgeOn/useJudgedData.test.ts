import type { DataQueryRequest, PanelData, PanelProps } from '@grafana/data';
import { LoadingState, dateTime, toDataFrame } from '@grafana/data';
import { setDataSourceSrv, setRunRequest, setTemplateSrv } from '@grafana/runtime';
import { act, renderHook } from '@testing-library/react';
import { Observable, Subject, of } from 'rxjs';

import type { ProtocolOptions } from '../options';
import { NOW, panelData, panelRequest } from '../../testing/panelRequest';
import { useJudgedData } from './useJudgedData';
import { MINUTE } from '../../time/units';

const FIXED = { judgeOn: 'fixed', lookBack: '1d', step: '1m' };

let asked: DataQueryRequest[];
let answer: (request: DataQueryRequest) => Observable<PanelData>;

beforeEach(() => {
  jest.useFakeTimers({ now: NOW });
  asked = [];
  answer = (request) => of(answerTo(request));
  setRunRequest((_, request) => {
    asked.push(request);
    return answer(request);
  });
  setTemplateSrv({ getVariables: () => [] } as never);
  setDataSourceSrv({ get: (source: unknown) => Promise.resolve({ source }) } as never);
});

afterEach(() => {
  jest.useRealTimers();
  setVisibility('visible');
});

function answerTo(request: DataQueryRequest): PanelData {
  return { state: LoadingState.Done, series: [toDataFrame({ fields: [] })], request, timeRange: request.range };
}

function setVisibility(state: DocumentVisibilityState) {
  Object.defineProperty(document, 'visibilityState', { value: state, configurable: true });
  document.dispatchEvent(new Event('visibilitychange'));
}

/** A panel with these options, and ways to change what it shows. */
async function panel(options: Partial<ProtocolOptions> = FIXED, data = panelData()) {
  const props = {
    options,
    fieldConfig: { defaults: {}, overrides: [] },
    replaceVariables: (text: string) => text,
  } as unknown as PanelProps<ProtocolOptions>;
  const hook = renderHook((shown: PanelData) => useJudgedData(props, shown), { initialProps: data });
  // What asks is loaded first.
  await pass(0);
  await pass(0);
  return { ...hook, show: (shown: PanelData) => act(async () => hook.rerender(shown)) };
}

/** Lets time pass. */
async function pass(ms: number) {
  await act(() => jest.advanceTimersByTimeAsync(ms));
}

describe('useJudgedData', () => {
  it('judges the view, and asks nothing, where nobody asked for anything else', async () => {
    const { result } = await panel({ judgeOn: 'view' });
    await pass(10 * MINUTE);
    expect(result.current).toEqual({ mode: 'view', canLookBack: true });
    expect(asked).toHaveLength(0);
  });

  it.each<[string, Partial<ProtocolOptions>, PanelData]>([
    ['that was asked for and can not be read', { judgeOn: 'fixed', lookBack: 'soon' }, panelData()],
    ['of a stream', { judgeOn: 'view' }, panelData({ request: panelRequest({ liveStreaming: true }) })],
    ['of data that nobody asked for', { judgeOn: 'view' }, panelData({ request: undefined })],
    ['before there is an answer', { judgeOn: 'view' }, panelData({ state: LoadingState.Loading })],
  ])('promises no look-back %s', async (_, options, data) => {
    const { result } = await panel(options, data);
    expect(result.current).toMatchObject({ mode: 'view' });
    expect(result.current).not.toHaveProperty('canLookBack');
  });

  it('asks at once for the look-back, and judges the answer', async () => {
    const { result } = await panel();
    expect(asked).toHaveLength(1);
    expect(asked[0].range.from.valueOf()).toBe(NOW - 24 * 60 * MINUTE);
    expect(result.current).toMatchObject({ mode: 'fixed', lookBackMs: 24 * 60 * MINUTE, stepMs: MINUTE });
    expect(result.current).toHaveProperty('data.request', asked[0]);
  });

  it('has nothing to judge until the first answer', async () => {
    answer = () => new Subject<PanelData>();
    const { result } = await panel();
    expect(result.current).toEqual({ mode: 'fixed', lookBackMs: 24 * 60 * MINUTE, stepMs: MINUTE, data: undefined });
  });

  it('waits for the view to be there, which tells whether it can ask', async () => {
    const { show } = await panel(FIXED, panelData({ state: LoadingState.Loading }));
    expect(asked).toHaveLength(0);
    await show(panelData());
    await pass(0);
    expect(asked).toHaveLength(1);
  });

  it('asks once a step', async () => {
    await panel();
    await pass(MINUTE - 1);
    expect(asked).toHaveLength(1);
    await pass(1);
    expect(asked).toHaveLength(2);
    await pass(10 * MINUTE);
    expect(asked).toHaveLength(12);
    expect(asked[11].startTime).toBe(NOW + 11 * MINUTE);
  });

  it('asks no more often for a refresh or a zoom', async () => {
    const { show, result } = await panel();
    const before = result.current;
    for (let zoom = 1; zoom <= 20; zoom++) {
      await pass(1000);
      const range = { ...panelRequest().range, from: dateTime(NOW - zoom * MINUTE) };
      const request = panelRequest({ requestId: `SQR${zoom}`, range, intervalMs: zoom, startTime: NOW + zoom * 1000 });
      await show(panelData({ request, state: LoadingState.Loading }));
      await show(panelData({ request }));
    }
    expect(asked).toHaveLength(1);
    expect(result.current).toBe(before);
  });

  it('asks in its step, whatever an interval variable makes of the range in view', async () => {
    const variables = [
      { type: 'interval', name: 'auto', current: { value: '$__auto_interval_auto' } },
      { type: 'interval', name: 'chosen', current: { value: '1h' } },
      { type: 'custom', name: 'team', current: { value: 'sre' } },
    ];
    setTemplateSrv({ getVariables: () => variables } as never);
    await panel();
    expect(asked[0].scopedVars).toMatchObject({ auto: { value: '60s' }, team: { value: 'sre' } });
    expect(asked[0].scopedVars).not.toHaveProperty('chosen');
  });

  it('asks at once for another query, and does not judge it by the answer to the former', async () => {
    const { show, result } = await panel();
    answer = () => new Subject<PanelData>();
    await show(panelData({ request: panelRequest({ targets: [{ refId: 'B' }] }) }));
    await pass(0);
    expect(asked.map(({ targets }) => targets[0].refId)).toEqual(['A', 'B']);
    expect(result.current).toMatchObject({ mode: 'fixed', data: undefined });
  });

  it('asks nothing in a hidden tab, and makes up for it when it is looked at again', async () => {
    await panel();
    act(() => setVisibility('hidden'));
    await pass(10 * MINUTE);
    expect(asked).toHaveLength(1);
    act(() => setVisibility('visible'));
    await pass(0);
    expect(asked).toHaveLength(2);
    await pass(MINUTE);
    expect(asked).toHaveLength(3);
  });

  it('asks no more often for a tab that is hidden and shown again and again', async () => {
    await panel();
    for (let turn = 0; turn < 10; turn++) {
      act(() => setVisibility('hidden'));
      act(() => setVisibility('visible'));
      await pass(1000);
    }
    expect(asked).toHaveLength(1);
    await pass(50 * 1000);
    expect(asked).toHaveLength(2);
  });

  it('waits for a query that takes longer than a step', async () => {
    const slow = new Subject<PanelData>();
    answer = () => slow;
    const { result } = await panel();
    await pass(90_000);
    expect(asked).toHaveLength(1);
    answer = (request) => of(answerTo(request));
    act(() => {
      slow.next(answerTo(asked[0]));
      slow.complete();
    });
    await pass(0);
    expect(result.current).toMatchObject({ data: { request: { startTime: NOW + 90_000 } } });
    expect(asked).toHaveLength(2);
  });

  it('stops with the panel, and lets go of what is under way', async () => {
    let isUnderWay = false;
    answer = () =>
      new Observable(() => {
        isUnderWay = true;
        return () => {
          isUnderWay = false;
        };
      });
    const { unmount } = await panel();
    expect(isUnderWay).toBe(true);
    unmount();
    expect(isUnderWay).toBe(false);
    await pass(10 * MINUTE);
    expect(asked).toHaveLength(1);
  });

  it.each<[string, () => Observable<PanelData>]>([
    [
      'says',
      () => of({ ...answerTo(panelRequest()), state: LoadingState.Error, errors: [{ refId: 'A', message: 'no' }] }),
    ],
    [
      'throws',
      () => {
        throw new Error('no');
      },
    ],
    ['fails with', () => new Observable((subscriber) => subscriber.error({ data: { message: 'no' } }))],
  ])('has the error that a query %s in its data, and goes on asking', async (_, failing) => {
    answer = failing;
    const { result } = await panel();
    expect(result.current).toMatchObject({ data: { state: LoadingState.Error, errors: [{ message: 'no' }] } });
    answer = (request) => of(answerTo(request));
    await pass(MINUTE);
    expect(result.current).toMatchObject({ data: { state: LoadingState.Done } });
  });

  it('has the error of a data source that is not there', async () => {
    setDataSourceSrv({ get: () => Promise.reject(new Error('Datasource prom was not found')) } as never);
    const { result } = await panel();
    expect(result.current).toMatchObject({ data: { errors: [{ message: 'Datasource prom was not found' }] } });
  });

  it('takes the whole answer, not a part of it', async () => {
    const parts = new Subject<PanelData>();
    answer = () => parts;
    const { result } = await panel();
    await act(async () => parts.next({ ...answerTo(asked[0]), series: [] }));
    expect(result.current).toMatchObject({ data: undefined });
    await act(async () => {
      parts.next(answerTo(asked[0]));
      parts.complete();
    });
    expect(result.current).toHaveProperty('data.series.length', 1);
  });

  it.each<[string, Array<string | undefined>, unknown]>([
    ['one', ['prom', 'prom'], { uid: 'prom' }],
    ['one with expressions', ['__expr__', 'prom'], { uid: 'prom' }],
    ['several', ['prom', 'loki'], { type: 'mixed', uid: '-- Mixed --' }],
    ['the default', [undefined], undefined],
  ])('asks the data source of the queries, which is %s', async (_, uids, expected) => {
    const get = jest.fn().mockResolvedValue({});
    setDataSourceSrv({ get } as never);
    const targets = uids.map((uid, index) => ({ refId: `Q${index}`, datasource: uid === undefined ? uid : { uid } }));
    await panel(FIXED, panelData({ request: panelRequest({ targets }) }));
    expect(get).toHaveBeenCalledWith(expected, expect.objectContaining({ team: { text: 'SRE', value: 'sre' } }));
  });

  it('says why it can not ask, and does not', async () => {
    const targets = [{ refId: 'A', datasource: { uid: '-- Dashboard --' } }];
    const { result } = await panel(FIXED, panelData({ request: panelRequest({ targets }) }));
    expect(result.current).toEqual({ mode: 'view', because: 'dashboardSource' });
    expect(asked).toHaveLength(0);
  });
});
