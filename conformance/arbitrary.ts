import fc from 'fast-check';

import { DURATION_FIELDS, TEXT_FIELDS } from '../src/rule/fields';
import type { NativeThresholds } from '../src/rule/thresholds';

/** Numbers of any size, and what passes for numbers. */
export const oddNumber = fc.oneof(
  fc.integer({ min: -5, max: 100 }),
  fc.double(),
  fc.constantFrom(NaN, Infinity, -Infinity, -0, Number.MIN_VALUE, Number.MAX_VALUE, 2 ** 53, 1.7e12, 80)
);

const anything = fc.anything({
  withBigInt: true,
  withDate: true,
  withMap: true,
  withNullPrototype: true,
  withSparseArray: true,
  withTypedArray: true,
  maxDepth: 1,
  maxKeys: 3,
});

/** Mostly what is plausible, sometimes anything. */
export function mostly(plausible: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 7, arbitrary: plausible }, { weight: 1, arbitrary: anything });
}

/** Texts of any characters, lone surrogates and the names of what every object has among them. */
export const oddText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('__proto__', 'constructor', 'toString', 'length', '', ' ', '\ud800', '\u0000', '\u202e', 'A', 'Value')
);

const duration = fc.oneof(fc.constantFrom('5m', '0', '1h30m', '1ms', '', '-5m', '9999999999y', 'soon'), fc.string());
const bounds = fc.oneof(oddNumber, fc.constantFrom('20', ' 1e3 ', 'high'), fc.array(oddNumber, { maxLength: 3 }));
const text = fc.oneof(
  oddText,
  fc.constantFrom('${x}', '2026-02-30', '2026-03-03', 'https://example.org', '[[a]]', 'TBD')
);
const zone = fc.constantFrom('Europe/Berlin', 'UTC', '', 'Mars/Olympus', 'Asia/Kathmandu', '+02:00');
const days = fc.constantFrom('weekdays', 'daily', 'Mon', 'Mon,Wed', 'Fri-Mon', 'mondays', '');
const time = fc.constantFrom('07:00', '24:00', '25:61', '7', '00:00', '02:30', '07:00,12:00', '7am');
const words = (...parts: Array<fc.Arbitrary<string>>) => fc.tuple(...parts).map((list) => list.join(' '));
const hours = fc.constantFrom(
  '09:00-17:30',
  '17:30-09:00',
  '00:00-24:00',
  '09:00-09:00',
  '9-17',
  '9:00-12:00,13:00-17:00'
);
const date = fc.constantFrom(
  '2026-09-01',
  '2026-03-29 02:30',
  '2026-02-30',
  '2026-09-01T07:00:00+02:00',
  '',
  '9999-12-31'
);

const plausibleVersion = {
  operator: mostly(fc.constantFrom('auto', '>', '>=', '<', '<=', 'outside', 'inside', 'insideIncluded', '=>')),
  warning: mostly(bounds),
  critical: mostly(bounds),
  recovery: mostly(fc.record({ warning: mostly(bounds), critical: mostly(bounds) }, { requiredKeys: [] })),
  noData: mostly(fc.constantFrom('show', 'alerting', 'normal', 'keep', 'drop')),
  ...Object.fromEntries(DURATION_FIELDS.map((field) => [field, mostly(duration)])),
  ...Object.fromEntries(TEXT_FIELDS.map((field) => [field, mostly(text)])),
  due: mostly(fc.oneof(words(days, time, zone), text)),
  workingHours: mostly(fc.oneof(words(days, hours, zone), text)),
  holidays: mostly(fc.oneof(words(date, date), text)),
  minVolume: mostly(fc.oneof(oddNumber, fc.constantFrom('20', 'many'))),
  validFrom: mostly(fc.oneof(words(date, zone), text)),
  ['']: anything,
};

const version = fc.record(plausibleVersion, { requiredKeys: [] });
const plausibleRule = fc.oneof(
  fc.record(
    { ...plausibleVersion, earlier: mostly(fc.array(mostly(version), { maxLength: 3 })) },
    { requiredKeys: [] }
  ),
  fc.array(mostly(version), { maxLength: 3 }).map((stacked) => ({ stacked })),
  version.map(inItself)
);

/** A rule that is one of its own former versions. */
function inItself(rule: object): unknown {
  const cyclic: Record<string, unknown> = { ...rule };
  cyclic.earlier = [cyclic, { earlier: [cyclic] }];
  return cyclic;
}

const short = fc.constantFrom('0', '1m', '5m', '10m', '1h');

/** A rule that fires and recovers. */
const soundRule = fc.record(
  {
    operator: fc.constantFrom('>', '>=', '<'),
    warning: fc.integer({ min: 20, max: 80 }),
    critical: fc.integer({ min: 20, max: 80 }),
    owner: fc.constant('SRE'),
    for: short,
    keepFiringFor: short,
    staleAfter: fc.constantFrom('5m', '1h'),
    settleAfter: short,
    escalateAfter: short,
    due: fc.constantFrom('weekdays 07:00 Europe/Berlin', 'daily 22:15 UTC'),
    workingHours: fc.constant('weekdays 09:00-17:30 Europe/Berlin'),
    noData: fc.constantFrom('alerting', 'normal', 'keep'),
    minVolume: fc.nat({ max: 50 }),
    volumeSeries: fc.constantFrom('Value', 'A'),
    validFrom: fc.constantFrom('2023-11-14 22:30 UTC', '2023-11-14T22:40:00Z'),
    earlier: fc.constantFrom(
      [],
      [{ operator: '>', critical: 50 }],
      [{ validFrom: '2023-11-14 22:20 UTC', owner: 'Ana' }]
    ),
  },
  { requiredKeys: ['operator', 'owner'] }
);

/** A stored rule of any shape. */
export const rawRule = fc.oneof(
  { weight: 4, arbitrary: plausibleRule },
  { weight: 4, arbitrary: soundRule },
  { weight: 1, arbitrary: anything }
);

const color = fc.oneof(fc.constantFrom('green', 'red', 'orange', 'dark-blue', '#f00', 'rgb(1,2)', 'transparent'), text);

/** Native thresholds, in the shape that Grafana keeps, with values that it would not. */
export const thresholds: fc.Arbitrary<NativeThresholds> = fc.record(
  {
    mode: fc.constantFrom('absolute', 'percentage', ''),
    steps: fc.array(fc.record({ value: fc.option(oddNumber), color }), { maxLength: 5 }),
    min: fc.option(oddNumber),
    max: fc.option(oddNumber),
    styled: fc.boolean(),
  },
  { requiredKeys: ['mode', 'steps'] }
);

/** Columns of times: in order and not, regular and not, numbers and not. */
export const times = fc.oneof(
  fc.array(oddNumber, { maxLength: 30 }),
  fc.array(mostly(oddNumber), { maxLength: 30 }),
  fc.array(fc.integer({ min: 0, max: 50 }), { maxLength: 30 }).map((list) => list.sort((a, b) => a - b)),
  fc.integer({ min: 0, max: 30 }).map((length) => Array.from({ length }, (_, index) => 1.7e12 + index * 60_000)),
  fc.float64Array({ maxLength: 20 })
);

/** Columns of values. */
export const values = fc.oneof(
  fc.array(fc.oneof(oddNumber, fc.constant(null)), { maxLength: 30 }),
  fc.array(mostly(oddNumber), { maxLength: 30 }),
  fc.float64Array({ maxLength: 30 }),
  fc.float32Array({ maxLength: 30 })
);
