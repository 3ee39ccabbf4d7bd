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

  it('draws the other period of a time comparison over the present one, where that is drawn', () => {
    const at = range.from.valueOf();
    const times = (from: number) => ({ ...time, values: [from, from + 1000] });
    const x = { name: 'x', type: FieldType.number, values: [1, 2] };
    const present = { ...frame(times(at), x), refId: 'A' };
    const meta = { timeCompare: { isTimeShiftQuery: true, diffMs: -5000 } };
    const other = { ...frame(times(at - 5000), x), refId: 'A-compare', meta };
    const drawn = graphableFrames([present, other], range)?.[1];
    expect(drawn?.fields[0].values).toEqual(times(at).values);
    expect(drawn?.fields[1].config.custom).toMatchObject({ lineStyle: { fill: 'dash' } });
    expect(graphableFrames([other], range)?.[0].fields[0].values).toContain(at - 5000);
  });
});
