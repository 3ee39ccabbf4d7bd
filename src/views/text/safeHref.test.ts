import { safeHref } from './safeHref';

describe('safeHref', () => {
  it.each([
    'https://a.example/x',
    'http://a.example',
    'mailto:a@b.example',
    'tel:+49301234567',
    'slack://x',
    '/d/abc?x=1',
  ])('links to %s', (address) => {
    expect(safeHref(address)).toBeDefined();
  });

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
    '//evil.example',
    '/\\evil.example',
    'wiki, page 3',
    '',
  ])('does not link to %j', (address) => {
    expect(safeHref(address)).toBeUndefined();
  });
});
