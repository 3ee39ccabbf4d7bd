import fc from 'fast-check';

import { evaluate, INACTIVE } from '../src/evaluation/evaluate';
import type { Evaluation, Judgement, Samples, Span } from '../src/evaluation/evaluation';
import { DURATION_FIELDS, TEXT_FIELDS, type Rule } from '../src/rule/rule';
import { mergeRule } from '../src/rule/sources';
import type { NativeThresholds } from '../src/rule/thresholds';

/** What the fuzzing found: nothing, or the smallest input that breaks a promise. */
export interface Fuzzed {
  slowestMs: number;
  failure?: string;
}

/** No input may take longer: a hang, for a few dozen samples. */
const HANG_MS = 1000;

/**
 * Reads arbitrary rules and judges arbitrary samples by them: whatever they are, nothing throws, nothing hangs, nothing
 * is mutated, and what comes out is in order.
 */
export function fuzz(runs: number, seed: number): Fuzzed {
  let slowestMs = 0;
  const details = fc.check(
    fc.property(anyInput, (input) => {
      const begin = performance.now();
      judgeInput(input);
      const took = performance.now() - begin;
      slowestMs = Math.max(slowestMs, took);
      hold(took < HANG_MS, `took ${took} ms`);
    }),
    { numRuns: runs, seed }
  );
  return { slowestMs, ...(details.failed && { failure: fc.defaultReportMessage(details) ?? 'failed' }) };
}

interface Input {
  samples: Samples;
  /** How many of the samples are judged first, and then the rest from where that ended; undefined: all at once. */
  cut?: number;
  override: unknown;
  default: unknown;
  thresholds?: NativeThresholds;
  intervalMs?: number;
  span: Span;
  known: boolean;
}

const oddNumber = fc.oneof(
  fc.integer({ min: -5, max: 100 }),
  fc.double(),
  fc.constantFrom(NaN, Infinity, -Infinity, -0, Number.MIN_VALUE, Number.MAX_VALUE, 2 ** 53, 1.7e12, 80)
);

const anything = fc.anything({
  withBigInt: true,
  withDate: true,
  withMap: true,
  withNullPrototype: true,
  withSparseArray: true,
  withTypedArray: true,
  maxDepth: 1,
  maxKeys: 3,
});

const duration = fc.oneof(fc.constantFrom('5m', '0', '1h30m', '1ms', '', '-5m', '9999999999y', 'soon'), fc.string());
const bounds = fc.oneof(oddNumber, fc.constantFrom('20', ' 1e3 ', 'high'), fc.array(oddNumber, { maxLength: 3 }));
const text = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('${x}', '2026-02-30', 'https://example.org'));

/** A field's value: mostly of its kind, sometimes anything. */
function mostly(plausible: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 5, arbitrary: plausible }, { weight: 1, arbitrary: anything });
}

const plausibleRule = fc.record(
  {
    operator: mostly(fc.constantFrom('auto', '>', '>=', '<', '<=', 'outside', 'inside', 'insideIncluded', '=>')),
    warning: mostly(bounds),
    critical: mostly(bounds),
    recovery: mostly(fc.record({ warning: mostly(bounds), critical: mostly(bounds) }, { requiredKeys: [] })),
    noData: mostly(fc.constantFrom('show', 'alerting', 'normal', 'keep', 'drop')),
    ...Object.fromEntries(DURATION_FIELDS.map((field) => [field, mostly(duration)])),
    ...Object.fromEntries(TEXT_FIELDS.map((field) => [field, mostly(text)])),
    ['']: anything,
  },
  { requiredKeys: [] }
);

const rawRule = fc.oneof({ weight: 6, arbitrary: plausibleRule }, { weight: 1, arbitrary: anything });

const color = fc.oneof(fc.constantFrom('green', 'red', 'orange', 'dark-blue', '#f00', 'rgb(1,2)', 'transparent'), text);

const thresholds = fc.record(
  {
    mode: fc.constantFrom('absolute', 'percentage', ''),
    steps: fc.array(fc.record({ value: fc.option(oddNumber), color }), { maxLength: 5 }),
    min: fc.option(oddNumber),
    max: fc.option(oddNumber),
    styled: fc.boolean(),
  },
  { requiredKeys: ['mode', 'steps'] }
);

