import { fingerprintOf } from '../../rule/fingerprint';
import type { Today } from './today';
import {
  beginningOn,
  beginVersion,
  isAgreedAgain,
  isChangeOfAgreed,
  placeNow,
  ruleOf,
  spansOf,
  startOn,
  versionsOf,
  withChange,
  withMistakeCorrected,
  withOtherStart,
  withoutOpen,
  withTypedSignature,
} from './versions';

const NOW = Date.UTC(2026, 10, 27, 9);
const TODAY: Today = { now: NOW, date: '2026-11-27', start: '2026-11-27' };

const RULE = { operator: '<', critical: 20 };
const AGREED = { ...RULE, agreedBy: 'Sales', agreedOn: '2026-06-22', agreedFingerprint: fingerprintOf(RULE) };
const NEXT = { ...AGREED, critical: 25, validFrom: '2026-12-01' };

describe('the versions of a stored rule', () => {
  it.each([
    [{ ...RULE, validFrom: '2026-01-01', earlier: [{ critical: 1 }] }],
    [RULE],
    [{ ...RULE, validFrom: '2026-01-01', earlier: [{}, { critical: 2 }] }],
  ])('are the same stored again: %j', (rule) => {
    expect(ruleOf(versionsOf(rule))).toEqual(rule);
  });

  it.each([undefined, 'yesterday', { 0: 'a' }])('has no former ones where %j is stored', (earlier) => {
    expect(versionsOf({ ...RULE, earlier })).toEqual([RULE]);
  });

  it('is nothing where nothing is stated', () => {
    expect(ruleOf([{}])).toBeUndefined();
  });

  it.each<[string, Array<string | undefined>, string[]]>([
    ['the newest is in force', [undefined, '2026-06-01'], ['past', 'now']],
    ['the next one is to come', [undefined, '2026-06-01', '2026-12-01'], ['past', 'now', 'upcoming']],
    ['stored in any order', ['2026-12-01', undefined, '2026-06-01'], ['upcoming', 'past', 'now']],
    ['none is in force yet', ['2026-12-01', '2026-12-05'], ['now', 'upcoming']],
    ['the newest always was', ['2026-06-01', undefined], ['past', 'now']],
    ['one alone', ['2027-01-01'], ['now']],
    ['a moment of this morning', [undefined, '2026-11-27 08:00 UTC'], ['past', 'now']],
  ])('are told from now: %s', (_, starts, expected) => {
    const versions = starts.map((validFrom) => ({ validFrom }));
    expect(spansOf(versions, NOW).map(({ when }) => when)).toEqual(expected);
    expect(placeNow(versions, NOW)).toBe(expected.indexOf('now'));
  });
});

describe('a change of what was agreed', () => {
  it('begins a version today, between the one in force and the one to come', () => {
    const changed = withChange({ versions: [AGREED, NEXT], place: 0 }, { ...AGREED, critical: 14 }, TODAY);
    expect(changed).toEqual({
      versions: [AGREED, { ...AGREED, critical: 14, validFrom: '2026-11-27' }, NEXT],
      place: 1,
      asks: true,
    });
    const again = withChange(changed, { ...changed.versions[1], critical: 15 }, TODAY);
    expect(again).toMatchObject({ place: 1, asks: false });
    expect(again.versions).toHaveLength(3);
  });

  it('asks for none where no past was judged by it', () => {
    const changed = withChange({ versions: [AGREED, NEXT], place: 1 }, { ...NEXT, critical: 24 }, TODAY);
    expect(changed).toEqual({ versions: [AGREED, { ...NEXT, critical: 24 }], place: 1, asks: false });
  });

  it('is undone by typing back what was agreed', () => {
    const changed = withChange({ versions: [AGREED], place: 0 }, { ...AGREED, critical: 2 }, TODAY);
    const back = withChange(changed, { ...changed.versions[1], critical: 20 }, TODAY);
    expect([isAgreedAgain(changed), isAgreedAgain(back)]).toEqual([false, true]);
    expect(withMistakeCorrected(back, TODAY)).toEqual({ versions: [AGREED], place: 0 });
  });

  it('may be the correction of a mistake, or begin on another day', () => {
    const changed = withChange({ versions: [AGREED, NEXT], place: 0 }, { ...AGREED, critical: 14 }, TODAY);
    expect(isChangeOfAgreed(changed)).toBe(true);
    expect(withMistakeCorrected(changed, TODAY)).toEqual({
      versions: [{ ...AGREED, critical: 14, changedOn: '2026-11-27', agreedValues: { critical: 20 } }, NEXT],
      place: 0,
    });
    expect(withOtherStart(changed, '2026-12-15')).toEqual({
      versions: [AGREED, NEXT, { ...AGREED, critical: 14, validFrom: '2026-12-15' }],
      place: 2,
    });
  });
});

