import fc from 'fast-check';

import { fingerprintOf } from './fingerprint';
import { fingerprintOfLayers, signaturesOf } from './signatures';
import { mergeRule } from './sources';
import { stackOverrides } from './stackOverrides';

const RULE = {
  operator: '<',
  warning: 24,
  critical: 20,
  recovery: { critical: 21 },
  for: '1h',
  owner: 'Demand Gen of ${__field.labels.team}',
  action: '1. Pause\n2. Call',
};

/** A rule that is marked as agreed. */
function agreed<T extends object>(rule: T) {
  return { ...rule, agreedOn: '2026-03-03', agreedFingerprint: fingerprintOf(rule) };
}

/** Grafana's own, red below 20. */
const NATIVE = {
  mode: 'absolute',
  steps: [
    { value: null, color: 'red' },
    { value: 20, color: 'green' },
  ],
};

describe('signaturesOf', () => {
  const signatures = (sources: Parameters<typeof mergeRule>[0]) =>
    mergeRule(sources).signatures?.map(({ source, state }) => `${source} ${state}`);

  it('are none where nobody signed', () => {
    expect(signatures({ default: RULE, override: { agreedOn: ' ' } })).toBeUndefined();
    expect(signaturesOf([])).toBeUndefined();
  });

  it('can’t be checked where no fingerprint says what was signed', () => {
    expect(signatures({ default: { ...RULE, agreedBy: 'Ana' }, sheet: { agreedOn: '2026-03-03' } })).toEqual([
      'sheet unchecked',
      'default unchecked',
    ]);
  });

  it('tell which stored rule is another than when it was agreed', () => {
    expect(signatures({ default: agreed(RULE) })).toEqual(['default kept']);
    expect(signatures({ default: { ...agreed(RULE), critical: 18 } })).toEqual(['default changed']);
    expect(signatures({ default: { ...agreed(RULE), for: '2h' }, override: agreed({ critical: 18 }) })).toEqual([
      'override kept',
      'default changed',
    ]);
  });

  it.each<[string, object, string | undefined]>([
    ['of a correction', { changedOn: '2026-11-27', validFrom: '2026-09-01' }, '2026-11-27'],
    [
      'when a version began after it was agreed',
      { validFrom: '2026-09-01 07:00 Europe/Berlin' },
      '2026-09-01 07:00 Europe/Berlin',
    ],
    ['not when it began before', { validFrom: '2026-03-01' }, undefined],
    ['not when it began that very day', { validFrom: '2026-03-03' }, undefined],
    ['not when nobody knows when it was agreed', { validFrom: '2026-09-01', agreedOn: '' }, undefined],
    ['not where nothing says it', {}, undefined],
  ])('know the day of a change: %s', (_, upkeep, changedOn) => {
    const [signature] = mergeRule({ default: { ...agreed(RULE), critical: 18, ...upkeep } }).signatures ?? [];
    expect(signature).toEqual({ source: 'default', state: 'changed', ...(changedOn && { changedOn }) });
  });

  it('is the same for every series that a rule serves', () => {
    for (const team of ['emea', 'apac']) {
      const interpolate = (words: string) => words.replace(/\$\{.*\}/, team);
      expect(signatures({ default: agreed(RULE), interpolate })).toEqual(['default kept']);
    }
  });

  it('says of a fingerprint that is none what to do, and guesses nothing', () => {
    const rule = mergeRule({ default: { ...RULE, agreedFingerprint: 'yes' } });
    expect(rule.problems).toEqual([
      { field: 'agreedFingerprint', source: 'default', code: 'notAFingerprint', found: 'yes' },
    ]);
    expect(rule.signatures).toBeUndefined();
  });
});

