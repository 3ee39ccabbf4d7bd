import type { PanelData, PanelProps } from '@grafana/data';
import { createDataFrame, FieldType, LoadingState, rangeUtil, StreamingDataFrame } from '@grafana/data';
import { act, renderHook } from '@testing-library/react';

import type { MetricProtocol } from '../protocol/protocol';
import { NOW, panelData, panelRequest } from '../testing/panelRequest';
import type { ProtocolOptions } from './options';
import { useProtocol } from './useProtocol';

const SHEETS = { queries: {}, awaited: false };
const RULE = { operator: '>', critical: 80, owner: 'SRE', action: 'Restart it' };
const DASHBOARD = { options: {}, replaceVariables: (text: string) => text, timeZone: 'utc' };

function propsOf(data: PanelData, rule: object) {
  const fieldConfig = { defaults: { custom: { rule } }, overrides: [] };
  return { ...DASHBOARD, data, fieldConfig } as unknown as PanelProps<ProtocolOptions>;
}

/** A panel that shows this data, and what it tells of its one metric. */
function panel(first: PanelData, rule: object = RULE) {
  const hook = renderHook((data: PanelData) => useProtocol(propsOf(data, rule), SHEETS), { initialProps: first });
  const metric = (): MetricProtocol => {
    const told = hook.result.current;
    if (!('protocol' in told)) {
      throw new Error(told.nothing);
    }
    return told.protocol.metrics[0];
  };
  return { ...hook, metric };
}

/** A stream as a data source writes it: one frame, of which the oldest rows leave. */
function streamOf(range = { from: 'now-1m', to: 'now' }, rule: object = RULE) {
  const request = panelRequest({ range: rangeUtil.convertRawToRange(range, 'utc'), startTime: Date.now() });
  const fields = [
    { name: 'time', type: FieldType.time },
    { name: 'value', type: FieldType.number, config: { custom: { rule } } },
  ];
  const frame = StreamingDataFrame.fromDataFrameJSON({ schema: { fields } }, { maxLength: 240 });
  return {
    request,
    /** The panel's data after one more packet: Grafana writes the arrival into the request, and moves the range. */
    packet: (value: number): PanelData => {
      frame.push({ data: { values: [[Date.now()], [value]] } });
      request.endTime = Date.now();
      const timeRange = rangeUtil.convertRawToRange(range, 'utc');
      return { state: LoadingState.Streaming, series: [{ ...frame, length: frame.length }], request, timeRange };
    },
  };
}

/** Lets time pass, with every second a chance for what React has put off. */
function pass(ms: number) {
  for (let passed = 0; passed < ms; passed += 1000) {
    act(() => jest.advanceTimersByTime(Math.min(1000, ms - passed)));
  }
}

beforeEach(() => jest.useFakeTimers({ now: NOW }));
afterEach(() => jest.useRealTimers());

describe.each([250, 2000])('a stream with a packet every %d ms', (distance) => {
  /** Opens a panel on the stream and lets these values come. */
  function opened(values: number[], rule: object = RULE) {
    const stream = streamOf(undefined, rule);
    pass(distance);
    const shown = panel(stream.packet(values[0]), rule);
    const show = (value: number) => {
      pass(distance);
      shown.rerender(stream.packet(value));
    };
    values.slice(1).forEach(show);
    return { ...shown, show };
  }

  it('is judged with its first packet', () => {
    expect(opened([10]).metric().now.state).toBe('normal');
  });

  it('fires with the packet that breaches, and ends with the one that does not', () => {
    const { metric, show } = opened(Array.from({ length: 12 }, () => 10));
    show(90);
    const since = Date.now();
    expect(metric().now).toMatchObject({ state: 'firing', since });
    Array.from({ length: 6 }, () => show(90));
    expect(metric().now).toMatchObject({ state: 'firing', since, at: Date.now() });
    show(10);
    expect(metric().now.state).toBe('normal');
    expect(metric().view.breaches).toMatchObject([{ firingSince: since, end: Date.now() }]);
    expect(metric().last).toEqual({ value: 10, time: Date.now() });
  });

  it('moves what is in view', () => {
    const { metric, result } = opened(Array.from({ length: 12 }, () => 10));
    expect(result.current.spans.view).toMatchObject({ to: Date.now(), now: Date.now(), asked: Date.now() });
    expect(metric().view.segments.at(-1)?.to).toBe(Date.now());
  });

  it('becomes stale when it stops, and not before its limit', () => {
    const rule = { ...RULE, staleAfter: '5s' };
    const { metric, show } = opened(
      Array.from({ length: 12 }, () => 90),
      rule
    );
    pass(5000);
    expect(metric().now.state).toBe('firing');
    pass(500);
    expect(metric().now.state).toBe('stale');
    pass(60_000);
    expect(metric().now.state).toBe('stale');
    show(90);
    expect(metric().now.state).toBe('firing');
  });

  it('becomes stale without a limit of its own, too', () => {
    const { metric } = opened(Array.from({ length: 12 }, () => 10));
    pass(290_000);
    expect(metric().now.state).toBe('normal');
    pass(60_000);
    expect(metric().now.state).toBe('stale');
  });
});

