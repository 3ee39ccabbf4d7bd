import fc from 'fast-check';

import { plain } from '../../testing/plain';
import { sheetProblemWords } from '../../words/sheetWords';
import { readDirectory } from './directory';
import { contactOf } from './holder';
import { holderOf } from './holderOf';
import { holderWords, roleWords } from '../../words/holderWords';

const HEADERS = ['Role', 'Person', 'Contact', 'Deputy', 'Away until'];
const NOV_25 = Date.UTC(2026, 10, 25, 12);
const DEC_2 = '2026-12-02';

const day = (time: number) => new Date(time).toISOString().slice(0, 10);
const directory = (...rows: unknown[][]) => readDirectory({ headers: HEADERS, rows });

/** Who holds a role, in words, with how to reach them. */
function asked(rows: unknown[][], role: string, at = NOV_25) {
  const holder = holderOf(directory(...rows), role, at);
  const contact = contactOf(holder);
  return contact === undefined ? holderWords(plain, holder, day) : `${holderWords(plain, holder, day)} <${contact}>`;
}

const ANA = ['Demand Gen', 'Ana Ruiz', 'ana@example.com', 'Ben Okafor', ''];
const ANA_AWAY = ['Demand Gen', 'Ana Ruiz', 'ana@example.com', 'Ben Okafor', DEC_2];
const BEN = ['SDR lead', 'Ben Okafor', 'ben@example.com', '', ''];
const BEN_AWAY = ['SDR lead', 'Ben Okafor', 'ben@example.com', 'Li Wen', '2026-11-30'];

describe('holderOf', () => {
  it.each<[string, unknown[][], string, string]>([
    ['the person', [ANA], 'Demand Gen', 'Ana Ruiz <ana@example.com>'],
    ['any case and spacing', [ANA], ' demand-gen ', 'Ana Ruiz <ana@example.com>'],
    ['a person by name', [ANA], 'ana ruiz', 'Ana Ruiz <ana@example.com>'],
    [
      'the deputy while away',
      [ANA_AWAY, BEN],
      'Demand Gen',
      'Ben Okafor for Ana Ruiz, away until 2026-12-02 <ben@example.com>',
    ],
    [
      'the deputy of a person',
      [ANA_AWAY, BEN],
      'Ana Ruiz',
      'Ben Okafor for Ana Ruiz, away until 2026-12-02 <ben@example.com>',
    ],
    ['a deputy unknown to the directory', [ANA_AWAY], 'Demand Gen', 'Ben Okafor for Ana Ruiz, away until 2026-12-02'],
    ["a deputy's deputy", [ANA_AWAY, BEN_AWAY], 'Demand Gen', 'Li Wen for Ana Ruiz, away until 2026-12-02'],
    [
      'a deputy by role',
      [['Demand Gen', 'Ana Ruiz', '', 'SDR lead', DEC_2], BEN],
      'Demand Gen',
      'Ben Okafor for Ana Ruiz, away until 2026-12-02 <ben@example.com>',
    ],
    [
      'the second of two deputies',
      [['Demand Gen', 'Ana Ruiz', '', 'Ben Okafor; Li Wen', DEC_2], BEN_AWAY],
      'Demand Gen',
      'Li Wen for Ana Ruiz, away until 2026-12-02',
    ],
    [
      'a deputy with a comma in the name',
      [
        ['Demand Gen', 'Ana Ruiz', '', 'Okafor, Ben', DEC_2],
        ['SDR lead', 'Okafor, Ben', 'ben@example.com'],
      ],
      'Demand Gen',
      'Okafor, Ben for Ana Ruiz, away until 2026-12-02 <ben@example.com>',
    ],
    [
      'nobody, and who is back first',
      [ANA_AWAY, ['SDR lead', 'Ben Okafor', '', 'Ana Ruiz', '2026-11-30']],
      'Demand Gen',
      'Ana Ruiz is away until 2026-12-02, and nobody stands in',
    ],
    [
      'the one of several who is there',
      [ANA_AWAY, ['Demand Gen', 'Li Wen', 'li@example.com']],
      'Demand Gen',
      'Li Wen <li@example.com>',
    ],
    ['all who are there', [ANA, ['Demand Gen', 'Li Wen']], 'Demand Gen', 'Ana Ruiz (also Li Wen) <ana@example.com>'],
    [
      'away in another row',
      [['Demand Gen', 'Ben Okafor'], BEN_AWAY],
      'Demand Gen',
      'Li Wen for Ben Okafor, away until 2026-11-30',
    ],
    ['a contact in another row', [['Demand Gen', 'Ben Okafor'], BEN], 'Demand Gen', 'Ben Okafor <ben@example.com>'],
    ['vacant', [['Demand Gen', '', 'x']], 'Demand Gen', 'vacant'],
    ['vacant in words', [['Demand Gen', 'TBD']], 'Demand Gen', 'vacant'],
    [
      'a deputy of nobody',
      [['Demand Gen', 'vacant', '', 'Ben Okafor'], BEN],
      'Demand Gen',
      'Ben Okafor stands in, the role is vacant <ben@example.com>',
    ],
    ['unknown', [ANA], 'VP Sales', 'nobody by this name in the directory'],
    ['no name at all', [ANA], ' … ', 'nobody by this name in the directory'],
  ])('%s', (_, rows, role, words) => {
    expect(asked(rows, role)).toBe(words);
  });

  it('counts the last day of an absence, in the zone of the directory', () => {
    const { entries, problems } = readDirectory(
      { headers: HEADERS, rows: [ANA_AWAY] },
      { timeZone: 'America/New_York' }
    );
    const endOfDay = Date.UTC(2026, 11, 3, 5);
    expect(holderOf({ entries, problems }, 'Demand Gen', endOfDay - 1).kind).toBe('deputy');
    expect(holderOf({ entries, problems }, 'Demand Gen', endOfDay).kind).toBe('person');
  });

  it('says who is back first of several', () => {
    const rows = [
      ['Demand Gen', 'Ana Ruiz', '', '', DEC_2],
      ['Demand Gen', 'Li Wen', '', '', '2026-11-28'],
    ];
    expect(asked(rows, 'Demand Gen')).toBe('Li Wen is away until 2026-11-28, and nobody stands in');
  });

  it('never hangs, whatever stands in for whom, and names nobody who is away', () => {
    const name = fc.constantFrom('Ana', 'Ben', 'Li', 'Role A', 'Role B', '');
    const until = fc.constantFrom('', DEC_2, '2026-11-01', 'soon');
    const row = fc.tuple(
      fc.constantFrom('Role A', 'Role B', 'Ana'),
      name,
      name,
      fc.tuple(name, name).map((both) => both.join(';')),
      until
    );
    fc.assert(
      fc.property(fc.array(row, { maxLength: 8 }), fc.constantFrom('Role A', 'Role B', 'Ana', 'Li'), (rows, role) => {
        const holder = holderOf(directory(...rows), role, NOV_25);
        const named = 'holder' in holder ? holder.holder.name : undefined;
        expect(rows.some(([, person, , , away]) => person !== '' && person === named && away === DEC_2)).toBe(false);
      }),
      { numRuns: 1000 }
    );
  });
});

