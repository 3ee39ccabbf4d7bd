import { IDENTITY, breach, intervention, tracked } from '../../testing/interventions';
import { NOW, firingMetric, metricProtocol, now, protocol, rule, stated } from '../../testing/metricProtocol';
import { readDirectory } from '../../tables/directory/directory';
import { holderOf } from '../../tables/directory/holderOf';
import { DAY, HOUR } from '../../time/units';
import { overdueOf } from '../overdue';
import type { MetricProtocol } from '../protocol';
import type { Intervention } from './intervention';
import { withResponses } from './withResponses';

const SINCE = NOW - 4 * HOUR;

/** Critical for 4 h, and due in an hour. */
function fires(overrides: Partial<MetricProtocol> = {}): MetricProtocol {
  const breaches = [breach(SINCE)];
  const base = firingMetric();
  return {
    ...base,
    identity: IDENTITY,
    now: now({ state: 'firing', severity: 'critical', since: SINCE }),
    judged: { on: 'view', levels: [], breaches },
    view: { ...base.view, breaches },
    stepMs: 60_000,
    deadline: { kind: 'at', at: NOW + HOUR },
    ...overrides,
  };
}

const told = (metrics: MetricProtocol[], ...interventions: Intervention[]) =>
  withResponses(protocol(metrics), tracked(...interventions), undefined);

it('gives the breach that fires what is to be recorded of it, and what people said', () => {
  const taken = intervention({ kind: 'taken' });
  const [metric] = told([fires()], taken).metrics;
  expect(metric.response?.open).toMatchObject({
    address: {
      identity: IDENTITY,
      severity: 'critical',
      stretch: { from: SINCE, to: NOW },
      isOpen: true,
      stepMs: 60_000,
    },
    response: { interventions: [taken], holder: { name: 'Ana' } },
  });
  expect(metric.response?.figures).toMatchObject({ breaches: 1, unanswered: 0 });
  expect(told([fires()]).metrics[0].response).toMatchObject({ figures: { unanswered: 1 } });
});

it.each<[string, MetricProtocol]>([
  ['has no identity', fires({ identity: undefined })],
  ['is shown for context', fires({ kind: 'context' })],
])('says nothing of a metric that %s', (_, metric) => {
  expect(told([metric]).metrics[0]).toBe(metric);
});

it('offers nothing to be recorded of what the rule makes of missing data', () => {
  const [metric] = told([
    fires({ now: now({ state: 'firing', severity: 'critical', because: { kind: 'nodata' } }) }),
  ]).metrics;
  expect(metric.response?.open).toBeUndefined();
});

describe('of a range that is too young to be judged', () => {
  const judgedTo = NOW - 11 * DAY;
  const began = judgedTo - 3 * DAY;
  const levels = [
    { severity: 'warning', state: 'firing', since: began - 4 * DAY },
    { severity: 'critical', state: 'firing', since: began },
  ] as const;
  const young = (level: 0 | 1) =>
    fires({
      now: now({ ...levels[level], judgedTo }),
      judged: { on: 'view', levels: levels.slice(0, level + 1), breaches: [] },
      view: firingMetric().view,
    });

  it.each([0, 1] as const)('gives what fires since before it to be recorded', (level) => {
    const { severity, since: from } = levels[level];
    expect(told([young(level)]).metrics[0].response?.open).toMatchObject({
      address: { identity: IDENTITY, severity, stretch: { from, to: NOW }, isOpen: true },
      response: undefined,
    });
  });

  it('knows what people said of it, also while it was a warning', () => {
    const stretch = { from: began - 4 * DAY, to: began - DAY };
    const taken = intervention({ kind: 'taken' }, { at: stretch.to, breach: { severity: 'warning', stretch } });
    expect(told([young(1)], taken).metrics[0].response?.open?.response?.holder).toEqual({
      name: 'Ana',
      since: stretch.to,
    });
  });

  it.each<[string, { sinceBefore?: number }, number]>([
    ['from when on it is known', { sinceBefore: began }, began],
    ['from where it is judged', {}, judgedTo],
  ])('gives what began before all that is known, %s', (_, known, from) => {
    const level = { severity: 'critical', state: 'firing', since: null, ...known } as const;
    const metric = fires({
      now: now({ state: 'firing', severity: 'critical', judgedTo, ...known }),
      judged: { on: 'view', levels: [level], breaches: [] },
    });
    expect(told([metric]).metrics[0].response?.open?.address.stretch).toEqual({ from, to: NOW });
  });
});

