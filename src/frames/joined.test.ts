import { createDataFrame, FieldType, outerJoinDataFrames } from '@grafana/data';
import type { DataFrame } from '@grafana/data';

import { buildProtocol } from '../protocol/buildProtocol';
import { mergeHistory } from '../rule/history';
import { findMetrics } from './metrics';
import { HOUR, MINUTE, SECOND } from '../time/units';

/** Fri 20 Nov 2026, 12:00:20 UTC. */
const NOW = Date.UTC(2026, 10, 20, 12, 0, 20);
const SPAN = { from: NOW - HOUR, to: NOW, now: NOW, asked: NOW };

/** The last hour at multiples of a step. */
function frameOf(name: string, stepMs: number, value: (time: number) => number): DataFrame {
  const first = Math.ceil((NOW - HOUR) / stepMs) * stepMs;
  const times = Array.from({ length: Math.floor((NOW - first) / stepMs) + 1 }, (_, row) => first + row * stepMs);
  return createDataFrame({
    fields: [
      { name: 'Time', type: FieldType.time, config: { interval: stepMs }, values: times },
      { name, type: FieldType.number, values: times.map(value) },
    ],
  });
}

const ACT = { owner: 'Team', action: 'Do it', automation: 'none' };

/** The state of each metric by name, all by one rule. */
function statesOf(frames: DataFrame[], rule: object) {
  const metrics = findMetrics(frames);
  if (typeof metrics === 'string') {
    throw new Error(metrics);
  }
  const history = (name: string) =>
    name === 'Calls' ? mergeHistory({}) : mergeHistory({ override: { ...ACT, ...rule } });
  const ruled = metrics.map((metric) => ({
    metric,
    history: history(metric.name),
    format: String,
    formatLevel: String,
    color: '',
  }));
  const { metrics: told } = buildProtocol(ruled, { judged: SPAN, view: SPAN }, []);
  return Object.fromEntries(told.map(({ name, now, view }) => [name, { state: now.state, view }]));
}

/** After the first minute, before which no volume is known. */
function tooFewIn({ view }: ReturnType<typeof statesOf>[string]) {
  return view.tooFewStretches.filter(({ to }) => to > NOW - HOUR + MINUTE);
}

const join = (...frames: DataFrame[]) => [outerJoinDataFrames({ frames })!];

describe('series of two steps', () => {
  const rule = { operator: '>', critical: 100, for: '5m' };
  const frames = [frameOf('fast', 15 * SECOND, () => 50), frameOf('slow', MINUTE, () => 150)];

  it.each([
    ['side by side', frames],
    ['joined by time', join(...frames)],
    ['joined by time, the slower one first', join(...[...frames].reverse())],
    [
      'joined by time, of a quarter of an hour',
      join(
        frames[0],
        frameOf('slow', 15 * MINUTE, () => 150)
      ),
    ],
  ])('%s are each judged by its own', (_, given) => {
    const { fast, slow } = statesOf(given, rule);
    expect([fast.state, slow.state]).toEqual(['normal', 'firing']);
    expect(slow.view.segments.map(({ state }) => state)).not.toContain('nodata');
  });
});

describe('a volume', () => {
  const rule = { operator: '>', critical: 100, for: '5m', minVolume: 20, volumeSeries: 'Calls' };
  const rate = frameOf('rate', 15 * SECOND, () => 150);

  it.each([
    ['side by side', (calls: DataFrame) => [rate, calls]],
    ['joined by time', (calls: DataFrame) => join(rate, calls)],
  ])('of a slower query counts for each of its own steps: %s', (_, frames) => {
    const enough = statesOf(frames(frameOf('Calls', MINUTE, () => 500)), rule);
    expect(enough.rate.state).toBe('firing');
    expect(tooFewIn(enough.rate)).toEqual([]);
    const few = statesOf(frames(frameOf('Calls', MINUTE, () => 5)), rule);
    expect(few.rate.state).toBe('unknown');
  });

  it('is not known for longer than its step', () => {
    const calls = frameOf('Calls', MINUTE, (time) => (time > NOW - 10 * MINUTE ? NaN : 500));
    expect(tooFewIn(statesOf([rate, calls], rule).rate)).toHaveLength(1);
  });

  it.each([
    ['of a minute, which is the source’s own step', MINUTE],
    ['that lasts for longer than a value holds by itself', 8 * MINUTE],
  ])('too small for a while, %s, ends no breach', (_, length) => {
    const isFew = (time: number) => time > NOW - 20 * MINUTE && time <= NOW - 20 * MINUTE + length;
    const calls = frameOf('Calls', 15 * SECOND, (time) => (isFew(time) ? 3 : 500));
    const { state, view } = statesOf([rate, calls], rule).rate;
    expect(state).toBe('firing');
    expect(view.breaches).toHaveLength(1);
    expect(view.segments.map((segment) => segment.state)).not.toContain('nodata');
  });
});
