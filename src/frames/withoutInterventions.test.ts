import { FieldType, createDataFrame } from '@grafana/data';

import { withoutInterventions } from './withoutInterventions';

const frameOf = (...tags: unknown[]) =>
  createDataFrame({
    fields: [
      { name: 'time', type: FieldType.time, values: tags.map((_, row) => row) },
      { name: 'tags', type: FieldType.other, values: tags },
    ],
  });

it('leaves out interventions, and nothing else', () => {
  const frames = [frameOf(['deploy'], ['protocol:intervention', 'protocol-id:i1-0'], undefined), frameOf(['x'])];
  const [first, second] = withoutInterventions(frames) ?? [];
  expect(first.fields.map(({ values }) => values)).toEqual([
    [0, 2],
    [['deploy'], undefined],
  ]);
  expect(first.length).toBe(2);
  expect(second.length).toBe(1);
  expect(frames[0].length).toBe(3);
});

it('gives the very list where there are none', () => {
  const frames = [frameOf(['deploy']), createDataFrame({ fields: [] })];
  expect(withoutInterventions(frames)).toBe(frames);
  expect(withoutInterventions(undefined)).toBeUndefined();
});
