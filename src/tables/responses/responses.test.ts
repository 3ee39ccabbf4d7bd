import fc from 'fast-check';

import { plain } from '../../testing/plain';
import { sheetProblemWords } from '../../words/sheetWords';
import { nearMisses } from './nearMisses';
import { readResponses } from './readResponses';
import { readWhat } from './readWhat';

const HEADERS = ['Timestamp', 'Metric', 'Level', 'Since', 'Your name', 'Response', 'Until', 'Handed to', 'Comments'];
const AT = '2026-11-20T08:15:00Z';
const SAID_AT = Date.UTC(2026, 10, 20, 8, 15);

const read = (...rows: unknown[][]) => readResponses({ headers: HEADERS, rows }, { timeZone: 'Europe/Berlin' });
const problems = (...rows: unknown[][]) => read(...rows).problems.map((problem) => sheetProblemWords(plain, problem));

describe('readResponses', () => {
  it('reads a row an answer', () => {
    const row = [AT, ' Leads ', 'Critical', '2026-11-19T05:00:00Z', 'Ana', 'Taken', '2026-11-20T12:00Z', '', 'on it'];
    expect(read(row, [], [null, '', undefined])).toEqual({
      answers: [
        {
          row: 2,
          at: SAID_AT,
          metric: 'Leads',
          severity: 'critical',
          since: Date.UTC(2026, 10, 19, 5),
          by: 'Ana',
          said: { kind: 'taken', nextWordBy: Date.UTC(2026, 10, 20, 12) },
          note: 'on it',
        },
      ],
      problems: [],
    });
  });

  it.each<[string, unknown[], unknown]>([
    ['I have it', [], { said: { kind: 'taken' } }],
    ['Done: called ten leads', [], { said: { kind: 'acted' }, note: 'called ten leads' }],
    ['DONE', ['', '', 'called'], { said: { kind: 'acted' }, note: 'called' }],
    ['Handed over', ['', 'Ben'], { said: { kind: 'handedOver', to: 'Ben' } }],
    ['Handed to Ben Okafor - on leave', [], { said: { kind: 'handedOver', to: 'Ben Okafor' }, note: 'on leave' }],
    ['accepted until 2026-12-01', [], { said: { kind: 'accepted', until: Date.UTC(2026, 11, 1, 23) - 1 } }],
    [
      'Accepted',
      ['2026-12-01T09:00:00+01:00', '', 'quarter end'],
      { said: { kind: 'accepted', until: Date.UTC(2026, 11, 1, 8) }, note: 'quarter end' },
    ],
    ['Accepted', [Date.UTC(2026, 11, 1)], { said: { kind: 'accepted', until: Date.UTC(2026, 11, 1, 23) - 1 } }],
    ['False alarm', [], { said: { kind: 'falseAlarm' } }],
    ['The rule is wrong', ['', '', 'too tight'], { said: { kind: 'ruleWrong' }, note: 'too tight' }],
  ])('understands "%s" with %j', (what, [until, to, note], expected) => {
    const { answers, problems: found } = read([AT, 'Leads', '', '', 'Ana', what, until, to, note]);
    expect(found).toEqual([]);
    expect(answers).toEqual([{ row: 2, at: SAID_AT, metric: 'Leads', by: 'Ana', ...(expected as object) }]);
  });

  it.each<[string, unknown[], string]>([
    ['no time', ['', 'Leads', '', '', 'Ana', 'Done'], 'Row 2: The row with "Leads" does not say when.'],
    [
      'a day',
      ['2026-11-20', 'Leads', '', '', 'Ana', 'Done'],
      'Row 2, column Timestamp: "2026-11-20" has no time of day',
    ],
    [
      'no zone',
      ['2026-11-20 08:15', 'Leads', '', '', 'Ana', 'Done'],
      'Row 2, column Timestamp: "2026-11-20 08:15" needs a time zone',
    ],
    ['no metric', [AT, '', '', '', 'Ana', 'Done'], `Row 2: The row with "${AT}" names no metric.`],
    ['nobody', [AT, 'Leads', '', '', '', 'Done'], 'does not say who.'],
    ['nothing', [AT, 'Leads', '', '', 'Ana', ''], 'does not say what was done or decided.'],
    [
      'free text',
      [AT, 'Leads', '', '', 'Ana', 'Called ten leads'],
      'Row 2, column Response: "Called ten leads" is no answer',
    ],
    ['no end', [AT, 'Leads', '', '', 'Ana', 'Accepted'], 'Row 2: "Accepted" does not say until when.'],
    ['an end that is none', [AT, 'Leads', '', '', 'Ana', 'Accepted', 'soon'], 'Row 2, column Until: "soon" is'],
    [
      'an end of two readings',
      [AT, 'Leads', '', '', 'Ana', 'accepted until 03/04/2026'],
      'Row 2, column Response: "03/04/2026" can be',
    ],
    ['nobody to hand to', [AT, 'Leads', '', '', 'Ana', 'Handed over'], 'Row 2: "Handed over" does not say to whom.'],
    [
      'a formula that failed',
      [AT, '#REF!', '', '', 'Ana', 'Done'],
      'Row 2, column Metric: The formula of the cell failed: #REF!',
    ],
    ['an object', [AT, { a: 1 }, '', '', 'Ana', 'Done'], 'Row 2, column Metric: '],
  ])('leaves out and reports a row with %s', (_, row, words) => {
    expect(read(row).answers).toEqual([]);
    expect(problems(row)).toEqual([expect.stringContaining(words)]);
  });

  it('leaves out a cell that can’t be used, and keeps its row', () => {
    const row = [AT, 'Leads', 'bad', 'long ago', 'Ana', 'Done'];
    expect(read(row).answers).toEqual([{ row: 2, at: SAID_AT, metric: 'Leads', by: 'Ana', said: { kind: 'acted' } }]);
    expect(problems(row)).toEqual([
      expect.stringContaining('Row 2, column Level: "bad" is no level.'),
      expect.stringContaining('Row 2, column Since: "long ago" is'),
    ]);
  });

  it('names the columns that are missing, and those that are not known', () => {
    const { answers, problems: found } = readResponses({
      headers: ['Time', 'KPI', 'Mood'],
      rows: [[AT, 'Leads', 'good']],
    });
    expect(answers).toEqual([]);
    expect(found.map((problem) => sheetProblemWords(plain, problem))).toEqual([
      expect.stringContaining('has no column for: Who, What.'),
      expect.stringContaining('Column Mood: "Mood" is not a field'),
    ]);
    expect(readResponses({ headers: [], rows: [] }).problems).toHaveLength(1);
  });

  it('never throws, whatever a query returns', () => {
    const cell = fc.oneof(
      fc.anything(),
      fc.constantFrom(AT, 'Leads', 'Ana', 'Done', 'Accepted until 2026-12-01', 1e13)
    );
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.anything(), fc.constantFrom(...HEADERS))),
        fc.array(fc.array(cell)),
        (headers, rows) => {
          const { answers } = readResponses({ headers, rows });
          answers.forEach(({ at, said }) => {
            expect(Number.isFinite(at)).toBe(true);
            expect(said.kind === 'accepted' ? Number.isFinite(said.until) : true).toBe(true);
          });
        }
      ),
      { numRuns: 300 }
    );
  });
});

it('takes a long text for what it is in no time', () => {
  expect(readWhat(`done ${'x '.repeat(20_000)}`)).toBeUndefined();
});

it('reports an answer whose metric is called almost like one of the panel, and no other', () => {
  const { answers } = read(
    [AT, 'leads ', '', '', 'Ana', 'Done'],
    [AT, 'Visits', '', '', 'Ana', 'Done'],
    [AT, 'Leads', '', '', 'Ana', 'Done']
  );
  const found = nearMisses(answers, [{ name: 'Leads' }]).map((problem) => sheetProblemWords(plain, problem));
  expect(found).toEqual(['Row 2: "leads" matches no metric of the panel. Write "Leads", if that is meant.']);
});
