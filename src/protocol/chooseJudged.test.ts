import type { DataFrame, DataQueryRequest, ScopedVars } from '@grafana/data';
import { FieldType, toDataFrame } from '@grafana/data';

import { findMetrics } from '../frames/metrics';
import { panelRequest, sceneVariable } from '../testing/panelRequest';
import { mayBeTransformed } from '../panel/judgeOn/transformations';
import { chooseJudged } from './chooseJudged';
import type { PanelMetric } from './input';
import type { NoMetric } from './metric';
import type { JudgedOn } from './protocol';

const FIXED = { lookBackMs: 86_400_000, stepMs: 60_000 } as const;

/** A series with its samples, by time. */
function series(name: string, samples: Record<number, number>, refId = 'A'): DataFrame {
  const times = Object.keys(samples).map(Number);
  return toDataFrame({
    refId,
    name,
    fields: [
      { name: 'time', type: FieldType.time, values: times, config: { interval: 60_000 } },
      { name: 'value', type: FieldType.number, values: Object.values(samples) },
    ],
  });
}

/** Metrics as they are handed in; the rule of each is that of its own data. */
function metricsOf(frames: DataFrame[]): PanelMetric[] | NoMetric {
  const found = findMetrics(frames);
  return typeof found === 'string'
    ? found
    : found.map((metric) => ({ metric, format: String, formatLevel: String, color: '', rule: { default: frames } }));
}

/** Chooses between what is in view and an answer. */
function chosen(view: DataFrame[], lookBack?: DataFrame[], request?: DataQueryRequest) {
  const answer = lookBack && {
    metrics: metricsOf(lookBack),
    errors: [],
    mayBeTransformed: mayBeTransformed(request),
  };
  return chooseJudged(metricsOf(view), { mode: 'fixed', ...FIXED, answer });
}

/** What is chosen, a line a metric: its query's frame, whether it is in view, and how many samples are judged. */
function choose(view: DataFrame[], lookBack: DataFrame[] | undefined) {
  const { pairs, judgedOn } = chosen(view, lookBack);
  return {
    judgedOn,
    pairs:
      typeof pairs === 'string'
        ? pairs
        : pairs.map(({ metric, inView, judged }) => [metric.id.split('"')[3], inView, judged?.samples.times.length]),
  };
}

const JOIN = { id: 'joinByField', options: {} };

const A = series('a', { 1: 10, 2: 20 });
const B = series('b', { 1: 30 });
const A_BEFORE = series('a', { 1: 10, 2: 20, 3: 30 });

describe('chooseJudged', () => {
  it.each<[string, DataFrame[], DataFrame[], unknown]>([
    [
      'what is there in both',
      [A, B],
      [A_BEFORE, B],
      [
        ['a', true, 3],
        ['b', true, 1],
      ],
    ],
    [
      'what is not in view, too',
      [A],
      [A_BEFORE, B],
      [
        ['a', true, 3],
        ['b', false, 1],
      ],
    ],
    [
      'what only is in view as one without data',
      [A, B],
      [A_BEFORE],
      [
        ['a', true, 3],
        ['b', true, 0],
      ],
    ],
    ['what is known where nothing is in view', [], [A_BEFORE], [['a', false, 3]]],
    [
      'all as without data where the look-back has none',
      [A, B],
      [],
      [
        ['a', true, 0],
        ['b', true, 0],
      ],
    ],
    [
      'in the order of the look-back, which no zoom changes',
      [B, A],
      [A_BEFORE, B],
      [
        ['a', true, 3],
        ['b', true, 1],
      ],
    ],
    ['nothing where there is nothing', [], [], 'noData'],
  ])('judges %s', (_, view, lookBack, pairs) => {
    expect(choose(view, lookBack)).toEqual({ pairs, judgedOn: { mode: 'fixed', ...FIXED } });
  });

  it('waits for the first answer', () => {
    const { pairs, judgedOn } = choose([A], undefined);
    expect(judgedOn).toEqual({ mode: 'fixed', ...FIXED, awaited: true });
    expect(pairs).toEqual([['a', true, undefined]]);
  });

  it.each<[string, ScopedVars | undefined, JudgedOn]>([
    ['another name may hide', undefined, { mode: 'view', because: 'transformations' }],
    ['joined', sceneVariable({ transformations: [JOIN] }), { mode: 'view', because: 'transformations' }],
    ['just others than today', sceneVariable({ transformations: [] }), { mode: 'fixed', ...FIXED }],
  ])('where nothing in view is what the queries return, because series are %s', (_, scopedVars, expected) => {
    const view = [series('Of last March', { 1: 1 })];
    expect(chosen(view, [A, B], panelRequest({ scopedVars })).judgedOn).toEqual(expected);
  });

  it('judges the view where nobody asked for anything else', () => {
    const { pairs, judgedOn } = chooseJudged(metricsOf([A]), { mode: 'view' });
    expect(judgedOn).toEqual({ mode: 'view' });
    expect(pairs).toMatchObject([{ inView: true }]);
  });

  it('gives a metric that is not in view no place and no samples there', () => {
    const { pairs } = chosen([A], [A, B]);
    expect(pairs[1]).toMatchObject({
      metric: { frameIndex: -1, fieldIndex: -1, samples: { times: [], values: [] } },
      judged: { samples: { times: [1], values: [30] }, intervalMs: 60_000 },
    });
  });

  it('reads the rule of the look-back’s field, and of the view’s where there is no other', () => {
    const view = [A, B];
    const lookBack = [A_BEFORE];
    const { pairs } = chosen(view, lookBack);
    expect(pairs).toMatchObject([{ rule: { default: lookBack } }, { rule: { default: view } }]);
  });
});
