import type { Severity } from '../rule/level';

import { breachesOf, pendingsOf, withWorst } from './breaches';
import { levelNow, nowOf, type Edge } from './edge';
import {
  KIND,
  type Carry,
  type Evaluation,
  type Judgement,
  type LevelCarry,
  type Pending,
  type Samples,
  type Span,
} from './evaluation';
import { figuresOf, firesFrom, overlaps } from './figures';
import { Judge, leaseOf, type Lease } from './judge';
import { LevelMachine } from './machine';
import { inOrder, lowerBound, type Ordered } from './samples';
import { segmentsOf } from './segments';
import { medianStep } from './step';

/** A start at which every level is known to be inactive: nothing was there before. */
export const INACTIVE: Carry = { at: -Infinity, levels: [] };

/** An evaluation, with where it stands after its last sample, so that later samples can be evaluated from there. */
export interface Evaluated {
  evaluation: Evaluation;
  end: Carry;
}

/**
 * Judges the samples of one series by a rule, as Prometheus and Grafana Alerting would (design: Evaluation).
 *
 * @param samples - Any order; samples before the span are used, those after the moment judged are not. Of samples at one
 * time the last counts. Never mutated.
 * @param span - What is in view. The moment judged is `now` where it is given (a live range), else `to`.
 * @param start - Where an earlier evaluation of the same series ended: only later samples are judged, and breaches that
 * were open then are told whole. Left out, the history before the first sample is unknown, and only what every history
 * agrees on is claimed.
 * @returns Breaches and pendings that overlap the span, ascending, critical first where both begin at once; the segments
 * and figures of the span; the state at the moment judged. Never throws.
 */
export function evaluate(samples: Samples, judgement: Judgement, span: Span, start?: Carry): Evaluated {
  const walk = walkThrough(samples, judgement, span, start);
  return { evaluation: describe(walk), end: walk.end };
}

/** The samples after they were judged, up to the moment judged. */
interface Walk {
  judgement: Judgement;
  span: Span;
  start?: Carry;
  /** The moment judged. */
  at: number;
  samples: Ordered;
  machines: readonly LevelMachine[];
  judge: Judge;
  lease: Lease;
  /** Whether the last value is gone at the moment judged. */
  vanished: boolean;
  stepMs?: number;
  end: Carry;
}

function walkThrough(samples: Samples, judgement: Judgement, span: Span, start: Carry | undefined): Walk {
  const at = span.now ?? span.to;
  const all = inOrder(samples);
  const judged: Ordered = { times: all.times, values: all.values, length: indexAfter(all, at) };
  const machines = judgement.levels.map((level) => new LevelMachine(level, judgement, carryOf(start, level.severity)));
  const lease = leaseOf(judgement);
  const judge = new Judge(machines, lease, start);
  judge.run(judged, start ? indexAfter(judged, start.at) : 0, judged.length);
  const stepMs = medianStep(judged) ?? start?.stepMs;
  const levels = machines.map((machine, index) => withWorst(machine.carry(), judgement.levels[index], judged, start));
  const end = { at: judge.at, firstAt: judge.firstAt, last: lastOf(judge), stepMs, levels };
  // Where the source's interval ends a value, only a step that was asked for can be missing: none after the range's end.
  const vanished = judge.absentFrom <= (lease.ticks ? at : Math.min(at, span.to));
  judge.finish(at, vanished);
  return { judgement, span, start, at, samples: judged, machines, judge, lease, vanished, stepMs, end };
}

function describe(walk: Walk): Evaluation {
  const { judgement, span, at, machines, judge, stepMs } = walk;
  const { from } = span;
  const to = Math.min(span.to, at);
  const byLevel = machines.map((machine, index) =>
    breachesOf(machine.changes, judgement.levels[index], walk.samples, walk.start)
  );
  const pendings = machines.flatMap((machine) => pendingsOf(machine.changes, machine.severity));
  const mayHaveFired = machines.some((machine) => machine.mayHaveFired && unknownUntil(machine) > from);
  const edge = edgeOf(walk);
  return {
    breaches: byLevel
      .flat()
      .filter((breach) => overlaps(breach, from, to))
      .sort((a, b) => firesFrom(a) - firesFrom(b)),
    pendings: pendings
      .filter((pending) => pendsFrom(pending) <= to && (pending.to === undefined || pending.to > from))
      .sort((a, b) => pendsFrom(a) - pendsFrom(b)),
    levels: edge.levels.map((level) => levelNow(level, at, judge.firstAt)),
    now: nowOf(edge),
    segments: segmentsOf(machines, judge.gaps, judge.firstAt, from, to),
    figures: figuresOf(byLevel, from, to, judgement.forMs, mayHaveFired),
    last: lastOf(judge),
    stepMs,
  };
}

function edgeOf({ judgement, span, at, machines, judge, lease, vanished, stepMs }: Walk): Edge {
  const expiry = lease.ticks && !vanished ? judge.absentFrom : Infinity;
  return {
    judgement,
    at,
    live: span.now !== undefined,
    levels: machines.map((machine) => ({
      severity: machine.severity,
      changes: machine.changes,
      needsMs: judge.firstAt === undefined ? undefined : machine.needs(judge.firstAt),
    })),
    firstAt: judge.firstAt,
    lastTime: lastOf(judge)?.time,
    stepMs,
    vanishedAt: vanished ? judge.absentFrom : undefined,
    resumedAt: vanished ? undefined : judge.gaps[judge.gaps.length - 1]?.to,
    deadline: Math.min(...machines.map((machine) => machine.deadline()), Number.isNaN(expiry) ? Infinity : expiry),
  };
}

/** What is known of a level where an evaluation starts: all of it from a carry, which has no level that was never judged. */
function carryOf(start: Carry | undefined, severity: Severity): LevelCarry | undefined {
  return start && (start.levels.find((level) => level.severity === severity) ?? inactive(severity, start.at));
}

function inactive(severity: Severity, time: number): LevelCarry {
  return {
    severity,
    lower: { kind: KIND.normal, since: time },
    onset: time,
    changes: [{ time, kind: KIND.normal, exact: false, onset: time }],
  };
}

function indexAfter({ times, length }: Ordered, time: number): number {
  const index = lowerBound(times, length, time);
  return times[index] === time ? index + 1 : index;
}

function lastOf({ lastTime, lastValue }: Judge): { value: number; time: number } | undefined {
  return Number.isNaN(lastTime) ? undefined : { value: lastValue, time: lastTime };
}

/** When a level's state became known; -Infinity where it always was. */
function unknownUntil({ changes }: LevelMachine): number {
  return changes[0]?.kind === KIND.unknown ? (changes[1]?.time ?? Infinity) : -Infinity;
}

function pendsFrom(pending: Pending): number {
  return pending.from ?? -Infinity;
}
