import Papa from 'papaparse';
import fc from 'fast-check';

import type { Breach } from '../../evaluation/evaluation';
import { timeWords } from '../../locales/timeWords';
import type { HandoverInput, HandoverPanel } from '../../protocol/handover/handover';
import { tellHandover } from '../../protocol/handover/tellHandover';
import { recordOfBreach } from '../../testing/breachRecord';
import { breach, handoverInput, handoverPanel, saidOf, withBreaches } from '../../testing/handover';
import { below, metricProtocol, NOW, now, rule, stated } from '../../testing/metricProtocol';
import { plain as t } from '../../testing/plain';
import { tracked } from '../../testing/respondedMetric';
import { DAY, HOUR, MINUTE, SECOND } from '../../time/units';
import { handoverMarkdown } from './handoverMarkdown';
import { aloudWords, calmWords, handoverLines, handoverTitle } from './handoverWords';
import { lengthWords } from './lengthWords';
import { reviewCsv } from './reviewCsv';
import { reviewSentences, upkeepSentences } from './reviewWords';

const times = timeWords(t, { now: NOW, timeZone: 'utc' });

const told = (panels: readonly HandoverPanel[], overrides: Partial<HandoverInput> = {}) =>
  tellHandover(handoverInput(panels, overrides));

/** Each line as it is read aloud. */
const aloud = (panels: readonly HandoverPanel[], overrides: Partial<HandoverInput> = {}) =>
  handoverLines(t, told(panels, overrides), times).map((parts) =>
    parts.map((part) => `${part.title}. ${aloudWords(t, part)}`).join(' ')
  );

const OLD = breach(NOW - 7 * DAY);
const NEW = breach(NOW - 5 * HOUR, undefined, 'warning');
const OVER = breach(NOW - 30 * HOUR, 26 * HOUR);
const [WORSENED, CRITICAL] = [breach(NOW - 7 * DAY, undefined, 'warning'), breach(NOW - 5 * HOUR)];
const due = (at: number) => ({ deadline: { kind: 'at', at } as const });

