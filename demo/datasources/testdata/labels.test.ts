import { parseLabels } from './labels';

it.each([
  ['{team="Sales", region=EU}', { team: 'Sales', region: 'EU' }],
  ['a=b', { a: 'b' }],
  ['host=h$seriesIndex', { host: 'h3' }],
  ['query=a=b', { query: 'a=b' }],
  ['', {}],
  ['{}', {}],
  ['nonsense', {}],
])('reads the labels of %p', (text, labels) => {
  expect(parseLabels(text, 3)).toEqual(labels);
});
