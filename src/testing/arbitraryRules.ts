import fc from 'fast-check';

import { OPERATORS } from '../rule/condition';
import { DURATION_FIELDS, TEXT_FIELDS } from '../rule/fields';
import type { RuleInput, VersionInput } from '../rule/schema';
import { NO_DATA } from '../rule/storedValues';
import type { FileRule } from '../tables/file/ruleFile';

const DATES = ['agreedOn', 'changedOn', 'reviewBy'] as const;
const PROSE = TEXT_FIELDS.filter((field) => !DATES.some((date) => date === field));

/** What breaks formats: formulas, delimiters, quotes, line breaks, apostrophes, spaces at the ends, other scripts. */
const SPECIAL = [
  ...'=+-@\t\r\n,;|"\'  :#{}[]&*!%`?',
  '\r\n',
  "'=",
  '; =1+1',
  '","=cmd',
  '＝',
  '🙂',
  'é',
  '\u2028',
  'null',
  '1',
  '#REF!',
  '- ',
];

const unit = fc.oneof(
  fc.constantFrom(...SPECIAL),
  fc.string({ minLength: 1, maxLength: 3 }),
  fc.string({ unit: 'grapheme', maxLength: 2 })
);

/** Any text that says something. */
export const anyText: fc.Arbitrary<string> = fc
  .array(unit, { minLength: 1, maxLength: 8 })
  .map((parts) => parts.join(''))
  .filter((text) => text.trim() !== '');

const number = fc.oneof(
  fc.integer({ min: -2000, max: 2000 }),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0)
);
const bounds = fc.oneof(number, fc.tuple(number, number));
const duration = fc.constantFrom('0', '5m', '2d', '1h30m', '90m', '2w', '1y', '500ms');
const date = fc.integer({ min: 0, max: 40_000 }).map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10));

function some<T>(fields: Record<string, fc.Arbitrary<T>>): fc.Arbitrary<Record<string, T | undefined>> {
  return fc.record(fields, { requiredKeys: [] });
}

function each<T>(fields: readonly string[], value: fc.Arbitrary<T>): Record<string, fc.Arbitrary<T>> {
  return Object.fromEntries(fields.map((field) => [field, value]));
}

const anyVersion: fc.Arbitrary<VersionInput> = fc
  .tuple(
    some<unknown>({
      operator: fc.constantFrom('auto', ...OPERATORS),
      warning: bounds,
      critical: bounds,
      recovery: some({ warning: bounds, critical: bounds }),
      agreedFingerprint: fc.constant('f1-0123abcd'),
      noData: fc.constantFrom(...NO_DATA),
      minVolume: number.map(Math.abs),
      due: fc.constantFrom('weekdays 07:00 Europe/Berlin', 'daily 06:00 UTC'),
      workingHours: fc.constant('weekdays 09:00-17:30 Europe/Berlin'),
      holidays: fc.constantFrom('2026-12-25', '2026-12-25, 2026-12-26'),
    }),
    some(each(DURATION_FIELDS, duration)),
    some(each(DATES, date)),
    some(each(PROSE, anyText))
  )
  .map(([numbers, ...others]) => {
    const { recovery, ...rest } = numbers;
    const says = typeof recovery === 'object' && recovery !== null && Object.keys(recovery).length > 0;
    return Object.assign({}, rest, says && { recovery }, ...others) as VersionInput;
  });

/** Rules with up to three versions, in the order in which they are in force. */
const anyRule: fc.Arbitrary<RuleInput> = fc
  .tuple(
    fc.array(anyVersion, { minLength: 1, maxLength: 3 }),
    fc.boolean(),
    fc.uniqueArray(date, { minLength: 3, maxLength: 3 })
  )
  .map(([versions, isSinceEver, dates]) => {
    const starts = [...dates].sort();
    const dated = versions.map((version, index) =>
      index === 0 && isSinceEver ? version : { ...version, validFrom: starts[index] }
    );
    const newest = dated[dated.length - 1];
    return dated.length > 1 ? { ...newest, earlier: dated.slice(0, -1) } : newest;
  });

/** The rules of a panel: each metric once. */
export const anyRules: fc.Arbitrary<FileRule[]> = fc.uniqueArray(fc.record({ metric: anyText, rule: anyRule }), {
  selector: ({ metric }) => metric.trim(),
  maxLength: 4,
});
