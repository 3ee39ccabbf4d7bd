import type { MetricProtocol } from '../protocol';
import { recordOfBreach } from '../../testing/breachRecord';
import { breach, handoverInput, handoverPanel, saidOf, withBreaches, YESTERDAY } from '../../testing/handover';
import { metricProtocol, NOW, now, rule, stated, below } from '../../testing/metricProtocol';
import { tracked } from '../../testing/respondedMetric';
import { DAY, HOUR, MINUTE } from '../../time/units';
import type { PlacedRecord } from '../records/recordedBreach';
import type { HandoverInput, HandoverPanel } from './handover';
import { tellHandover } from './tellHandover';

const tell = (panels: readonly HandoverPanel[], overrides: Partial<HandoverInput> = {}) =>
  tellHandover(handoverInput(panels, overrides));

const labels = (some: ReadonlyArray<{ label: string }>) => some.map(({ label }) => label);

const OLD = breach(NOW - 7 * DAY);
const NEW = breach(NOW - 5 * HOUR, undefined, 'warning');

describe('tellHandover', () => {
  it('tells what needs somebody, worst first over all panels, and what of it is new', () => {
    const some = handoverPanel([metricProtocol({ identity: 'calm' }), withBreaches('Commit gap', [NEW])], []);
    const others = handoverPanel([withBreaches('Iberia', [OLD])], [saidOf('Iberia', OLD, { kind: 'taken' })], {
      key: 'panel-2',
    });
    const { needs } = tell([some, others]);
    expect(needs.map(({ label, news, isUnanswered }) => [label, news, isUnanswered])).toEqual([
      ['Iberia', undefined, false],
      ['Commit gap', 'new', true],
    ]);
  });

  it('tells what is accepted apart, the next to end first', () => {
    const until = (name: string, moment: number) => saidOf(name, OLD, { kind: 'accepted', until: moment });
    const panel = handoverPanel(
      [withBreaches('A', [OLD]), withBreaches('B', [OLD]), withBreaches('C', [OLD])],
      [until('A', NOW + 9 * DAY), until('B', NOW + DAY), until('C', NOW - HOUR)]
    );
    const { needs, accepted } = tell([panel]);
    expect(labels(needs)).toEqual(['C']);
    expect(accepted.map(({ label, until: moment }) => [label, moment])).toEqual([
      ['B', NOW + DAY],
      ['A', NOW + 9 * DAY],
    ]);
  });

  it.each<[string, MetricProtocol['view']['breaches'], string[], string[]]>([
    ['open before', [OLD], [], []],
    ['begun since', [NEW], ['Leads'], []],
    ['begun at that very moment', [breach(YESTERDAY)], ['Leads'], []],
    ['begun and over', [breach(NOW - 9 * HOUR, HOUR)], ['Leads'], ['Leads']],
    ['over since', [breach(NOW - 7 * DAY, 6.5 * DAY)], [], ['Leads']],
    ['over before', [breach(NOW - 7 * DAY, DAY)], [], []],
    ['over at that very moment', [breach(NOW - 7 * DAY, 6 * DAY)], [], []],
    ['two', [breach(NOW - 9 * HOUR, HOUR), breach(NOW - 5 * HOUR, HOUR)], ['Leads', 'Leads'], ['Leads', 'Leads']],
    ['of an unknown beginning', [{ ...NEW, onset: null, firingSince: null, knownFrom: NOW - HOUR }], [], []],
  ])('tells what is %s', (_, breaches, began, ended) => {
    const told = tell([handoverPanel([withBreaches('Leads', breaches)], [])]);
    expect(labels(told.began)).toEqual(began);
    expect(labels(told.ended)).toEqual(ended);
  });

  it.each<[string, MetricProtocol['view']['breaches'], string[], string[], string | undefined]>([
    ['critical since', [breach(NOW - 7 * DAY, undefined, 'warning'), breach(NOW - HOUR)], [], ['Leads'], 'worse'],
    ['so since before', [breach(NOW - 7 * DAY, undefined, 'warning'), breach(NOW - 6 * DAY)], [], [], undefined],
    ['so after it began', [breach(NOW - 9 * HOUR, undefined, 'warning'), breach(NOW - HOUR)], ['Leads'], [], 'new'],
    [
      'so, of an unknown beginning',
      [
        { ...breach(NOW - HOUR, undefined, 'warning'), onset: null, firingSince: null, knownFrom: NOW - 9 * HOUR },
        breach(NOW - HOUR),
      ],
      [],
      ['Leads'],
      'worse',
    ],
  ])('tells apart what is new and what got worse: %s', (_, breaches, began, worse, news) => {
    const open = { now: now({ state: 'firing', severity: 'critical', since: NOW - HOUR }) };
    const told = tell([handoverPanel([withBreaches('Leads', breaches, open)], [])]);
    expect([labels(told.began), labels(told.worse), told.needs[0].news]).toEqual([began, worse, news]);
    // The lines and the figures say the same of one time.
    expect(told.figures.total.called).toBe(began.length);
    expect(told.figures.metrics.map((one) => one.worse)).toEqual([worse.length]);
  });

  it('tells what people did about what ended, and where nobody did anything', () => {
    const [answered, silent] = [breach(NOW - 20 * HOUR, HOUR), breach(NOW - 3 * HOUR, HOUR)];
    const panel = handoverPanel(
      [withBreaches('A', [answered]), withBreaches('B', [silent])],
      [saidOf('A', answered, { kind: 'acted' }, { at: NOW - 19.5 * HOUR })]
    );
    expect(
      tell([panel]).ended.map(({ label, response, isUnanswered }) => [label, response?.first.by, isUnanswered])
    ).toEqual([
      ['B', undefined, true],
      ['A', 'Ana', false],
    ]);
  });

  it('tells rules that came into force, are to come, and that nobody agreed to', () => {
    const [before, after] = [rule({ levels: [below('critical', 18)] }), rule()];
    const versions = (at: number) => ({ history: { versions: [{ rule: before }, { validFrom: at, rule: after }] } });
    const unsigned = rule({ signatures: undefined });
    const panel = handoverPanel(
      [
        metricProtocol({ id: 'since', name: 'since', ...versions(NOW - HOUR) }),
        metricProtocol({ id: 'before', name: 'before', ...versions(YESTERDAY - HOUR) }),
        metricProtocol({
          ...{ id: 'next', name: 'next' },
          history: { versions: [{ rule: before }, { validFrom: NOW + 9 * DAY, rule: unsigned }] },
        }),
        metricProtocol({
          ...{ id: 'mended', name: 'mended' },
          rule: rule({ signatures: [{ source: 'override', state: 'changed', changedOn: '2026-11-22' }] }),
        }),
        metricProtocol({
          ...{ id: 'mended long ago', name: 'mended long ago' },
          rule: rule({ signatures: [{ source: 'override', state: 'changed', changedOn: '2026-11-01' }] }),
        }),
      ],
      []
    );
    expect(
      tell([panel]).changed.map(({ label, change, isUpcoming, isNotAgreed }) => [
        label,
        change?.at,
        isUpcoming,
        isNotAgreed,
      ])
    ).toEqual([
      ['since', NOW - HOUR, false, false],
      ['next', NOW + 9 * DAY, true, true],
      ['mended', undefined, false, true],
    ]);
  });

  it('tells what can’t be judged of what has a rule, and nothing of the rest', () => {
    const stale = now({ state: 'stale', age: { kind: 'old', limitMs: HOUR, estimated: false } });
    const panel = handoverPanel(
      [
        metricProtocol({ id: 'A', name: 'A', now: now({ state: 'error' }) }),
        metricProtocol({ id: 'B', name: 'B', now: stale }),
        metricProtocol({ id: 'C', name: 'C', kind: 'unruled', now: stale }),
        metricProtocol({ id: 'D', name: 'D', now: now({ state: 'nodata' }) }),
      ],
      []
    );
    expect(labels(tell([panel]).cantJudge)).toEqual(['A', 'D', 'B']);
  });

  it('counts a metric once that several panels show, and tells two of one name apart', () => {
    const shared = withBreaches('Iberia', [OLD]);
    const one = handoverPanel([shared, withBreaches('Leads', [])], []);
    const other = handoverPanel([shared, { ...withBreaches('Leads', [OLD]), identity: 'other' }], [], {
      key: 'panel-2',
      title: 'Forecast',
    });
    const told = tell([one, other]);
    expect(told.ruled).toBe(3);
    expect(labels(told.needs)).toEqual(['Iberia', 'Leads (Forecast)']);
  });

  it('says where it can’t tell all of the time', () => {
    const short = { from: NOW - 6 * HOUR, to: NOW, now: NOW };
    const told = tell([handoverPanel([withBreaches('Leads', [OLD])], [], { of: { span: short } })]);
    expect(told.notRead).toMatchObject([{ kind: 'shortRange', from: NOW - 6 * HOUR }]);
    // A look-back that reaches as far is told from instead.
    const lookBack = withBreaches('Leads', [OLD], { judged: { on: 'lookBack', levels: [], breaches: [OLD] } });
    const judgedOn = { mode: 'fixed', lookBackMs: 14 * DAY, stepMs: MINUTE } as const;
    expect(tell([handoverPanel([lookBack], [], { of: { span: short, judgedOn } })]).notRead).toEqual([]);
  });

  it('says where what people did is not tracked, and claims nothing of it', () => {
    const told = tell([handoverPanel([withBreaches('Leads', [NEW, breach(NOW - 9 * HOUR, HOUR)].reverse())])]);
    expect(told.notRead).toEqual([{ kind: 'untracked' }]);
    expect(told.needs[0].isUnanswered).toBe(false);
    expect(told.figures).toMatchObject({ isTracked: false, total: { called: 2, breaches: 0, unanswered: 0 } });
  });

  it('names what was recorded of metrics that are not here', () => {
    const elsewhere = saidOf('Churn', OLD, { kind: 'taken' }, { at: NOW - HOUR });
    const earlier = saidOf('Churn', OLD, { kind: 'acted' }, { at: NOW - 2 * HOUR });
    const before = saidOf('Win rate', OLD, { kind: 'taken' }, { at: NOW - 3 * DAY });
    const metrics = [withBreaches('Leads', [])];
    expect(tell([handoverPanel(metrics, [before, earlier, elsewhere])]).elsewhere).toEqual([elsewhere]);
    // With a key the record is that of all dashboards.
    const keyed = [withBreaches('Leads', [], { rule: rule({ text: stated({ key: 'leads' }) }) })];
    expect(tell([handoverPanel(keyed, [elsewhere])]).elsewhere).toEqual([]);
  });

  it('is of the end of a range that is over', () => {
    const over = { from: NOW - 30 * DAY, to: NOW - 3 * DAY };
    const told = tell([handoverPanel([withBreaches('Leads', [])], [], { of: { span: over } })]);
    expect([told.at, told.isLive]).toEqual([NOW - 3 * DAY, false]);
    expect(tell([])).toMatchObject({ ruled: 0, needs: [] });
  });
});

