import { cpuUsage, memoryUsage } from 'node:process';

import type { DataFrame, Field, Threshold } from '@grafana/data';
import { cacheFieldDisplayNames, createTheme, FieldType, getActiveThreshold, toDataFrame } from '@grafana/data';

import { alertRulesMs } from './alertRules';
import { evaluate } from '../src/evaluation/evaluate';
import type { Judgement, Samples, Span } from '../src/evaluation/evaluation';
import { Evaluator } from '../src/evaluation/evaluator';
import type { FrameContext } from '../src/frames/panelMetrics';
import { panelMetrics } from '../src/frames/panelMetrics';
import { buildProtocol } from '../src/protocol/buildProtocol';
import type { PanelInput, PanelMetric, Spans } from '../src/protocol/input';
import { pairWithItself } from '../src/protocol/pairMetrics';
import { MetricRules } from '../src/protocol/ruleMetrics';
import type { Told } from '../src/protocol/tellProtocol';
import { ProtocolTeller, tellProtocol } from '../src/protocol/tellProtocol';
import { holdUntil, toCondition } from '../src/rule/condition';
import type { Level, Severity } from '../src/rule/level';
import { MINUTE } from '../src/time/units';

/** A figure with its limit; undefined where it is only told. */
export type Figure = readonly [name: string, value: number, limit?: number];

const MILLION = 1_000_000;
const STEP_MS = 15_000;
const BEGIN = 1_700_000_000_000;
const SEED = 7;
const ROUNDS = 25;
/** Rounds before those that count. */
const WARM_UP = 3;

/** What evaluation costs, in ratios of one run: the machine does not matter. */
export function measureEvaluation(): Figure[] {
  return [
    ...againstLoops(),
    allocation(),
    ...appending(),
    ...refreshing(),
    growth(),
    ...fromFrames(),
    ...refreshingRules(),
    // Of a reply with 5,000 rules, read and matched with the metrics of a panel.
    ['alert-rules-ms', alertRulesMs(), 50],
  ];
}

interface Walk extends Samples {
  times: number[];
  values: number[];
}

/** A seeded walk between 0 and 100, in steps of at most `step`. */
function walk(count: number, step = 1): Walk {
  const random = randomFrom(SEED);
  const times: number[] = [];
  const values: number[] = [];
  let value = 50;
  for (let i = 0; i < count; i++) {
    value += (random() * 2 - 1) * step;
    value = value < 0 ? -value : value > 100 ? 200 - value : value;
    times.push(BEGIN + i * STEP_MS);
    values.push(value);
  }
  return { times, values };
}

/** Mulberry32: a small seeded generator of numbers from 0 to 1. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** The value that a share of the walk exceeds. */
function exceededBy({ values }: Walk, share: number): number {
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.floor(sorted.length * (1 - share))];
}

/** Two levels with recovery, five and one percent of the walk in breach, and every duration. */
function judgementOf(given: Walk): Judgement {
  return {
    levels: [levelAt('warning', exceededBy(given, 0.05)), levelAt('critical', exceededBy(given, 0.01))],
    forMs: 5 * MINUTE,
    keepFiringForMs: 5 * MINUTE,
    staleAfterMs: 5 * MINUTE,
    noData: 'show',
  };
}

function levelAt(severity: Severity, bound: number): Level {
  return { severity, condition: toCondition('>', bound)!, hold: holdUntil('>', bound - 1)! };
}

function spanOf({ times }: Walk): Span {
  const to = times[times.length - 1];
  return { from: times[0], to, now: to };
}

function againstLoops(): Figure[] {
  return [
    ...ratios(walk(MILLION), ['evaluation-vs-loop', 5], ['evaluation-vs-getActiveThreshold', 1]),
    // Five times as many breaches, for the cost of each.
    ...ratios(walk(MILLION, 2), ['rough-evaluation-vs-loop'], ['rough-evaluation-vs-getActiveThreshold']),
  ];
}

