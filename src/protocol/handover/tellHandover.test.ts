import type { MetricProtocol } from '../protocol';
import { breach, handoverInput, handoverPanel, saidOf, withBreaches, YESTERDAY } from '../../testing/handover';
import { metricProtocol, NOW, now, rule, stated, below } from '../../testing/metricProtocol';
import { DAY, HOUR, MINUTE } from '../../time/units';
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
    expect(needs.map(({ label, isNew, isUnanswered }) => [label, isNew, isUnanswered])).toEqual([
      ['Iberia', false, false],
      ['Commit gap', true, true],
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
    [
      'a warning that became critical',
      [breach(NOW - 7 * DAY, undefined, 'warning'), breach(NOW - HOUR)],
      ['Leads'],
      [],
    ],
    ['two', [breach(NOW - 9 * HOUR, HOUR), breach(NOW - 5 * HOUR, HOUR)], ['Leads', 'Leads'], ['Leads', 'Leads']],
    ['of an unknown beginning', [{ ...NEW, onset: null, firingSince: null, knownFrom: NOW - HOUR }], [], []],
  ])('tells what is %s', (_, breaches, began, ended) => {
    const told = tell([handoverPanel([withBreaches('Leads', breaches)], [])]);
    expect(labels(told.began)).toEqual(began);
    expect(labels(told.ended)).toEqual(ended);
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
