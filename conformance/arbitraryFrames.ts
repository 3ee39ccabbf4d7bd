import type { DataFrame } from '@grafana/data';
import fc from 'fast-check';

import type { Span } from '../src/evaluation/evaluation';

import { mostly, oddNumber, oddText, times, values } from './arbitrary';
import { MINUTE } from '../src/time/units';

/** When the frames' plausible times begin, epoch ms; a minute apart from there. */
const START = 1.7e12;

/** What Prometheus says of a range that it has evaluated at every step. */
const MATRIX = { custom: { resultType: 'matrix' } };

/** A list as Grafana's older data sources gave it. */
class OldVector {
  constructor(private readonly list: ArrayLike<unknown>) {}

  get length(): number {
    return this.list.length;
  }

  get(index: number): unknown {
    return this.list[index];
  }

  toArray(): unknown {
    return Array.from(this.list);
  }

  [fc.toStringMethod](): string {
    return `vector(${fc.stringify(Array.from(this.list))})`;
  }
}

const plausibleTimes = fc
  .array(fc.integer({ min: 0, max: 90 }), { maxLength: 30 })
  .map((minutes) => minutes.map((minute) => START + minute * MINUTE));

const datesAndTexts = fc.array(
  fc.oneof(
    fc.date(),
    fc.constantFrom('2026-03-03', '2026-03-03T07:00:00Z', '1700000000000', null, undefined, BigInt(START)),
    fc.constant(START)
  ),
  { maxLength: 10 }
);

const timeColumn = fc.oneof(
  { weight: 3, arbitrary: plausibleTimes.map((list) => list.sort((a, b) => a - b)) },
  { weight: 1, arbitrary: plausibleTimes },
  { weight: 2, arbitrary: times },
  { weight: 1, arbitrary: datesAndTexts }
) as fc.Arbitrary<ArrayLike<unknown>>;

/** A column as a data source hands it over: a list in most cases. */
function column(list: fc.Arbitrary<ArrayLike<unknown>>): fc.Arbitrary<unknown> {
  return fc.oneof(
    { weight: 8, arbitrary: list as fc.Arbitrary<unknown> },
    { weight: 1, arbitrary: list.map((each) => new OldVector(each)) },
    { weight: 1, arbitrary: mostly(fc.constantFrom(undefined, null, '123', { length: 2 ** 40 }, { toArray: () => 7 })) }
  );
}

const labels = fc.array(fc.tuple(oddText, mostly(oddText)), { maxLength: 3 }).map(Object.fromEntries);

const config = fc.record(
  {
    displayName: mostly(oddText),
    displayNameFromDS: mostly(oddText),
    interval: mostly(oddNumber),
    unit: mostly(oddText),
    custom: mostly(fc.constant({})),
  },
  { requiredKeys: [] }
);

const state = fc.record({ displayName: mostly(oddText), multipleFrames: fc.boolean() }, { requiredKeys: [] });

function field(type: fc.Arbitrary<unknown>, list: fc.Arbitrary<ArrayLike<unknown>>): fc.Arbitrary<unknown> {
  const name = mostly(oddText);
  const display = mostly(fc.constantFrom(undefined, null, (value: unknown) => ({ text: `${value}`, numeric: 0 })));
  return fc.oneof(
    fc.record({ type, name, config: fc.constant({}), values: list }),
    fc.record(
      {
        type: mostly(type),
        name,
        config: mostly(config),
        values: column(list),
        labels: mostly(labels),
        state: mostly(state),
        display,
      },
      { requiredKeys: ['type', 'values'] }
    )
  );
}

const timeField = field(fc.constant('time'), timeColumn);
const numberField = field(fc.constant('number'), values as fc.Arbitrary<ArrayLike<unknown>>);
const otherField = field(fc.constantFrom('string', 'boolean', 'enum', 'other', 'number', 'time'), timeColumn);

const fields = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(timeField, numberField) as fc.Arbitrary<unknown[]> },
  { weight: 2, arbitrary: fc.tuple(timeField, numberField, otherField, numberField) as fc.Arbitrary<unknown[]> },
  { weight: 1, arbitrary: fc.array(mostly(otherField), { maxLength: 4 }) }
);

const frame = fc.record(
  {
    fields: fc.oneof(
      { weight: 12, arbitrary: fields as fc.Arbitrary<unknown> },
      { weight: 1, arbitrary: mostly(fields) }
    ),
    length: mostly(fc.nat({ max: 30 })),
    refId: mostly(fc.constantFrom('A', 'A-compare', 'B', '', '0', '__proto__')),
    name: mostly(oddText),
    meta: mostly(
      fc.constantFrom<unknown>(
        undefined,
        MATRIX,
        { timeCompare: { isTimeShiftQuery: true } },
        { timeCompare: { isTimeShiftQuery: true, diffMs: -MINUTE } },
        { type: 'timeseries-long' }
      )
    ),
  },
  { requiredKeys: ['fields'] }
);

/** Two or three series as a data source should return them: a minute apart, of some of which a value is missing. */
const soundFrame = fc
  .tuple(
    fc.array(fc.tuple(fc.option(fc.nat({ max: 100 }), { freq: 9 }), fc.nat({ max: 100 })), {
      minLength: 1,
      maxLength: 40,
    }),
    fc.constantFrom({}, { interval: MINUTE }, { interval: 15_000 }),
    fc.constantFrom(undefined, MATRIX)
  )
  .map(([rows, timeConfig, meta]) => ({
    refId: 'A',
    length: rows.length,
    meta,
    fields: [
      { name: 'Time', type: 'time', config: timeConfig, values: rows.map((_, index) => START + index * MINUTE) },
      { name: 'Rate', type: 'number', config: {}, values: rows.map(([value]) => value) },
      { name: 'Value', type: 'number', config: {}, values: rows.map(([, value]) => value) },
    ],
  }));

const anyFrame = fc.oneof(
  { weight: 2, arbitrary: mostly(frame) },
  { weight: 1, arbitrary: soundFrame as fc.Arbitrary<unknown> }
);

/** What queries might return: a few frames of any shape, some of them several times. */
export const anyFrames = fc
  .tuple(fc.array(anyFrame, { maxLength: 4 }), fc.array(fc.nat({ max: 3 }), { maxLength: 3 }))
  .map(([frames, again]) => [...frames, ...again.flatMap((index) => frames.slice(index, index + 1))]) as fc.Arbitrary<
  DataFrame[]
>;

/** A time range as Grafana has them: whole ms, with or without a now. */
export const plausibleSpan: fc.Arbitrary<Span> = fc
  .tuple(fc.integer({ min: -10, max: 90 }), fc.nat({ max: 120 }), fc.option(fc.nat({ max: 120 })))
  .map(([from, length, now]) => ({
    from: START + from * MINUTE,
    to: START + (from + length) * MINUTE,
    ...(now !== null && { now: START + (from + now) * MINUTE }),
  }));

/** A range that is none: reversed, endless, not a number. */
export const oddSpan: fc.Arbitrary<Span> = fc.record(
  { from: oddNumber, to: oddNumber, now: oddNumber },
  { requiredKeys: ['from', 'to'] }
);
