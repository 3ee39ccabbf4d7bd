import type { FieldConfig } from '@grafana/data';
import { FieldType, toDataFrame } from '@grafana/data';

import { belongTogether } from './belongTogether';

/** A frame a query, each with one field; a metric for each. */
function together(...configs: FieldConfig[]): boolean {
  const series = configs.map((config, index) => frame(`m${index}`, config));
  return belongTogether(
    series,
    configs.map((_, frameIndex) => ({ frameIndex, fieldIndex: 1 }))
  );
}

const frame = (name: string, config: FieldConfig) =>
  toDataFrame({
    fields: [
      { name: 'time', type: FieldType.time, values: [1, 2] },
      { name, type: FieldType.number, values: [1, 2], config },
    ],
  });

const custom = (unit: string, options: object): FieldConfig => ({ unit, custom: options });
const stacked = (unit: string, mode: string, group = 'A') => custom(unit, { stacking: { mode, group } });

describe('belongTogether', () => {
  it.each<[string, FieldConfig[], boolean]>([
    ['one metric', [{ unit: 'ms' }], false],
    ['two units', [{ unit: 'ms' }, { unit: 'percent' }], false],
    ['three units', [{ unit: 'ms' }, { unit: 'percent' }, {}], false],
    ['one unit', [{ unit: 'ms' }, { unit: 'ms' }], true],
    ['one unit, and another one', [{ unit: 'ms' }, { unit: 'percent' }, { unit: 'ms' }], true],
    ['one unit on two axes', [custom('ms', { axisPlacement: 'left' }), custom('ms', { axisPlacement: 'right' })], true],
    ['no unit at all', [{}, {}], true],
    ['plain numbers', [{ unit: 'short' }, { unit: 'none' }], true],
    ['one name for both axes', [custom('ms', { axisLabel: 'Cost' }), custom('s', { axisLabel: 'Cost' })], true],
    ['two names for the axes', [custom('ms', { axisLabel: 'Cost' }), custom('s', { axisLabel: 'Gain' })], false],
    ['no names for the axes', [custom('ms', { axisLabel: '' }), custom('s', { axisLabel: '' })], false],
    ['two sides', [custom('ms', { axisPlacement: 'left' }), custom('s', { axisPlacement: 'right' })], false],
    ['an axis that is hidden', [custom('ms', {}), custom('s', { axisPlacement: 'hidden' })], true],
    ['a stack', [stacked('ms', 'normal'), stacked('s', 'normal')], true],
    ['a percent stack', [stacked('ms', 'percent'), stacked('s', 'percent')], true],
    ['two stacks', [stacked('ms', 'normal', 'A'), stacked('s', 'normal', 'B')], false],
    ['stacking that is off', [stacked('ms', 'none'), stacked('s', 'none')], false],
    ['a band', [custom('ms', { fillBelowTo: 'm1' }), custom('s', {})], true],
    ['bars', [custom('ms', { drawStyle: 'bars' }), custom('s', { drawStyle: 'bars' })], true],
    ['bars and a line', [custom('ms', { drawStyle: 'bars' }), custom('s', { drawStyle: 'line' })], false],
    ['options that are none', [{ unit: 'ms', custom: null as never }, custom('s', { stacking: 3 })], false],
  ])('%s', (_, configs, expected) => {
    expect(together(...configs)).toBe(expected);
  });

  it('keeps what is drawn beside the metrics, such as the time that they are compared with', () => {
    const series = [frame('now', { unit: 'ms' }), frame('rate', { unit: 'percent' }), frame('a week ago', {})];
    const metrics = [0, 1].map((frameIndex) => ({ frameIndex, fieldIndex: 1 }));
    expect(belongTogether(series, metrics)).toBe(true);
    expect(belongTogether(series.slice(0, 2), metrics)).toBe(false);
  });

  it.each([FieldType.enum, FieldType.boolean])('keeps a field beside a metric that no card is about: %s', (type) => {
    const [time, ...numbers] = frame('load', { unit: 'ms' }).fields;
    const other = { name: 'other', type, values: [0, 1], config: {} };
    const series = [toDataFrame({ fields: [time, ...numbers, other] })];
    expect(belongTogether(series, [{ frameIndex: 0, fieldIndex: 1 }])).toBe(true);
  });

  it('asks nothing of a metric that is not in view', () => {
    expect(belongTogether([frame('a', { unit: 'ms' })], [{ frameIndex: 0, fieldIndex: 1 }])).toBe(false);
    expect(belongTogether([], [{ frameIndex: -1, fieldIndex: -1 }])).toBe(false);
  });
});
