import fc from 'fast-check';

import { DURATION_PATTERN } from '../../time/duration';
import type { RuleField } from '../../rule/fields';
import { readRuleInput } from '../../rule/read';
import type { TypedBy } from './readTyped';
import { readTyped } from './readTyped';

const BY: TypedBy = { units: [{ unit: 'percent' }], decimal: '.', date: '2026-11-27', timeZone: 'UTC' };

it.each<[RuleField, string, unknown, Partial<TypedBy>?]>([
  ['critical', '20', 20],
  ['critical', '20.50', 20.5],
  ['critical', '20 %', 20],
  ['critical', '20,5', 20.5],
  ['critical', '20,5 %', 20.5],
  ['critical', '-1e3', -1000],
  ['critical', '1.5k', 1500],
  ['critical', '20 %', 0.2, { units: [{ unit: 'percentunit' }] }],
  ['critical', '6 h', 21_600, { units: [{ unit: 's' }] }],
  ['critical', '1,234', 1234],
  ['critical', '1,234', 1.234, { decimal: ',' }],
  ['critical', '1.234', 1.234, { decimal: ',' }],
  ['critical', '1.234,5', 1234.5, { decimal: ',' }],
  // What one number can't say stays as it was typed.
  ['critical', '20 %', '20 %', { units: [] }],
  ['critical', '20 %', '20 %', { units: [{ unit: 'percent' }, { unit: 'percentunit' }] }],
  ['critical', '20 leads', '20 leads'],
  ['critical', '< 20', '< 20'],
  ['critical', '2 to 4', '2 to 4'],
  ['critical', 'twenty', 'twenty'],
  ['critical', '  ', undefined],
  ['recoveryCritical', '22 %', 22],
  ['minVolume', '1,000', 1000],
  ['minVolume', '20 %', '20 %'],
  ['for', '2d', '2d'],
  ['for', '2 d', '2d'],
  ['for', '2 days', '2d'],
  ['for', '1,5 h', '1h30m'],
  ['for', 'at once', '0'],
  ['for', '2', '2'],
  ['for', 'no', 'no'],
  ['settleAfter', 'no', '0'],
  ['settleAfter', 'two weeks', 'two weeks'],
  ['escalateAfter', '90 minutes', '90m'],
  ['reviewBy', '2026-12-01', '2026-12-01'],
  ['reviewBy', '1 Dec 2026', '2026-12-01'],
  ['reviewBy', 'December 1, 2026', '2026-12-01'],
  ['reviewBy', 'today', '2026-11-27'],
  ['reviewBy', 'Tomorrow', '2026-11-28'],
  ['reviewBy', '03/04/2026', '03/04/2026'],
  ['reviewBy', '$review', '$review'],
  ['reviewBy', 'in spring', 'in spring'],
  ['validFrom', '1 Dec 2026', '2026-12-01'],
  ['validFrom', '2026-12-01 07:00 Europe/Berlin', '2026-12-01 07:00 Europe/Berlin'],
  ['holidays', '25 Dec 2026, 2027-01-01', '2026-12-25, 2027-01-01'],
  ['holidays', '25 Dec 2026, New Year', '25 Dec 2026, New Year'],
  ['owner', ' Ana ', ' Ana '],
  ['owner', '', undefined],
])('%s: %j is stored as %j', (field, text, stored, by = {}) => {
  expect(readTyped(field, text, { ...BY, ...by })).toEqual(stored);
});

it('gives what the reader of stored rules reads alike', () => {
  const number = fc.integer({ min: 0, max: 400 });
  const unit = fc.constantFrom('m', ' min', ' minutes', 'h', ' hours', 'd', ' days', ' weeks');
  fc.assert(
    fc.property(number, unit, (count, name) => {
      const stored = readTyped('for', `${count}${name}`, BY);
      expect(stored).toMatch(DURATION_PATTERN);
      expect(readRuleInput({ for: `${count}${name}` }, 'default').input.for).toBe(stored);
    })
  );
});

it('reads what it stored as it was, whatever was typed', () => {
  const field = fc.constantFrom<RuleField>('critical', 'for', 'settleAfter', 'reviewBy', 'validFrom', 'minVolume');
  const text = fc.oneof(
    fc.string({ maxLength: 20 }),
    fc.stringMatching(/^[0-9]{1,4}[., -]?[0-9]{0,3} ?(%|d|days|h|Dec 2026)?$/)
  );
  fc.assert(
    fc.property(field, text, (name, typed) => {
      const stored = readTyped(name, typed, BY);
      expect(stored === undefined ? undefined : readTyped(name, String(stored), BY)).toEqual(stored);
    })
  );
});
