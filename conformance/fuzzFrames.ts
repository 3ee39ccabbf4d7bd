import type { DataFrame } from '@grafana/data';
import fc from 'fast-check';
import { isEqual, isPlainObject } from 'lodash';

import type { Samples, Span } from '../src/evaluation/evaluation';
import type { FieldMetric } from '../src/frames/metrics';
import { fieldFormatter, findMetrics } from '../src/frames/metrics';
import { levelFormatter } from '../src/frames/levelFormat';
import { buildProtocol, ProtocolBuilder } from '../src/protocol/buildProtocol';
import type { PanelInput, PanelMetric, StatedRule } from '../src/protocol/input';
import type { Metric } from '../src/protocol/metric';
import type { MetricProtocol, Protocol, QueryError } from '../src/protocol/protocol';
import type { Told } from '../src/protocol/tellProtocol';
import { ProtocolTeller, tellProtocol } from '../src/protocol/tellProtocol';
import { parseDuration } from '../src/time/duration';
import { readRuleInput, shorten } from '../src/rule/read';
import type { RuleSource } from '../src/rule/rule';
import type { RuleInput } from '../src/rule/schema';
import { DURATION_FIELDS } from '../src/rule/fields';

import { oddText, rawRule, thresholds } from './arbitrary';
import { anyFrames, oddSpan, plausibleSpan } from './arbitraryFrames';
import type { Fuzzed } from './fuzzing';
import { deepFreeze, fuzzWith, hold } from './fuzzing';

/**
 * Leads arbitrary frames with arbitrary rules all the way to the protocol: nothing throws, hangs or is mutated, every
 * series has an identity of its own, and what comes out is in order.
 */
export function fuzzFrames(runs: number, seed: number): Fuzzed {
  return fuzzWith(anyInput, followInput, { runs, seed });
}

interface Input {
  series: DataFrame[];
  /** Given to the metrics in turn. */
  rules: FuzzedRule[];
  view: Span;
  /** Left out, what is in view is judged. */
  judged?: Span;
  errors: QueryError[];
}

/** The rules that a metric is given: those of an override, a sheet's row and the panel's default. */
interface FuzzedRule extends Pick<StatedRule, 'default' | 'thresholds'> {
  override?: unknown;
  sheet?: unknown;
}

const span = fc.oneof({ weight: 5, arbitrary: plausibleSpan }, { weight: 1, arbitrary: oddSpan });

const anyInput = fc.record(
  {
    series: anyFrames,
    rules: fc.array(
      fc.record(
        { override: rawRule, sheet: rawRule, default: rawRule, thresholds },
        { requiredKeys: [] }
      ) as fc.Arbitrary<FuzzedRule>,
      { minLength: 1, maxLength: 3 }
    ),
    view: span,
    judged: span,
    errors: fc.array(fc.record({ refId: oddText, message: oddText }, { requiredKeys: ['message'] }), { maxLength: 2 }),
  },
  { requiredKeys: ['series', 'rules', 'view', 'errors'] }
) as fc.Arbitrary<Input>;

function followInput(input: Input): void {
  const before = fc.stringify(typedArraysOf(input.series));
  deepFreeze(input);
  const metrics = metricsIn(input.series);
  if (typeof metrics === 'string') {
    hold(
      ['noData', 'noTimeField', 'noNumericField', 'nothingToJudge'].includes(metrics),
      'why there is no metric is known'
    );
  } else {
    checkMetrics(metrics, input.series);
    checkProtocol(metrics, input);
  }
  hold(fc.stringify(typedArraysOf(input.series)) === before, 'nothing is mutated');
}

function metricsIn(series: readonly DataFrame[]) {
  return findMetrics(series);
}

/** What can't be frozen. */
function typedArraysOf(series: DataFrame[]): unknown[] {
  return series.flatMap((frame) =>
    Array.isArray(frame?.fields) ? frame.fields.map((field) => field?.values).filter(ArrayBuffer.isView) : []
  );
}

