import fc from 'fast-check';

import type { MetricProtocol } from '../../protocol/protocol';
import { firingMetric, metricProtocol, now, rule, stated } from '../../testing/metricProtocol';
import { respondAddress } from './respondAddress';

const LINK = 'https://grafana.example.com/d/sales?viewPanel=3&from=now-6h';

function addressFor(respondUrl: string, overrides: Partial<MetricProtocol> = {}, link: string | undefined = LINK) {
  const text = { ...stated({ owner: 'Demand Gen & Co', respondUrl }) };
  return respondAddress(firingMetric({ rule: rule({ text }), ...overrides }), link);
}

describe('respondAddress', () => {
  it.each([
    ['https://forms.example.com/?m={metric}', 'https://forms.example.com/?m=Week-2%20lead%20conversion'],
    ['https://forms.example.com/?m=${metric}', 'https://forms.example.com/?m=Week-2%20lead%20conversion'],
    ['https://forms.example.com/{level}', 'https://forms.example.com/critical'],
    [
      'mailto:ops@example.com?subject={metric}: {value}',
      'mailto:ops@example.com?subject=Week-2%20lead%20conversion: 17.2%20%25',
    ],
    ['/d/form?var-since={since}', '/d/form?var-since=2026-11-20T05%3A00%3A00Z'],
    [
      'https://t.example.com?o={owner}&l={link}',
      `https://t.example.com?o=Demand%20Gen%20%26%20Co&l=${encodeURIComponent(LINK)}`,
    ],
    [
      'https://t.example.com?a={metric}&b={metric}',
      'https://t.example.com?a=Week-2%20lead%20conversion&b=Week-2%20lead%20conversion',
    ],
    ['https://t.example.com?filter={"a":1}&x={other}', 'https://t.example.com?filter={"a":1}&x={other}'],
    ['https://t.example.com', 'https://t.example.com'],
  ])('puts into %s what is known', (written, filled) => {
    expect(addressFor(written)).toBe(filled);
  });

  it('leaves blank what is not known', () => {
    const calm = { now: now(), last: undefined };
    expect(addressFor('https://t.example.com?l={level}&v={value}&s={since}', calm)).toBe(
      'https://t.example.com?l=&v=&s='
    );
    expect(
      respondAddress(firingMetric({ rule: rule({ text: stated({ respondUrl: 'https://t?{owner}{link}' }) }) }))
    ).toBe('https://t?');
  });

  it.each([{}, { respondUrl: 'TBD' }, { respondUrl: ' ' }])('has no address where the rule says %j', (text) => {
    expect(respondAddress(metricProtocol({ rule: rule({ text: stated(text) }) }))).toBeUndefined();
  });

  it('is told as a whole by the parameter, whatever a metric is called', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        const address = addressFor('https://t.example.com/?m={metric}&end=1', { name }) ?? '';
        const parameters = new URL(address).searchParams;
        expect([...parameters.keys()]).toEqual(['m', 'end']);
        expect(parameters.get('m')).toBe(name.replace(/\p{Surrogate}/gu, '\uFFFD'));
      }),
      { numRuns: 50 }
    );
  });
});
