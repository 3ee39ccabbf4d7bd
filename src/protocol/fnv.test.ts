import fc from 'fast-check';

import { fnv1a64 } from './fnv';

const BASIS = BigInt('0xcbf29ce484222325');
const PRIME = BigInt('0x100000001b3');

/** As the algorithm is defined, with whole numbers of any size. */
function reference(text: string): string {
  const hash = [...text].reduce((bits, unit) => BigInt.asUintN(64, (bits ^ BigInt(unit.charCodeAt(0))) * PRIME), BASIS);
  return hash.toString(16).padStart(16, '0');
}

it.each([
  // Vectors that are published with the algorithm.
  ['', 'cbf29ce484222325'],
  ['a', 'af63dc4c8601ec8c'],
  ['b', 'af63df4c8601f1a5'],
  ['foobar', '85944171f73967e8'],
])('of %j', (text, hash) => {
  expect(fnv1a64(text)).toBe(hash);
});

it('is the algorithm, for any ASCII text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary-ascii', maxLength: 300 }), (text) => {
      expect(fnv1a64(text)).toBe(reference(text));
    })
  );
});
