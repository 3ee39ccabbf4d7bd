import type { DataFrame, FieldConfig } from '@grafana/data';
import { FieldType, toDataFrame } from '@grafana/data';

import { axesOf } from './levelScale';

function frame(
  values: Array<number | null>,
  config: FieldConfig = {},
  times = values.map((_, index) => index)
): DataFrame {
  return toDataFrame({
    fields: [
      { name: 'time', type: FieldType.time, values: times },
      { name: 'value', type: FieldType.number, values, config },
    ],
  });
}

function positionIn(frames: DataFrame[], value: number, to = 100) {
  return axesOf(frames, 0, to)(frames[0].fields[1])?.positionOf(value);
}

describe('axesOf', () => {
  it('spans the hard limits of an axis', () => {
    const frames = [frame([20, 80], { min: 0, max: 100 })];
    expect([0, 25, 100].map((value) => positionIn(frames, value))).toEqual([0, 0.25, 1]);
  });

  it('pads the values as Grafana does', () => {
    const frames = [frame([20, 80])];
    expect(positionIn(frames, 20)).toBeGreaterThan(0);
    expect(positionIn(frames, 80)).toBeLessThan(1);
    expect(positionIn(frames, 50)).toBeCloseTo(0.5, 5);
  });

  it('shares an axis with fields of the same unit, and with no others', () => {
    const alone = positionIn([frame([0, 10])], 10) ?? 0;
    expect(positionIn([frame([0, 10]), frame([0, 100])], 10)).toBeLessThan(alone);
    expect(positionIn([frame([0, 10]), frame([0, 100], { unit: 'percent' })], 10)).toBe(alone);
  });

  it('is from 0 to 1 for booleans, whatever they are called', () => {
    const fields = [
      { name: 'time', type: FieldType.time, values: [1, 2] },
      { name: 'up', type: FieldType.boolean, values: [true, true], config: { unit: 'bool_on_off', max: 100 } },
    ];
    expect([0, 0.5, 1].map((value) => positionIn([toDataFrame({ fields })], value))).toEqual([0, 0.5, 1]);
  });

  it('reads times that are texts', () => {
    const frames = [frame([20, 80])];
    const texts = [frame([20, 80], {}, ['1970-01-01T00:00:00.000Z', '1970-01-01T00:00:00.001Z'] as never)];
    expect(positionIn(texts, 30)).toBe(positionIn(frames, 30));
  });

  it('leaves hidden series and values out of view out of the extent', () => {
    const alone = positionIn([frame([0, 10])], 10);
    expect(positionIn([frame([0, 10]), frame([0, 100], { custom: { hideFrom: { viz: true } } })], 10)).toBe(alone);
    expect(positionIn([frame([0, 10, 900], {}, [0, 1, 500])], 10)).toBe(alone);
  });

  it('follows a logarithmic axis', () => {
    const frames = [frame([1, 100], { custom: { scaleDistribution: { type: 'log', log: 10 } } })];
    expect(positionIn(frames, 10)).toBeCloseTo(0.5, 5);
  });

  it.each<[string, FieldConfig]>([
    ['stacked', { custom: { stacking: { mode: 'normal', group: 'A' } } }],
    ['turned round', { custom: { transform: 'negative-Y' } }],
  ])('knows no position on an axis whose values are %s', (_, config) => {
    expect(positionIn([frame([1, 2], config)], 1)).toBeUndefined();
  });

  it('knows no position where there is nothing to draw', () => {
    expect(positionIn([frame([])], 1)).toBeUndefined();
    expect(positionIn([frame([null, null])], 1)).toBeUndefined();
  });
});