describe('the lines of a handover', () => {
  it('are those of the sketch', () => {
    const panel = handoverPanel(
      [
        withBreaches('Iberia', [OLD], {
          format: () => '9.3 h',
          rule: rule({ text: stated({ owner: 'SDR lead', escalateTo: 'VP Sales' }) }),
        }),
        withBreaches('Commit gap', [NEW], {
          format: () => '9.7 %',
          rule: rule({ text: stated({ owner: 'Finance' }) }),
        }),
        withBreaches('Canada', [OVER]),
        withBreaches('Partners', [OLD]),
        metricProtocol({
          ...{ id: 'Kickoff', name: 'Kickoff', identity: 'Kickoff' },
          history: {
            versions: [
              { rule: rule({ levels: [below('critical', 18)] }) },
              {
                validFrom: Date.UTC(2027, 0, 1),
                rule: rule({ levels: [below('critical', 20)], signatures: undefined }),
              },
            ],
          },
        }),
        metricProtocol({
          id: 'Win rate',
          name: 'Win rate',
          identity: 'Win rate',
          now: now({ state: 'unknown', history: { needsMs: 2 * DAY, hasMs: 6 * HOUR } }),
        }),
      ],
      [
        saidOf('Iberia', OLD, { kind: 'taken', nextWordBy: NOW - 40 * MINUTE }),
        saidOf(
          'Canada',
          OVER,
          { kind: 'acted' },
          { by: 'Dana', at: NOW - 6 * HOUR, note: 'one partner feed was late' }
        ),
        saidOf('Partners', OLD, { kind: 'accepted', until: Date.UTC(2026, 11, 1) }, { note: 'known, quarter end' }),
      ]
    );
    expect(aloud([panel])).toEqual([
      'Needs somebody now. Iberia 9.3 h, critical for 7 d. Next word from Ana was due 08:20, 40 min ago. Now VP Sales’s turn. ' +
        'Commit gap 9.7 %, warning for 5 h, new. Finance: nothing said yet.',
      'New. Commit gap, warning since today 04:00.',
      'Ended. Canada, after 1 d 2 h: Done (Dana): one partner feed was late.',
      'Accepted. Partners until 1 Dec (Ana): known, quarter end.',
      'Changed. Kickoff, from 1 Jan 2027: critical below 18 % → below 20 %, not agreed yet. ' +
        'Unclear. Win rate: Needs 2 d of data, 6 h shown.',
    ]);
  });

  it('say who has it, what is overdue, and where nobody is named', () => {
    const panel = handoverPanel(
      [
        withBreaches('A', [OLD], due(NOW - 3 * HOUR)),
        withBreaches('B', [NEW], { rule: rule({ text: {} }) }),
        withBreaches('C', [{ ...OLD, firingSince: null, knownFrom: NOW - 84 * DAY }], {
          now: now({ state: 'firing', severity: 'critical', since: null, sinceBefore: NOW - 84 * DAY }),
          rule: rule({ text: stated({ owner: 'Ops' }) }),
        }),
      ],
      [saidOf('A', OLD, { kind: 'handedOver', to: 'Ben' })]
    );
    expect(aloud([panel])[0]).toBe(
      'Needs somebody now. A 17.2 %, critical for 7 d. Ben has it (from Ana, 08:00). ' +
        'Overdue 3 h (since 06:00): tell VP Sales. ' +
        'C 17.2 %, critical since at least 31 Aug 09:00. Owner: Ops. ' +
        'B 17.2 %, warning for 5 h, new. No owner is named, and nobody has said anything.'
    );
  });

  it('say of what went on that it got worse, and since when it is what', () => {
    const warning = (firingSince: number, lengthMs?: number) => breach(firingSince, lengthMs, 'warning');
    const began = Date.UTC(2026, 10, 3);
    const open = { now: now({ state: 'firing', severity: 'critical', since: NOW - 5 * HOUR }) } as const;
    const cut = { ...warning(began), onset: null, firingSince: null, knownFrom: began };
    const panel = handoverPanel(
      [
        withBreaches('Iberia', [warning(began), breach(NOW - 5 * HOUR)], open),
        withBreaches('Leads', [cut, breach(NOW - 6 * HOUR)], open),
        withBreaches('Canada', [warning(began, NOW - HOUR - began), breach(NOW - 7 * HOUR, 6 * HOUR)]),
      ],
      []
    );
    const [needs, worse] = aloud([panel]);
    expect(needs).toContain('Iberia 17.2 %, critical for 5 h, got worse. Demand Gen: nothing said yet.');
    expect(worse).toBe(
      'Got worse. Iberia, warning since 3 Nov 00:00, critical since today 04:00. ' +
        'Leads, warning since at least 3 Nov 00:00, critical since today 03:00. And 1 more.'
    );
    const lines = handoverLines(t, told([panel]), times).flat();
    expect(lines.find(({ topic }) => topic === 'worse')?.items[2].words).toBe(
      'Canada, warning since 3 Nov 00:00, critical since today 02:00, over after 20 d 8 h.'
    );
    expect(reviewSentences(t, told([panel]).figures).slice(0, 2)).toEqual([
      'No breach began.',
      '3 metrics went on from before and got worse: not counted as called.',
    ]);
  });

  it.each<[string, HandoverPanel[], Partial<HandoverInput>, string]>([
    [
      'all is well',
      [handoverPanel([withBreaches('A', []), withBreaches('B', [])], [])],
      {},
      'Nobody. 2 rules are checked, and none is in breach.',
    ],
    [
      'not all is judged',
      [handoverPanel([withBreaches('A', []), withBreaches('B', [], { now: now({ state: 'error' }) })], [])],
      {},
      'Nobody, as far as can be said: 1 of 2 rules are checked.',
    ],
    [
      'a panel is missing',
      [handoverPanel([withBreaches('A', [])], [])],
      { notRead: [{ kind: 'notAsked', title: 'Handoffs' }] },
      'Nobody, as far as can be said: 1 of 1 rules are checked.',
    ],
    ['nothing has a rule', [handoverPanel([], [])], {}, 'No metric here has a rule.'],
    [
      'rules are of panels that are missing',
      [handoverPanel([], [])],
      { notRead: [{ kind: 'recordAlone', title: 'Handoffs' }] },
      'Nobody, as far as can be said: no rule is checked here.',
    ],
  ])('say whether nobody is needed where %s', (_, panels, overrides, words) => {
    expect(aloud(panels, overrides)[0]).toBe(`Needs somebody now. ${words}`);
  });

  it('name what is in none of what they are told from', () => {
    const notRead: HandoverInput['notRead'] = [
      { kind: 'notAsked', title: 'Handoffs' },
      { kind: 'failed', title: 'Forecast' },
      { kind: 'awaited', title: 'Leads' },
      { kind: 'nothing', title: 'Notes', because: 'noNumericField' },
      { kind: 'lost', refIds: ['B', 'C'] },
      { kind: 'unclear', name: 'Churn' },
      { kind: 'recordBefore', from: NOW - HOUR, metrics: [] },
    ];
    const lines = handoverLines(t, told([handoverPanel([withBreaches('A', [])])], { notRead }), times);
    expect(lines.at(-1)?.[0].items.map(({ words }) => words)).toEqual([
      'Nothing came of: Forecast.',
      'Under way: Leads.',
      'Not asked for by this panel’s queries: Handoffs.',
      'Nothing to check in: Notes.',
      'Which panel’s rules are meant is not known of: Churn.',
      'Not on this dashboard: the panel of query B, C.',
      'What came before today 08:00 is told from the record alone: .',
      'What people did is not tracked here.',
    ]);
  });

  it('say quietly what only the record tells, and claim no more than it does', () => {
    const places = [
      { panelId: 1, title: 'Lead quality', isTold: true, hasOwnAnswers: false },
      { panelId: 3, title: 'Accounts', isTold: false, hasOwnAnswers: false },
    ];
    const onRecord = (name: string, of: Breach, panelId: number) =>
      recordOfBreach(name, of, { place: { dashboardUid: 'sales-ops', panelId } });
    const records = [
      onRecord('Churn', breach(NOW - 5 * HOUR), 3),
      onRecord('Refunds', breach(NOW - 9 * HOUR, 40 * MINUTE), 3),
      onRecord('Leads', breach(NOW - 7 * HOUR), 1),
    ];
    const notRead: HandoverInput['notRead'] = [{ kind: 'recordAlone', title: 'Accounts' }];
    const overrides = { records, places, dashboardUid: 'sales-ops', responses: tracked(), notRead };
    expect(aloud([handoverPanel([withBreaches('Leads', [])], [])], overrides)).toEqual([
      'Needs somebody now. Churn, critical since today 04:00. Back office: nothing said yet. From the record.',
      'New. Churn, critical since today 04:00. Leads, critical today 02:00. When it ended is not known. ' +
        'Refunds, critical today 00:00, over after 40 min. All from the record.',
      'Ended. Leads, when is not known: no response was recorded. ' +
        'Refunds, after 40 min: no response was recorded. All from the record.',
      'Unclear. How it stands now in: Accounts. Only the record tells of it.',
    ]);
    // Where only some of it is, each says so for itself.
    const data = handoverPanel([withBreaches('Visits', [breach(NOW - 3 * HOUR, HOUR)])], []);
    expect(aloud([data], { ...overrides, notRead: [] })[2]).toBe(
      'Ended. Visits, after 1 h: no response was recorded. ' +
        'Leads, when is not known: no response was recorded. From the record. And 1 more.'
    );
  });

  it('are five at most, and are read in a minute, however much there is', () => {
    const kinds = fc.constantFrom<'open' | 'new' | 'worse' | 'over' | 'accepted' | 'stale' | 'changed'>(
      'open',
      'new',
      'worse',
      'over',
      'accepted',
      'stale',
      'changed'
    );
    fc.assert(
      fc.property(fc.array(kinds, { maxLength: 60 }), (all) => {
        const interventions = all.flatMap((kind, index) =>
          kind === 'accepted'
            ? [saidOf(`M ${index}`, OLD, { kind: 'accepted', until: NOW + DAY }, { note: 'a word of why' })]
            : []
        );
        const metrics = all.map((kind, index) => {
          const name = `M ${index}`;
          const breaches =
            kind === 'new'
              ? [NEW]
              : kind === 'worse'
                ? [WORSENED, CRITICAL]
                : kind === 'over'
                  ? [OVER]
                  : kind === 'stale' || kind === 'changed'
                    ? []
                    : [OLD];
          return withBreaches(name, breaches, {
            ...(kind === 'stale' && { now: now({ state: 'error' as const }) }),
            ...(kind === 'changed' && {
              history: {
                versions: [
                  { rule: rule({ levels: [below('critical', 18)] }) },
                  { validFrom: NOW - HOUR, rule: rule() },
                ],
              },
            }),
          });
        });
        const lines = aloud([handoverPanel(metrics, interventions)]);
        expect(lines.length).toBeLessThanOrEqual(5);
        // 150 words a minute are read without haste; a clock, a number and its unit count as three.
        expect(lines.join(' ').split(/\s+/).length).toBeLessThanOrEqual(190);
        // Nothing is left out without a count.
        const parts = handoverLines(t, told([handoverPanel(metrics, interventions)]), times).flat();
        parts.forEach((part) => expect(aloudWords(t, part).includes('more.')).toBe(part.items.length > part.aloud));
      }),
      { numRuns: 50 }
    );
  });

  it('have a title that says since when, and of when where that is not now', () => {
    const handover = told([handoverPanel([withBreaches('A', [])], [])]);
    expect(handoverTitle(t, handover, times)).toBe('Handover since yesterday 09:00');
    const past = timeWords(t, { timeZone: 'utc' });
    expect(handoverTitle(t, { since: Date.UTC(2026, 10, 16), at: NOW, isLive: false }, past)).toBe(
      'Handover since 16 Nov 2026, as of 23 Nov 2026 09:00'
    );
    expect(calmWords(t, handover)).toBe('Besides: 1 OK.');
  });
});