function checkMetrics(metrics: readonly FieldMetric[], series: DataFrame[]): void {
  const ids = metrics.map(({ id }) => id);
  hold(new Set(ids).size === ids.length, 'ids are unique');
  hold(isEqual(idsOf(series), ids), 'the same data have the same ids');
  if (metrics.every(({ refId }) => refId !== undefined)) {
    hold(isEqual(idsOf([...series].reverse()).sort(), [...ids].sort()), 'ids do not depend on the place of a frame');
  }
  for (const { name, frameIndex, fieldIndex, samples } of metrics) {
    hold(typeof name === 'string', 'a name is a text');
    hold(NUMERIC.has(series[frameIndex].fields[fieldIndex].type), 'a metric stands where it says');
    hold(
      [samples.times, samples.values].every((list) => Array.isArray(list) || ArrayBuffer.isView(list)),
      'samples are lists'
    );
  }
  const numeric = series
    .filter((frame) => Array.isArray(frame?.fields) && frame.fields.some((field) => field?.type === 'time'))
    // What is only drawn to compare with is no metric.
    .filter(({ meta }) => meta?.timeCompare?.isTimeShiftQuery !== true)
    .flatMap(({ fields }) => fields.filter((field) => NUMERIC.has(field?.type)));
  hold(numeric.length === metrics.length, 'no numeric field beside a time field is lost');
}

/** The types of fields that are judged. */
const NUMERIC = new Set<unknown>(['number', 'boolean']);

function idsOf(series: readonly DataFrame[]): string[] {
  const metrics = metricsIn(series);
  return typeof metrics === 'string' ? [] : metrics.map(({ id }) => id);
}

function checkProtocol(metrics: readonly FieldMetric[], { rules, view, judged = view, errors }: Input): void {
  for (const source of ['override', 'sheet', 'default'] as const) {
    rules.forEach((sources) => checkRule(source, sources[source]));
  }
  const spans = { judged, view };
  const sheets: PanelInput['sheets'] = {
    rulesOf: (asked) => ({
      rules: asked.map((_, index) => rules[index % rules.length].sheet as RuleInput),
      found: { rules: [], directory: [] },
    }),
  };
  const handed = metrics.map((metric, index) => toPanelMetric(metric, rules[index % rules.length]));
  const inputOf = (given: PanelMetric[]): PanelInput => {
    const answer = { metrics: given, errors };
    return judged === view
      ? { view: answer, judgeOn: { mode: 'view' }, spans, sheets }
      : { view: answer, judgeOn: { ...FIXED, answer: { ...answer, mayBeTransformed: false } }, spans, sheets };
  };
  const { protocol, ruled } = toldOf(inputOf(handed));
  hold(isEqual(toldOf(inputOf(handed)).protocol, protocol), 'the same input gives an equal protocol');
  const teller = new ProtocolTeller();
  teller.tell(inputOf(handed.map(firstHalf)));
  hold(isEqual(tallyOf(teller.tell(inputOf(handed))), protocol.tally), 'what was told before changes no state');
  const builder = new ProtocolBuilder();
  builder.build(ruled.map(firstHalf), spans, errors, protocol.judgedOn);
  const built = buildProtocol(ruled, spans, errors, protocol.judgedOn);
  hold(isEqual(builder.build(ruled, spans, errors, protocol.judgedOn), built), 'what was built before changes nothing');
  checkSums(protocol, metrics.length);
  const isPlausible = [view, judged].every(isRange);
  protocol.metrics.forEach((metric, index) => {
    hold(STATES.has(metric.now.state), 'the state is a known one');
    hold(metric.id === metrics[index].id, 'a metric stays where it was');
    hold(typeof metric.format(metric.last?.value ?? 0) === 'string', 'a value has words');
    if (isPlausible) {
      const { rule: _, changes, upcoming, ...told } = metric;
      checkNumbers({ ...told, changes: changes.map(({ at }) => at), upcoming: upcoming?.at }, 'metric');
      checkIgnored(metric, metrics[index].samples);
    }
  });
}

function toldOf(input: PanelInput) {
  const told = tellProtocol(input);
  if ('nothing' in told) {
    throw new Error('There are metrics');
  }
  return told;
}

function tallyOf(told: Told) {
  return 'nothing' in told ? undefined : told.protocol.tally;
}

const FIXED = { mode: 'fixed', lookBackMs: 1, stepMs: 1 } as const;

function toPanelMetric({ field, frame, ...metric }: FieldMetric, sources: FuzzedRule): PanelMetric {
  const { override, sheet: _, ...rule } = sources;
  const overrides = override === undefined ? [] : [override];
  return {
    metric,
    format: fieldFormatter(field),
    formatLevel: levelFormatter(field),
    color: '',
    rule: { ...rule, overrides },
  };
}