describe('a stream', () => {
  it('is judged up to its end when its source ends it', () => {
    const rule = { ...RULE, staleAfter: '5s' };
    const stream = streamOf(undefined, rule);
    pass(250);
    const { metric, rerender } = panel(stream.packet(10), rule);
    pass(90_000);
    rerender(stream.packet(90));
    const { packet, request } = stream;
    pass(250);
    const last = { ...packet(90), state: LoadingState.Done, timeRange: request.range };
    rerender(last);
    expect(metric().now.state).toBe('firing');
    pass(6000);
    expect(metric().now.state).toBe('stale');
  });

  it('goes on in a range that begins at a fixed moment, which Grafana does not move', () => {
    const stream = streamOf();
    pass(250);
    const timeRange = { ...stream.request.range, raw: { from: stream.request.range.from, to: 'now' } };
    const { metric, rerender } = panel({ ...stream.packet(10), timeRange });
    pass(90_000);
    rerender({ ...stream.packet(90), timeRange });
    expect(metric().now).toMatchObject({ state: 'firing', since: Date.now() });
  });

  it('has no now in a range that ended before', () => {
    const timeRange = rangeUtil.convertRawToRange({ from: 'now-1d/d', to: 'now-1d/d' }, 'utc');
    pass(250);
    const { result } = panel({ ...streamOf().packet(90), timeRange });
    expect(result.current.spans.judged.now).toBeUndefined();
  });

  it('stays what it was while it is asked for again', () => {
    const stream = streamOf();
    const { metric, rerender } = panel(stream.packet(10));
    pass(250);
    const data = stream.packet(90);
    rerender(data);
    pass(1000);
    rerender({ ...data, state: LoadingState.Loading, request: { ...stream.request, startTime: Date.now() } });
    expect(metric().now).toMatchObject({ state: 'firing', since: NOW + 250 });
  });
});

describe('a part of an answer', () => {
  const STEP = 15_000;

  /** What a source has delivered of a query for the last hour that it split: the newest first, and no step after NOW. */
  function part(minutes: number, state = LoadingState.Streaming): PanelData {
    const times = Array.from({ length: minutes * 4 }, (_, row) => NOW - (minutes * 4 - 1 - row) * STEP);
    const frame = createDataFrame({
      meta: { custom: { resultType: 'matrix' } },
      fields: [
        { name: 'time', type: FieldType.time, values: times, config: { interval: STEP } },
        { name: 'value', type: FieldType.number, values: times.map(() => 90), config: { custom: { rule: RULE } } },
      ],
    });
    return panelData({ state, series: [frame], request: panelRequest({ endTime: Date.now() }) });
  }

  it('is judged, and proves no absence after its request', () => {
    pass(40_000);
    const { metric, rerender } = panel(part(15));
    expect(metric().now.state).toBe('firing');
    pass(20_000);
    rerender(part(30));
    expect(metric().now.state).toBe('firing');
    rerender(part(60, LoadingState.Done));
    expect(metric().now.state).toBe('firing');
  });
});