it.each([
  [0, '1 s'],
  [400, '1 s'],
  [40 * SECOND, '40 s'],
  [80 * SECOND, '1 min'],
  [119.9 * SECOND, '1 min'],
  [2 * MINUTE, '2 min'],
  [4 * MINUTE + 37 * SECOND, '4 min'],
  [HOUR + 5 * SECOND, '1 h'],
  [HOUR + 65 * SECOND, '1 h 1 min'],
  [3 * DAY + 4 * HOUR + 9 * SECOND, '3 d 4 h'],
])('reads a length of %d ms as %s', (ms, words) => {
  expect(lengthWords(ms)).toBe(words);
});

it('reads how long something fires without seconds that say nothing', () => {
  const began = breach(NOW - 55 * MINUTE - 5 * SECOND);
  const panel = handoverPanel([withBreaches('A', [began], due(NOW - 4 * MINUTE - 9 * SECOND))], []);
  expect(aloud([panel])[0]).toBe(
    'Needs somebody now. A 17.2 %, critical for 55 min, new. Demand Gen: nothing said yet. Overdue 4 min (since 08:55): tell VP Sales.'
  );
});

describe('what is copied', () => {
  it('stands as Markdown, and what users wrote stays text', () => {
    const panel = handoverPanel(
      [withBreaches('*A* | [x](javascript:1) <b>', [OLD], { rule: rule({ text: stated({ owner: 'Ops_1' }) }) })],
      []
    );
    const copy = {
      times,
      asOf: '23 Nov 2026 09:00',
      dashboard: 'Sales Ops',
      url: 'https://g.example.com/d/x',
      withReview: false,
    };
    expect(handoverMarkdown(t, told([panel]), copy).split('\n')).toEqual([
      '**Handover since yesterday 09:00, Sales Ops**',
      '',
      '- **Needs somebody now.** **\\*A\\* \\| \\[x\\](javascript:1) \\<b\\>** 17.2 %, critical for 7 d. Ops\\_1: nothing said yet.',
      '',
      'As of 23 Nov 2026 09:00. https://g.example.com/d/x',
      '',
    ]);
  });

  it('has all of what is not read aloud, and the figures of a review', () => {
    const metrics = ['A', 'B', 'C', 'D'].map((name) => withBreaches(name, [OLD]));
    const text = handoverMarkdown(t, told([handoverPanel(metrics, [])]), { times, asOf: '', withReview: true });
    expect(text).toContain('And 1 more.');
    expect(text).toContain('**Needs somebody now: 1 more**\n\n- **D** 17.2 %, critical for 7 d.');
    expect(text.match(/\*\*A\*\* 17\.2 %/g)).toHaveLength(1);
    expect(text).toContain(
      '**Review**\n\nNo breach began. 4 metrics went on from before and are not counted as called. In breach for 4 d in all.\n\n| Metric | Called |'
    );
    expect(text).toContain('| A | 0 | 1 d |  |  |  |  |  |');
  });
});

