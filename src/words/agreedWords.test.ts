import { timeWords } from '../locales/timeWords';
import { metricProtocol, NOW, rule, stated } from '../testing/metricProtocol';
import { fingerprintOf } from '../rule/fingerprint';
import { ruleKind } from '../rule/kind';
import type { Signature } from '../rule/rule';
import type { RuleSources } from '../rule/sources';
import { mergeRule } from '../rule/sources';
import { agreedWords } from './agreedWords';
import { plain as t } from '../testing/plain';

const SIGNED = { agreedBy: 'Sales and Finance', agreedOn: '2026-03-03' };

/** A rule that is marked as agreed. */
const signed = (input: object) => ({ ...input, agreedBy: 'Ana', agreedFingerprint: fingerprintOf(input) });

/** Grafana's own, red below 20. */
const NATIVE = {
  mode: 'absolute',
  steps: [
    { value: null, color: 'red' },
    { value: 20, color: 'green' },
  ],
};

const words = (texts: Parameters<typeof stated>[0], signature?: Omit<Signature, 'source'>, timeZone = 'utc') =>
  agreedWords(
    t,
    metricProtocol({
      rule: rule({ text: stated(texts), signatures: signature && [{ source: 'override', ...signature }] }),
    }),
    timeWords(t, { now: NOW, timeZone })
  );

describe('agreedWords', () => {
  it.each<[string, Parameters<typeof words>, string | undefined]>([
    ['nothing where nobody agreed', [{ owner: 'Ana' }], undefined],
    ['by whom and when', [SIGNED, { state: 'kept' }], 'Agreed by Sales and Finance, 3 March 2026'],
    [
      'that nobody can tell what was agreed',
      [SIGNED, { state: 'unchecked' }],
      'Agreed by Sales and Finance, 3 March 2026 (agreement not checked)',
    ],
    [
      'that it was changed today, in place of the signature',
      [SIGNED, { state: 'changed', changedOn: '2026-11-23' }],
      'Changed today, not agreed yet',
    ],
    ['the day of a change', [SIGNED, { state: 'changed', changedOn: '2026-09-01' }], 'Changed 1 Sep, not agreed yet'],
    [
      'today by its date wherever it is',
      [SIGNED, { state: 'changed', changedOn: '2026-11-23' }, 'Pacific/Auckland'],
      'Changed today, not agreed yet',
    ],
    [
      'today by a moment',
      [SIGNED, { state: 'changed', changedOn: '2026-11-23 Asia/Tokyo' }, 'Asia/Tokyo'],
      'Changed today, not agreed yet',
    ],
    ['no day where nobody knows it', [SIGNED, { state: 'changed' }], 'Changed since agreed'],
    ['no day that is none', [SIGNED, { state: 'changed', changedOn: 'in spring' }], 'Changed since agreed'],
    [
      'that it was changed, though no words tell who agreed',
      [{}, { state: 'changed', changedOn: '2026-11-22' }],
      'Changed yesterday, not agreed yet',
    ],
  ])('says %s', (_, given, expected) => {
    expect(words(...given)).toBe(expected);
  });

  it.each<[string, Partial<Signature>, string]>([
    ['an override', { by: 'override' }, 'Not as agreed (the rule for this metric says otherwise)'],
    ['a sheet', { by: 'sheet', state: 'unchecked' }, 'Not as agreed (the rule sheet says otherwise)'],
    ['a version of it, with its day', { by: 'sheet', changedOn: '2026-09-01' }, 'Changed 1 Sep, not agreed yet'],
  ])('says that the rule is another by %s', (_, signature, expected) => {
    const signatures: Signature[] = [{ source: 'default', state: 'kept', ...signature }];
    const given = rule({ text: { agreedBy: { value: 'Ana', source: 'default' } }, signatures });
    const times = timeWords(t, { now: NOW, timeZone: 'utc' });
    expect(agreedWords(t, metricProtocol({ rule: given }), times)).toBe(expected);
  });

  it.each<[string, RuleSources, string]>([
    ['a sheet', { sheet: { operator: '<', critical: 20 } }, 'Agreed by Ana. THE LEVELS'],
    ['Grafana’s thresholds', { thresholds: NATIVE }, 'Agreed by Ana. THE LEVELS'],
    [
      'a sheet, of a rule that nobody can check',
      { sheet: { operator: '<', critical: 20 }, default: { owner: 'Ana', agreedBy: 'Ana' } },
      'Agreed by Ana (agreement not checked). THE LEVELS',
    ],
    ['a sheet that was signed', { sheet: signed({ operator: '<', critical: 20 }) }, 'Agreed by Ana'],
    ['nothing', {}, 'Agreed by Ana'],
    ['a sheet, though none is needed', { default: signed({ noRule: 'To compare' }) }, 'Agreed by Ana'],
  ])('covers no level that is stated by %s', (_, sources, expected) => {
    const merged = mergeRule({ default: signed({ owner: 'Ana' }), ...sources });
    const metric = metricProtocol({ rule: merged, kind: ruleKind(merged) });
    expect(agreedWords(t, metric, timeWords(t, { now: NOW, timeZone: 'utc' }))).toBe(
      expected.replace('THE LEVELS', 'The levels are not part of what was agreed')
    );
  });

  it('gives nobody the day of another signature', () => {
    const text = {
      agreedBy: { value: 'Ana', source: 'override' as const },
      agreedOn: { value: '2026-03-03', source: 'default' as const },
    };
    const signatures: Signature[] = [{ source: 'override', state: 'kept' }];
    const times = timeWords(t, { now: NOW, timeZone: 'utc' });
    expect(agreedWords(t, metricProtocol({ rule: rule({ text, signatures }) }), times)).toBe('Agreed by Ana');
  });

  it('does not doubt one signature for the sake of another', () => {
    const signatures: Signature[] = [
      { source: 'override', state: 'kept' },
      { source: 'default', state: 'unchecked' },
    ];
    const metric = metricProtocol({ rule: rule({ text: stated(SIGNED), signatures }) });
    expect(agreedWords(t, metric, timeWords(t, { now: NOW, timeZone: 'utc' }))).toBe(
      'Agreed by Sales and Finance, 3 March 2026'
    );
  });
});
