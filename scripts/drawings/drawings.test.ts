import { existsSync, readdirSync, readFileSync } from 'fs';
import { join } from 'path';

import { draw } from './draw';
import type { Example } from './example';
import { series, time } from './example';
import { EXAMPLES } from './examples';
import { DRAWINGS, filesOf, PAGE } from './files';
import { judgeExample } from './judgeExample';
import { momentsOf } from './moments';
import { fillPage } from './page';
import { MINUTE } from '../../src/time/units';

const PROJECT = join(__dirname, '../..');
const NINE = time('2026-03-02T09:00Z');

/** Six calm values, three above 100, then calm: five minutes apart, from nine o'clock. */
const EXAMPLE: Example = {
  name: 'example',
  title: 'An example',
  rule: { operator: '>', critical: 100, for: '10m', owner: 'Platform' },
  unit: ' ms',
  samples: series('2026-03-02T09:00Z', '5m', [60, 62, 64, 61, 63, 66, 120, 130, 110, 70, 72, 70]),
  from: NINE,
  to: NINE + 60 * MINUTE,
  live: true,
};

function committed(file: string): string {
  return existsSync(join(PROJECT, file)) ? readFileSync(join(PROJECT, file), 'utf8') : 'There is no such file.';
}

function drawn(overrides: Partial<Example>): Document {
  return new DOMParser().parseFromString(draw({ ...EXAMPLE, ...overrides }).svg, 'image/svg+xml');
}

function textsOf(picture: Document): string[] {
  return [...picture.querySelectorAll('text')].map((text) => text.textContent ?? '');
}

/** The words and times of the flags, "onset 09:30". */
function momentsIn(overrides: Partial<Example>): string[] {
  const { metric, span } = judgeExample({ ...EXAMPLE, ...overrides });
  return momentsOf({ metric, span }).map(
    (moment) => `${moment.kind} ${new Date(moment.time).toISOString().slice(11, 16)}`
  );
}

