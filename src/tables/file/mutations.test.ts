import fc from 'fast-check';

import type { FileRule, RuleFileReading } from './ruleFile';
import { readCsv, toCsv } from './csvFile';
import { readYaml, toYaml } from './yamlFile';

/** Rules of cells that a person writes; every number tells its decimal mark. */
const text = fc.constantFrom(
  'Ana Ruiz',
  'Demand Gen',
  '+4930123',
  '007',
  '1.10',
  'call: then wait',
  'R&D',
  'a, b; c',
  'null'
);
const rule = fc.record(
  {
    operator: fc.constantFrom('>' as const, '>=' as const, '<' as const),
    critical: fc.constantFrom(0.5, 12.25, 20, -3.5),
    for: fc.constantFrom('5m', '2d'),
    owner: text,
    action: text,
  },
  { requiredKeys: ['operator', 'critical'] }
);
const rules: fc.Arbitrary<FileRule[]> = fc
  .array(rule, { minLength: 1, maxLength: 3 })
  .map((all) => all.map((one, index) => ({ metric: `Metric ${index}*`, rule: one })));

/** What happens to files: a quote dropped, a line end of another kind, a sign inserted before a value, a decimal mark. */
const mutation = fc.record({
  kind: fc.constantFrom('quote', 'lineEnd', 'comment', 'anchor', 'decimal'),
  at: fc.nat(),
});

function mutate(written: string, { kind, at }: { kind: string; at: number }): string {
  const [found, put] = {
    quote: [/["']/g, ''],
    lineEnd: [/\r?\n/g, at % 2 ? '\n' : '\r\n'],
    comment: [/(?<=: |[,;])(?=\S)/g, '#'],
    anchor: [/(?<=: )(?=\S)/g, '&'],
    decimal: [/(?<=\d)\.(?=\d)/g, ','],
  }[kind] as [RegExp, string];
  const places = [...written.matchAll(found)];
  const place = places[at % Math.max(1, places.length)];
  return place ? written.slice(0, place.index) + put + written.slice(place.index + place[0].length) : written;
}

/** A text is read as it was where nothing but the sign that was put in is new. */
const plain = (value: unknown) => String(value).replace(/[#&"',.]/g, '');

function isAsItWas(reading: RuleFileReading, original: readonly FileRule[]): boolean {
  return (
    reading.rules.length === original.length &&
    original.every(({ metric, rule: fields }, index) => {
      const read = reading.rules[index];
      const isSame = (field: string, value: unknown) => {
        const found: unknown = read.rule[field as keyof typeof read.rule];
        return typeof value === 'string' ? plain(found) === plain(value) : found === value;
      };
      return (
        plain(read.metric) === plain(metric) && Object.entries(fields).every(([field, value]) => isSame(field, value))
      );
    })
  );
}

describe.each([
  ['YAML', toYaml, readYaml],
  ['CSV', toCsv, readCsv],
])('a %s file that was touched', (_, write, read) => {
  it('is read as it was, or told', () => {
    fc.assert(
      fc.property(rules, mutation, (original, change) => {
        const touched = mutate(write(original), change);
        const reading = read(touched);
        expect(reading.problems.length > 0 || isAsItWas(reading, original) ? '' : touched).toBe('');
      }),
      { numRuns: 400 }
    );
  });
});
