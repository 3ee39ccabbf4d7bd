import fc from 'fast-check';

import { covers, isGlob, literals, matchesGlob, toGlob } from './glob';

const matches = (glob: string, name: string) => matchesGlob(toGlob(glob), toGlob(name));

describe('matchesGlob', () => {
  it.each([
    ['*', ''],
    ['*', 'anything'],
    ['Sales *', 'Sales EMEA'],
    ['* conversion', 'Lead conversion'],
    ['*a*a*', 'banana'],
    ['S?les', 'Sales'],
    ['?', '🙂'],
    ['a.c', 'a.c'],
    ['[ab]', '[ab]'],
    ['**', 'x'],
    ['', ''],
  ])('%j matches %j', (glob, name) => {
    expect(matches(glob, name)).toBe(true);
  });

  it.each([
    ['Sales *', 'Sales'],
    ['sales *', 'Sales EMEA'],
    ['S?les', 'Sles'],
    ['??', '🙂'],
    ['a.c', 'abc'],
    ['[ab]', 'a'],
    ['*a', 'ab'],
    ['', 'x'],
    ['.*', 'x'],
  ])('%j does not match %j', (glob, name) => {
    expect(matches(glob, name)).toBe(false);
  });

  const few = (characters: string) => fc.string({ unit: fc.constantFrom(...characters), maxLength: 12 });

  it('agrees with a matcher that tries everything', () => {
    fc.assert(
      fc.property(few('ab*?'), few('ab'), (glob, name) => {
        expect(matches(glob, name)).toBe(matchesNaively(glob, name));
      }),
      { numRuns: 5000 }
    );
  });

  it('reads a name a number of times that grows with its length, whatever the glob', () => {
    fc.assert(
      fc.property(
        few('ab*?'),
        fc.integer({ min: 1, max: 400 }),
        fc.constantFrom('a', 'ab', 'aab'),
        (text, length, unit) => {
          const glob = toGlob(text);
          const name = toGlob(unit.repeat(length));
          expect(readsOf(glob, name)).toBeLessThanOrEqual((glob.length + 1) * (name.length + 1));
        }
      )
    );
  });

  it.each(['*a*a*a*a*a*a*a*b', '*aaaaaaaaaaaaaab', '?*?*?*?*?*b', '*?a*?a*?a*?ab'])(
    'takes at most twice the time for twice the name: %s',
    (text) => {
      const reads = (length: number) => readsOf(toGlob(text), toGlob('a'.repeat(length)));
      expect(reads(20_000)).toBeLessThanOrEqual(2 * reads(10_000) + text.length ** 2);
    }
  );
});

describe('covers', () => {
  it.each([
    ['*', 'Sales *'],
    ['Sales *', 'Sales E*'],
    ['S*', 'S?'],
    ['??', '??'],
    ['*a*', '*a*b*'],
    ['*', '*'],
  ])('%j covers %j', (wide, narrow) => {
    expect(covers(toGlob(wide), toGlob(narrow))).toBe(true);
  });

  it.each([
    ['Sales *', '* conversion'],
    ['S?', 'S*'],
    ['??', '*'],
    ['Sales E*', 'Sales *'],
  ])('%j does not cover %j', (wide, narrow) => {
    expect(covers(toGlob(wide), toGlob(narrow))).toBe(false);
  });
});

it('counts what a glob says', () => {
  expect(literals(toGlob('Sales ?*'))).toBe(6);
  expect([isGlob('Sales *'), isGlob('Sales?'), isGlob('Sales')]).toEqual([true, true, false]);
});

/** The documented meaning, as plain as can be. */
function matchesNaively(glob: string, name: string): boolean {
  if (glob === '') {
    return name === '';
  }
  if (glob[0] === '*') {
    return matchesNaively(glob.slice(1), name) || (name !== '' && matchesNaively(glob, name.slice(1)));
  }
  return name !== '' && (glob[0] === '?' || glob[0] === name[0]) && matchesNaively(glob.slice(1), name.slice(1));
}

/** How often the matcher reads a character of the name. */
function readsOf(glob: readonly string[], name: readonly string[]): number {
  let reads = 0;
  const counted = new Proxy(name as string[], {
    get(target, key) {
      reads += typeof key === 'string' && /^\d+$/.test(key) ? 1 : 0;
      return Reflect.get(target, key) as unknown;
    },
  });
  matchesGlob(glob, counted);
  return reads;
}
