import type { Severity } from '../rule/level';

import { breachesOf, pendingsOf, withWorst } from './breaches';
import { levelNow, nowOf, type Edge } from './edge';
import {
  KIND,
  type Breach,
  type Carry,
  type Evaluation,
  type Judgement,
  type LevelCarry,
  type Samples,
  type Span,
} from './evaluation';
import { figuresOf, firesFrom, overlaps } from './figures';
import { Judge } from './judge';
import { leaseOf, type Lease } from './lease';
import { LevelMachine } from './machine';
import { merge } from './merge';
import { ascends, countOf, countUpTo, isUpTo, sorted, type Ordered } from './samples';
import { segmentsOf } from './segments';
import { medianStep } from './step';
import { WorstSearch } from './worst';

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
 * were open then are told whole. What was judged may be left out, or handed over again in front: it costs nothing. Left out, the history before the first sample is unknown, and only what every history
 * agrees on is claimed.
 * @returns Breaches and pendings that overlap the span, ascending, critical first where both begin at once; the segments
 * and figures of the span; the state at the moment judged. Never throws.
 */
export function evaluate(samples: Samples, judgement: Judgement, span: Span, start?: Carry): Evaluated {
  const walk = walkThrough(samples, judgement, span, start) ?? walkThrough(sorted(samples), judgement, span, start)!;
  return { evaluation: describe(walk), end: walk.end };
}

/** The samples after they were judged, up to the moment judged. */
interface Walk {
  judgement: Judgement;
  span: Span;
  /** The moment judged. */
  at: number;
  machines: readonly LevelMachine[];
  /** The breaches of each machine. */
  breaches: ReadonlyArray<readonly Breach[]>;
  judge: Judge;
  lease: Lease;
  /** Whether the last value is gone at the moment judged. */
  vanished: boolean;
  stepMs?: number;
  end: Carry;
}

/** @returns Undefined where the samples are not in order: then nothing is known. */
function walkThrough(samples: Samples, judgement: Judgement, span: Span, start: Carry | undefined): Walk | undefined {
  const at = span.now ?? span.to;
  const judged = judgedPart(samples, at);
  if (!judged) {
    return undefined;
  }
  const first = start ? indexAfter(judged, start.at) : 0;
  const machines = judgement.levels.map(
    (level) => new LevelMachine(level, judgement, carryOf(start, level.severity), first)
  );
  const lease = leaseOf(judgement);
  const judge = new Judge(machines, lease, start);
  if (!judge.run(judged, first)) {
    return undefined;
  }
  const stepMs = medianStep(judged, first) ?? start?.stepMs;
  const carries = machines.map((machine) => ({ carry: machine.carry(), onsetRow: machine.onsetRow }));
  const stand = standOf(judge, stepMs);
  // Where the source's interval ends a value, only a step that was asked for can be missing: none after the range's end.
  const vanished = judge.absentFrom <= (lease.ticks ? at : Math.min(at, span.to));
  judge.finish(at, vanished, judged.length);
  const searches = judgement.levels.map((level) => new WorstSearch(level, judged, start));
  const breaches = machines.map(({ changes, severity }, index) => breachesOf(changes, severity, searches[index]));
  const levels = carries.map(({ carry, onsetRow }, index) => withWorst(carry, onsetRow, searches[index]));
  return { judgement, span, at, machines, breaches, judge, lease, vanished, stepMs, end: { ...stand, levels } };
}

/** Where the judge stands, before time passes that no sample covers. */
function standOf(judge: Judge, stepMs: number | undefined): Omit<Carry, 'levels'> {
  const { at, firstAt, resumedAt } = judge;
  return { at, firstAt, last: lastOf(judge), resumedAt, stepMs };
}

/** The samples up to the moment judged; undefined where times are seen to be out of order. */
function judgedPart(samples: Samples, at: number): Ordered | undefined {
  const { times, values } = samples;
  const count = countOf(samples);
  const length = countUpTo(times, count, at);
  // Infinity is no time, and ascending times have it last.
  const inOrder = times[count - 1] !== Infinity && ascends(times, length, count);
  return inOrder ? { times, values, length } : undefined;
}

/** The index of the first sample after `time`: what is before the trailing ones after it was judged already. */
function indexAfter({ times, length }: Ordered, time: number): number {
  let index = length;
  // NaN does not end the search: it is for the judge to find.
  while (index > 0 && !isUpTo(times[index - 1], time)) {
    index--;
  }
  return index;
}

function describe(walk: Walk): Evaluation {
  const { judgement, span, at, machines, judge, stepMs } = walk;
  const { from } = span;
  const to = Math.min(span.to, at);
  // A span that is reversed, or is none, has nothing in view.
  const inView = from <= to ? machines : [];
  const breaches = merge(
    inView.map((_, index) => walk.breaches[index].filter((breach) => overlaps(breach, from, to))),
    firesFrom
  );
  const pendings = merge(
    inView.map(({ changes, severity }) => pendingsOf(changes, severity, from, to)),
    (pending) => pending.from ?? -Infinity
  );
  const mayHaveFired = machines.some((machine) => machine.mayHaveFired && machine.changes.knownFrom > from);
  const edge = edgeOf(walk);
  return {
    breaches,
    pendings,
    levels: edge.levels.map((level) => levelNow(level, at, judge.firstAt)),
    now: nowOf(edge),
    segments: segmentsOf(machines, judge.gaps, judge.firstAt, from, to),
    figures: figuresOf(breaches, walk.breaches, { from, to }, judgement.forMs, mayHaveFired),
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
    resumedAt: vanished ? undefined : judge.resumedAt,
    deadline: Math.min(...machines.map((machine) => machine.deadline), Number.isNaN(expiry) ? Infinity : expiry),
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

function lastOf({ lastTime, lastValue }: Judge): { value: number; time: number } | undefined {
  return Number.isNaN(lastTime) ? undefined : { value: lastValue, time: lastTime };
}
