import { shortKeysOf, withShortKeys } from './shortKeys.mjs';
import { withoutTexts } from './textsLoader.mjs';

const WORDS = {
  card: { long: 'Long', 'no-data': 'No data', since: "It's {{since}}" },
  a: { b: 'A {{b}}', c: 'C', metrics_one: 'one', metrics_other: '{{count}}' },
};
const SHORT = shortKeysOf(WORDS);

describe('withoutTexts', () => {
  it.each([
    ["t('card.no-data', 'No data')", "t('1')"],
    ["t('card.since', \"It's {{since}}\", { since })", "t('2', '', { since })"],
    ["t(\n  'card.long',\n  `Long`\n)", "t(\n  '0'\n)"],
    // The texts of one and of many, wherever they stand.
    [
      "t('a.metrics', 'many', { count: n, defaultValue_one: 'one', defaultValue_other: t('a.c', 'C') })",
      "t('5', '', { count: n, defaultValue_other: t('4') })",
    ],
    [
      "t('a.metrics', 'many', { defaultValue_one: 'one', count: t('a.c', 'C'),\n  defaultValue_other: 'many',\n})",
      "t('5', '', { count: t('4'),\n  })",
    ],
    // One call inside of another, and inside of JSX.
    ["t('a.b', 'A {{b}}', { b: t('a.c', 'C') })", "t('3', '', { b: t('4') })"],
    ["<p>{t('a.b', 'Text')}</p>", "<p>{t('3')}</p>"],
  ])('%j becomes %j', (source, expected) => {
    expect(withoutTexts(source, SHORT)).toBe(expected);
  });

  it('says which text the catalogue lacks', () => {
    expect(() => withoutTexts("t('a.d', 'D')", SHORT)).toThrow('no text "a.d"');
  });

  it.each([
    "format('a.b', 'Text')",
    "t('a.b')",
    't(key, text)',
    "t('a.b', isLong ? 'Long' : 'Short')",
    "expect.t('a.b', 'Text')",
    "// t('a.b', 'Text')",
  ])('leaves %j as it is', (source) => {
    expect(withoutTexts(source, SHORT)).toBe(source);
  });
});

describe('withShortKeys', () => {
  it('keeps the forms of one and of many, and leaves out what nobody says any more', () => {
    const german = { card: { long: 'Lang', gone: 'Fort' }, a: { metrics_one: 'eine', metrics_other: '{{count}}' } };
    expect(JSON.parse(withShortKeys(JSON.stringify(german), SHORT))).toEqual({
      0: 'Lang',
      '5_one': 'eine',
      '5_other': '{{count}}',
    });
  });
});
