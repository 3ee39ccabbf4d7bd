import fc from 'fast-check';

import type { StoredRule } from './agreement';
import { withAgreement } from './agreement';
import { overrulingFields } from './overruled';
import { mergeRule } from './sources';

const RULE = { operator: '<', critical: 20, recovery: { critical: 22 }, for: '1h', owner: 'Ana' };
const AGREED = withAgreement(RULE, { agreedBy: 'Sales', agreedOn: '2026-06-22' });

describe('overrulingFields', () => {
  it.each<[string, StoredRule, StoredRule, string[]]>([
    ['another level', { critical: 14 }, AGREED, ['critical']],
    ['another level in a cell', { critical: 'below 14' }, AGREED, ['critical']],
    [
      'several fields, and what nobody agreed on',
      { critical: 14, owner: 'Ben', key: 'leads' },
      AGREED,
      ['critical', 'owner'],
    ],
    ['another recovery', { recovery: { critical: 25 } }, AGREED, ['recovery']],
    ['a warning where none was agreed', { warning: 24 }, AGREED, ['warning']],
    ['a level under a signature in words', { critical: 14 }, { ...RULE, agreedBy: 'Sales' }, ['critical']],
    ['a level that can’t be read', { critical: 'few' }, AGREED, ['critical']],
    ['the same in other words', { critical: '20.0', for: '60m', operator: '<' }, AGREED, []],
    ['what was left open', { escalateTo: 'VP Sales', due: '07:00' }, AGREED, []],
    ['what nobody agreed on', { critical: 14 }, RULE, []],
    ['what was changed already', { critical: 14 }, { ...AGREED, critical: 18 }, []],
    ['what somebody agreed on here, too', withAgreement({ critical: 14 }, { agreedBy: 'Ben' }), AGREED, []],
    ['nothing', {}, AGREED, []],
  ])('are those of %s', (_, rule, below, fields) => {
    expect(overrulingFields(rule, below)).toEqual(fields);
  });

  it('are there just where the signature below does not stand, and without them it does', () => {
    const rules = fc.record(
      {
        operator: fc.constantFrom('<', '>'),
        critical: fc.integer({ min: 0, max: 3 }),
        warning: fc.integer({ min: 0, max: 3 }),
        for: fc.constantFrom('1h', '60m', '2h'),
        owner: fc.constantFrom('A', 'B'),
        key: fc.constantFrom('k', 'l'),
      },
      { requiredKeys: [] }
    );
    const stands = (override: StoredRule, sheet: StoredRule) =>
      mergeRule({ override, sheet }).signatures?.every(({ by }) => by === undefined);
    fc.assert(
      fc.property(rules, rules, (rule, below) => {
        const agreed = withAgreement(below, { agreedBy: 'Ana' });
        const fields = overrulingFields(rule, agreed);
        expect(fields.length === 0).toBe(stands(rule, agreed));
        const left = Object.fromEntries(Object.entries(rule).filter(([key]) => !fields.includes(key)));
        expect(stands(left, agreed)).toBe(true);
      })
    );
  });
});