function ratios(given: Walk, loop: [string, number?], thresholds: [string, number?]): Figure[] {
  const judgement = judgementOf(given);
  const span = spanOf(given);
  const bounds = judgement.levels.map(({ condition }) => condition.bounds[0]);
  const steps: Threshold[] = [
    { value: -Infinity, color: 'green' },
    { value: bounds[0], color: 'orange' },
    { value: bounds[1], color: 'red' },
  ];
  const [own, bare, active] = timesOf([
    () => evaluate(given, judgement, span).evaluation.breaches.length,
    () => compareEach(given.values, bounds[0]),
    () => activeEach(given.values, steps),
  ]);
  return [
    [loop[0], own / bare, loop[1]],
    [thresholds[0], own / active, thresholds[1]],
  ];
}

/** The bare loop: each value compared with one number. */
function compareEach(values: readonly number[], bound: number): number {
  let count = 0;
  for (let i = 0; i < values.length; i++) {
    if (values[i] > bound) {
      count++;
    }
  }
  return count;
}

/** What Grafana's state timeline does. */
function activeEach(values: readonly number[], steps: Threshold[]): number {
  let count = 0;
  for (let i = 0; i < values.length; i++) {
    if (getActiveThreshold(values[i], steps) === steps[0]) {
      count++;
    }
  }
  return count;
}

/**
 * What an evaluation leaves on the heap for each sample that begins and ends nothing, bytes: one number that is boxed
 * would be twelve or more. So few samples that most rounds are over before anything is collected.
 */
function allocation(): Figure {
  const given = walk(MILLION / 10);
  const judgement = { ...judgementOf(given), levels: [levelAt('warning', 200), levelAt('critical', 300)] };
  const span = spanOf(given);
  const bytes = Array.from({ length: ROUNDS }, () => {
    const before = memoryUsage().heapUsed;
    evaluate(given, judgement, span);
    return memoryUsage().heapUsed - before;
  });
  const median = bytes.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)];
  return ['allocated-bytes-per-sample', median / given.times.length, 1];
}

/** The slope of the time over the count, both in logarithms. */
function growth(): Figure {
  const points = [1e4, 1e5, 1e6, 1e7].map((count) => {
    const given = walk(count);
    const judgement = judgementOf(given);
    const span = spanOf(given);
    const rounds = count > MILLION ? 5 : ROUNDS;
    const [ms] = timesOf([() => evaluate(given, judgement, span).evaluation.breaches.length], rounds);
    return { x: Math.log(count), y: Math.log(ms) };
  });
  const mean = (pick: (point: { x: number; y: number }) => number) =>
    points.reduce((sum, point) => sum + pick(point), 0) / points.length;
  const [mx, my] = [mean(({ x }) => x), mean(({ y }) => y)];
  return ['growth-exponent', mean(({ x, y }) => (x - mx) * (y - my)) / mean(({ x }) => (x - mx) ** 2), 1.1];
}

/** One percent more, evaluated from where the whole ended: handed over alone, and at the end of all samples. */
function appending(): Figure[] {
  const all = walk(MILLION * 1.01);
  const head: Walk = { times: all.times.slice(0, MILLION), values: all.values.slice(0, MILLION) };
  const tail: Walk = { times: all.times.slice(MILLION), values: all.values.slice(MILLION) };
  const judgement = judgementOf(all);
  const span = spanOf(all);
  const { end } = evaluate(head, judgement, spanOf(head));
  // What is appended has just been written, so it is near at hand.
  const touch = () => compareEach(tail.times, 0) + compareEach(tail.values, 0);
  const [whole, alone, atEnd] = timesOf(
    [
      () => evaluate(all, judgement, span).evaluation.breaches.length,
      () => evaluate(tail, judgement, span, end).evaluation.breaches.length,
      () => evaluate(all, judgement, span, end).evaluation.breaches.length,
    ],
    // A panel that streams appends all the time: what counts is how it runs once it is compiled.
    6 * ROUNDS,
    touch
  );
  return [
    ['append-1%-vs-whole', alone / whole, 0.03],
    ['append-1%-at-the-end-vs-whole', atEnd / whole, 0.03],
  ];
}

/**
 * What it costs, to who has evaluated before, that the clock ticks, that one percent more streams in, and that a refresh
 * brings new arrays with one percent more: most of that is to see that the rest is the same.
 */