describe('what is committed', () => {
  const files = filesOf(committed(PAGE));

  it.each([...files.keys()])('%s is what the evaluator says; else "npm run drawings" mends it', (file) => {
    expect(committed(file)).toBe(files.get(file));
  });

  it('there is no drawing that is drawn no more; else "npm run drawings" removes it', () => {
    const found = readdirSync(join(PROJECT, DRAWINGS)).map((name) => `${DRAWINGS}/${name}`);
    expect(found.filter((file) => !files.has(file))).toEqual([]);
  });

  it('every drawing has a title, a description and words for all it shows', () => {
    for (const example of EXAMPLES) {
      const { svg, description } = draw(example);
      const picture = new DOMParser().parseFromString(svg, 'image/svg+xml');
      expect(picture.querySelector('parsererror')).toBeNull();
      expect(picture.querySelector('title')?.textContent).toBe(example.title);
      expect(picture.querySelector('desc')?.textContent).toBe(description);
      expect(svg).not.toMatch(/NaN|undefined|Infinity|\{\{/);
    }
  });
});

describe('a drawing follows the evaluator', () => {
  it('marks onset, firing and end', () => {
    expect(momentsIn({})).toEqual(['onset 09:30', 'fires 09:40', 'ends 09:45']);
  });

  it.each<[string, Partial<Example>, string[]]>([
    ['a longer `for`', { rule: { ...EXAMPLE.rule, for: '20m' } }, ['onset 09:30', 'neverFired 09:45']],
    ['no `for`: the onset is the firing', { rule: { ...EXAMPLE.rule, for: undefined } }, ['fires 09:30', 'ends 09:45']],
    ['a level that is never reached', { rule: { ...EXAMPLE.rule, critical: 200 } }, []],
    ['a recovery level', { rule: { ...EXAMPLE.rule, recovery: { critical: 68 } } }, ['onset 09:30', 'fires 09:40']],
    [
      'keep firing',
      { rule: { ...EXAMPLE.rule, keepFiringFor: '10m' } },
      ['onset 09:30', 'fires 09:40', 'ends 09:45', 'recovered 09:55'],
    ],
    [
      'a value that holds for 4 min',
      { rule: { ...EXAMPLE.rule, for: undefined, staleAfter: '4m' } },
      ['fires 09:30', 'ends 09:34', 'fires 09:35', 'ends 09:39', 'fires 09:40', 'ends 09:44'],
    ],
    [
      'a breach that was there before: known only after `for`',
      { live: false, samples: series('2026-03-02T09:00Z', '5m', [120, 130, 110, 70]) },
      ['knownToFire 09:10', 'ends 09:15'],
    ],
  ])('%s', (_, overrides, moments) => {
    expect(momentsIn(overrides)).toEqual(moments);
  });

  it('fires again, and has recovered only once, where it breaches while it is recovering', () => {
    const samples = series('2026-03-02T09:00Z', '5m', [60, 62, 64, 120, 70, 120, 70, 70, 70, 70, 70, 70]);
    const rule = { ...EXAMPLE.rule, for: undefined, keepFiringFor: '10m' };
    expect(momentsIn({ samples, rule })).toEqual([
      'fires 09:15',
      'ends 09:20',
      'firesAgain 09:25',
      'ends 09:30',
      'recovered 09:40',
    ]);
  });

  it('names the levels, the strip’s pieces and the lengths, and says the state now', () => {
    const texts = textsOf(drawn({ rule: { ...EXAMPLE.rule, recovery: { critical: 90 } } }));
    expect(texts).toEqual(
      expect.arrayContaining([
        'Critical > 100 ms',
        'over when below 90 ms',
        'Watching',
        'for 10 min',
        'now 10:00',
        'OK',
      ])
    );
  });

  it('draws no value where none holds', () => {
    const line = (overrides: Partial<Example>) => drawn(overrides).querySelector('.held')?.getAttribute('d') ?? '';
    const ends = (path: string) => [...path.matchAll(/M([\d.]+) [\d.]+H([\d.]+)/g)].map(([, from, to]) => [from, to]);
    const whole = ends(line({}));
    expect(whole.slice(1).every(([from], index) => from === whole[index][1])).toBe(true);
    const gappy = ends(line({ rule: { ...EXAMPLE.rule, staleAfter: '2m' } }));
    expect(gappy.slice(1).every(([from], index) => Number(from) > Number(gappy[index][1]))).toBe(true);
  });

  it('has no now in a past range', () => {
    const texts = textsOf(drawn({ live: false }));
    expect(texts).toContain('until 10:00');
    expect(texts.filter((text) => text.startsWith('now'))).toEqual([]);
    expect(drawn({ live: false }).querySelector('.now')).toBeNull();
  });

  it('gives each state that is not loud or well a pattern or an outline of its own', () => {
    const fills = EXAMPLES.flatMap((example) => [...draw(example).svg.matchAll(/fill="url\(#([\w-]+)\)"/g)]);
    expect(new Set(fills.map(([, id]) => id))).toEqual(
      new Set(['pending-critical', 'pending-warning', 'recovering-critical', 'unknown', 'unsettled'])
    );
  });

  it('says the same in words', () => {
    expect(draw(EXAMPLE).description).toBe(
      'OK from 09:00, Watching from 09:30, Critical from 09:40, OK from 09:45. Now, 10:00: OK.'
    );
  });

  it('escapes what could be markup', () => {
    const title = 'a < b & "c"';
    expect(drawn({ title }).querySelector('title')?.textContent).toBe(title);
  });

  it('refuses a rule that does not work', () => {
    const rule = { ...EXAMPLE.rule, for: 'soon' };
    expect(() => draw({ ...EXAMPLE, rule })).toThrow('example: for notADuration soon');
  });
});

describe('flags of moments', () => {
  it('none covers another one, nor a pole', () => {
    for (const example of EXAMPLES) {
      const picture = new DOMParser().parseFromString(draw(example).svg, 'image/svg+xml');
      const poles = [...picture.querySelectorAll('.pole')].map((pole) => {
        const [, x, top] = /^M([\d.]+) ([\d.]+)V/.exec(pole.getAttribute('d') ?? '') ?? [];
        return { x: Number(x), top: Number(top) };
      });
      for (const { x, top } of poles) {
        const covering = poles.filter((pole) => pole.top === top && pole.x > x && pole.x < x + 30);
        expect(covering).toEqual([]);
      }
    }
  });
});

describe('the page', () => {
  const entry = { name: 'one', description: 'All is "well"', rule: { critical: 1, recovery: { critical: 0 } } };
  const page = 'Before\n\n<!-- drawing one -->\nold\n<!-- /drawing -->\n\nAfter\n';

  it('gets each drawing with its rule, and keeps its own text', () => {
    expect(fillPage(page, [entry])).toBe(
      [
        'Before\n\n<!-- drawing one -->\n\n![All is &quot;well&quot;](img/evaluation/one.svg)\n\n```json\n{\n',
        '  "critical": 1,\n  "recovery": { "critical": 0 }\n}\n```\n\n<!-- /drawing -->\n\nAfter\n',
      ].join('')
    );
  });

  it('filled twice it is the same', () => {
    expect(fillPage(fillPage(page, [entry]), [entry])).toBe(fillPage(page, [entry]));
  });

  it('says what it lacks', () => {
    expect(() => fillPage('nothing', [entry])).toThrow('The page has no place for one');
    expect(() => fillPage(page, [])).toThrow('The page wants the drawing "one"');
    expect(() => fillPage(page + page, [entry])).toThrow('wants it twice');
  });
});