const times = fc.oneof(
  fc.array(oddNumber, { maxLength: 30 }),
  fc.array(mostly(oddNumber), { maxLength: 30 }),
  fc.array(fc.integer({ min: 0, max: 50 }), { maxLength: 30 }).map((list) => list.sort((a, b) => a - b)),
  fc.integer({ min: 0, max: 30 }).map((length) => Array.from({ length }, (_, index) => 1.7e12 + index * 60_000)),
  fc.float64Array({ maxLength: 20 })
);
const values = fc.oneof(
  fc.array(fc.oneof(oddNumber, fc.constant(null)), { maxLength: 30 }),
  fc.array(mostly(oddNumber), { maxLength: 30 }),
  fc.float64Array({ maxLength: 30 }),
  fc.float32Array({ maxLength: 30 })
);

const anyInput = fc.record(
  {
    samples: fc.record({ times, values }) as fc.Arbitrary<Samples>,
    cut: fc.integer({ min: 0, max: 30 }),
    override: rawRule,
    default: rawRule,
    thresholds,
    intervalMs: oddNumber,
    span: fc.record({ from: oddNumber, to: oddNumber, now: oddNumber }, { requiredKeys: ['from', 'to'] }),
    known: fc.boolean(),
  },
  { requiredKeys: ['samples', 'override', 'default', 'span', 'known'] }
) as fc.Arbitrary<Input>;

function judgeInput(input: Input): void {
  const { samples, cut, span, known } = input;
  const before = fc.stringify(input);
  const rule = mergeRule(input);
  const judgement = toJudgement(rule, input.intervalMs);
  const start = known ? INACTIVE : undefined;
  if (cut === undefined) {
    checkEvaluation(evaluate(samples, judgement, span, start).evaluation, judgement);
  } else {
    const head = { times: part(samples.times, 0, cut), values: part(samples.values, 0, cut) };
    const tail = { times: part(samples.times, cut), values: part(samples.values, cut) };
    const { evaluation, end } = evaluate(head, judgement, span, start);
    checkEvaluation(evaluation, judgement);
    checkEvaluation(evaluate(tail, judgement, span, end).evaluation, judgement);
    checkEvaluation(evaluate(samples, judgement, span, end).evaluation, judgement);
  }
  for (const { field, source, code, found } of rule.problems) {
    hold(
      [field, source, code, found].every((word) => typeof word === 'string'),
      'a problem says where and what'
    );
  }
  hold(fc.stringify(input) === before, 'nothing is mutated');
}

function toJudgement(rule: Rule, intervalMs: number | undefined): Judgement {
  const { levels, forMs, keepFiringForMs, staleAfterMs, noData } = rule;
  return { levels, forMs, keepFiringForMs, staleAfterMs, intervalMs, noData };
}

function part<T>(list: ArrayLike<T>, from: number, to?: number): T[] {
  return Array.from(list).slice(from, to);
}

function checkEvaluation({ levels, breaches, segments, figures }: Evaluation, judgement: Judgement): void {
  hold(levels.length === judgement.levels.length, 'a state for each level');
  for (const { severity } of judgement.levels) {
    let last = -Infinity;
    for (const breach of breaches.filter((one) => one.severity === severity)) {
      const fires = breach.firingSince ?? breach.knownFrom;
      hold(fires !== undefined && fires >= last, 'breaches ascend and are disjoint');
      last = breach.end ?? Infinity;
      hold(last >= fires!, 'a breach ends after it began');
    }
  }
  segments.slice(1).forEach((segment, index) => {
    hold(segment.from === segments[index].to && segment.to > segment.from, 'segments are adjacent and ascend');
  });
  hold(
    Object.values(figures).every((figure) => typeof figure === 'boolean' || figure >= 0),
    'figures count'
  );
}

function hold(condition: boolean, promise: string): void {
  if (!condition) {
    throw new Error(`Broken: ${promise}`);
  }
}
