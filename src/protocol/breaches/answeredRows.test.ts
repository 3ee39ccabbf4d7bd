import type { Breach } from '../../evaluation/evaluation';
import { ADDRESS, intervention, tracked } from '../../testing/respondedMetric';
import { metricProtocol, NOW, SPAN } from '../../testing/metricProtocol';
import { DAY, HOUR, MINUTE } from '../../time/units';
import type { Intervention } from '../responses/intervention';
import { answeredRows } from './answeredRows';
import { breachRows } from './breachRows';

const OVER: Breach = { severity: 'critical', onset: NOW - 20 * DAY, firingSince: NOW - 20 * DAY, end: NOW - 18 * DAY };
const OPEN: Breach = { severity: 'critical', onset: NOW - 2 * DAY, firingSince: NOW - DAY };

function setup(interventions: readonly Intervention[], breaches: readonly Breach[] = [OVER, OPEN]) {
  const metric = metricProtocol({ identity: ADDRESS.identity, stepMs: MINUTE });
  const inView = { ...metric, view: { ...metric.view, breaches } };
  const rows = breachRows(inView, { on: 'view', span: SPAN });
  return answeredRows(rows, inView, SPAN, tracked(interventions));
}

const of = (from: number, to: number, at = to) =>
  intervention({ kind: 'acted' }, { at, breach: { ...ADDRESS, stretch: { from, to } } });

describe('answeredRows', () => {
  it('ties what was said to the rows, newest first', () => {
    const said = of(NOW - 19.9 * DAY, NOW - 19 * DAY);
    const answered = setup([said]);
    expect(answered?.answers).toMatchObject([
      { response: undefined, isUnanswered: true },
      { response: { first: said }, isUnanswered: false },
    ]);
    expect(answered?.figures).toMatchObject({ breaches: 2, unanswered: 1 });
    expect(answered?.onRecordAlone).toEqual([]);
  });

  it('keeps what is on the record of the span without a breach in the data, overlapping times as one', () => {
    const lost = [
      of(NOW - 40 * DAY, NOW - 39 * DAY),
      of(NOW - 39.5 * DAY, NOW - 38 * DAY),
      of(NOW - 30 * DAY, NOW - 29 * DAY),
    ];
    const outside = of(SPAN.from - 3 * DAY, SPAN.from - 2 * DAY);
    expect(setup([...lost, outside])?.onRecordAlone).toMatchObject([
      { stretch: { from: NOW - 30 * DAY, to: NOW - 29 * DAY } },
      { stretch: { from: NOW - 40 * DAY, to: NOW - 38 * DAY }, response: { interventions: { length: 2 } } },
    ]);
  });

  it('addresses the worst breach of a row; of one that is open, the worst that is', () => {
    const warning: Breach = { ...OPEN, severity: 'warning', onset: NOW - 3 * DAY, firingSince: NOW - 3 * DAY };
    const recovered: Breach = { ...OPEN, end: NOW - 3 * HOUR };
    expect(setup([], [warning, OPEN])?.answers[0].address).toEqual({
      identity: ADDRESS.identity,
      name: 'Week-2 lead conversion',
      severity: 'critical',
      stretch: { from: NOW - 2 * DAY, to: NOW },
      stepMs: MINUTE,
    });
    expect(setup([], [warning, recovered])?.answers[0].address).toMatchObject({
      severity: 'warning',
      stretch: { from: NOW - 3 * DAY, to: NOW },
    });
    expect(setup([], [OVER])?.answers[0].address.stretch).toEqual({ from: OVER.onset, to: OVER.end });
  });

  it('says nothing of a metric without an identity', () => {
    expect(answeredRows([], metricProtocol(), SPAN, tracked())).toBeUndefined();
  });
});
