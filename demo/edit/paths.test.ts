import fc from 'fast-check';
import { getAt, setAt, withoutAt } from './paths';

const options = { legend: { calcs: ['last'], show: true }, queries: [{ text: 'a' }, { text: 'b' }] };

describe('getAt', () => {
  it.each([
    ['a key', 'legend', options.legend],
    ['a nested key', 'legend.show', true],
    ['an index in brackets', 'queries[1].text', 'b'],
    ['an index between dots', 'queries.1.text', 'b'],
    ['a missing leaf', 'legend.none', undefined],
    ['a missing branch', 'none.at.all', undefined],
    ['a key below a leaf', 'legend.show.none', undefined],
  ])('reads %s', (_, path, expected) => {
    expect(getAt(options, path)).toEqual(expected);
  });
});

describe('setAt', () => {
  it('replaces a nested value and shares the rest', () => {
    const changed = setAt(options, 'legend.show', false);
    expect(changed).toEqual({ ...options, legend: { calcs: ['last'], show: false } });
    expect(changed.queries).toBe(options.queries);
    expect(options.legend.show).toBe(true);
  });

  it('makes missing containers, a list where an index follows', () => {
    expect(setAt({}, 'a.b[1].c', 1)).toEqual({ a: { b: [undefined, { c: 1 }] } });
  });

  it('replaces a leaf that is in the way', () => {
    expect(setAt({ a: 'text' }, 'a.b', 1)).toEqual({ a: { b: 1 } });
  });

  it('is read back by getAt', () => {
    const key = fc.stringMatching(/^[a-z]{1,5}$/);
    fc.assert(
      fc.property(fc.dictionary(key, fc.jsonValue()), fc.array(key, { minLength: 1, maxLength: 4 }), (source, keys) => {
        const path = keys.join('.');
        expect(getAt(setAt(source, path, 'set'), path)).toBe('set');
      })
    );
  });
});

describe('withoutAt', () => {
  it('takes out a key and a nested key', () => {
    expect(withoutAt({ a: 1, b: 2 }, 'a')).toEqual({ b: 2 });
    expect(withoutAt({ a: { b: 1, c: 2 } }, 'a.b')).toEqual({ a: { c: 2 } });
  });

  it('gives back the source where there is nothing to take out', () => {
    const source = { a: { b: 1 } };
    expect(withoutAt(source, 'a.c')).toBe(source);
    expect(withoutAt(source, 'x.y')).toBe(source);
  });
});
