import type { Answer, JudgeOn, PanelInput, PanelMetric } from './input';
import { ProtocolTeller, tellProtocol } from './tellProtocol';
import { MINUTE, SECOND } from '../time/units';

const NOW = Date.UTC(2026, 10, 23, 9);
const SPAN = { from: NOW - 60 * MINUTE, to: NOW, now: NOW };
const LOOK_BACK = { from: NOW - 1440 * MINUTE, to: NOW, now: NOW };
const FIXED = { mode: 'fixed', lookBackMs: 1440 * MINUTE, stepMs: MINUTE } as const;

const RULE = {
  operator: '>',
  critical: 80,
  owner: 'SRE',
  action: 'Restart it',
  automation: 'none',
  escalateAfter: '5m',
};

/** A metric with a sample a minute up to now. */
function metricOf(name: string, values: number[], rule: PanelMetric['rule']): PanelMetric {
  const times = values.map((_, index) => NOW - (values.length - 1 - index) * MINUTE);
  const metric = { id: name, name, refId: 'A', frameIndex: 0, fieldIndex: 1, samples: { times, values } };
  return { metric, format: String, formatLevel: String, color: 'blue', rule };
}

function inputOf(metrics: PanelMetric[], judgeOn: JudgeOn = { mode: 'view' }, more: Partial<PanelInput> = {}) {
  return { view: { metrics, errors: [] }, judgeOn, spans: { view: SPAN, judged: SPAN }, ...more };
}

function protocolOf(input: PanelInput) {
  const told = tellProtocol(input);
  if ('nothing' in told) {
    throw new Error(told.nothing);
  }
  return told.protocol;
}

const lookBackOf = (...metrics: PanelMetric[]) => ({ metrics, errors: [], mayBeTransformed: false });

describe('tellProtocol', () => {
  it('merges what the field, its overrides and the sheet state, and judges by it', () => {
    const rule = {
      default: { ...RULE, critical: 70, for: '1h' },
      overrides: [{ for: '2m', action: 'Call $team' }, { for: '' }],
      interpolate: (text: string) => text.replace('$team', 'Ana'),
    };
    const input = inputOf([metricOf('cpu', [50, 60, 90, 90, 90], rule)]);
    const rulesOf = () => ({ rules: [{ owner: 'Platform' }], found: { rules: [], directory: [] } });
    const [metric] = protocolOf({ ...input, sheets: { rulesOf } }).metrics;
    expect(metric.rule).toMatchObject({
      forMs: 2 * MINUTE,
      text: { owner: { value: 'Platform', source: 'sheet' }, action: { value: 'Call Ana', source: 'override' } },
    });
    expect(metric.now).toMatchObject({ state: 'firing', since: NOW });
  });

  it('says why there is nothing to tell, and what failed', () => {
    const errors = [{ refId: 'A', message: 'no' }];
    const view: Answer = { metrics: 'noData', errors };
    expect(tellProtocol({ ...inputOf([]), view })).toMatchObject({ nothing: 'noData', awaited: false, errors });
    expect(tellProtocol({ ...inputOf([]), view, judgeOn: FIXED })).toMatchObject({ awaited: true });
  });

  it('judges the look-back, and tells what failed of either input once', () => {
    const judgeOn = {
      ...FIXED,
      answer: { ...lookBackOf(metricOf('cpu', [90, 90], {})), errors: [{ message: 'slow' }] },
    };
    const view = {
      metrics: [metricOf('cpu', [10], { default: RULE })],
      errors: [{ message: 'slow' }, { message: 'no' }],
    };
    const protocol = protocolOf({ view, judgeOn, spans: { view: SPAN, judged: LOOK_BACK } });
    expect(protocol.errors).toEqual([{ message: 'slow' }, { message: 'no' }]);
    expect(protocol.metrics[0].last?.value).toBe(90);
    expect(protocol.span).toBe(SPAN);
  });

  it('counts what is in view by its own clock where the look-back can’t be had', () => {
    const answer = { ...lookBackOf(metricOf('other', [90], {})), mayBeTransformed: true };
    const input = inputOf([metricOf('cpu', [10], { default: RULE })], { ...FIXED, answer });
    const told = tellProtocol({ ...input, spans: { view: SPAN, judged: LOOK_BACK } });
    expect(told.spans).toEqual({ view: SPAN, judged: SPAN });
    expect(told).toMatchObject({ protocol: { judgedOn: { mode: 'view', because: 'transformations' } } });
  });
});

describe('tellProtocol, between two refreshes', () => {
  const STEP = 10 * SECOND;
  const CROSSED = NOW - 7 * SECOND;

  /** A source that evaluates every step was asked now; the clock has gone on since. */
  function laterBy(ms: number, values: number[], times: number[]) {
    const { metric, ...one } = metricOf('latency', [], { default: { ...RULE, for: '10s' } });
    const source = { ...metric, samples: { times, values }, intervalMs: STEP, everyStep: true };
    const span = { from: NOW - 60 * MINUTE, to: NOW, asked: NOW, now: NOW + ms };
    return protocolOf({ ...inputOf([{ ...one, metric: source }]), spans: { view: span, judged: span } });
  }

  it('fires at no moment that the source was not asked for: nothing is counted, due or recorded', () => {
    // It was in breach a minute ago, so that another breach would be a quick repeat.
    const times = [CROSSED - 7 * STEP, CROSSED - 6 * STEP, CROSSED - 5 * STEP, CROSSED - STEP, CROSSED];
    for (const ms of [0, 3 * SECOND, 3 * SECOND + 1, MINUTE]) {
      const { metrics, tally } = laterBy(ms, [90, 90, 50, 50, 90], times);
      const [{ now, judged, view, deadline }] = metrics;
      expect(now).toMatchObject({ state: 'pending', since: CROSSED });
      expect([view.figures.breaches, view.figures.flaps, deadline]).toEqual([1, 0, undefined]);
      // What is recorded is made of these.
      expect(judged).toMatchObject({ breaches: [{ end: CROSSED - 5 * STEP }] });
      expect(tally).toMatchObject({ critical: 0, pending: 1 });
    }
    expect(laterBy(0, [50, 90, 90], [CROSSED - 2 * STEP, CROSSED - STEP, CROSSED]).metrics[0].now).toMatchObject({
      state: 'firing',
      since: CROSSED,
    });
  });
});

