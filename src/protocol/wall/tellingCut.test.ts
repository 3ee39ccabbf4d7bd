import * as fc from 'fast-check';

import { cutText } from './cutText';
import { tellingCut } from './tellingCut';

/** Letters of one width. */
const measure = (text: string) => text.length;

const cutAll = (names: readonly string[], width: number, lines = 1) => {
  const cut = tellingCut(names);
  return names.map((name) => cut(name, { width, lines, measure }).join('|'));
};

describe('names that begin alike', () => {
  it.each<[string, string[], number, string[]]>([
    ['stay whole with room', ['Win rate', 'Win rate EMEA'], 20, ['Win rate', 'Win rate EMEA']],
    [
      'are cut at their end where that tells them apart',
      ['Forecast accuracy against plan', 'Commit gap of the quarter'],
      18,
      ['Forecast accuracy…', 'Commit gap of the…'],
    ],
    [
      'use the room that they have',
      ['Partner-sourced pipeline', 'prometheus 127.0.0.1:9090', 'Open handoff disputes'],
      14,
      ['Partner-sourc…', 'prometheus…', 'Open handoff…'],
    ],
    [
      'keep the words in which they differ',
      ['node 127.0.0.1:9100 system mode', 'node 127.0.0.1:9100 user mode', 'node 127.0.0.1:9101 user mode'],
      20,
      ['node…system mode', 'node…9100 user mode', 'node 127.0.0.1:9101…'],
    ],
    [
      'keep parts of the words of machines',
      ['http_request_duration_seconds_count', 'http_request_duration_seconds_sum'],
      20,
      ['http_…seconds_count', 'http_…seconds_sum'],
    ],
    [
      'keep the name, and of the panel what tells it apart',
      ['Win rate · Sales funnel of the quarter', 'Win rate · Sales funnel of the year'],
      22,
      ['Win rate…the quarter', 'Win rate…of the year'],
    ],
    ['keep letters', ['bookingworkerqueue1', 'bookingworkerqueue2'], 10, ['…kerqueue1', '…kerqueue2']],
    [
      'say which one is the shorter one',
      ['requests of the shop', 'requests of the shop in total'],
      15,
      ['requests…shop', '…shop in total'],
    ],
  ])('%s', (_, names, width, expected) => {
    expect(cutAll(names, width)).toEqual(expected);
  });
});

describe('a name that is cut among others', () => {
  const anyNames = fc.uniqueArray(fc.stringMatching(/^[ab]{1,3}([ _.-][ab1]{1,4}){0,5}$/), {
    minLength: 2,
    maxLength: 8,
  });

  it('has as many lines as any text, none of them wider, and only letters of its own', () => {
    fc.assert(
      fc.property(anyNames, fc.integer({ min: 3, max: 24 }), fc.integer({ min: 1, max: 2 }), (names, width, lines) => {
        const cut = tellingCut(names);
        for (const name of names) {
          const result = cut(name, { width, lines, measure });
          expect(result.length).toBeLessThanOrEqual(lines);
          result.forEach((line) => expect(line.length).toBeLessThanOrEqual(width));
          const pieces = result
            .join('')
            .split('…')
            .map((piece) => piece.replace(/[\s\u00a0]/g, ''));
          let rest = name.replace(/ /g, '');
          for (const piece of pieces) {
            expect(rest).toContain(piece);
            rest = rest.slice(rest.indexOf(piece) + piece.length);
          }
        }
      })
    );
  });

  it('is cut at its end where nothing else begins so, as far as any text or further', () => {
    fc.assert(
      fc.property(anyNames, fc.integer({ min: 3, max: 24 }), (names, width) => {
        const [name] = names;
        const [line] = tellingCut([name])(name, { width, lines: 1, measure });
        const [text] = cutText(name, { width, lines: 1, measure });
        expect(name.startsWith(line.replace('…', ''))).toBe(true);
        expect(line.length).toBeGreaterThanOrEqual(text.length);
      })
    );
  });

  it('never becomes the same text as another on a line of eight letters and more, however they differ', () => {
    fc.assert(
      fc.property(anyNames, fc.integer({ min: 8, max: 24 }), (names, width) => {
        expect(new Set(cutAll(names, width)).size).toBe(names.length);
      }),
      { numRuns: 500 }
    );
  });

  it('keeps all the words in which it differs while there is room for them', () => {
    const host = fc.constantFrom('web-1:9100', 'web-2:9100', 'shop-1:80');
    const what = fc.constantFrom('system', 'user', 'iowait', 'idle');
    const how = fc.constantFrom('seconds', 'share', 'total');
    const names = fc.uniqueArray(
      fc.tuple(host, what, how).map(([a, b, c]) => `node exporter of ${a} in the mode ${b} over all cores ${c}`),
      { minLength: 2, maxLength: 20 }
    );
    fc.assert(
      // Room for the three words, the first one, and an ellipsis before each.
      fc.property(names, fc.integer({ min: 29, max: 80 }), (some, width) => {
        expect(new Set(cutAll(some, width)).size).toBe(some.length);
      })
    );
  });
});