describe('the review', () => {
  const calls = [breach(NOW - 20 * HOUR, HOUR), breach(NOW - 10 * HOUR, HOUR), breach(NOW - 5 * HOUR, HOUR)];
  const said = [
    saidOf('=Leads', calls[0], { kind: 'taken' }, { at: NOW - 20 * HOUR + 10 * MINUTE }),
    saidOf('=Leads', calls[1], { kind: 'ruleWrong' }, { at: NOW - 10 * HOUR + 30 * MINUTE, source: 'responseSheet' }),
  ];
  const past = metricProtocol({
    id: 'past',
    name: 'Win rate',
    rule: rule({ text: stated({ reviewBy: '2026-11-02' }) }),
  });
  const level = metricProtocol({ id: 'level', name: 'Discount', kind: 'levelOnly', rule: rule({ text: {} }) });
  const handover = told([handoverPanel([withBreaches('=Leads', calls), past, level], said)]);

  it('is told in sentences', () => {
    expect(reviewSentences(t, handover.figures)).toEqual([
      'Called 3 times.',
      'In breach for 3 h in all.',
      'First response after 20 min (median), 30 min at worst.',
      'Not answered: 1 of 3.',
      'The rule was wrong: 1.',
      'Answered in the response sheet: 1.',
    ]);
    expect(upkeepSentences(t, handover.figures)).toEqual([
      'Rules that were called wrong: =Leads.',
      'Rules past their review: Win rate.',
      'Levels with nothing agreed: Discount.',
    ]);
  });

  it('claims nothing of what is not tracked', () => {
    const { figures } = told([handoverPanel([withBreaches('Leads', calls)])]);
    expect(reviewSentences(t, figures)).toEqual(['Called 3 times.', 'In breach for 3 h in all.']);
  });

  it('is a table for a spreadsheet, without formulas', () => {
    const stamp = (time: number) => new Date(time).toISOString().slice(0, 19).replace('T', ' ');
    const { data } = Papa.parse<string[]>(reviewCsv(handover, { timeZone: 'UTC', stamp }).slice(1));
    const [headers, ...rows] = data;
    const cell = (row: string[], header: string) => row[headers.indexOf(header)];
    expect(rows.map((row) => cell(row, 'Metric'))).toEqual(["'=Leads", 'Win rate', 'Discount']);
    const [leads, winRate, discount] = rows;
    expect(leads.slice(2, 12)).toEqual([
      '2026-11-22 09:00:00',
      '2026-11-23 09:00:00',
      '3',
      '3',
      '3',
      '0.33',
      '0.5',
      '1',
      '0',
      '1',
    ]);
    expect([
      cell(leads, 'Rule called wrong'),
      cell(winRate, 'Rule called wrong'),
      cell(winRate, 'Past its review'),
      cell(discount, 'Level with nothing agreed'),
    ]).toEqual(['1', '', 'yes', 'yes']);
    expect(winRate.slice(4, 9)).toEqual(['0', '0', '', '', '']);
  });
});
