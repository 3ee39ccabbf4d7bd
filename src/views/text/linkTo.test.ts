import { locationUtil } from '@grafana/data';

import { fullAddress, linkTo } from './linkTo';

function serveFrom(appSubUrl: string) {
  const config = { appSubUrl } as Parameters<typeof locationUtil.initialize>[0]['config'];
  locationUtil.initialize({ config, getTimeRangeForUrl: jest.fn(), getVariablesUrlParams: jest.fn() });
}

afterEach(() => serveFrom(''));

describe('linkTo', () => {
  it.each([
    'tel:+49301234567',
    'TEL:112',
    'sms:+49301234567?body=Call%20me',
    'sip:ana@example.com',
    'mailto:ana@example.com?subject=Leads',
    'slack://channel?team=T1&id=C1',
    'msteams:/l/chat/0/0?users=ana@example.com',
  ])('calls a program for %s from where one is: Grafana leaves alone what has a target', (address) => {
    expect(linkTo(address)).toEqual({ href: address, target: '_self', isPage: false });
  });

  it.each([
    ['https://wiki.example.com/x?a=b#c', 'https://wiki.example.com/x?a=b#c'],
    ['http://wiki.example.com/', 'http://wiki.example.com/'],
    ['HTTPS://wiki.example.com/x', 'HTTPS://wiki.example.com/x'],
    ['/d/abc?var-a=b', '/d/abc?var-a=b'],
  ])('opens %s in a tab of its own', (address, href) => {
    expect(linkTo(address)).toEqual({ href, target: '_blank', rel: 'noopener noreferrer', isPage: true });
  });

  it.each([
    ['', '/d/abc', '/d/abc'],
    ['/grafana', '/d/abc', '/grafana/d/abc'],
    ['/grafana', '/grafana/d/abc', '/grafana/d/abc'],
    ['/grafana', '/grafana-wiki/x', '/grafana/grafana-wiki/x'],
    ['/ops/grafana', '/d/abc?x=/ops/grafana', '/ops/grafana/d/abc?x=/ops/grafana'],
    ['/grafana', 'https://a.example/d/abc', 'https://a.example/d/abc'],
    ['/grafana', 'tel:112', 'tel:112'],
  ])('finds, served from %j, for %s the address %s', (subPath, address, href) => {
    serveFrom(subPath);
    expect(linkTo(address)?.href).toBe(href);
  });

  it.each(['javascript:alert(1)', '//evil.example', 'file:///etc/passwd', 'wiki, page 3', ''])(
    'does not link to %j',
    (address) => {
      expect(linkTo(address)).toBeUndefined();
    }
  );
});

describe('fullAddress', () => {
  it('has all that is before a path, and leaves the rest', () => {
    serveFrom('/grafana');
    expect(fullAddress('/d/abc')).toBe('http://localhost/grafana/d/abc');
    expect(fullAddress('https://a.example/x')).toBe('https://a.example/x');
    expect(fullAddress('sms:+4930123456')).toBe('sms:+4930123456');
    expect(fullAddress('wiki, page 3')).toBe('wiki, page 3');
  });
});
