import type { FieldConfig } from '@grafana/data';
import { FieldType, ThresholdsMode, createTheme, toDataFrame } from '@grafana/data';

import { SPAN, metricProtocol } from '../testing/metricProtocol';
import { DAY } from '../time/units';
import { timeWords } from '../locales/timeWords';
import { plain } from '../testing/plain';
import { valuesBeyond } from './edges';
import { axesOf } from './levelScale';
import { withThresholds } from './markedData';
import { nameLevels } from './nameLevels';
import { veilsOf } from './veils';

const { from, to } = SPAN;
const SETTLED_TO = to - 15 * DAY;
const TIMES = [from, from + 20 * DAY, SETTLED_TO, to - 5 * DAY, to];

function frameOf(...columns: Array<[values: number[], config?: FieldConfig]>) {
  return toDataFrame({
    refId: 'A',
    fields: [
      { name: 'Time', type: FieldType.time, values: TIMES },
      ...columns.map(([values, config], index) => ({ name: `m${index}`, type: FieldType.number, values, config })),
    ],
  });
}

const FALLING = [27, 26, 17, 9, 1];

function axisOf(config: FieldConfig, settledTo: (place: number) => number | undefined = () => SETTLED_TO) {
  const frame = frameOf([FALLING, config], [FALLING, config]);
  return axesOf([frame], from, to, (field) => settledTo(frame.fields.indexOf(field)))(frame.fields[1]);
}

describe('an axis whose values settle', () => {
  it('ends where the settled values do, with the usual room', () => {
    const axis = axisOf({});
    expect(axis?.isSettled).toBe(true);
    expect(axis?.min).toBeGreaterThan(9);
    expect(axis?.min).toBeLessThanOrEqual(17);
    expect(axis?.max).toBeGreaterThanOrEqual(27);
  });

  it.each<[string, FieldConfig]>([
    ['somebody set its minimum', { min: 0 }],
    ['somebody set its maximum', { max: 100 }],
    ['it is logarithmic', { custom: { scaleDistribution: { type: 'log', log: 10 } } }],
    ['its thresholds are percentages', { thresholds: { mode: ThresholdsMode.Percentage, steps: [] } }],
  ])('shows all of them where %s', (_, config) => {
    const axis = axisOf(config);
    expect(axis?.isSettled).toBe(false);
    expect(axis?.min).toBeLessThanOrEqual(1);
  });

  it('shows all of them where its metrics settle at several moments, or some at once', () => {
    expect(axisOf({}, (place) => SETTLED_TO + place * DAY)?.isSettled).toBe(false);
    expect(axisOf({}, (place) => (place === 1 ? SETTLED_TO : undefined))?.isSettled).toBe(false);
  });

  it('shows all of them where none in view has settled', () => {
    expect(axisOf({}, () => from - DAY)?.isSettled).toBe(false);
  });

  it('gives the same ends to every field of it, and leaves what is saved as it is', () => {
    const frame = frameOf([FALLING], [[20, 21, 22, 23, 24]]);
    const axes = axesOf([frame], from, to, () => SETTLED_TO);
    const dressed = withThresholds([frame], [frame], [], { theme: createTheme(), axes, alone: false, levels: 'lines' });
    const ends = dressed[0].fields.slice(1).map(({ config: { min, max } }) => ({ min, max }));
    expect(ends[0]).toEqual(ends[1]);
    expect(ends[0].min).toBe(axes(frame.fields[1])?.min);
    expect(frame.fields[1].config.min).toBeUndefined();
  });

  it('tells the farthest value that leaves it', () => {
    const frame = frameOf([FALLING]);
    const axes = axesOf([frame], from, to, () => SETTLED_TO);
    const metric = metricProtocol({ frameIndex: 0, fieldIndex: 1, unsettledFrom: SETTLED_TO });
    expect(valuesBeyond([metric], [frame], axes, SPAN)).toEqual([{ side: 'below', metric, value: 1, time: to }]);
    expect(valuesBeyond([metric], [frame], axesOf([frame], from, to), SPAN)).toEqual([]);
  });
});

describe('a level outside of the axis', () => {
  it('is told with how far the value is from it', () => {
    const frame = frameOf([[90, 91, 92, 91, 90]]);
    const metric = metricProtocol({
      frameIndex: 0,
      fieldIndex: 1,
      last: { value: 90, time: to },
      format: (value) => `${value.toFixed(1)}%`,
    });
    const labels = nameLevels([metric], [frame], axesOf([frame], from, to), () => true, {
      t: plain,
      times: timeWords(plain, { now: to, timeZone: 'utc' }),
    });
    expect(labels.map(({ text }) => text)).toEqual([
      expect.stringMatching(/^↓ 70\.0 to Critical < .*20/),
      expect.stringMatching(/^↓ 66\.0 to Warning < .*24/),
    ]);
  });
});

describe('a veil', () => {
  const unsettled = metricProtocol({ unsettledFrom: SETTLED_TO });

  it('lies over what has not settled', () => {
    const [veil, ...others] = veilsOf([unsettled, unsettled], SPAN);
    expect(others).toEqual([]);
    expect(veil.from).toBeCloseTo(1 - 15 / 84);
    expect(veil.to).toBe(1);
  });

  it('hides nothing that is judged of another metric', () => {
    expect(veilsOf([unsettled, metricProtocol()], SPAN)).toEqual([]);
    expect(veilsOf([unsettled, metricProtocol({ unsettledFrom: SETTLED_TO + DAY })], SPAN)).toEqual([]);
  });

  it('lies over all of a view in which nothing has settled', () => {
    expect(veilsOf([metricProtocol({ unsettledFrom: from - DAY })], SPAN)).toEqual([{ from: 0, to: 1 }]);
  });

  it('lies over what is too few, where no other metric is drawn', () => {
    const few = metricProtocol();
    const metric = { ...few, view: { ...few.view, tooFewStretches: [{ from, to: from + 42 * DAY }] } };
    expect(veilsOf([metric], SPAN)).toEqual([{ from: 0, to: 0.5 }]);
    expect(veilsOf([metric, few], SPAN)).toEqual([]);
  });
});
