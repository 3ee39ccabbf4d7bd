import fc from 'fast-check';

import { mergeHistory, ruleAt } from './history';
import { ruleKind } from './kind';
import type { RuleSources } from './sources';
import { mergeRule } from './sources';
import type { NativeThresholds } from './thresholds';

const thresholds: NativeThresholds = {
  mode: 'absolute',
  steps: [
    { value: null, color: 'green' },
    { value: 90, color: 'red' },
  ],
};

/** The versions as text: `2026-01-01 Ana critical 5`. */
function versions(sources: RuleSources): string[] {
  return mergeHistory(sources).versions.map(({ validFrom, rule }) =>
    [
      validFrom === undefined ? 'ever' : new Date(validFrom).toISOString().slice(0, 10),
      rule.text.owner?.value ?? ruleKind(rule),
      ...rule.levels.map(({ severity, condition }) => `${severity} ${condition.bounds.join(' ')}`),
    ].join(' ')
  );
}
const problems = (sources: RuleSources) =>
  mergeHistory(sources).versions[0].rule.problems.map(({ field, code, found, version }) =>
    [field, code, found, version].filter((part) => part !== undefined).join(' ')
  );

describe('mergeHistory', () => {
  it.each<[string, RuleSources, string[]]>([
    ['nothing', {}, ['ever unruled']],
    ['thresholds alone', { thresholds }, ['ever levelOnly critical 90']],
    ['a rule that has always been', { default: { owner: 'Ana' } }, ['ever Ana']],
    [
      'a rule from a day on',
      { default: { owner: 'Ana', validFrom: '2026-09-01' } },
      ['ever unruled', '2026-09-01 Ana'],
    ],
    [
      'no rule before it, not even thresholds',
      { default: { owner: 'Ana', validFrom: '2026-09-01' }, thresholds },
      ['ever unruled', '2026-09-01 Ana critical 90'],
    ],
    [
      'versions in any order',
      {
        default: {
          owner: 'Cem',
          validFrom: '2026-09-01',
          earlier: [
            { owner: 'Ben', validFrom: '2026-03-01' },
            { owner: 'Ana' },
            { owner: 'Dan', validFrom: '2027-01-01' },
          ],
        },
      },
      ['ever Ana', '2026-03-01 Ben', '2026-09-01 Cem', '2027-01-01 Dan'],
    ],
    [
      'two sources, field by field for each span',
      {
        override: { owner: 'Ana', validFrom: '2026-05-01', earlier: [{ owner: 'Eve' }] },
        default: {
          owner: 'Ben',
          operator: '>',
          critical: 3,
          validFrom: '2026-09-01',
          earlier: [{ operator: '>', critical: 2, validFrom: '2026-03-01' }],
        },
      },
      ['ever Eve', '2026-03-01 Eve critical 2', '2026-05-01 Ana critical 2', '2026-09-01 Ana critical 3'],
    ],
    [
      'the sheet between override and default',
      { override: { operator: '>' }, sheet: { critical: 2, owner: 'Ana' }, default: { critical: 1, owner: 'Ben' } },
      ['ever Ana critical 2'],
    ],
    [
      'a version that changes nothing for this metric',
      { override: { owner: 'Ana' }, default: { owner: 'Cem', validFrom: '2026-09-01', earlier: [{ owner: 'Ben' }] } },
      ['ever Ana'],
    ],
    [
      'a version without a rule',
      { default: { owner: 'Ana', validFrom: '2026-09-01', earlier: [{ owner: 'Ben' }, { validFrom: '2026-03-01' }] } },
      ['ever Ben', '2026-03-01 unruled', '2026-09-01 Ana'],
    ],
    [
      'a moment with a variable',
      {
        default: { owner: 'Ana', validFrom: '$start' },
        interpolate: (text) => text.replace('$start', '2026-09-01 UTC'),
      },
      ['ever unruled', '2026-09-01 Ana'],
    ],
    [
      'a moment that is blank once it is interpolated',
      { default: { owner: 'Ana', validFrom: '$start' }, interpolate: () => '' },
      ['ever unruled'],
    ],
  ])('%s', (_, sources, expected) => {
    expect(versions(sources)).toEqual(expected);
    expect(problems(sources)).toEqual([]);
  });

  it.each<[string, RuleSources, string[], string[]]>([
    [
      'earlier versions of a rule that is valid since ever',
      { default: { owner: 'Ana', earlier: [{ owner: 'Ben' }] } },
      ['ever Ana'],
      ['earlier earlierWithoutValidFrom '],
    ],
    [
      'a moment that can’t be read',
      { default: { owner: 'Ana', validFrom: 'soon', earlier: [{ owner: 'Ben' }] } },
      ['ever Ana'],
      ['validFrom notAMoment soon', 'earlier earlierWithoutValidFrom soon'],
    ],
    [
      'a variable that gives no moment',
      { default: { owner: 'Ana', validFrom: '$start' }, interpolate: (text) => text.replace('$start', 'soon') },
      ['ever Ana'],
      ['validFrom notAMoment soon'],
    ],
    [
      'an earlier version whose moment can’t be read',
      {
        default: { owner: 'Ana', validFrom: '2026-09-01', earlier: [{ owner: 'Ben', validFrom: '2026-03-01 07:00' }] },
      },
      ['ever unruled', '2026-09-01 Ana'],
      ['validFrom noZone 2026-03-01 07:00 2026-03-01 07:00'],
    ],
    [
      'two of the same moment',
      {
        default: {
          owner: 'Ana',
          validFrom: '2026-09-01',
          earlier: [{ owner: 'Ben', validFrom: '2026-09-01 UTC' }, { owner: 'Cem' }, { owner: 'Dan' }],
        },
      },
      ['ever Dan', '2026-09-01 Ana'],
      ['validFrom sameValidFrom  2', 'validFrom sameValidFrom 2026-09-01 UTC 2026-09-01 UTC'],
    ],
    [
      'a bad field of an earlier version',
      { default: { owner: 'Ana', validFrom: '2026-09-01', earlier: [{ owner: 'Ben', for: 'x' }, 7, { earlier: [] }] } },
      ['ever unruled', '2026-09-01 Ana'],
      ['for notADuration x 1', 'rule notARule 7 2', 'rule unknownField earlier 3', 'validFrom sameValidFrom  1'],
    ],
    [
      'levels of an earlier version',
      { default: { owner: 'Ana', validFrom: '2026-09-01', earlier: [{ owner: 'Ben', critical: 5 }] } },
      ['ever Ben', '2026-09-01 Ana'],
      ['operator directionUndecided 5 1'],
    ],
    [
      'no list of versions',
      { default: { owner: 'Ana', earlier: { owner: 'Ben' } } },
      ['ever Ana'],
      ['earlier notAList {"owner":"Ben"}'],
    ],
  ])('%s: a problem', (_, sources, expected, found) => {
    expect(versions(sources)).toEqual(expected);
    expect(problems(sources)).toEqual(found);
  });

  it('every version tells the problems of all', () => {
    const { versions: all } = mergeHistory({
      default: { for: 'x', owner: 'Ana', validFrom: '2026-09-01', earlier: [{ staleAfter: 'y' }] },
    });
    expect(all.map(({ rule }) => rule.problems.map(({ found }) => found))).toEqual([
      ['x', 'y'],
      ['x', 'y'],
    ]);
  });
});

