import type { DataFrame, QueryResultMeta } from '@grafana/data';
import { createDataFrame, FieldType, outerJoinDataFrames } from '@grafana/data';

import { keepRows } from './cadence';
import { findMetrics } from './metrics';
import { MINUTE, SECOND } from '../time/units';

/** A sample a step, the first at the epoch. */
function frameOf(
  stepMs: number,
  count: number,
  rest: { interval?: number; meta?: QueryResultMeta; name?: string } = {}
) {
  const { interval = stepMs, meta, name = 'Value' } = rest;
  return createDataFrame({
    meta,
    fields: [
      { name: 'Time', type: FieldType.time, config: { interval }, values: rows(count).map((row) => row * stepMs) },
      { name, type: FieldType.number, values: rows(count) },
    ],
  });
}

function rows(count: number): number[] {
  return Array.from({ length: count }, (_, row) => row);
}

function cadencesIn(frames: DataFrame[], rowsKept = true) {
  const metrics = findMetrics(frames, { rowsKept });
  return [metrics].flat().map((metric) => {
    const { intervalMs, everyStep } = Object(metric);
    return [intervalMs, everyStep];
  });
}

const MATRIX: QueryResultMeta = { custom: { resultType: 'matrix' } };

describe('readCadence', () => {
  it.each<[string, DataFrame, unknown]>([
    ['a Prometheus range', frameOf(15 * SECOND, 9, { meta: MATRIX }), [15 * SECOND, true]],
    [
      'a Loki range',
      frameOf(MINUTE, 9, { meta: { executedQueryString: 'Expr: sum(rate({a="b"}[5m]))\nStep: 1m0s' } }),
      [MINUTE, true],
    ],
    ['a sparse Prometheus range', frameOf(MINUTE, 9, { meta: MATRIX, interval: 15 * SECOND }), [15 * SECOND, true]],
  ])('%s is evaluated every step', (_, frame, expected) => {
    expect(cadencesIn([frame])).toEqual([expected]);
  });

  it.each<[string, DataFrame, unknown]>([
    ['an interval alone', frameOf(MINUTE, 9), [MINUTE, undefined]],
    [
      'a Loki query of a moment',
      frameOf(MINUTE, 9, { meta: { executedQueryString: 'Expr: {a="b"}' } }),
      [MINUTE, undefined],
    ],
    ['exemplars', frameOf(MINUTE, 9, { meta: { custom: { resultType: 'exemplar' } } }), [MINUTE, undefined]],
    ['meta of another kind', frameOf(MINUTE, 9, { meta: { custom: { stats: [] } } }), [MINUTE, undefined]],
    [
      'SQL that names a step',
      frameOf(MINUTE, 9, { meta: { executedQueryString: "SELECT 'Step: 15s' FROM a" } }),
      [MINUTE, undefined],
    ],
    [
      'samples that are farther apart than their interval',
      frameOf(10 * MINUTE, 9, { interval: MINUTE }),
      [MINUTE, undefined],
    ],
    ['one sample', frameOf(MINUTE, 1), [MINUTE, undefined]],
  ])('%s is a cadence', (_, frame, expected) => {
    expect(cadencesIn([frame])).toEqual([expected]);
  });

  it.each<[string, number | undefined]>([
    ['no interval, as of VictoriaMetrics', undefined],
    ['an interval of nothing', 0],
    ['an interval that is none', NaN],
  ])('a matrix with %s says no step', (_, interval) => {
    const frame = frameOf(MINUTE, 9, { meta: MATRIX });
    frame.fields[0].config.interval = interval;
    expect(cadencesIn([frame])).toEqual([[undefined, undefined]]);
  });

  it('a matrix of which a transformation dropped rows is a cadence', () => {
    expect(cadencesIn([frameOf(15 * SECOND, 9, { meta: MATRIX })], false)).toEqual([[15 * SECOND, undefined]]);
  });
});

describe('a joined frame', () => {
  const fast = frameOf(15 * SECOND, 41, { name: 'fast', meta: MATRIX });
  const slow = frameOf(MINUTE, 11, { name: 'slow', meta: MATRIX });
  const joined = (...frames: DataFrame[]) => outerJoinDataFrames({ frames })!;

  it.each([
    [
      'the faster one first',
      [fast, slow],
      [
        [15 * SECOND, undefined],
        [undefined, undefined],
      ],
    ],
    [
      'the slower one first',
      [slow, fast],
      [
        [MINUTE, undefined],
        [undefined, undefined],
      ],
    ],
    [
      'two of one step',
      [fast, frameOf(15 * SECOND, 41, { name: 'other' })],
      [
        [15 * SECOND, undefined],
        [15 * SECOND, undefined],
      ],
    ],
  ])('has a step for those columns whose step it is: %s', (_, frames, expected) => {
    expect(cadencesIn([joined(...frames)])).toEqual(expected);
  });

  it('by the times of both has the step of neither, where the samples are farther apart', () => {
    const inner = { ...frameOf(10 * MINUTE, 9, { interval: 15 * SECOND }), refId: 'joinByField-A-B' };
    expect(cadencesIn([inner])).toEqual([[undefined, undefined]]);
  });
});

describe('keepRows', () => {
  it.each<[string, string[] | undefined, boolean]>([
    ['nobody knows', undefined, true],
    ['there is none', [], true],
    ['fields are hidden, named and ordered', ['organize', 'renameByRegex', 'filterFieldsByName'], true],
    ['a field is calculated', ['calculateField'], true],
    ['values are filtered', ['organize', 'filterByValue'], false],
    ['the first rows are kept', ['limit'], false],
    ['frames are joined', ['joinByField'], false],
    ['there is one that is not known', ['someday'], false],
  ])('where %s', (_, ids, expected) => {
    expect(keepRows(ids?.map((id) => ({ id })))).toBe(expected);
  });
});