describe('roleWords', () => {
  it.each([
    ['Demand Gen', 'Demand Gen: Ana Ruiz'],
    ['Ana Ruiz', 'Ana Ruiz'],
    ['VP Sales', 'VP Sales: nobody by this name in the directory'],
  ])('%s', (role, words) => {
    expect(roleWords(plain, holderOf(directory(ANA), role, NOV_25), day)).toBe(words);
  });
});

describe('readDirectory', () => {
  it('reads columns by any of their names, in any order', () => {
    const headers = ['OUT UNTIL', 'e-mail', 'Stand-in', 'Name', 'Position'];
    const { entries, problems } = readDirectory({
      headers,
      rows: [[Date.UTC(2026, 11, 2), 'ana@example.com', 'Ben', 'Ana', 'Demand Gen']],
    });
    const awayUntil = Date.UTC(2026, 11, 3) - 1;
    expect(entries).toEqual([
      { row: 2, role: 'Demand Gen', person: 'Ana', contact: 'ana@example.com', deputies: ['Ben'], awayUntil },
    ]);
    expect(problems).toEqual([]);
  });

  it('names what it can not use, and reads the rest', () => {
    const rows = [
      ['Demand Gen', 'Ana', '', '', '03/04/2026'],
      ['', 'Ben'],
      [],
      ['VP', { a: 1 }],
      ['CRO', 'Li', '', '', '-'],
    ];
    const { entries, problems } = directory(...rows);
    expect(entries.map(({ role, person, awayUntil }) => [role, person, awayUntil])).toEqual([
      ['Demand Gen', 'Ana', undefined],
      ['VP', undefined, undefined],
      ['CRO', 'Li', undefined],
    ]);
    expect(problems.map((problem) => sheetProblemWords(plain, problem))).toEqual([
      'Row 2, column Away until: "03/04/2026" can be read as 2026-04-03 and as 2026-03-04. Write the one that is meant.',
      'Row 3: The row with "Ben" names no role, so it has no effect. Write the role, or empty the row.',
      'Row 5, column Person: {"a":1} is not a text. Write it as text.',
    ]);
  });

  it('needs a column with the roles', () => {
    expect(readDirectory({ headers: ['Person'], rows: [['Ana']] })).toMatchObject({
      entries: [],
      problems: [{ code: 'noRoleColumn' }],
    });
  });

  it('never throws', () => {
    const headers = fc.array(fc.oneof(fc.constantFrom(...HEADERS), fc.anything()), { maxLength: 6 });
    fc.assert(
      fc.property(headers, fc.array(fc.array(fc.anything({ withBigInt: true, withDate: true }))), (names, rows) => {
        const read = readDirectory({ headers: ['Role', ...names], rows });
        for (const { role } of read.entries) {
          expect(holderWords(plain, holderOf(read, role, NOV_25), day)).not.toBe('');
        }
      })
    );
  });
});