describe('what is on the record', () => {
  const here = [handoverPanel([withBreaches('Leads', [NEW])], [])];
  const places = [
    { panelId: 1, title: 'Lead quality', isTold: true, hasOwnAnswers: false },
    { panelId: 3, title: 'Accounts', isTold: false, hasOwnAnswers: false },
  ];
  const OVER = breach(NOW - 9 * HOUR, HOUR);
  const told = (records: HandoverInput['records'], overrides: Partial<HandoverInput> = {}) =>
    tell(here, { records, places, dashboardUid: 'sales-ops', responses: tracked(), ...overrides });

  it('tells of panels whose data are not here: what began, ended and is not over', () => {
    const handover = told([recordOfBreach('Churn', OVER), recordOfBreach('Refunds', breach(NOW - 4 * HOUR))]);
    expect(labels(handover.began)).toEqual(['Refunds', 'Leads', 'Churn']);
    expect(
      handover.ended.map(({ label, isUnanswered, panel, record }) => [label, isUnanswered, panel.title, record])
    ).toEqual([
      [
        'Churn',
        true,
        'Accounts',
        { isCorrected: false, isEndUnknown: false, seenTo: NOW - 8 * HOUR, owner: 'Back office' },
      ],
    ]);
    expect(handover.openOnRecord.map(({ label, isUnanswered }) => [label, isUnanswered])).toEqual([['Refunds', true]]);
    expect(labels(handover.needs)).toEqual(['Leads']);
  });

  it('counts once what the data show, too, also by the figures', () => {
    const handover = told([
      recordOfBreach('Leads', NEW),
      recordOfBreach('Leads', breach(NOW - 9 * HOUR, HOUR, 'warning')),
    ]);
    expect(handover.began.map(({ label, record }) => [label, record !== undefined])).toEqual([
      ['Leads', false],
      ['Leads', true],
    ]);
    expect(handover.figures.total).toMatchObject({ called: 2, breaches: 2, unanswered: 2 });
    expect(handover.figures.metrics).toHaveLength(1);
  });

  it('counts what people did about it', () => {
    const said = [
      saidOf('Churn', OVER, { kind: 'falseAlarm' }, { at: NOW - 8.5 * HOUR }),
      saidOf('Refunds', breach(NOW - 4 * HOUR), { kind: 'accepted', until: NOW + DAY }, { at: NOW - HOUR }),
    ];
    const records = [recordOfBreach('Churn', OVER), recordOfBreach('Refunds', breach(NOW - 4 * HOUR))];
    const handover = told(records, { responses: tracked(said) });
    expect(handover.figures.total).toMatchObject({
      ...{ called: 3, breaches: 3, unanswered: 1, falseAlarms: 1, accepted: 1 },
      toFirst: { medianMs: 1.75 * HOUR, worstMs: 3 * HOUR },
    });
    expect(handover.accepted.map(({ label, until, said: one }) => [label, until, one?.by])).toEqual([
      ['Refunds', NOW + DAY, 'Ana'],
    ]);
    expect(handover.openOnRecord).toEqual([]);
    // What is told of with its breach is not told once more.
    expect(handover.elsewhere).toEqual([]);
  });

  it('takes an answer of the handover’s own response sheet, and claims nothing where a panel’s own is not here', () => {
    const records = [recordOfBreach('Churn', OVER)];
    const answers = [{ row: 2, at: NOW - 8.5 * HOUR, metric: 'Churn', by: 'Dana', said: { kind: 'acted' } } as const];
    expect(told(records, { answers }).ended[0].response?.first.by).toBe('Dana');
    const withSheet = places.map((place) => ({ ...place, hasOwnAnswers: true }));
    const handover = told(records, { places: withSheet });
    expect(handover.ended[0].isUnanswered).toBe(false);
    expect(handover.figures.total).toMatchObject({ called: 2, breaches: 1 });
  });

  it.each<[string, PlacedRecord, string[], string[]]>([
    [
      'of a panel that is gone is over',
      recordOfBreach('Old', breach(NOW - 5 * HOUR), { place: { dashboardUid: 'sales-ops', panelId: 9 } }),
      ['Old'],
      [],
    ],
    [
      'of a panel whose data are here is over',
      recordOfBreach('Old', breach(NOW - 5 * HOUR), { place: { dashboardUid: 'sales-ops', panelId: 1 } }),
      ['Old'],
      [],
    ],
    [
      'of another dashboard is not told',
      recordOfBreach('Old', breach(NOW - 5 * HOUR), { place: { dashboardUid: 'other', panelId: 3 } }),
      [],
      [],
    ],
    [
      'of long ago, over nobody knows when, is not told',
      recordOfBreach('Old', breach(NOW - 50 * DAY), { place: undefined }),
      [],
      [],
    ],
    ['of a panel that nobody asks for is open', recordOfBreach('Old', breach(NOW - 5 * HOUR)), ['Old'], ['Old']],
  ])('what nobody recorded an end of, %s', (_, record, began, open) => {
    const handover = tell([handoverPanel([], [])], {
      records: [record],
      places,
      dashboardUid: 'sales-ops',
      responses: tracked(),
    });
    expect([labels(handover.began), labels(handover.openOnRecord)]).toEqual([began, open]);
  });

  it('tells what is open on the record of a metric that can’t be judged now', () => {
    const panels = [handoverPanel([withBreaches('Leads', [], { now: now({ state: 'error' }) })], [])];
    const records = [recordOfBreach('Leads', breach(NOW - 4 * HOUR))];
    const handover = tell(panels, { records, places, dashboardUid: 'sales-ops' });
    expect([labels(handover.openOnRecord), labels(handover.cantJudge)]).toEqual([['Leads'], ['Leads']]);
  });

  it('says since when what fires does, where the data do not reach as far', () => {
    const cut = { ...OLD, onset: null, firingSince: null, knownFrom: NOW - HOUR };
    const since = breach(NOW - 20 * HOUR);
    const span = { from: NOW - HOUR, to: NOW, now: NOW };
    const panels = [handoverPanel([withBreaches('Leads', [cut])], [], { of: { span }, isRecording: true })];
    const handover = tell(panels, { records: [recordOfBreach('Leads', since)], places, dashboardUid: 'sales-ops' });
    expect(handover.needs.map(({ metric, news, isUnanswered }) => [metric.now.since, news, isUnanswered])).toEqual([
      [since.firingSince, 'new', true],
    ]);
    expect(handover.notRead).toMatchObject([{ kind: 'recordBefore', from: span.from }]);
  });

  it('says of what the look-back does not show any more that it was corrected', () => {
    const lookBack = withBreaches('Leads', [], {
      judged: { on: 'lookBack', levels: [], breaches: [] },
      stepMs: MINUTE,
      rule: rule({ forMs: 0 }),
    });
    const judgedOn = { mode: 'fixed', lookBackMs: 14 * DAY, stepMs: MINUTE } as const;
    const panels = [handoverPanel([lookBack], [], { of: { judgedOn } })];
    const handover = tell(panels, { records: [recordOfBreach('Leads', OVER)], places, dashboardUid: 'sales-ops' });
    expect(handover.ended.map(({ record }) => record?.isCorrected)).toEqual([true]);
    expect(handover.figures.total.called).toBe(1);
  });
});

