import { legendOf } from './legend';

const labels = { __name__: 'up', job: 'node', instance: 'a:1' };

it.each([
  ['nothing: metric and labels', labels, undefined, 'up{instance="a:1", job="node"}'],
  ['nothing: a metric without labels', { __name__: 'up' }, '', 'up'],
  ['nothing, and no labels: the expression', {}, '', 'sum(up)'],
  ['a pattern', labels, '{{job}} on {{ instance }}', 'node on a:1'],
  ['a pattern with a label that is not there', labels, '[{{team}}]', '[]'],
  ['a fixed name', labels, 'Targets', 'Targets'],
  ['__auto: left to the panel', labels, '__auto', undefined],
  ['__auto without labels: the expression', {}, '__auto', 'sum(up)'],
])('names a series with %s', (_, metric, format, expected) => {
  expect(legendOf(metric, format, 'sum(up)')).toBe(expected);
});
