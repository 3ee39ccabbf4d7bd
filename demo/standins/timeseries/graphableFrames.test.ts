import type { DataFrame } from '@grafana/data';
import { FieldType, getDefaultTimeRange, toDataFrame } from '@grafana/data';
import { graphableFrames } from './graphableFrames';

const range = getDefaultTimeRange();
const time = { name: 'time', type: FieldType.time, values: [1, 2] };

function frame(...fields: Array<{ name: string; type: FieldType; values: unknown[] }>): DataFrame {
  return toDataFrame({ fields });
}

describe('graphableFrames', () => {
  it.each<[string, DataFrame[]]>([
    ['nothing', []],
    ['no time', [frame({ name: 'x', type: FieldType.number, values: [1, 2] })]],
    ['no value', [frame(time, { name: 'x', type: FieldType.string, values: ['a', 'b'] })]],
    ['no rows', [frame({ ...time, values: [] }, { name: 'x', type: FieldType.number, values: [] })]],
  ])('is null for %s', (_, series) => {
    expect(graphableFrames(series, range)).toBeNull();
  });

  it('draws what is not finite as a gap, and leaves its input alone', () => {
    const input = frame(time, { name: 'x', type: FieldType.number, values: [NaN, Infinity] });
    expect(graphableFrames([input], range)?.[0].fields[1].values).toEqual([null, null]);
    expect(input.fields[1].values).toEqual([NaN, Infinity]);
  });

  it('draws booleans as steps between 0 and 1', () => {
    const input = frame(time, { name: 'x', type: FieldType.boolean, values: [true, false] });
    expect(graphableFrames([input], range)?.[0].fields[1]).toMatchObject({
      type: FieldType.number,
      values: [1, 0],
      config: { min: 0, max: 1, custom: { lineInterpolation: 'stepAfter' } },
    });
  });
});
