import fc from 'fast-check';

import {
  askBeforeChange,
  correctedFrom,
  isAsAgreed,
  isSigned,
  withAgreement,
  withCorrection,
  withVersionFrom,
} from './agreement';
import type { StoredRule } from './agreement';
import { fingerprintOf } from './fingerprint';
import { mergeHistory, ruleAt } from './history';
import { DAY } from '../time/units';

const TODAY = '2026-11-27';
const NOW = Date.parse(`${TODAY}T12:00:00Z`);

const OLD = { operator: '<', critical: 20, owner: 'Demand Gen' };
const AGREED = { ...OLD, agreedBy: 'Sales and Finance', agreedOn: '2026-06-22', agreedFingerprint: fingerprintOf(OLD) };
const TYPED = { ...OLD, agreedBy: 'Sales and Finance', agreedOn: '2026-06-22' };

describe('askBeforeChange', () => {
  it.each<[string, StoredRule, StoredRule, boolean]>([
    ['a level that was agreed', AGREED, { ...AGREED, critical: 14 }, true],
    ['a level under a signature without a fingerprint', TYPED, { ...TYPED, critical: 14 }, true],
    ['a level that nobody agreed on', OLD, { ...OLD, critical: 14 }, false],
    ['the same level in another spelling', AGREED, { ...AGREED, critical: '20.0' }, false],
    ['upkeep', AGREED, { ...AGREED, reviewBy: '2027-01-01', key: 'leads' }, false],
    ['what was changed already', { ...AGREED, critical: 15 }, { ...AGREED, critical: 14 }, false],
    ['a version that begins today', { ...AGREED, validFrom: TODAY }, { ...AGREED, critical: 14 }, false],
    [
      'one that begins today in a zone ahead',
      { ...AGREED, validFrom: `${TODAY} Pacific/Auckland` },
      { ...AGREED, critical: 14 },
      false,
    ],
    ['one that is to come', { ...AGREED, validFrom: '2026-12-01' }, { ...AGREED, critical: 14 }, false],
    ['one that began before', { ...AGREED, validFrom: '2026-11-26' }, { ...AGREED, critical: 14 }, true],
    ['one whose beginning is no date', { ...AGREED, validFrom: 'soon' }, { ...AGREED, critical: 14 }, true],
  ])('%s', (_, before, after, asks) => {
    expect(askBeforeChange(before, after, TODAY)).toBe(asks);
  });
});

describe('from today on', () => {
  it('keeps what was agreed for the past, and carries its fingerprint', () => {
    expect(withVersionFrom(AGREED, { ...AGREED, critical: 14 }, TODAY)).toEqual({
      ...AGREED,
      critical: 14,
      validFrom: TODAY,
      earlier: [AGREED],
    });
  });

  it('writes the fingerprint that a signature lacked, of what stood before', () => {
    const changed = withVersionFrom(TYPED, { ...TYPED, critical: 14 }, TODAY);
    expect(changed.agreedFingerprint).toBe(fingerprintOf(OLD));
    expect(changed.earlier).toEqual([AGREED]);
    expect(isAsAgreed(changed)).toBe(false);
  });

  it('leaves alone what has a signature of its own', () => {
    const after = withAgreement({ ...OLD, critical: 14 }, { agreedOn: TODAY });
    const changed = withVersionFrom(AGREED, after, TODAY);
    expect(changed).toEqual({ ...after, validFrom: TODAY, earlier: [AGREED] });
    expect(isAsAgreed(changed)).toBe(true);
  });

  it('says the day itself where the signature has no earlier one', () => {
    const { agreedOn: _, ...undated } = AGREED;
    expect(withVersionFrom(undated, { ...undated, critical: 14 }, `${TODAY} 07:00 Asia/Tokyo`)).toHaveProperty(
      'changedOn',
      TODAY
    );
  });

  it('keeps a version in force since ever whose beginning can’t be read', () => {
    const before = { ...AGREED, validFrom: 'soon' };
    expect(withVersionFrom(before, { ...before, critical: 14 }, TODAY).earlier).toEqual([AGREED]);
  });
});

describe('a correction', () => {
  const before = { ...AGREED, validFrom: '2026-06-01', earlier: [{ critical: 10 }] };

  it('stands in the place of what was agreed, and says when it was made', () => {
    expect(withCorrection(before, { ...before, critical: 14 }, TODAY)).toEqual({
      ...before,
      critical: 14,
      agreedValues: { critical: 20 },
      changedOn: TODAY,
    });
  });

  it('of a version from today on is undone by the same', () => {
    const { earlier: _, validFrom: __, ...changed } = withVersionFrom(before, { ...before, critical: 14 }, TODAY);
    expect(withCorrection(before, changed, TODAY)).toEqual(withCorrection(before, { ...before, critical: 14 }, TODAY));
    expect(withCorrection(before, { ...changed, critical: 20 }, TODAY)).toEqual(before);
  });
});

