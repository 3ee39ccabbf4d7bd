import type { Breach } from '../../evaluation/evaluation';
import type { SheetAnswer } from '../../tables/responses/answer';
import { firingMetric, metricProtocol, NOW, protocol, rule, stated } from '../../testing/metricProtocol';
import { ADDRESS, intervention, tracked } from '../../testing/respondedMetric';
import { DAY, HOUR } from '../../time/units';
import { withAnswers } from './sheetAnswers';
import { withResponses } from './withResponses';

const SINCE = NOW - 3 * DAY - 4 * HOUR;
const OPEN: Breach = { severity: 'critical', onset: SINCE - 2 * DAY, firingSince: SINCE };
const FIRING = firingMetric({
  identity: ADDRESS.identity,
  judged: { on: 'view', levels: [], breaches: [OPEN] },
  view: { ...firingMetric().view, breaches: [OPEN] },
});

function answer(overrides: Partial<SheetAnswer> = {}): SheetAnswer {
  return { row: 2, at: NOW - HOUR, metric: 'Week-2 lead conversion', by: 'Ana', said: { kind: 'taken' }, ...overrides };
}

const of = (answers: readonly SheetAnswer[], metric = FIRING, responses = tracked()) =>
  withResponses(protocol([metric]), withAnswers(responses, answers, protocol([metric])), undefined);

describe('withAnswers', () => {
  it('lets an answer of the sheet stand beside those of the store, in their order', () => {
    const told = of([answer({ at: NOW - 2 * HOUR })], FIRING, tracked([intervention({ kind: 'acted' })]));
    const { interventions = [], holder } = told.metrics[0].response?.open?.response ?? {};
    expect(interventions.map(({ said, source }) => [said.kind, source])).toEqual([
      ['taken', 'responseSheet'],
      ['acted', 'annotations'],
    ]);
    expect(holder).toEqual({ name: 'Ana', since: NOW - 2 * HOUR });
    expect(told.metrics[0].response?.figures).toMatchObject({ breaches: 1, unanswered: 0, fromSheet: 1 });
  });

  it('speaks of the level that fired then, where it does not say', () => {
    const accepted = (more: Partial<SheetAnswer> = {}) =>
      answer({ said: { kind: 'accepted', until: NOW + DAY }, ...more });
    expect(of([accepted()]).tally).toMatchObject({ accepted: 1, critical: 0 });
    // Who accepted a warning did not speak of the critical that came of it.
    expect(of([accepted({ severity: 'warning' })]).tally).toMatchObject({ accepted: 0, critical: 1 });
    const before = of([accepted({ at: SINCE - 5 * DAY, since: SINCE - 6 * DAY })]);
    expect(before.metrics[0].response?.open?.response).toBeUndefined();
  });

  it('belongs to the breach that it names, though it was over when it was said', () => {
    const over: Breach = {
      severity: 'critical',
      onset: NOW - 20 * DAY,
      firingSince: NOW - 20 * DAY,
      end: NOW - 19 * DAY,
    };
    const metric = { ...FIRING, view: { ...FIRING.view, breaches: [over, OPEN] } };
    const late = { at: NOW - 10 * DAY, said: { kind: 'acted' } as const };
    expect(of([answer(late)], metric).metrics[0].response?.figures).toMatchObject({ breaches: 2, unanswered: 2 });
    const named = of([answer({ ...late, since: NOW - 20 * DAY })], metric).metrics[0].response?.figures;
    expect(named).toMatchObject({ breaches: 2, unanswered: 1, toFirst: { worstMs: 10 * DAY } });
  });

  it.each([
    ['its name', {}, 1],
    ['the key of its rule', { metric: 'conversion-key' }, 1],
    ['another name', { metric: 'Visits' }, 0],
    ['a name of JavaScript', { metric: 'constructor' }, 0],
  ])('is about a metric by %s', (_, more, count) => {
    const metric = { ...FIRING, rule: rule({ text: stated({ key: 'conversion-key' }) }) };
    const { open } = of([answer(more)], metric).metrics[0].response ?? {};
    expect(open?.response?.interventions.length ?? 0).toBe(count);
  });

  it('tracks where nothing else does, from its first answer on', () => {
    const untracked = { kind: 'untracked', because: 'publicDashboard' } as const;
    const answers = [answer({ at: NOW - DAY }), answer({ at: NOW - 9 * DAY, metric: 'Visits' })];
    const told = withAnswers(untracked, answers, protocol([FIRING]));
    expect(told).toMatchObject({ kind: 'tracked', cannotRecord: 'publicDashboard', knownFrom: NOW - 9 * DAY });
    expect(withAnswers({ kind: 'untracked', because: 'noRead' }, answers, protocol([FIRING]))).toMatchObject({
      cannotRecord: 'noRight',
    });
    // Of an empty sheet nobody knows how far back it goes.
    expect(withAnswers(untracked, [], protocol([FIRING]))).toMatchObject({ knownFrom: Infinity });
  });

  it('changes nothing where there is no sheet, or the store is awaited', () => {
    const known = tracked([intervention({ kind: 'acted' })]);
    expect(withAnswers(known, undefined, protocol([FIRING]))).toBe(known);
    expect(withAnswers({ kind: 'awaited' }, [answer()], protocol([FIRING]))).toEqual({ kind: 'awaited' });
    const nameless = metricProtocol();
    expect(withAnswers(tracked(), [answer()], protocol([nameless]))).toMatchObject({ interventions: [] });
  });
});