describe('at a moment', () => {
  const history = mergeHistory({
    default: { owner: 'Ana', validFrom: '2026-09-01', earlier: [{ owner: 'Ben', validFrom: '2026-03-01' }] },
  });
  const at = (text: string) => Date.parse(text);

  it.each([
    ['2026-02-28T23:59Z', undefined],
    ['2026-03-01T00:00Z', 'Ben'],
    ['2026-08-31T23:59Z', 'Ben'],
    ['2026-09-01T00:00Z', 'Ana'],
  ])('%s', (time, owner) => {
    expect(ruleAt(history, at(time)).text.owner?.value).toBe(owner);
  });
});

it('whatever is stored, the rule of a moment is that of the versions in force then', () => {
  const day = fc.constantFrom(undefined, '2026-01-01', '2026-02-01', '2026-03-01', 'soon');
  const fields = { owner: fc.constantFrom('Ana', 'Ben', ''), for: fc.constantFrom('1d', 'x', ''), validFrom: day };
  const version = fc.record(fields, { requiredKeys: [] });
  const stored = fc.oneof(
    fc.record({ ...fields, earlier: fc.array(version, { maxLength: 3 }) }, { requiredKeys: [] }),
    fc.constant(undefined)
  );
  const property = fc.property(stored, stored, (override, fallback) => {
    const history = mergeHistory({ override, default: fallback });
    expect(history.versions[0].validFrom).toBeUndefined();
    const starts = history.versions.slice(1).map(({ validFrom }) => validFrom!);
    expect(starts).toEqual([...new Set(starts)].sort((a, b) => a - b));
    for (const time of ['2025-12-31', '2026-01-01', '2026-02-15', '2026-12-31'].map((text) => Date.parse(text))) {
      const expected = mergeRule({ override: inForce(override, time), default: inForce(fallback, time) });
      expect({ ...ruleAt(history, time), problems: [] }).toEqual({ ...expected, problems: [] });
    }
  });
  fc.assert(property, { numRuns: 500 });
});

interface Stored {
  validFrom?: string;
  earlier?: Stored[];
}

/** What of a stored rule is in force at a moment, straight from the semantics. */
function inForce(stored: Stored | undefined, time: number): Stored | undefined {
  if (!stored) {
    return undefined;
  }
  const { earlier = [], ...newest } = stored;
  const versions = Date.parse(newest.validFrom ?? 'soon')
    ? [...earlier, newest]
    : [{ ...newest, validFrom: undefined }];
  const begin = ({ validFrom }: Stored) => (validFrom === undefined ? -Infinity : Date.parse(validFrom));
  return versions.reduce<Stored | undefined>((best, version) => {
    const isInForce = begin(version) <= time;
    return isInForce && (best === undefined || begin(version) >= begin(best)) ? version : best;
  }, undefined);
}
