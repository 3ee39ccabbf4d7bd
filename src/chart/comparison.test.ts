import type { DataFrame, Field } from '@grafana/data';
import { FieldType, toDataFrame } from '@grafana/data';

import { metricProtocol } from '../testing/metricProtocol';
import { DAY, HOUR } from '../time/units';
import { comparisonOf, counterpartOf, drawnTimes } from './comparison';
import { axesOf } from './levelScale';
import { framesOf } from './markedData';

const TIMES = [DAY, DAY + HOUR];
const META = { timeCompare: { isTimeShiftQuery: true, diffMs: -DAY } };

type Values = Array<{ name: string; values?: unknown[]; type?: FieldType; labels?: Field['labels'] }>;

function frame(refId: string | undefined, values: Values, overrides: Partial<DataFrame> = {}): DataFrame {
  const fields = values.map(({ name, type = FieldType.number, values: given = [1, 2], labels }) => ({
    ...{ name, type, labels, values: given },
  }));
  return toDataFrame({
    refId,
    fields: [{ name: 'time', type: FieldType.time, values: TIMES }, ...fields],
    ...overrides,
  });
}

/** The same a day before. */
function dayBefore(refId: string, values: Values): DataFrame {
  const other = frame(`${refId}-compare`, values);
  const [time, ...rest] = other.fields;
  return { ...other, meta: META, fields: [{ ...time, values: TIMES.map((at) => at - DAY) }, ...rest] };
}

const host = (name: string): Values => [{ name: 'load', labels: { host: name } }];

describe('the other period of a frame', () => {
  const series = [
    ...[frame('A', host('a')), dayBefore('A', host('a')), frame('B', host('b')), frame('A', host('c'))],
    ...[dayBefore('B', host('b')), dayBefore('A', host('c'))],
  ];

  it.each([
    [0, 1],
    [3, 5],
    [2, 4],
  ])('of frame %d is frame %d: of its query, and at its place there', (frameIndex, other) => {
    expect(comparisonOf(series, frameIndex)).toBe(series[other]);
  });

  it('is none where nothing is compared, or fewer came back', () => {
    expect(comparisonOf([frame('A', host('a')), dayBefore('B', host('a'))], 0)).toBeUndefined();
    expect(comparisonOf([frame('A', host('a')), frame('A', host('b')), dayBefore('A', host('a'))], 1)).toBeUndefined();
  });

  it('is what its frame says it is, not what it is called', () => {
    expect(comparisonOf([frame('A', host('a')), frame('A-compare', host('a'))], 0)).toBeUndefined();
  });

  it('has the field at the same place, or of the same name and labels', () => {
    const two: Values = [...host('a'), ...host('b')];
    const other = dayBefore('A', two);
    expect(counterpartOf(frame('A', two), other, 2)).toBe(other.fields[2]);
    expect(counterpartOf(frame('A', host('b')), other, 1)).toBe(other.fields[2]);
    expect(counterpartOf(frame('A', host('d')), other, 1)).toBeUndefined();
  });
});

describe('the times of the other period', () => {
  const present = frame('A', host('a'));
  const other = dayBefore('A', host('a'));

  it('are drawn over the present ones', () => {
    expect(drawnTimes(other, [present, other], DAY)).toEqual(TIMES);
    expect(drawnTimes(present, [present, other], DAY)).toEqual(TIMES);
  });

  it('stay where nothing is compared with them, and where they are in view', () => {
    expect(drawnTimes(other, [other], DAY)).toEqual(other.fields[0].values);
    expect(drawnTimes({ ...present, refId: 'A-compare', meta: META }, [present], DAY)).toEqual(TIMES);
  });

  it('stretch the axis as the chart does', () => {
    const higher = dayBefore('A', [{ name: 'load', values: [100, 200] }]);
    const [, field] = present.fields;
    const alone = axesOf([present], DAY, 2 * DAY)(field);
    const compared = axesOf([present, higher], DAY, 2 * DAY)(field);
    expect(alone?.max).toBeLessThan(10);
    expect(compared?.max).toBeGreaterThanOrEqual(200);
  });
});

describe('the chart of a row', () => {
  const metricAt = (frameIndex: number, fieldIndex: number) => metricProtocol({ frameIndex, fieldIndex });
  const drawn = (series: DataFrame[], frameIndex: number, fieldIndex: number) =>
    framesOf(series, [metricAt(frameIndex, fieldIndex)], true).map(({ refId, fields }) => [
      refId,
      ...fields.map(({ name }) => name),
    ]);
  const two: Values = [{ name: 'load' }, { name: 'visits' }];
  const state = { name: 'state', type: FieldType.enum, values: [0, 1] };
  const up = { name: 'up', type: FieldType.boolean, values: [true, false] };

  it('draws its metric, and the same of the other period', () => {
    const series = [frame('A', two), dayBefore('A', two), dayBefore('B', two)];
    expect(drawn(series, 0, 2)).toEqual([
      ['A', 'time', 'visits'],
      ['A-compare', 'time', 'visits'],
    ]);
  });

  it('draws what is beside its metric and has no row of its own', () => {
    expect(drawn([frame('A', [...two, state, up])], 0, 1)).toEqual([['A', 'time', 'load', 'state']]);
  });

  it('draws, as the first one, frames without a metric', () => {
    const series = [frame('S', [state]), frame('A', two)];
    expect(drawn(series, 1, 1)).toEqual([
      ['A', 'time', 'load'],
      ['S', 'time', 'state'],
    ]);
    expect(drawn(series, 1, 2)).toEqual([['A', 'time', 'visits']]);
  });

  it('is the very data where it draws all metrics', () => {
    const series = [frame('A', two), dayBefore('A', two)];
    expect(framesOf(series, [metricAt(0, 1)], false)).toBe(series);
  });
});
