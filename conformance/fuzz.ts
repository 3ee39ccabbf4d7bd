import fc from 'fast-check';

import { evaluate, INACTIVE } from '../src/evaluation/evaluate';
import type { Cadence, Evaluation, Judgement, Samples, Span } from '../src/evaluation/evaluation';
import type { Rule } from '../src/rule/rule';
import { mergeRule } from '../src/rule/sources';
import type { NativeThresholds } from '../src/rule/thresholds';

import { oddNumber, rawRule, thresholds, times, values } from './arbitrary';
import type { Fuzzed } from './fuzzing';
import { fuzzWith, hold } from './fuzzing';

/**
 * Reads arbitrary rules and judges arbitrary samples by them: whatever they are, nothing throws, nothing hangs, nothing
 * is mutated, and what comes out is in order.
 */
export function fuzz(runs: number, seed: number): Fuzzed {
  return fuzzWith(anyInput, judgeInput, { runs, seed });
}

interface Input {
  samples: Samples;
  /** How many of the samples are judged first, and then the rest from where that ended; undefined: all at once. */
  cut?: number;
  override: unknown;
  default: unknown;
  thresholds?: NativeThresholds;
  intervalMs?: number;
  everyStep?: boolean;
  span: Span;
  known: boolean;
}

const anyInput = fc.record(
  {
    samples: fc.record({ times, values }) as fc.Arbitrary<Samples>,
    cut: fc.integer({ min: 0, max: 30 }),
    override: rawRule,
    default: rawRule,
    thresholds,
    intervalMs: oddNumber,
    everyStep: fc.boolean(),
    span: fc.record({ from: oddNumber, to: oddNumber, now: oddNumber }, { requiredKeys: ['from', 'to'] }),
    known: fc.boolean(),
  },
  { requiredKeys: ['samples', 'override', 'default', 'span', 'known'] }
) as fc.Arbitrary<Input>;

function judgeInput(input: Input): void {
  const { samples, cut, span, known } = input;
  const before = fc.stringify(input);
  const rule = mergeRule(input);
  const judgement = toJudgement(rule, input);
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

function toJudgement(rule: Rule, { intervalMs, everyStep }: Cadence): Judgement {
  const { levels, forMs, keepFiringForMs, staleAfterMs, due, settleAfterMs, noData } = rule;
  return { levels, forMs, keepFiringForMs, staleAfterMs, due, settleAfterMs, intervalMs, everyStep, noData };
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
