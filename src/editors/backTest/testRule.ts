import type { Calls } from '../../evaluation/backTest';
import { countCalls, lengthOf } from '../../evaluation/backTest';
import type { Cadence, Samples, Span } from '../../evaluation/evaluation';
import type { PanelMetric } from '../../protocol/input';
import type { Metric } from '../../protocol/metric';
import type { MetricProtocol, Protocol } from '../../protocol/protocol';
import type { StatedMetric } from '../../protocol/ruleMetrics';
import { tellProtocol } from '../../protocol/tellProtocol';
import { mergeHistory, ruleAt } from '../../rule/history';
import { ruleKind } from '../../rule/kind';
import type { Rule } from '../../rule/rule';
import { toHistory } from '../../rule/sources';
import type { LookBack } from '../editedPanel';

const NO_SAMPLES: { samples: Samples } & Cadence = { samples: { times: [], values: [] } };

/** What the rule of a metric would have done to the data in view. */
export interface TestedMetric {
  test: BackTest;
  /** As the strip of a card takes it: by the tested version of the rule for all the time, as if it were agreed. */
  metric: MetricProtocol;
  /** Whether the card counts otherwise: its rule has versions, and it counts each time by the one in force then. */
  hasVersions: boolean;
}

/** How often a rule would have called its owner. */
export interface BackTest {
  calls: Calls;
  /** The same without `for`, and without recovery levels and `keepFiringFor`. */
  callsWithoutFor: Calls;
  callsWithoutRecovery: Calls;
  /** From the first sample in the span to the moment judged, ms; 0 where there is none. */
  lengthMs: number;
}

/** What rules are tested on: the look-back of a panel that judges one, else what is in view. */
interface Ground {
  all: readonly Metric[];
  protocol: Protocol;
  lookBack?: LookBack;
  /** Of a rule with versions: the moment (epoch ms) whose version is tested, and what the rules are merged from. */
  at?: number;
  stated?: readonly StatedMetric[];
}

/** The span that rules are tested on. */
export function testedSpan({ protocol, lookBack }: Pick<Ground, 'protocol' | 'lookBack'>): Span {
  return lookBack?.span ?? protocol.span;
}

/**
 * Tests the rules of some metrics: those in force now, or the versions of a moment. Those without a level are left out,
 * and so is what nobody can judge.
 */
export function testRules(metrics: readonly Metric[], ground: Ground): TestedMetric[] {
  return metrics.flatMap((metric) => {
    const told = ground.protocol.metrics.find(({ id, inView }) => inView && id === metric.id);
    const rule = told && testedRule(told, ground);
    return rule && !told.isLong && rule.levels.length > 0 && ruleKind(rule) !== 'context'
      ? [testRule(metric, { ...told, rule }, ground)]
      : [];
  });
}

function testedRule({ id, rule }: MetricProtocol, { at, stated }: Ground): Rule | undefined {
  if (at === undefined) {
    return rule;
  }
  const found = stated?.find((one) => one.id === id);
  return found && ruleAt(mergeHistory(found.sources), at);
}

function testRule(metric: Metric, told: MetricProtocol, ground: Ground): TestedMetric {
  const span = testedSpan(ground);
  const rule = asAgreed(told.rule);
  const judged = (tested: Rule) => judgedBy(tested, metric, ground);
  const asTold = judged(rule);
  const { view, unsettledFrom, now } = asTold;
  const callsOf = (tested: Rule) => callsIn(judged(tested), tested, span);
  const test: BackTest = {
    calls: callsIn(asTold, rule, span),
    callsWithoutFor: callsOf({ ...rule, forMs: 0 }),
    callsWithoutRecovery: callsOf(withoutRecovery(rule)),
    lengthMs: lengthOf(inputOf(metric, ground).samples, span),
  };
  const hasVersions = ground.at !== undefined || told.changes.length > 0;
  return { test, hasVersions, metric: { ...told, kind: 'ruled', now, changes: [], unsettledFrom, view } };
}

/**
 * The calls for what the panel would tell. Where a rule waits, its time may have begun to run before the data, and run out
 * in them: then there may be one more for what is not known to have fired.
 */
function callsIn({ view: { breaches, figures } }: MetricProtocol, { forMs }: Rule, { from }: Span): Calls {
  const calls = countCalls(breaches, from);
  const isOpen = calls.fewest === calls.most && forMs > 0 && figures.atLeast;
  return isOpen ? { ...calls, most: calls.most + 1 } : calls;
}

/** What the panel would tell of a metric, had it always had this rule. */
function judgedBy(rule: Rule, metric: Metric, ground: Ground): MetricProtocol {
  const span = testedSpan(ground);
  const volume = rule.text.volumeSeries?.value;
  const metrics = ground.all
    .filter(({ id, name }) => id === metric.id || name === volume)
    .map((one): PanelMetric => ({
      metric: { ...one, ...inputOf(one, ground) },
      format: String,
      formatLevel: String,
      color: '',
      rule: one.id === metric.id ? toHistory(rule) : {},
    }));
  const told = tellProtocol({
    view: { metrics, errors: [] },
    judgeOn: { mode: 'view' },
    spans: { view: span, judged: span },
  });
  if ('nothing' in told) {
    throw new Error('A metric that is tested is one of all');
  }
  return told.protocol.metrics.find(({ id }) => id === metric.id)!;
}

function inputOf(metric: Metric, { lookBack }: Ground): { samples: Samples } & Cadence {
  const { samples, intervalMs, everyStep } = lookBack ? (lookBack.samples.get(metric.id) ?? NO_SAMPLES) : metric;
  return { samples, intervalMs, everyStep };
}

/** A level without an agreement only is crossed. It is tested with all its waiting, as if somebody were to act on it. */
function asAgreed(rule: Rule): Rule {
  return ruleKind(rule) === 'ruled'
    ? rule
    : { ...rule, text: { ...rule.text, action: { value: 'Act', source: 'override' } } };
}

function withoutRecovery(rule: Rule): Rule {
  return { ...rule, keepFiringForMs: 0, levels: rule.levels.map((level) => ({ ...level, hold: level.condition })) };
}