function refreshing(): Figure[] {
  const all = walk(MILLION / 10);
  const { length } = all.times;
  const judgement = judgementOf(all);
  const headOf = (given: Walk): Walk => ({
    times: given.times.slice(0, length * 0.99),
    values: given.values.slice(0, length * 0.99),
  });
  const started = () => {
    const head = headOf(all);
    const evaluator = new Evaluator();
    evaluator.evaluate(head, judgement, spanOf(head));
    return { evaluator, head };
  };
  const same = new Evaluator();
  const span = spanOf(all);
  same.evaluate(all, judgement, span);
  const streams = Array.from({ length: ROUNDS + WARM_UP }, () => {
    const { evaluator, head } = started();
    return { evaluator, stream: head };
  });
  streams.forEach(({ stream }) => {
    stream.times.push(...all.times.slice(stream.times.length));
    stream.values.push(...all.values.slice(stream.values.length));
  });
  const refreshes = Array.from({ length: ROUNDS + WARM_UP }, started);
  const [whole, ticking, streaming, refreshed] = timesOf([
    () => evaluate(all, judgement, span).evaluation.breaches.length,
    () => same.evaluate(all, judgement, span).breaches.length,
    () => {
      const { evaluator, stream } = streams.pop()!;
      return evaluator.evaluate(stream, judgement, span).breaches.length;
    },
    () => refreshes.pop()!.evaluator.evaluate(all, judgement, span).breaches.length,
  ]);
  return [
    ['tick-vs-whole', ticking / whole],
    ['stream-1%-vs-whole', streaming / whole],
    ['refresh-1%-vs-whole', refreshed / whole],
  ];
}

const SERIES = 1000;

/** 1,000 series of 1,000 samples with a rule each, from frames to protocol as a panel does it, ms, and each part. */
function fromFrames(): Figure[] {
  const given = walk(SERIES * 1000);
  const frames = Array.from({ length: SERIES }, (_, index) => frameOf(given, index));
  // A panel is given frames whose names Grafana has worked out.
  cacheFieldDisplayNames(frames);
  const read = () => panelMetrics(frames, CONTEXT) as PanelMetric[];
  const metrics = read();
  const ruled = new MetricRules().of(pairWithItself(metrics), undefined);
  const judgement = { ...judgementOf(given), levels: ruled.ruled[0].history.versions[0].rule.levels };
  const [whole, reading, merging, judging, evaluating] = timesOf(
    [
      () => countOf(tellProtocol(inputOf(read()))),
      () => read().length,
      () => new MetricRules().of(pairWithItself(metrics), undefined).ruled.length,
      () => buildProtocol(ruled.ruled, SPANS, []).metrics.length,
      () =>
        metrics.reduce(
          (sum, { metric }) => sum + evaluate(metric.samples, judgement, SPANS.view).evaluation.breaches.length,
          0
        ),
    ],
    7
  );
  return [
    ['frames-to-protocol-ms', whole],
    ['frames-to-protocol-read-frames-ms', reading],
    ['frames-to-protocol-merge-rules-ms', merging],
    ['frames-to-protocol-judge-ms', judging],
    ['frames-to-protocol-evaluate-ms', evaluating],
  ];
}

/**
 * The rules of 1,000 metrics in a refresh after which nothing else is stated: with variables in two of a rule's texts, too;
 * and such a refresh as a whole, with the same samples in new arrays.
 */
function refreshingRules(): Figure[] {
  const given = walk(SERIES * 1000);
  const frames = Array.from({ length: SERIES }, (_, index) => frameOf(given, index));
  cacheFieldDisplayNames(frames);
  const refreshed = () => panelMetrics(frames.map(asGrafanaWraps), CONTEXT) as PanelMetric[];
  const inPanels = [DEFAULT, { ...DEFAULT, owner: 'Team $team', action: 'Look at ${__field.labels.pod}' }].map(
    (rule) => {
      const rules = new MetricRules();
      return () => {
        const pairs = pairWithItself(refreshed().map((one) => ({ ...one, rule: { ...one.rule, default: rule } })));
        return () => rules.of(pairs, undefined).ruled.length;
      };
    }
  );
  const teller = new ProtocolTeller();
  const [plain, bound] = inPanels.map((refresh) => preparedTimeOf(refresh));
  return [
    ['merging-1000-unchanged-ms', plain, 1],
    ['merging-1000-with-variables-ms', bound],
    [
      'refresh-1000-unchanged-ms',
      preparedTimeOf(() => {
        const copies = frames.map((frame) => asGrafanaWraps({ ...frame, fields: frame.fields.map(withNewArray) }));
        return () => countOf(teller.tell(inputOf(panelMetrics(copies, CONTEXT) as PanelMetric[])));
      }),
    ],
  ];
}