/** Whether a range is one that Grafana might give: moments that a date can be, in their order. */
function isRange({ from, to, now = to }: Span): boolean {
  return from <= to && [from, to, now].every((moment) => Math.abs(moment) <= LAST_DATE);
}

const LAST_DATE = 8.64e15;

/** The same metric before the second half of its samples came. */
function firstHalf<T extends { metric: Metric }>({ metric, ...rest }: T) {
  const { times, values } = metric.samples;
  const half = Math.floor(times.length / 2);
  return {
    ...rest,
    metric: {
      ...metric,
      samples: { times: Array.from(times).slice(0, half), values: Array.from(values).slice(0, half) },
    },
  };
}

const STATES = new Set<unknown>([
  'normal',
  'pending',
  'firing',
  'recovering',
  'nodata',
  'stale',
  'error',
  'unknown',
  'unruled',
]);

function checkSums({ metrics, worstFirst, tally, coverage, nextChange }: Protocol, count: number): void {
  hold(metrics.length === count, 'no metric is lost');
  hold(
    isEqual(
      [...worstFirst].sort((a, b) => a - b),
      [...metrics.keys()]
    ),
    'worst first are all, each once'
  );
  hold(Object.values(tally).reduce((sum, one) => sum + one, 0) === count, 'each metric is counted once');
  hold(0 <= coverage.whole && coverage.whole <= coverage.of && coverage.of <= count, 'coverage is a share');
  hold(nextChange === undefined || !Number.isNaN(nextChange), 'the next change has a time');
}

/** What may be infinite: a sample's own value, and what is never due. */
const ENDLESS = new Set(['value', 'volume', 'needed']);

/** What may be null: before what is in view. */
const INSTANTS = new Set(['since', 'onset', 'firingSince', 'from']);

/** Moments, durations and counts are finite, and null only where that says "before what is in view". */
function checkNumbers(told: unknown, name: string): void {
  if (typeof told === 'number') {
    hold(Number.isFinite(told) || (ENDLESS.has(name) && !Number.isNaN(told)), `${name} is finite, not ${told}`);
  } else if (told === null) {
    hold(INSTANTS.has(name), `${name} is not null`);
  } else if (typeof told === 'object') {
    Object.entries(told).forEach(([key, each]) => checkNumbers(each, Array.isArray(told) ? name : key));
  }
}

/** Samples that can't be used are counted; of several series in one, none is used, and that is told instead. */
function checkIgnored({ ignored, isLong }: MetricProtocol, { times, values }: Samples): void {
  const rows = Array.from({ length: Math.min(times.length, values.length) }, (_, index): unknown[] => [
    times[index],
    values[index],
  ]);
  const isUnusable =
    times.length !== values.length ||
    rows.some(([time, value]) => !Number.isFinite(time) && typeof value === 'number' && !Number.isNaN(value));
  hold(!isUnusable || isLong === true || ignored !== undefined, 'what is ignored of the samples is told');
}

/** What can't be used of a stored rule is reported, or is used. */
function checkRule(source: RuleSource, raw: unknown): void {
  const { input, problems } = readRuleInput(raw, source);
  const isGiven = (value: unknown) =>
    value !== undefined && value !== null && !(typeof value === 'string' && !value.trim());
  hold(
    problems.every((problem) => problem.source === source && typeof problem.found === 'string'),
    'a problem says where and what'
  );
  if (!isGiven(raw)) {
    return;
  }
  if (!isPlainObject(raw)) {
    hold(problems.length > 0, 'a rule that is none is reported');
    return;
  }
  const said = problems.map(({ field, found }) => (field === 'rule' ? found : field));
  for (const [key, value] of Object.entries(raw!)) {
    const used = (input as Record<string, unknown>)[key];
    const isUsed = isDuration(key) ? parseDuration(String(used)) !== undefined : used !== undefined;
    const isSaid = said.some((word) => word === shorten(key) || (key === 'recovery' && word.startsWith(key)));
    hold(!isGiven(value) || isUsed || isSaid, `${key} is used or reported`);
  }
}

function isDuration(key: string): boolean {
  return DURATION_FIELDS.some((field) => field === key);
}