describe('a signature beside what nobody signed', () => {
  const first = (sources: Parameters<typeof mergeRule>[0]) => mergeRule(sources).signatures?.[0];
  const KEPT = { source: 'default', state: 'kept' };
  const typed = { ...RULE, agreedBy: 'Sales' };

  it.each<[string, Parameters<typeof mergeRule>[0], object]>([
    ['another level', { override: { critical: 18 }, default: agreed(RULE) }, { ...KEPT, by: 'override' }],
    ['another level of a sheet', { sheet: { critical: 18 }, default: agreed(RULE) }, { ...KEPT, by: 'sheet' }],
    ['another recovery', { sheet: { recovery: { critical: 22 } }, default: agreed(RULE) }, { ...KEPT, by: 'sheet' }],
    ['a level that it has none of', { sheet: { recovery: { warning: 25 } }, default: agreed(RULE) }, { by: 'sheet' }],
    ['another owner', { override: { owner: 'Ben' }, default: agreed(RULE) }, { ...KEPT, by: 'override' }],
    ['a level that can’t be read', { override: { critical: 'few' }, default: agreed(RULE) }, { by: 'override' }],
    ['a signature that was typed', { sheet: { critical: 18 }, default: typed }, { state: 'unchecked', by: 'sheet' }],
    ['an override over a signed sheet', { override: { for: '2h' }, sheet: agreed(RULE) }, { by: 'override' }],
    [
      'a wait where none was agreed',
      { override: { for: '2d' }, default: agreed({ critical: 20 }) },
      { by: 'override' },
    ],
  ])('is not over %s', (_, sources, expected) => {
    expect(first(sources)).toMatchObject(expected);
  });

  it.each<[string, Parameters<typeof mergeRule>[0]]>([
    ['the same level', { override: { critical: 20 }, default: agreed(RULE) }],
    ['the same level in a cell', { sheet: { critical: '< 20' }, default: agreed(RULE) }],
    ['the same time in another unit', { override: { for: '60m' }, default: agreed(RULE) }],
    ['upkeep', { override: { key: 'leads', reviewBy: '2027-01-01' }, default: agreed(RULE) }],
    [
      'what another override takes back',
      { override: { critical: 20 }, sheet: { critical: 18 }, default: agreed(RULE) },
    ],
    ['an answer that it leaves open', { override: { escalateTo: 'VP Sales', due: '07:00' }, default: agreed(RULE) }],
    ['levels of Grafana’s thresholds', { default: agreed({ owner: 'Ana' }), thresholds: NATIVE }],
  ])('is kept over %s', (_, sources) => {
    expect(first(sources)).toEqual(KEPT);
  });

  it('stands for what was signed itself', () => {
    const sources = { override: agreed({ critical: 18 }), default: agreed(RULE) };
    expect(mergeRule(sources).signatures).toEqual([{ source: 'override', state: 'kept' }, KEPT]);
  });

  it.each<[string, Parameters<typeof mergeRule>[0]]>([
    [
      'a default that says what it leaves open',
      {
        override: agreed({ critical: 18 }),
        default: { ...RULE, due: '07:00 UTC', workingHours: 'Mon-Fri 09:00-17:00' },
      },
    ],
    ['a default that it does not leave room for', { override: agreed(RULE), default: { critical: 30, owner: 'Ben' } }],
  ])('stands beside %s', (_, sources) => {
    expect(first(sources)).toEqual({ source: 'override', state: 'kept' });
  });

  it('tells the day of a version that says otherwise', () => {
    const sources = { override: { critical: 18, validFrom: '2026-09-01' }, default: agreed(RULE) };
    expect(first(sources)).toEqual({ ...KEPT, by: 'override', changedOn: '2026-09-01' });
  });
});

describe('fingerprintOfLayers', () => {
  const below = agreed({ owner: 'Ana', action: 'Look' });
  const above = agreed({ critical: 18 });

  it.each<[string, object[], string | undefined]>([
    ['each is as it was agreed', [above, below], 'kept'],
    ['what nobody signed lies over it', [{ owner: 'Ben' }, below], 'changed'],
    ['what nobody signed lies over it, and says the same', [{ owner: 'Ana' }, below], 'kept'],
    ['what nobody signed adds to it from below', [above, { owner: 'Ana' }], 'kept'],
    ['what nobody signed states the level beside it', [{ critical: 18 }, agreed({ owner: 'Ana' })], 'unchecked'],
    ['what nobody signed states the level below it', [agreed({ owner: 'Ana' }), { critical: 18 }], 'unchecked'],
    ['one was changed', [above, { ...below, owner: 'Ben' }], 'changed'],
    ['the one on top was changed', [{ ...above, critical: 17 }, below], 'changed'],
    ['one was signed in words alone', [above, { owner: 'Ana', agreedBy: 'Sales' }], 'unchecked'],
  ])('tells whether %s', (_, layers, state) => {
    const whole = Object.assign({}, ...layers.toReversed()) as object;
    const override = { ...whole, agreedFingerprint: fingerprintOfLayers(layers, whole) };
    expect(mergeRule({ override }).signatures).toMatchObject([{ source: 'override', state }]);
    expect(mergeRule({ override: stackOverrides(layers.toReversed()) }).signatures).toMatchObject([{ state }]);
  });

  it('is none where no layer has one', () => {
    expect(fingerprintOfLayers([{ owner: 'Ana' }, 'what'], { owner: 'Ana' })).toBeUndefined();
  });
});

it('never stands over what it was not given for, in one source or in three', () => {
  const fields = fc.record(
    { operator: fc.constantFrom('<', '>'), critical: fc.integer({ min: 0, max: 3 }), owner: fc.constantFrom('A', 'B') },
    { requiredKeys: [] }
  );
  fc.assert(
    fc.property(fields, fields, fields, fc.constantFrom(0, 1, 2), (override, sheet, byDefault, signed) => {
      const layers = [override, sheet, byDefault].map((rule, place) => (place === signed ? agreed(rule) : rule));
      const whole = { ...byDefault, ...sheet, ...override };
      const above = Object.assign({}, ...[override, sheet].slice(0, signed).toReversed()) as typeof whole;
      const own = [override, sheet, byDefault][signed];
      const rule = mergeRule({ override: layers[0], sheet: layers[1], default: layers[2] });
      const [{ by }] = rule.signatures ?? [{ by: undefined }];
      const isTurned = own.critical !== undefined && 'operator' in above && above.operator !== own.operator;
      const isOther = Object.entries(own).some(([field, value]) => whole[field as keyof typeof whole] !== value);
      expect(by !== undefined).toBe(isOther || isTurned);
    })
  );
});
