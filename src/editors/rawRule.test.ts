import fc from 'fast-check';

import { getRaw, setRaw, toRawRule } from './rawRule';

/** What an import could not read, as it is stored. */
const UNREAD = {
  for: { field: 'for', written: '1 month', code: 'notADuration' },
  recovery: { field: 'recoveryCritical', written: 'five-ish', code: 'notANumber' },
};

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
    [
      'takes away what could not be read of the field, and of no other',
      [{ unreadable: [UNREAD.for, UNREAD.recovery] }, 'for', '30d'],
      { for: '30d', unreadable: [UNREAD.recovery] },
    ],
    ['leaves no empty list of that', [{ unreadable: [UNREAD.for] }, 'for', undefined], undefined],
    [
      'takes it away of a recovery level',
      [{ unreadable: [UNREAD.recovery] }, 'recoveryCritical', 21],
      { recovery: { critical: 21 } },
    ],
    ['leaves what is no such list', [{ unreadable: 5 }, 'for', '2d'], { for: '2d', unreadable: 5 }],
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

it.each<[object, unknown]>([
  [{ unreadable: [UNREAD.for] }, '1 month'],
  [{ unreadable: [UNREAD.recovery] }, undefined],
  [{ for: '2d', unreadable: [UNREAD.for] }, '2d'],
  [{ unreadable: ['for', null, UNREAD.for] }, '1 month'],
  [{ unreadable: 'for' }, undefined],
])('of a cell that could not be read it is what was written: %j, %j', (stored, found) => {
  expect(getRaw({ ...stored }, 'for')).toBe(found);
});

describe('toRawRule', () => {
  it.each([undefined, null, 'twenty', 20, ['a']])('starts empty from %j', (value) => {
    expect(toRawRule(value)).toEqual({});
  });
});
