import type { FieldConfig } from '@grafana/data';
import { FieldType, ThresholdsMode, toDataFrame } from '@grafana/data';

import { readThresholds } from '../rule/thresholds';
import { readNativeThresholds } from './nativeThresholds';

const PERCENT = {
  mode: ThresholdsMode.Percentage,
  steps: [
    { value: -Infinity, color: 'green' },
    { value: 50, color: 'orange' },
    { value: 75, color: 'red' },
  ],
};

const read = (config: FieldConfig, type = FieldType.number) =>
  readThresholds(readNativeThresholds(toDataFrame({ fields: [{ name: 'a', type, values: [1], config }] }).fields[0]));

describe('percentage thresholds', () => {
  it.each<[string, FieldConfig, number, number]>([
    ['min and max', { min: 0, max: 200 }, 100, 150],
    [
      'min and max, whatever the soft ones are',
      { min: 0, max: 200, custom: { axisSoftMin: 9, axisSoftMax: 10 } },
      100,
      150,
    ],
    ['soft min and soft max', { custom: { axisSoftMin: -100, axisSoftMax: 100 } }, 0, 50],
    ['min and soft max', { min: 100, custom: { axisSoftMax: 500 } }, 300, 400],
    ['soft min and max', { max: 40, custom: { axisSoftMin: 0 } }, 20, 30],
  ])('are of %s', (_, config, warning, critical) => {
    expect(read({ thresholds: PERCENT, ...config })).toEqual({ levels: { direction: 'above', warning, critical } });
  });

  it.each<[string, FieldConfig]>([
    ['nothing', {}],
    ['one end alone', { max: 100 }],
    ['one soft end alone', { custom: { axisSoftMin: 0 } }],
    ['ends that are none', { min: NaN, custom: { axisSoftMin: '0', axisSoftMax: null } }],
    ['no distance', { min: 5, max: 5 }],
    ['ends that are swapped', { min: 10, max: 0 }],
  ])('of %s are no numbers', (_, config) => {
    expect(read({ thresholds: PERCENT, ...config })).toEqual({
      rangeless: { direction: 'above', warning: 50, critical: 75 },
    });
  });

  it('of a boolean field are of its axis, from 0 to 1', () => {
    expect(read({ thresholds: PERCENT }, FieldType.boolean).levels).toMatchObject({ warning: 0.5, critical: 0.75 });
  });

  it('need no range where they are numbers', () => {
    const thresholds = { ...PERCENT, mode: ThresholdsMode.Absolute };
    expect(read({ thresholds }).levels).toMatchObject({ warning: 50, critical: 75 });
  });
});
