import type { Beginning, EdgeNow, Figures, Instant, Now, Segment, Span, StateNow } from '../evaluation/evaluation';
import type { MetricProtocol, Protocol, RuleChange, Tally } from '../protocol/protocol';
import type { TextField } from '../rule/fields';
import type { Level } from '../rule/level';
import type { Rule, RuleSource, Stated } from '../rule/rule';
import { DAY, HOUR } from '../time/units';

/** Mon 23 Nov 2026, 09:00 UTC. */
export const NOW = Date.UTC(2026, 10, 23, 9);

/** The last 12 weeks. */
export const SPAN: Span = { from: NOW - 84 * DAY, to: NOW, now: NOW };

/** Acts below 20, warns below 24. */
export const LEVELS: readonly Level[] = [below('warning', 24), below('critical', 20)];

/** A level that is crossed below a bound and recovers at the same bound. */
export function below(severity: Level['severity'], bound: number): Level {
  const condition = { operator: '<', bounds: [bound] } as const;
  return { severity, condition, hold: condition };
}

/** Texts stated in the metric's override. */
export function stated(texts: Partial<Record<TextField, string>>, source: RuleSource = 'override'): Rule['text'] {
  const entries = Object.entries(texts).map(([field, value]): [string, Stated<string>] => [field, { value, source }]);
  return Object.fromEntries(entries);
}

/** A whole rule, as in the sketch. */
export function rule(overrides: Partial<Rule> = {}): Rule {
  return {
    levels: LEVELS,
    unreadable: [],
    levelsSource: 'override',
    forMs: 2 * DAY,
    keepFiringForMs: 0,
    escalateAfterMs: 3 * DAY + 9 * HOUR,
    noData: 'show',
    text: stated({
      definition: 'Leads of a week that became opportunities within 14 days.',
      agreedBy: 'Sales and Finance',
      agreedOn: '2026-03-03',
      owner: 'Demand Gen',
      contact: 'ana, #demand-gen https://chat.example.com/demand-gen',
      action: '1. Pause paid campaigns under 15 %\n2. Call the 20 newest leads today',
      runbook: 'https://wiki.example.com/lead-conversion',
      automation: 'Lead routing switches to inbound only',
      escalateTo: 'VP Sales',
    }),
    signatures: overrides.text ? undefined : [{ source: 'override', state: 'kept' }],
    sources: { owner: 'override', action: 'override', automation: 'default', escalateTo: 'default' },
    problems: [],
    ...overrides,
  };
}

/** A state with what is said of it, and as much of the right edge as matters. */
export type GivenNow = (StateNow | { state?: undefined }) &
  Partial<EdgeNow> & { since?: Instant; sinceBefore?: number };

/** A state at NOW; normal where none is given. */
export function now({ since = null, sinceBefore, ...given }: GivenNow = {}): Now {
  const edge: EdgeNow = { at: NOW, live: true, unknown: [] };
  const beginning: Beginning = since === null ? { since, sinceBefore } : { since };
  return given.state === undefined
    ? { ...edge, ...beginning, ...given, state: 'normal' }
    : { ...edge, ...beginning, ...given };
}

/** Figures without a breach. */
export function figures(overrides: Partial<Figures> = {}): Figures {
  return { breaches: 0, inBreachMs: 0, longestMs: 0, flaps: 0, atLeast: false, ...overrides };
}

/** A history over `SPAN`: each piece lasts from where the last one ended to the given share of the span. */
export function history(...pieces: Array<[until: number, state: Segment['state'], severity?: Segment['severity']]>) {
  let from = SPAN.from;
  return pieces.map(([until, state, severity]): Segment => {
    const piece = { from, to: SPAN.from + until * (SPAN.to - SPAN.from), state, severity };
    from = piece.to;
    return piece;
  });
}

/** A calm metric with a whole rule. */
export function metricProtocol(overrides: Partial<MetricProtocol> = {}): MetricProtocol {
  const inForce = overrides.rule ?? rule();
  return {
    id: 'conversion',
    name: 'Week-2 lead conversion',
    refId: 'A',
    inView: true,
    frameIndex: 0,
    fieldIndex: 1,
    color: 'green',
    format: (value) => `${value} %`,
    formatLevel: (value) => `${value} %`,
    kind: 'ruled',
    rule: inForce,
    history: { versions: [{ rule: inForce }] },
    problems: inForce.problems,
    answered: { threshold: true, who: true, action: true, automation: true },
    now: now(),
    judged: { on: 'view', levels: [], breaches: [] },
    crossed: false,
    last: { value: 26.4, time: NOW },
    stepMs: DAY,
    view: { breaches: [], pendings: [], segments: history([1, 'normal']), figures: figures(), tooFewStretches: [] },
    changes: [],
    ...overrides,
  };
}

/** The same metric, critical for 3 d 4 h. */
export function firingMetric(overrides: Partial<MetricProtocol> = {}): MetricProtocol {
  return metricProtocol({
    now: now({ state: 'firing', severity: 'critical', since: NOW - 3 * DAY - 4 * HOUR }),
    last: { value: 17.2, time: NOW },
    deadline: { kind: 'at', at: NOW + 5 * HOUR + 5 * 60_000 },
    view: {
      breaches: [],
      pendings: [],
      segments: history(
        [0.37, 'normal'],
        [0.45, 'firing', 'warning'],
        [0.89, 'normal'],
        [0.94, 'firing', 'warning'],
        [0.962, 'pending', 'critical'],
        [1, 'firing', 'critical']
      ),
      figures: figures({ breaches: 2, inBreachMs: 4 * DAY + 9 * HOUR, longestMs: 3 * DAY + 4 * HOUR }),
      tooFewStretches: [],
    },
    ...overrides,
  });
}

/** A change from critical below 18 for 5 d to critical below 20 for 2 d. */
export function ruleChange(at: number): RuleChange {
  return { at, before: rule({ levels: [below('critical', 18)], forMs: 5 * DAY }), after: rule() };
}

/** A protocol of some metrics, in the given order. */
export function protocol(metrics: readonly MetricProtocol[], overrides: Partial<Protocol> = {}): Protocol {
  return {
    metrics,
    worstFirst: metrics.map((_, index) => index),
    tally: tally(),
    overdue: 0,
    coverage: { whole: metrics.length, of: metrics.length },
    span: SPAN,
    judgedOn: { mode: 'view' },
    errors: [],
    ...overrides,
  };
}

/** A tally of none. */
export function tally(overrides: Partial<Tally> = {}): Tally {
  return {
    critical: 0,
    warning: 0,
    pending: 0,
    recovering: 0,
    accepted: 0,
    normal: 0,
    stale: 0,
    nodata: 0,
    error: 0,
    unknown: 0,
    levelOnly: 0,
    context: 0,
    unruled: 0,
    ...overrides,
  };
}
