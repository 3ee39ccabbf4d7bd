import { plain as t } from '../testing/plain';
import { mergeHistory } from '../rule/history';
import { problemWords, unreadLevelWords } from './problemWords';
import { mergeRule } from '../rule/sources';

describe('problemWords', () => {
  it('says what is wrong, where, how to mend it, and what holds until then', () => {
    const rule = mergeRule({ default: { for: '2 dayz' } });
    expect(problemWords(t, rule.problems[0], rule)).toBe(
      'For how long, in the rule for all metrics: "2 dayz" is not a duration. Write it like 2d, 2 days or 1h30m. Until then nothing is checked.'
    );
  });

  it('says that another source gives it, where one does', () => {
    const rule = mergeRule({ override: { owner: {} }, default: { owner: 'Ana' } });
    expect(problemWords(t, rule.problems[0], rule)).toContain('Until then it is taken from the rule for all metrics.');
  });

  it('says which level is not judged, and quotes what was written', () => {
    const rule = mergeRule({ default: { operator: '>', warning: 'x', critical: [90] } });
    expect(rule.problems.map((problem) => problemWords(t, problem, rule))).toEqual([
      expect.stringMatching(/"x" is not one number\. .*Until then the warning is unclear\.$/),
      expect.stringMatching(/"90" is not a range\. .*Until then critical is unclear\.$/),
    ]);
  });

  it('promises nothing without the rule', () => {
    const rule = mergeRule({ default: { for: '2 dayz' } });
    expect(problemWords(t, rule.problems[0])).toContain('Until then nothing is guessed in its place.');
    const text = mergeRule({ default: { owner: {} } });
    expect(problemWords(t, text.problems[0])).toContain('Until then it counts as not given.');
  });

  it.each<[string, object, RegExp]>([
    ['a recovery', { recovery: { critical: 'x' } }, /^Critical is over at.*Until then critical is unclear\.$/],
    ['two recoveries for one', { recovery: { critical: [1, 2] } }, /Until then critical is unclear\.$/],
    ['the recovery of no level', { recovery: { warning: 'x' } }, /Until then it has no effect\.$/],
    ['one on the wrong side', { recovery: { critical: 9 } }, /Until then it is over at the level itself\.$/],
    ['keepFiringFor', { keepFiringFor: 'x' }, /^Stays open for.*Until then nothing is checked\.$/],
  ])('says what holds while the end of a breach can’t be read: %s', (_, stored, words) => {
    const rule = mergeRule({ default: { operator: '>', critical: 6, ...stored } });
    expect(rule.problems.map((problem) => problemWords(t, problem, rule))).toEqual([expect.stringMatching(words)]);
  });

  it('says how a schedule is written, for data and for people', () => {
    const rule = mergeRule({ default: { due: 'weekdays UTC', workingHours: 'weekdays UTC' } });
    expect(rule.problems.map((problem) => problemWords(t, problem, rule))).toEqual([
      'New data is due, in the rule for all metrics: "weekdays UTC" names no time. Write it like weekdays 07:00 UTC. Until then nobody can tell whether data is late.',
      'Working hours, in the rule for all metrics: "weekdays UTC" names no hours. Write it like weekdays 9:00-17:00 UTC. Until then nothing falls due.',
    ]);
  });

  it('says until when an age limit that does not count matters: never', () => {
    const rule = mergeRule({ override: { due: 'daily 06:00 UTC' }, default: { staleAfter: 'x' } });
    expect(problemWords(t, rule.problems[0], rule)).toContain('Until then it has no effect.');
  });

  it.each<[string, object, string[]]>([
    ['nothing of levels that can be judged', { operator: '>', warning: 7, critical: 6, recovery: { critical: 9 } }, []],
    [
      'the end of a breach',
      { operator: '>', critical: 6, keepFiringFor: 'x' },
      ['Stays open for: "x" is not a duration.'],
    ],
    [
      'the recovery of a level',
      { operator: '>', warning: 5, critical: 6, recovery: { critical: 'five' } },
      ['Critical is over at: "five" is not one number.'],
    ],
    ['a level', { operator: '>', warning: 5, critical: 'many' }, ['Critical: "many" is not one number.']],
    [
      'two levels',
      { operator: '>', warning: 'x', critical: [1, 2] },
      ['Warning: "x" is not one number.', 'Critical: "1, 2" is not one number.'],
    ],
    ['a direction', { critical: 6 }, ['Act when: Which side of "6" is bad?']],
    [
      'what levels need',
      { operator: '>', critical: 6, for: 'a while' },
      ['For how long: "a while" is not a duration.'],
    ],
  ])('says what was written of %s, beside the answer', (_, stored, words) => {
    expect(unreadLevelWords(t, mergeRule({ default: { owner: 'Ana', ...stored } }))).toEqual(words);
  });

  it('names the version', () => {
    const stored = { owner: 'Ana', validFrom: '2026-09-01', earlier: [{ for: 'x', validFrom: '2026-03-01' }] };
    const { rule } = mergeHistory({ default: stored }).versions[0];
    expect(problemWords(t, rule.problems[0], rule)).toMatch(
      /^For how long, in the rule for all metrics, version 2026-03-01: /
    );
  });

  it('has whole words for every problem that a rule can have', () => {
    const stored = {
      operator: '><',
      warning: 'x',
      critical: [1],
      recovery: { warning: 'y' },
      for: 'z',
      noData: 'n',
      owner: {},
      agreedOn: 'soon',
      ownr: 1,
      holidays: 'xmas',
      minVolume: -1,
      earlier: 7,
    };
    const schedules = [
      'soon-ish 07:00 UTC',
      'daily 07:00',
      'daily 07:00 Nowhere/Land',
      'daily 07:00 UTC GMT',
      '07:00 UTC',
      'Mon 07:00 Tue UTC',
      'daily UTC',
      'daily 25:00 UTC',
      'daily 07:00 07:00 UTC',
    ];
    const hours = ['daily UTC', 'daily 09:00-08:00 UTC', 'daily 09:00-12:00 11:00-13:00 UTC'];
    const sources = [
      { default: stored },
      { default: 7 },
      { default: { critical: 1 } },
      { default: { operator: '>', warning: 2, critical: 1, recovery: { critical: 9 } } },
      { default: { minVolume: 2 } },
      { default: { volumeSeries: 'Leads' } },
      { default: { validFrom: 'soon', earlier: [{ for: 'x' }] } },
      { default: { validFrom: '2026-09-01', earlier: [{}, {}, { validFrom: '2026-09-01' }] } },
      ...schedules.map((due) => ({ default: { due } })),
      ...hours.map((workingHours) => ({ default: { workingHours } })),
    ];
    const problems = sources.flatMap((source) => {
      const { rule } = mergeHistory(source).versions[0];
      return rule.problems.map((problem) => ({ code: problem.code, words: problemWords(t, problem, rule) }));
    });
    expect(new Set(problems.map(({ code }) => code)).size).toBe(32);
    const words = problems.map(({ words: text }) => text);
    words.forEach((text) => expect(text).toMatch(/^[A-Z][^:]+: \S.+\. [A-Z].+\.$/));
    expect(words.join()).not.toMatch(/undefined|{{/);
  });
});
