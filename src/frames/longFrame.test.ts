import type { FieldDTO } from '@grafana/data';
import { DataFrameType, FieldType, createTheme, toDataFrame } from '@grafana/data';
import fc from 'fast-check';

import type { Span } from '../evaluation/evaluation';
import { tellProtocol } from '../protocol/tellProtocol';
import { plain } from '../testing/plain';
import { noteWords } from '../words/noteWords';
import { panelMetrics } from './panelMetrics';
import type { FieldMetric } from './metrics';
import { findMetrics } from './metrics';
import { HOUR, MINUTE } from '../time/units';

const NOW = Date.UTC(2026, 9, 25, 1);
const SPAN: Span = { from: NOW - 60 * MINUTE, to: NOW, now: NOW };

const RULE = { operator: '>', warning: 50, critical: 100, owner: 'Ana', noData: 'alerting' };

/** Rows of several places, all of them at each time. */
function rowsOf(places: readonly string[], values: readonly number[], count = 10): FieldDTO[] {
  const rows = Array.from({ length: count * places.length }, (_, row) => row);
  const at = (row: number) => NOW - (count - 1 - Math.floor(row / places.length)) * MINUTE;
  return [
    { name: 'time', type: FieldType.time, values: rows.map(at) },
    { name: 'place', type: FieldType.string, values: rows.map((row) => places[row % places.length]) },
    { name: 'load', type: FieldType.number, values: rows.map((row) => values[row % places.length]) },
  ];
}

function tell(fields: FieldDTO[], rule: unknown = RULE) {
  const series = [toDataFrame({ refId: 'A', fields })];
  const context = { fieldConfig: { defaults: {}, overrides: [] }, theme: createTheme(), replaceVariables: String };
  const metrics = panelMetrics(series, context);
  if (typeof metrics === 'string') {
    throw new Error(metrics);
  }
  const view = { metrics: metrics.map((one) => ({ ...one, rule: { default: rule } })), errors: [] };
  const told = tellProtocol({ view, judgeOn: { mode: 'view' }, spans: { view: SPAN, judged: SPAN } });
  if (!('protocol' in told)) {
    throw new Error(told.nothing);
  }
  return told.protocol.metrics[0];
}