it('begins from what is open, and is removed again', () => {
  const begun = beginVersion({ versions: [RULE], place: 0 }, RULE, '2026-12-01');
  expect(begun).toEqual({ versions: [RULE, { ...RULE, validFrom: '2026-12-01' }], place: 1 });
  expect(withoutOpen(begun)).toEqual({ versions: [RULE], place: 0 });
});

it.each([
  ['2026-12-01', [], { judgesPast: false }],
  ['2026-11-27', [RULE], { judgesPast: false }],
  ['2026-11-26', [RULE], { judgesPast: true }],
  ['2026-06-01', [RULE, NEXT, { validFrom: '2026-07-01' }], { judgesPast: true, until: Date.UTC(2026, 6, 1) }],
  ['2026-12-24', [RULE, NEXT], { judgesPast: false }],
])('beginning on %s beside %j does %j', (date, others, expected) => {
  expect(beginningOn(date, others, TODAY)).toEqual(expected);
});

describe('a signature that is typed', () => {
  it('marks the rule as agreed as it stands', () => {
    expect(withTypedSignature(RULE, { ...RULE, agreedBy: 'Sales' }, 'agreedBy', TODAY)).toEqual({
      ...RULE,
      agreedBy: 'Sales',
      agreedFingerprint: fingerprintOf(RULE),
    });
  });

  it('gets the day where the old one was for something else', () => {
    const changed = { ...AGREED, critical: 14, changedOn: '2026-11-26' };
    expect(withTypedSignature(changed, { ...changed, agreedBy: 'Sales, Finance' }, 'agreedBy', TODAY)).toEqual({
      ...RULE,
      critical: 14,
      agreedBy: 'Sales, Finance',
      agreedOn: '2026-11-27',
      agreedFingerprint: fingerprintOf({ ...RULE, critical: 14 }),
    });
  });

  it('keeps its day where only the name is mended', () => {
    expect(withTypedSignature(AGREED, { ...AGREED, agreedBy: 'Sale' }, 'agreedBy', TODAY)).toEqual({
      ...AGREED,
      agreedBy: 'Sale',
    });
  });

  it('leaves nothing behind when all of it is cleared', () => {
    const { agreedOn: _, ...left } = AGREED;
    expect(withTypedSignature(left, { ...left, agreedBy: undefined }, 'agreedBy', TODAY)).toEqual({
      ...RULE,
      agreedBy: undefined,
    });
  });
});

it.each([
  ['2026-12-01', '2026-11-27 Asia/Tokyo', '2026-12-01 Asia/Tokyo'],
  ['2026-11-27', '2026-11-27 Asia/Tokyo', '2026-11-27 Asia/Tokyo'],
  ['2026-12-01', '2026-11-27', '2026-12-01'],
  ['2026-12-01 07:00 Europe/Berlin', '2026-11-27 Asia/Tokyo', '2026-12-01 07:00 Europe/Berlin'],
])('a day that somebody chose begins where they sit: %s, today %s', (date, start, written) => {
  expect(startOn(date, { ...TODAY, start })).toBe(written);
});
