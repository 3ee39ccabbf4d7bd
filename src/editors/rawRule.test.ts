import fc from 'fast-check';

import { getRaw, setRaw, toRawRule } from './rawRule';

describe('setRaw', () => {
  it.each<[string, Parameters<typeof setRaw>, object | undefined]>([
    ['stores a field', [{}, 'owner', 'SRE'], { owner: 'SRE' }],
    ['keeps the others, known or not', [{ for: '2d', ownr: 1 }, 'owner', 'SRE'], { for: '2d', ownr: 1, owner: 'SRE' }],
    ['takes a field away', [{ for: '2d', owner: 'SRE' }, 'owner', undefined], { for: '2d' }],
    ['leaves nothing of an empty rule, so that it inherits', [{ owner: 'SRE' }, 'owner', undefined], undefined],
    ['stores a recovery level', [{}, 'recoveryCritical', 21], { recovery: { critical: 21 } }],
    [
      'keeps the other recovery level',
      [{ recovery: { warning: 25 } }, 'recoveryCritical', 21],
      { recovery: { warning: 25, critical: 21 } },
    ],
    ['leaves no empty recovery', [{ recovery: { critical: 21 } }, 'recoveryCritical', undefined], undefined],
  ])('%s', (_, args, expected) => {
    expect(setRaw(...args)).toEqual(expected);
  });

  it('reads back what it stored, and mutates nothing', () => {
    fc.assert(
      fc.property(
        fc.object({ maxDepth: 1 }),
        fc.constantFrom('owner', 'critical', 'recoveryWarning', 'for'),
        fc.oneof(fc.string(), fc.double()),
        (stored, field, value) => {
          const before = JSON.stringify(stored);
          expect(getRaw(toRawRule(setRaw(toRawRule(stored), field as 'owner', value)), field as 'owner')).toBe(value);
          expect(JSON.stringify(stored)).toBe(before);
        }
      )
    );
  });
});

describe('getRaw', () => {
  it.each<[object, unknown]>([
    [{ recovery: { critical: 'x' } }, 'x'],
    [{ recovery: 'below 5' }, 'below 5'],
    [{ recovery: { warning: 5 } }, undefined],
    [{}, undefined],
  ])('of %j is the recovery that was written: %j', (stored, found) => {
    expect(getRaw({ ...stored }, 'recoveryCritical')).toBe(found);
  });
});

describe('toRawRule', () => {
  it.each([undefined, null, 'twenty', 20, ['a']])('starts empty from %j', (value) => {
    expect(toRawRule(value)).toEqual({});
  });
});
