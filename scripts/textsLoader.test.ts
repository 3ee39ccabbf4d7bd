import { withoutTexts } from './textsLoader.mjs';

describe('withoutTexts', () => {
  it.each([
    ["t('card.no-data', 'No data')", "t('card.no-data', '')"],
    ["t('card.since', \"It's {{since}}\", { since })", "t('card.since', '', { since })"],
    ["t(\n  'card.long',\n  `Long`\n)", "t(\n  'card.long',\n  ''\n)"],
    // One call inside of another, and inside of JSX.
    ["t('a.b', 'A {{b}}', { b: t('a.c', 'C') })", "t('a.b', '', { b: t('a.c', '') })"],
    ["<p>{t('a.b', 'Text')}</p>", "<p>{t('a.b', '')}</p>"],
  ])('%j becomes %j', (source, expected) => {
    expect(withoutTexts(source)).toBe(expected);
  });

  it.each([
    "format('a.b', 'Text')",
    "t('a.b')",
    't(key, text)',
    "t('a.b', isLong ? 'Long' : 'Short')",
    "expect.t('a.b', 'Text')",
    "// t('a.b', 'Text')",
  ])('leaves %j as it is', (source) => {
    expect(withoutTexts(source)).toBe(source);
  });
});