describe('the figures of a review', () => {
  const calls = [breach(NOW - 20 * HOUR, HOUR), breach(NOW - 10 * HOUR, HOUR), breach(NOW - 5 * HOUR, HOUR)];
  const said = [
    saidOf('Leads', calls[0], { kind: 'taken' }, { at: NOW - 20 * HOUR + 10 * MINUTE }),
    saidOf('Leads', calls[1], { kind: 'falseAlarm' }, { at: NOW - 10 * HOUR + 30 * MINUTE }),
  ];

  it('tell how often metrics called, how soon people answered, and what they made of it', () => {
    const { figures } = tell([handoverPanel([withBreaches('Leads', calls), withBreaches('Visits', [])], said)]);
    const expected = {
      ...{ called: 3, firedMs: 3 * HOUR, breaches: 3, unanswered: 1, falseAlarms: 1, ruleWrong: 0 },
      toFirst: { medianMs: 20 * MINUTE, worstMs: 30 * MINUTE },
    };
    expect(figures.total).toMatchObject(expected);
    expect(figures.metrics).toHaveLength(1);
    expect(figures.metrics[0]).toMatchObject({ label: 'Leads', ...expected });
  });

  it('count what fires since before, and not that it called', () => {
    const { figures } = tell([handoverPanel([withBreaches('Leads', [OLD])], [])]);
    expect(figures.total).toMatchObject({ called: 0, firedMs: DAY, breaches: 0 });
  });

  it('tell which rules are to be looked at', () => {
    const wrong = saidOf('Leads', OLD, { kind: 'ruleWrong' }, { at: NOW - HOUR, note: 'too tight' });
    const { figures } = tell([
      handoverPanel(
        [
          withBreaches('Leads', [OLD]),
          metricProtocol({ id: 'past', name: 'past', rule: rule({ text: stated({ reviewBy: '2026-11-22' }) }) }),
          metricProtocol({ id: 'today', name: 'today', rule: rule({ text: stated({ reviewBy: '2026-11-23' }) }) }),
          metricProtocol({ id: 'level', name: 'level', kind: 'levelOnly', rule: rule({ text: {} }) }),
        ],
        [wrong]
      ),
    ]);
    expect(figures.ruleWrong.map(({ label, said: of }) => [label, of.map(({ note }) => note)])).toEqual([
      ['Leads', ['too tight']],
    ]);
    expect(labels(figures.reviewPast)).toEqual(['past']);
    expect(labels(figures.levelOnly)).toEqual(['level']);
  });
});