function withNewArray(field: Field): Field {
  return { ...field, values: [...field.values] };
}

/** A frame of the next refresh: what wraps the rules is new, the rules are those that are saved. */
function asGrafanaWraps(frame: DataFrame): DataFrame {
  const fields = frame.fields.map((field) => ({
    ...field,
    config: { ...field.config, custom: { rule: { ...(field.config.custom?.rule as object) } } },
  }));
  return { ...frame, fields };
}

const VIEW: Span = { from: BEGIN, to: BEGIN + 1000 * STEP_MS, now: BEGIN + 1000 * STEP_MS };
const SPANS: Spans = { judged: VIEW, view: VIEW };

/** The panel's default rule, and that of each metric's override, as they are saved. */
const DEFAULT = { owner: 'Team', action: 'Look', for: '5m', keepFiringFor: '5m', staleAfter: '5m' };
const OVERRIDES = Array.from({ length: SERIES }, () => ({ warning: 90, critical: 97 }));

const CONTEXT: FrameContext = {
  fieldConfig: { defaults: { custom: { rule: DEFAULT } }, overrides: [] },
  theme: createTheme(),
  replaceVariables: (text, scopedVars) =>
    text.replace(/\$(\w+)|\$\{([\w.]+)\}/g, (_, name: string) => String(scopedVars?.[name]?.value ?? 'sre')),
};

function inputOf(metrics: readonly PanelMetric[]): PanelInput {
  return { view: { metrics, errors: [] }, judgeOn: { mode: 'view' }, spans: SPANS };
}

function countOf(told: Told): number {
  return 'nothing' in told ? 0 : told.protocol.metrics.length;
}

/** A frame with the field config applied, as a panel is given it. */
function frameOf({ times, values }: Walk, index: number) {
  return toDataFrame({
    refId: 'A',
    fields: [
      { name: 'Time', type: FieldType.time, values: times.slice(0, 1000) },
      {
        name: 'Value',
        type: FieldType.number,
        labels: { pod: `pod-${index}` },
        config: { custom: { rule: { stacked: [DEFAULT, OVERRIDES[index]] } } },
        values: values.slice(index * 1000, index * 1000 + 1000),
      },
    ],
  });
}

/**
 * The time of each action, ms: the lower quartile of rounds taken in turns, so that what disturbs one disturbs all and
 * what disturbs few counts for nothing.
 *
 * @param before - What precedes each action, untimed.
 */
function timesOf(actions: ReadonlyArray<() => number>, rounds = ROUNDS, before = () => 0): number[] {
  const times: number[][] = actions.map(() => []);
  for (let round = -WARM_UP; round < rounds; round++) {
    actions.forEach((action, index) => {
      before();
      const begin = cpuMs();
      const result = action();
      const took = cpuMs() - begin;
      // The first rounds warm up; the result is used, so that no work can be left out.
      if (round >= 0 && result >= 0) {
        times[index].push(took);
      }
    });
  }
  return times.map((list) => list.sort((a, b) => a - b)[Math.floor(list.length / 4)]);
}

/** What this process has computed so far, ms: unlike the clock, it stands while the machine is busy with something else. */
function cpuMs(): number {
  const { user, system } = cpuUsage();
  return (user + system) / 1000;
}

/** As `timesOf`, of one action that is made ready anew for each round, untimed. */
function preparedTimeOf(prepare: () => () => number): number {
  let ready = prepare();
  const [time] = timesOf([() => ready()], ROUNDS, () => {
    ready = prepare();
    return 0;
  });
  return time;
}
