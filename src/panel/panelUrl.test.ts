import { panelUrl } from './panelUrl';

const at = (search: string) => ({ origin: 'https://grafana.example.com', pathname: '/d/sales-ops/sales-ops', search });

describe('panelUrl', () => {
  it.each<[string, string, string]>([
    ['links to the panel alone', '', '?viewPanel=2'],
    [
      'keeps time range and variables',
      '?from=now-6h&to=now&var-team=EMEA',
      '?from=now-6h&to=now&var-team=EMEA&viewPanel=2',
    ],
    ['leaves the editor and the wall behind', '?editPanel=2&kiosk=true&from=now-6h', '?from=now-6h&viewPanel=2'],
    ['replaces the panel that is viewed', '?viewPanel=7', '?viewPanel=2'],
  ])('%s', (_, search, expected) => {
    expect(panelUrl(2, at(search))).toBe(`https://grafana.example.com/d/sales-ops/sales-ops${expected}`);
  });
});
