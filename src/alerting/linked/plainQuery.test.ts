import { plainQuery } from './plainQuery';

it.each([
  ['sum by(job) (rate(x{b="1", a=~\'2\'}[90s]))', 'sum by (job) (rate(x{a=~"2",b="1"}[1m30s]))'],
  ['( a  /\n b )', 'a / b'],
  ['x{a="b, }c",}', 'x{a="b, }c"}'],
  ['max_over_time(x[1h:])', 'max_over_time(x[60m:])'],
  ['{app="api"} |= "a  b"', '{app="api"}|="a  b"'],
])('is the same however it is written: %s', (one, other) => {
  expect(plainQuery(one)).toBe(plainQuery(other));
});

it.each([
  ['x{a="b  c"}', 'x{a="b c"}'],
  ['sum by (a) (x)', 'sum by (b) (x)'],
  ['x[5m]', 'x[6m]'],
  ['a and b', 'a unless b'],
])('is another where it asks something else: %s, %s', (one, other) => {
  expect(plainQuery(one)).not.toBe(plainQuery(other));
});