describe('a long frame', () => {
  const LONG = rowsOf(['north', 'south'], [150, 10]);

  it('can’t be judged, whichever series comes last', () => {
    for (const values of [
      [150, 10],
      [10, 150],
    ]) {
      const { now, view, judged, last } = tell(rowsOf(['north', 'south'], values));
      expect(now).toMatchObject({ state: 'unknown', unknown: ['warning', 'critical'] });
      expect(view.segments).toEqual([{ from: SPAN.from, to: SPAN.to, state: 'unknown' }]);
      expect(view.breaches).toEqual([]);
      expect(judged).toMatchObject({ breaches: [] });
      expect(last).toBeUndefined();
    }
  });

  it('says what helps', () => {
    const times = { at: String, day: String };
    expect(noteWords(plain, tell(LONG), times as unknown as Parameters<typeof noteWords>[2]).join()).toContain(
      '"Prepare time series" or "Partition by values"'
    );
  });

  it('leaves a level without an agreement unknown, too', () => {
    expect(tell(LONG, { operator: '>', critical: 100 })).toMatchObject({
      kind: 'levelOnly',
      now: { state: 'unknown' },
      crossed: false,
    });
  });

  it.each<[string, FieldDTO[]]>([
    ['one text at all times', rowsOf(['north'], [10])],
    ['the same text twice at one time', rowsOf(['north', 'north'], [10, 10])],
    ['samples that are not at the same time', rowsOf(['north', 'south'], [10, NaN])],
    ['no text', rowsOf(['north', 'south'], [10, 10]).filter(({ name }) => name !== 'place')],
  ])('is none with %s', (_, fields) => {
    expect(tell(fields).now.state).toBe('normal');
  });

  it('is one in whatever order its rows are', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...Array(20).keys()], { minLength: 20 }), (order) => {
        const fields = LONG.map((field) => ({ ...field, values: order.map((row) => field.values?.[row]) }));
        const [metric] = findMetrics([toDataFrame({ fields })]) as FieldMetric[];
        expect(metric.isLong).toBe(true);
      })
    );
  });

  const isLongFrame = (fields: FieldDTO[]) => {
    const metrics = findMetrics([toDataFrame({ fields })]) as FieldMetric[];
    return metrics.some(({ name, isLong }) => name === 'load' && isLong === true);
  };
  const numbered = (ids: readonly number[]) =>
    rowsOf(
      ids.map(String),
      ids.map((id) => id * 3)
    ).map((field) =>
      field.name === 'place' ? { ...field, type: FieldType.number, values: field.values?.map(Number) } : field
    );

  it.each([[[1, 2]], [[7, 12, 900]]])('is one where numbers tell its series apart: %j', (ids) => {
    expect(isLongFrame(numbered(ids))).toBe(true);
    // Series after series.
    const order = [...Array(10 * ids.length).keys()].sort((a, b) => (a % ids.length) - (b % ids.length) || a - b);
    expect(
      isLongFrame(numbered(ids).map((field) => ({ ...field, values: order.map((row) => field.values?.[row]) })))
    ).toBe(true);
  });

  /** Rows at the given distances, with a text each, again and again. */
  const turns = (texts: readonly string[], distances: readonly number[], count = 30): FieldDTO[] => {
    const rows = Array.from({ length: count }, (_, row) => row);
    let at = NOW - 90 * 24 * 60 * MINUTE;
    const times = rows.map((row) => (at += distances[row % distances.length]));
    return [
      { name: 'time', type: FieldType.time, values: times },
      { name: 'place', type: FieldType.string, values: rows.map((row) => texts[row % texts.length]) },
      { name: 'load', type: FieldType.number, values: rows.map((row) => row) },
    ];
  };

  it('is one where its series never share a time', () => {
    expect(
      isLongFrame(
        turns(
          ['north', 'south'],
          [10, 50].map((s) => s * 1000)
        )
      )
    ).toBe(true);
    expect(
      isLongFrame(
        turns(
          ['north', 'south', 'east'],
          [1, 4, 10].map((minutes) => minutes * MINUTE)
        )
      )
    ).toBe(true);
  });

  it('is one where its series take turns evenly, if its source says that it is long', () => {
    const evenly = turns(['north', 'south'], [MINUTE]);
    const longBy = (fields: FieldDTO[], type?: DataFrameType) => {
      const metrics = findMetrics([toDataFrame({ fields, meta: { type } })]) as FieldMetric[];
      return metrics[0].isLong === true;
    };
    // One series whose text changes with each value is the very same.
    expect(longBy(evenly)).toBe(false);
    expect(longBy(evenly, DataFrameType.TimeSeriesWide)).toBe(false);
    expect(longBy(evenly, DataFrameType.TimeSeriesLong)).toBe(true);
    expect(longBy(turns(['north'], [MINUTE]), DataFrameType.TimeSeriesLong)).toBe(false);
    const ofNorth = evenly.map((field) =>
      field.name === 'load' ? { ...field, values: field.values?.map((value, row) => (row % 2 ? null : value)) } : field
    );
    expect(longBy(ofNorth, DataFrameType.TimeSeriesLong)).toBe(false);
  });

  it.each<[string, FieldDTO[]]>([
    [
      'the name of the weekday',
      turns(
        ['Mon', 'Tue', 'Wed', 'Thu', 'Fri'],
        [24, 24, 24, 24, 72].map((h) => h * HOUR)
      ),
    ],
    [
      'the name of the shift',
      turns(
        ['early', 'late', 'night'],
        [6, 8, 10].map((h) => h * HOUR)
      ),
    ],
    ['a text every minute', turns(['on', 'off'], [MINUTE])],
    [
      'a text that comes when it comes',
      turns(
        ['ok', 'ok', 'bad'],
        [10, 50].map((s) => s * 1000)
      ),
    ],
    [
      'too few rounds to tell',
      turns(
        ['north', 'south'],
        [10, 50].map((s) => s * 1000),
        5
      ),
    ],
    [
      'a measured number where times come twice',
      numbered([1, 2]).map((field) =>
        field.name === 'place' ? { ...field, values: field.values?.map((_, row) => row / 3) } : field
      ),
    ],
  ])('is none with %s', (_, fields) => {
    expect(isLongFrame(fields)).toBe(false);
  });

  it('is never one where no time comes twice, whatever numbers stand beside', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer()), { maxLength: 40 }), (rows) => {
        const at = (row: number) => NOW - row * MINUTE;
        const fields: FieldDTO[] = [
          { name: 'time', type: FieldType.time, values: rows.map((_, row) => at(row)).reverse() },
          { name: 'id', type: FieldType.number, values: rows.map(([id]) => id) },
          { name: 'load', type: FieldType.number, values: rows.map(([, load]) => load) },
        ];
        expect(isLongFrame(fields)).toBe(false);
      })
    );
  });
});
