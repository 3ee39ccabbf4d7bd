import { metricChanges } from './metricChanges';

describe('metricChanges', () => {
  const stated = [
    { metric: 'New', sources: {} },
    { metric: 'Same', sources: { sheet: { critical: 5 } } },
    { metric: 'Gone', sources: { sheet: { critical: 6 } } },
    { metric: 'Leads', sources: { override: { owner: 'Ana' }, sheet: { critical: 20, owner: 'Ben' } } },
  ];
  const file = [
    { metric: 'New', rule: { critical: 1 } },
    { metric: 'Same', rule: { critical: 5 } },
    { metric: 'Leads', rule: { critical: 14, owner: 'Cem' } },
  ];

  it('tells what was there before first rules, and nothing of what an override states', () => {
    const changes = metricChanges(file, stated);
    expect(changes.map(({ metric, kind }) => [metric, kind])).toEqual([
      ['Gone', 'last'],
      ['Leads', 'changed'],
      ['New', 'first'],
    ]);
    expect(changes[1].versions).toEqual([{ kind: 'changed', fields: [{ field: 'critical', before: 20, after: 14 }] }]);
  });

  it('tells levels as their metric does', () => {
    const [, { formatLevel }] = metricChanges(file, stated, [String, String, String, (value) => `${value} %`]);
    expect(formatLevel(14)).toBe('14 %');
  });
});
