import type { PrometheusQuery } from './query';
import { queryPrometheus } from './query';

const window = { from: 0, to: 60_000, intervalMs: 15_000, maxDataPoints: 100 };
const target = { url: 'http://prometheus', origin: 'default' as const };

interface Asked {
  url: string;
  parameters: Record<string, string>;
}

/** Answers every request with this body and remembers what was asked. */
function fakePrometheus(body: unknown, status = 200): Asked[] {
  const asked: Asked[] = [];
  globalThis.fetch = jest.fn((url: unknown, init?: RequestInit) => {
    asked.push({ url: String(url), parameters: Object.fromEntries(init?.body as URLSearchParams) });
    return Promise.resolve({ status, json: () => Promise.resolve(body) } as Response);
  });
  return asked;
}

function run(query: Partial<PrometheusQuery>) {
  return queryPrometheus({ refId: 'A', expr: 'up', range: true, ...query }, window, target);
}

const matrix = (values: Array<[number, string]>) => ({
  status: 'success',
  data: { resultType: 'matrix', result: [{ metric: { __name__: 'up', job: 'node' }, values }] },
});

describe('queryPrometheus', () => {
  const originalFetch = globalThis.fetch;
  const originalTimeout = AbortSignal.timeout;

  beforeAll(() => {
    AbortSignal.timeout = () => new AbortController().signal;
  });
  afterAll(() => {
    globalThis.fetch = originalFetch;
    AbortSignal.timeout = originalTimeout;
  });

  it('asks for a range on the step and gives the time field its interval', async () => {
    const asked = fakePrometheus(matrix([[0, '1']]));
    const result = await queryPrometheus(
      { refId: 'A', expr: 'up', legendFormat: '{{job}}' },
      { ...window, from: 7_000, to: 67_000 },
      target
    );
    expect(asked).toEqual([
      {
        url: 'http://prometheus/api/v1/query_range',
        parameters: { query: 'up', start: '0', end: '60', step: '15' },
      },
    ]);
    // As Grafana's: that is what a source is believed by that every step of it was evaluated.
    expect(result.frames[0].schema.meta).toMatchObject({ custom: { resultType: 'matrix' } });
    expect(result.frames[0].schema.fields).toMatchObject([
      { name: 'Time', config: { interval: 15_000 } },
      { name: 'up', labels: { job: 'node' }, config: { displayNameFromDS: 'node' } },
    ]);
  });

  it('reads values that are no finite numbers', async () => {
    fakePrometheus(matrix([[1, 'NaN'], [2, '+Inf'], [3.5, '-Inf']])); // prettier-ignore
    const { frames } = await run({});
    expect(frames[0].data).toEqual({
      values: [
        [1000, 2000, 3500],
        [null, null, null],
      ],
      entities: [null, { NaN: [0], Inf: [1], NegInf: [2] }],
    });
  });

  it('asks once for an instant query', async () => {
    const result = [{ metric: {}, value: [60, '3'] }];
    const asked = fakePrometheus({ status: 'success', data: { resultType: 'vector', result } });
    const { frames } = await run({ instant: true, range: false });
    expect(asked[0]).toEqual({ url: 'http://prometheus/api/v1/query', parameters: { query: 'up', time: '60' } });
    expect(frames[0].data.values).toEqual([[60_000], [3]]);
  });

  it('makes one table of the format "table"', async () => {
    fakePrometheus(matrix([[1, '1'], [2, '0']])); // prettier-ignore
    const { frames } = await run({ format: 'table' });
    expect(frames).toHaveLength(1);
    expect(frames[0].schema.fields.map(({ name }) => name)).toEqual(['Time', '__name__', 'job', 'Value']);
    expect(frames[0].data.values).toEqual([[1000, 2000], ['up', 'up'], ['node', 'node'], [1, 0]]); // prettier-ignore
  });

  it('has an empty frame where there is no series', async () => {
    fakePrometheus({ status: 'success', data: { resultType: 'matrix', result: [] } });
    expect((await run({})).frames).toMatchObject([{ schema: { fields: [] } }]);
  });

  it("hands on Prometheus's own error", async () => {
    fakePrometheus({ status: 'error', errorType: 'bad_data', error: 'parse error' }, 400);
    expect(await run({})).toEqual({ status: 400, error: 'bad_data: parse error', frames: [] });
  });

  it('says what to do where nothing answers', async () => {
    globalThis.fetch = jest.fn(() => Promise.reject(new Error('connection refused')));
    const { error } = await run({});
    expect(error).toMatch(/^No Prometheus answers at http:\/\/prometheus\. .*PROMETHEUS_URL/);
  });
});
