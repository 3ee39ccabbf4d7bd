import type { DataFrame, FieldDTO, QueryResultMeta } from '@grafana/data';
import { FieldType, createTheme, getDisplayProcessor, toDataFrame } from '@grafana/data';

import type { FieldMetric } from './metrics';
import { fieldFormatter, findMetrics } from './metrics';
import { MINUTE } from '../time/units';

const START = Date.UTC(2026, 2, 29, 0, 30);
const time = { name: 'time', type: FieldType.time, values: [START, START + MINUTE, START + 2 * MINUTE] };
const states = {
  name: 'state',
  type: FieldType.enum,
  values: [0, 1, 2],
  config: { type: { enum: { text: ['ok', 'slow', 'down'] } } },
};

const frame = (fields: FieldDTO[], meta?: QueryResultMeta): DataFrame => toDataFrame({ refId: 'A', fields, meta });
const samplesOf = (...series: DataFrame[]) => {
  const metrics = findMetrics(series);
  return typeof metrics === 'string' ? metrics : metrics.map(({ samples }) => samples);
};

describe('a boolean field', () => {
  it('is 1 and 0, and missing where it is', () => {
    const up = { name: 'up', type: FieldType.boolean, values: [true, false, null] };
    expect(samplesOf(frame([time, up]))).toEqual([{ times: time.values, values: [1, 0, null] }]);
  });

  it('is told in its own words', () => {
    const [metric] = findMetrics([
      frame([
        time,
        { name: 'up', type: FieldType.boolean, values: [true, false, true], config: { unit: 'bool_on_off' } },
      ]),
    ]) as FieldMetric[];
    const display = getDisplayProcessor({ field: metric.field, theme: createTheme() });
    const format = fieldFormatter({ ...metric.field, display });
    expect([format(1), format(0)]).toEqual(['On', 'Off']);
  });
});

describe('an enum field', () => {
  it('is drawn and not judged', () => {
    expect(samplesOf(frame([time, states]))).toBe('nothingToJudge');
  });

  it('leaves what is beside it', () => {
    const load = { name: 'load', type: FieldType.number, values: [1, 2, 3] };
    expect(samplesOf(frame([time, states, load]))).toHaveLength(1);
  });

  it('without times is not drawn', () => {
    expect(samplesOf(frame([states]))).toBe('noNumericField');
  });
});

describe('times as text', () => {
  const load = { name: 'load', type: FieldType.number, values: [1, 2, 3] };
  const timesOf = (values: unknown[]) => samplesOf(frame([{ ...time, values }, load]));

  it.each<[string, string[]]>([
    ['with a Z', ['2026-03-29T00:30:00Z', '2026-03-29T00:31:00Z', '2026-03-29T00:32:00Z']],
    ['with an offset', ['2026-03-29T02:30:00+02:00', '2026-03-29T02:31:00+02:00', '2026-03-29T02:32:00+02:00']],
    ['to the millisecond', ['2026-03-29T00:30:00.000Z', '2026-03-29T00:31:00.000Z', '2026-03-29T00:32:00.000Z']],
  ])('are read %s', (_, values) => {
    expect(timesOf(values)).toMatchObject([{ times: time.values }]);
  });

  it('are no times where they can’t be read', () => {
    expect(timesOf(['2026-03-29T00:30:00Z', 'soon', ''])).toMatchObject([{ times: [START, null, null] }]);
  });

  it('are not written to the data', () => {
    const values = Object.freeze(['2026-03-29T00:30:00Z', '2026-03-29T00:31:00Z', '2026-03-29T00:32:00Z']);
    const given = frame([{ ...time, values: [...values] }, load]);
    findMetrics([given]);
    expect(given.fields[0].values).toEqual(values);
  });

  it('of a text field are none, as in the chart', () => {
    const text = { name: 'day', type: FieldType.string, values: ['2026-03-29', '2026-03-30', '2026-03-31'] };
    expect(samplesOf(frame([text, load]))).toBe('noTimeField');
  });
});

describe('the other period of a time comparison', () => {
  const load = { name: 'load', type: FieldType.number, values: [1, 2, 3] };
  const compared = { timeCompare: { isTimeShiftQuery: true, diffMs: -86_400_000 } };

  it('is no metric', () => {
    const metrics = findMetrics([frame([time, load], compared), frame([time, load])]);
    expect(metrics).toMatchObject([{ name: 'load', frameIndex: 1 }]);
  });

  it('is drawn where it is all there is', () => {
    expect(samplesOf(frame([time, load], compared))).toBe('nothingToJudge');
  });

  it('is what its frame says, not what it is called', () => {
    const present = { timeCompare: { isTimeShiftQuery: false, diffMs: 0 } };
    expect(samplesOf({ ...frame([time, load], present), refId: 'A-compare' })).toHaveLength(1);
  });
});