describe('what was agreed before corrections', () => {
  it('is known from what they keep, however many there were', () => {
    const once = withCorrection(AGREED, { ...AGREED, critical: 14, escalateTo: 'COO' }, '2026-11-26');
    expect(once.agreedValues).toEqual({ critical: 20, escalateTo: null });
    const twice = withCorrection(once, { ...once, critical: 15, owner: undefined }, TODAY);
    expect(twice).toMatchObject({
      changedOn: TODAY,
      agreedValues: { critical: 20, owner: 'Demand Gen', escalateTo: null },
    });
    expect(correctedFrom(twice)).toEqual(AGREED);
    expect(withCorrection(twice, AGREED, TODAY)).toEqual(AGREED);
    expect(withAgreement(twice)).not.toHaveProperty('agreedValues');
  });

  it.each<[string, unknown]>([
    ['another fingerprint', { critical: 19 }],
    ['nothing', undefined],
    ['no fields', 'critical: 20'],
  ])('is not known from %s', (_, agreedValues) => {
    expect(correctedFrom({ ...AGREED, critical: 14, agreedValues })).toBeUndefined();
  });

  it('is what was agreed after any corrections, and nothing once it stands again', () => {
    const rules = fc.record(
      {
        critical: fc.constantFrom(14, 20),
        for: fc.constantFrom('1h', '2h'),
        owner: fc.constantFrom('A', 'B'),
        key: fc.constantFrom('k', 'l'),
      },
      { requiredKeys: [] }
    );
    fc.assert(
      fc.property(rules, fc.array(rules, { minLength: 1, maxLength: 4 }), (first, others) => {
        const agreed = withAgreement({ operator: '<', ...first }, { agreedBy: 'Ana' });
        const signature = { agreedBy: 'Ana', agreedFingerprint: agreed.agreedFingerprint };
        const last = others.reduce<StoredRule>(
          (before, other) => withCorrection(before, { operator: '<', ...other, ...signature }, TODAY),
          agreed
        );
        const known = correctedFrom(last);
        expect(known === undefined).toBe(isAsAgreed(last));
        expect(fingerprintOf(known ?? last)).toBe(agreed.agreedFingerprint);
      })
    );
  });
});

it('is marked as agreed as it stands, whatever was corrected before', () => {
  expect(withAgreement({ ...AGREED, critical: 14, changedOn: TODAY }, { agreedOn: TODAY })).toEqual({
    ...AGREED,
    critical: 14,
    agreedOn: TODAY,
    agreedFingerprint: fingerprintOf({ ...OLD, critical: 14 }),
  });
});

const number = fc.integer({ min: -99, max: 99 });
const version = fc.record(
  {
    operator: fc.constantFrom('<', '>'),
    critical: number,
    owner: fc.constantFrom('A', 'B', ' '),
    reviewBy: fc.constant('x'),
  },
  { requiredKeys: ['critical'] }
);
const signature = fc.constantFrom(
  {},
  { agreedBy: 'Ana' },
  { agreedOn: '2026-01-05' },
  { agreedFingerprint: 'f1-00000000' }
);
const rule = fc.tuple(version, signature, fc.boolean(), version).map(([newest, signed, isDated, former]) => ({
  ...newest,
  ...signed,
  ...(isDated && { validFrom: '2026-03-01', earlier: [former] }),
}));

it('rewrites no history from today on, and shows no signature over what it was not given for', () => {
  fc.assert(
    fc.property(rule, version, fc.integer({ min: 1, max: 900 }), (before, after, days) => {
      const changed = withVersionFrom(before, { ...before, ...after }, TODAY);
      const at = Date.parse(TODAY) - days * DAY;
      const levelsAt = (stored: unknown) => ruleAt(mergeHistory({ default: stored }), at).levels;
      expect(levelsAt(changed)).toEqual(levelsAt(before));
      const now = ruleAt(mergeHistory({ default: changed }), NOW);
      if (isSigned(before) && fingerprintOf(before) !== fingerprintOf(changed)) {
        expect(now.signatures).toEqual([expect.objectContaining({ source: 'default', state: 'changed' })]);
      }
    })
  );
});

it('mutates nothing, and survives anything', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.anything()), fc.dictionary(fc.string(), fc.anything()), (a, b) => {
      const [before, after] = [Object.freeze(a), Object.freeze(b)];
      askBeforeChange(before, after, TODAY);
      withAgreement(withCorrection(before, withVersionFrom(before, after, TODAY), TODAY));
    })
  );
});