describe('tellProtocol, while the look-back is under way', () => {
  const metrics = [
    metricOf('cpu', [50, 90, 90], { default: { noRule: 'For scale' } }),
    metricOf('mem', [50, 90], { default: RULE }),
  ];
  const given = protocolOf(inputOf(metrics));
  const awaited = protocolOf(inputOf(metrics, FIXED));

  it('knows no state of what has a rule, and counts it so', () => {
    expect(given.tally).toMatchObject({ critical: 1 });
    expect(awaited.metrics[1].now).toEqual({ state: 'unknown', since: null, at: NOW, live: true, unknown: [] });
    expect(awaited.tally).toMatchObject({ critical: 0, unknown: 1, context: 1 });
    expect(awaited.worstFirst).toEqual([1, 0]);
  });

  it('takes nothing in view for what is judged', () => {
    const { last, deadline, judged } = awaited.metrics[1];
    expect({ last, deadline, judged }).toEqual({ last: undefined, deadline: undefined, judged: { on: 'awaited' } });
    expect(awaited.nextChange).toBeUndefined();
  });

  it('tells what is in view as it is', () => {
    expect(awaited.metrics.map(({ view }) => view)).toEqual(given.metrics.map(({ view }) => view));
    expect(awaited.metrics.map(({ rule }) => rule)).toEqual(given.metrics.map(({ rule }) => rule));
  });
});

describe('what was judged', () => {
  const cpu = (...values: number[]) => metricOf('cpu', values, { default: { ...RULE, warning: 60 } });

  it('is kept beside what is in view', () => {
    const answer = lookBackOf(cpu(10, 90, 10, 70));
    const input = { ...inputOf([cpu(10)], { ...FIXED, answer }), spans: { view: SPAN, judged: LOOK_BACK } };
    const [{ judged, view }] = protocolOf(input).metrics;
    expect(view.breaches).toEqual([]);
    expect(judged).toMatchObject({
      on: 'lookBack',
      levels: [
        { severity: 'warning', state: 'firing', since: NOW },
        { severity: 'critical', state: 'normal', since: NOW - MINUTE },
      ],
      breaches: [
        { severity: 'critical', firingSince: NOW - 2 * MINUTE, end: NOW - MINUTE },
        { severity: 'warning', firingSince: NOW - 2 * MINUTE, end: NOW - MINUTE },
        { severity: 'warning', firingSince: NOW },
      ],
    });
  });

  it('is what is in view where that is judged', () => {
    const [{ judged, view }] = protocolOf(inputOf([cpu(10, 90)])).metrics;
    expect(judged).toMatchObject({ on: 'view', breaches: view.breaches });
  });

  it('is told anew where it has changed, though a card looks the same', () => {
    const teller = new ProtocolTeller();
    const tellOf = (...values: number[]) => {
      const answer = lookBackOf(cpu(...values));
      const told = teller.tell({
        ...inputOf([cpu(10)], { ...FIXED, answer }),
        spans: { view: SPAN, judged: LOOK_BACK },
      });
      const judged = 'protocol' in told ? told.protocol.metrics[0].judged : undefined;
      return judged && 'breaches' in judged ? judged.breaches.length : 0;
    };
    expect([tellOf(10, 90, 10, 10), tellOf(10, 10, 10, 10)]).toEqual([2, 0]);
  });
});

describe('ProtocolTeller', () => {
  const cpu = (...values: number[]) => metricOf('cpu', values, { default: RULE });

  it('says what a teller says that was never asked before', () => {
    const teller = new ProtocolTeller();
    const inputs = [
      inputOf([cpu(10, 90)]),
      inputOf([cpu(10, 90, 10), metricOf('mem', [1], {})]),
      inputOf([cpu(10)], { ...FIXED, answer: lookBackOf(cpu(10, 90)) }),
      inputOf([metricOf('cpu', [90, 90], { default: { ...RULE, critical: 95 } })]),
    ];
    for (const input of inputs) {
      expect(teller.tell(input)).toMatchObject({ protocol: { ...protocolOf(input), metrics: expect.anything() } });
      const told = teller.tell(input);
      expect('protocol' in told && told.protocol.metrics.map(({ now, rule }) => [now, rule])).toEqual(
        protocolOf(input).metrics.map(({ now, rule }) => [now, rule])
      );
    }
  });

  it('gives the very metric again that would look the same', () => {
    const teller = new ProtocolTeller();
    const first = teller.tell(inputOf([cpu(10, 20)]));
    const second = teller.tell(inputOf([cpu(10, 20)]));
    expect('protocol' in first && first.protocol.metrics).toBe('protocol' in second && second.protocol.metrics);
  });
});