describe('accepted until', () => {
  const until = NOW + HOUR;
  const accepted = intervention({ kind: 'accepted', until });
  const calm = metricProtocol({ id: 'calm' });
  const warning = metricProtocol({ id: 'warning', now: now({ state: 'firing', severity: 'warning', since: SINCE }) });

  it('is quiet: counted as accepted, below what needs somebody, never overdue', () => {
    const past = { deadline: { kind: 'at', at: NOW - 1 } } as const;
    const { tally, worstFirst, overdue, nextChange } = told([fires(past), calm, warning], accepted);
    expect(tally).toMatchObject({ critical: 0, accepted: 1, warning: 1, normal: 1 });
    expect(worstFirst).toEqual([2, 0, 1]);
    expect(overdue).toBe(0);
    expect(nextChange).toBe(until);
  });

  it('is so no longer than that', () => {
    const { tally, worstFirst } = told(
      [calm, fires({ now: { ...fires().now, at: until } })],
      intervention({ kind: 'accepted', until }, { at: NOW })
    );
    expect(tally).toMatchObject({ critical: 1, accepted: 0 });
    expect(worstFirst).toEqual([1, 0]);
  });

  it('quiets nothing of a range that is past', () => {
    expect(told([fires({ now: { ...fires().now, live: false } })], accepted).tally).toMatchObject({ critical: 1 });
  });
});

describe('a promised word', () => {
  const promised = (nextWordBy: number) => intervention({ kind: 'taken', nextWordBy }, { at: NOW - HOUR });

  it('is overdue once its moment has come, whatever else is due', () => {
    const { metrics, overdue } = told([fires()], promised(NOW));
    expect(overdue).toBe(1);
    expect(overdueOf(metrics[0])).toEqual({ kind: 'word', at: NOW, by: 'Ana' });
  });

  it('is waited for', () => {
    const { overdue, nextChange } = told([fires()], promised(NOW + 5));
    expect(overdue).toBe(0);
    expect(nextChange).toBe(NOW + 5);
  });

  it('leaves what is due as it is', () => {
    const deadline = { kind: 'at', at: NOW - 1 } as const;
    expect(overdueOf(told([fires({ deadline })], promised(NOW + 5)).metrics[0])).toEqual(deadline);
  });

  it('makes it the turn of the deputy whom the directory names', () => {
    const directory = readDirectory({
      headers: ['Role', 'Person', 'Deputy', 'Away until'],
      rows: [
        ['Analyst', 'Ana', 'Ben, Cem', ''],
        ['Nurse', 'Ben', '', new Date(NOW + DAY).toISOString().slice(0, 10)],
        ['Demand Gen', 'Dora', 'Eva', ''],
      ],
    });
    const deputyOf = (by: string) => {
      const one = { ...promised(NOW), by };
      const owned = fires({ rule: rule({ text: stated({ owner: 'Demand Gen' }) }) });
      return withResponses(protocol([owned]), tracked(one), { directory, holderOf }).metrics[0].response?.open?.deputy;
    };
    expect(deputyOf('Ana')).toEqual({ name: 'Cem' });
    expect(deputyOf('ana.ruiz')).toEqual({ name: 'Eva' });
    expect(deputyOf('Eva')).toBeUndefined();
  });
});

it('does not guess of which breach was spoken where it is not known when this one began', () => {
  const before = [breach(NOW - HOUR, undefined, { onset: null, firingSince: null, knownFrom: NOW - HOUR })];
  const said = intervention(
    { kind: 'taken' },
    { at: NOW - DAY, breach: { stretch: { from: NOW - 2 * DAY, to: NOW - DAY } } }
  );
  const [metric] = told([fires({ judged: { on: 'view', levels: [], breaches: before } })], said).metrics;
  expect(metric.response?.open).toMatchObject({ response: undefined, maybe: [said] });
});

it.each([{ kind: 'awaited' } as const, { kind: 'untracked', because: 'noRead' } as const])(
  'hands on that responses are $kind, and claims nothing',
  (responses) => {
    const before = protocol([fires()]);
    expect(withResponses(before, responses, undefined)).toEqual({ ...before, responses });
  }
);
