import fc from 'fast-check';
import Papa from 'papaparse';

import type { VersionInput } from '../../rule/schema';
import type { FileRule, RuleFileReading } from './ruleFile';
import { readCsv, toCsv } from './csvFile';
import { toRuleFile } from './ruleFile';
import { saysSomething } from './storedRule';
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
  'two\nlines',
  'say "now"',
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

/** A file as a spreadsheet writes it: quotes where a cell needs them. */
function toSheet(delimiter: string, newline: string) {
  return (all: readonly FileRule[]): string => {
    const { data } = Papa.parse<string[]>(toCsv(all).slice(1));
    const used = data[0].map((_, column) => data.slice(1).some((row) => row[column] !== ''));
    return Papa.unparse(
      data.map((row) => row.filter((_, column) => used[column])),
      { delimiter, newline }
    );
  };
}

interface FileKind {
  write: (all: readonly FileRule[]) => string;
  read: (written: string) => RuleFileReading;
}

const KINDS: Array<[string, FileKind]> = [
  ['YAML', { write: toYaml, read: readYaml }],
  ['JSON', { write: (all) => JSON.stringify(toRuleFile(all), null, 2), read: readYaml }],
  ['CSV', { write: toCsv, read: readCsv }],
  ['comma sheet', { write: toSheet(',', '\r\n'), read: readCsv }],
  ['semicolon sheet', { write: toSheet(';', '\n'), read: readCsv }],
  ['tab sheet', { write: toSheet('\t', '\r\n'), read: readCsv }],
];

/** Puts something in the place of one occurrence of a pattern. */
function replaceOne(written: string, found: RegExp, at: number, put: string): string {
  const places = [...written.matchAll(found)];
  const place = places[at % Math.max(1, places.length)];
  return place ? written.slice(0, place.index) + put + written.slice(place.index + place[0].length) : written;
}

/** What happens to files of which nothing but a sign is changed. */
const SIGNS: Readonly<Record<string, (written: string, at: number) => string>> = {
  'a quote dropped': (written, at) => replaceOne(written, /(?<!\\)["']/g, at, ''),
  'a line end of another kind': (written, at) => replaceOne(written, /\r?\n/g, at, ['\n', '\r\n', '\r'][at % 3]),
  'a comment sign': (written, at) => replaceOne(written, /(?<=: |[,;\t])(?=\S)/g, at, '#'),
  'an anchor': (written, at) => replaceOne(written, /(?<=: )(?=\S)/g, at, '&'),
  'another decimal mark': (written, at) => replaceOne(written, /(?<=\d)\.(?=\d)/g, at, ','),
};

/** A text is read as it was where nothing but the sign that was put in is new, and its line ends. */
const plain = (value: unknown) =>
  String(value)
    .replace(/[#&"',.\\]/g, '')
    .replace(/\r\n?/g, '\n');

function fieldsOf({ metric, rule: fields }: FileRule): Array<[string, unknown]> {
  return [['metric', metric], ...Object.entries(fields)];
}

function valueOf({ metric, rule: fields }: FileRule, field: string): unknown {
  return field === 'metric' ? metric : fields[field as keyof VersionInput];
}

const isSame = (value: unknown, found: unknown) =>
  typeof value === 'string' ? plain(found) === plain(value) : found === value;

function isAsItWas({ rules: read }: RuleFileReading, original: readonly FileRule[]): boolean {
  return (
    read.length === original.length &&
    original.every((one, index) => fieldsOf(one).every(([field, value]) => isSame(value, valueOf(read[index], field))))
  );
}

/** What happens to a character, wherever it stands: in a text, in a number, in a header, between two cells. */
const SLIPS: Readonly<Record<string, (written: string, at: number) => string>> = {
  'two characters swapped': (written, at) =>
    written.slice(0, at) + (written[at + 1] ?? '') + written[at] + written.slice(at + 2),
  'a character dropped': (written, at) => written.slice(0, at) + written.slice(at + 1),
  'a character doubled': (written, at) => written.slice(0, at) + written[at] + written.slice(at),
};

/** The characters that are in one text and not in the other. */
function difference(before: string, after: string): number {
  const left = [...after];
  const lost = [...before].filter((character) => {
    const place = left.indexOf(character);
    return place < 0 || left.splice(place, 1).length === 0;
  });
  return lost.length + left.length;
}

/**
 * A slip changes the cell that it hits, or, of a sign between two, these: no other, and none is lost. What the two say
 * together is what they said, but for a character.
 */
function isChangedWhereHit({ rules: read }: RuleFileReading, original: readonly FileRule[]): boolean {
  const changed = original.flatMap((one, index) => {
    const after = read[index];
    const fields = new Set([...fieldsOf(one), ...(after ? fieldsOf(after) : [])].map(([field]) => field));
    return [...fields]
      .map((field) => [valueOf(one, field) ?? '', (after && valueOf(after, field)) ?? ''])
      .filter(([before, found]) => !isSame(before, found));
  });
  const [before, after] = [0, 1].map((side) =>
    plain(changed.map((pair) => pair[side]).join('')).replace(/[\s0;:-]/g, '')
  );
  return read.length === original.length && changed.length <= 2 && difference(before, after) <= 2;
}

/** An import tells of a file without a rule, and of rows with no more than a name, too. */
function isTold({ rules: read, problems }: RuleFileReading): boolean {
  return problems.length > 0 || read.length === 0 || read.some((one) => !saysSomething(one));
}

describe.each(KINDS)('a file that was touched: %s', (_, { write, read }) => {
  it.each(Object.entries(SIGNS))('is read as it was, or told: %s', (_name, mutate) => {
    fc.assert(
      fc.property(rules, fc.nat(), (original, at) => {
        const touched = mutate(write(original), at);
        const reading = read(touched);
        expect(reading.problems.length > 0 || isAsItWas(reading, original) ? '' : touched).toBe('');
      }),
      { numRuns: 60 }
    );
  });

  it.each(Object.entries(SLIPS))('is another in the cell that was hit alone, or told: %s', (_name, mutate) => {
    fc.assert(
      fc.property(rules, fc.nat(), (original, at) => {
        const written = write(original);
        const touched = mutate(written, at % written.length);
        const reading = read(touched);
        expect(isTold(reading) || isChangedWhereHit(reading, original) ? '' : touched).toBe('');
      }),
      { numRuns: 60 }
    );
  });
});
