import type { Edge } from './edge';
import { levelNow, nowOf } from './edge';
import type { Evaluation, JudgementVersion, Span } from './evaluation';
import { figuresOf, firesFrom, overlaps } from './figures';
import { leaseOf } from './lease';
import { merge } from './merge';
import { pendingsOf } from './breaches';
import { segmentsOf } from './segments';
import type { Walk } from './walk';
import { judgementAt } from './walk';

/** What an evaluation speaks of; moments are epoch ms. */
export interface Scope {
  /** The moment of which the state is told: the range's now, or its end. */
  at: number;
  /** Up to when samples are judged: `at`, or earlier where they have to settle. */
  judgedTo: number;
  /** Up to when samples were asked for. */
  askedTo: number;
  /** When the value was held up last, settled or not. */
  newest?: number;
  /** The time of the first sample that has not settled. */
  next?: number;
  span: Span;
}

/** Tells what a walk has found, for the span in view and the moment judged. */
export function describe(walk: Walk, scope: Scope): Omit<Evaluation, 'ignored'> {
  const { judgedTo } = scope;
  return walk.lookAhead(judgedTo, scope.askedTo, (vanished) => told(walk, scope, vanished));
}

function told(walk: Walk, scope: Scope, vanished: boolean): Omit<Evaluation, 'ignored'> {
  const { tracks, judge, versions, last, stepMs } = walk;
  const { span, judgedTo } = scope;
  const { from } = span;
  const to = Math.min(span.to, judgedTo);
  // A span that is reversed, or is none, has nothing in view.
  const inView = from <= to ? tracks : [];
  const all = walk.breaches();
  const breaches = merge(
    inView.map((_, index) => all[index].filter((breach) => overlaps(breach, from, to))),
    firesFrom
  );
  const pendings = merge(
    inView.map(({ machine: { changes, severity } }) => pendingsOf(changes, severity, from, to)),
    (pending) => pending.from ?? -Infinity
  );
  const mayHaveFired = tracks.some(({ machine }) => machine.mayHaveFired && machine.changes.knownFrom > from);
  const edge = edgeOf(walk, scope, { vanished, stepMs });
  const machines = tracks.map(({ machine }) => machine);
  return {
    breaches,
    pendings,
    levels: edge.levels.map((level) => levelNow(level, judgedTo, judge.firstAt)),
    now: nowOf(edge),
    segments: segmentsOf({ tracks: machines, gaps: judge.gaps, unruled: unruled(versions) }, judge.firstAt, {
      from,
      to,
    }),
    figures: figuresOf(breaches, all, { from, to }, edge.judgement.forMs, mayHaveFired),
    last,
    stepMs,
    unsettledFrom: scope.next === undefined ? undefined : judgedTo,
  };
}

/** The stretches in which no version with a level was in force. */
function unruled(versions: readonly JudgementVersion[]): Array<{ from: number; to: number }> {
  return versions.flatMap(({ from, judgement }, index) =>
    judgement.levels.length === 0
      ? [{ from: index === 0 ? -Infinity : from, to: versions[index + 1]?.from ?? Infinity }]
      : []
  );
}

function edgeOf(
  walk: Walk,
  { at, judgedTo, askedTo, newest, next, span }: Scope,
  { vanished, stepMs }: { vanished: boolean; stepMs: number | undefined }
): Edge {
  const { judge, tracks, versions, last } = walk;
  const judgement = judgementAt(versions, judgedTo);
  const lease = leaseOf(judgement);
  const ends = newest === undefined ? Infinity : lease.endOf(newest, askedTo);
  const gone = judgedTo < at ? ends <= at : vanished;
  const lag = at - judgedTo;
  const severities = judgement.levels.map(({ severity }) => severity);
  const machines = tracks.map(({ machine }) => machine).filter(({ severity }) => severities.includes(severity));
  const moments = [
    ...machines.map(({ deadline }) => deadline + lag),
    judge.nextFrom + lag,
    // Which version is shown does not wait for values to settle.
    versions.find(({ from }) => from > at)?.from ?? Infinity,
    gone ? Infinity : ends,
    next === undefined || next > askedTo ? Infinity : next + lag,
  ];
  return {
    judgement,
    at,
    judgedTo,
    live: span.now !== undefined,
    levels: machines.map((machine) => ({
      severity: machine.severity,
      changes: machine.changes,
      needsMs: judge.firstAt === undefined ? undefined : machine.needs(judge.firstAt),
      pausedMs: machine.pausedMs,
    })),
    firstAt: judge.firstAt,
    lastTime: last?.time,
    newestTime: newest,
    stepMs,
    vanishedAt: vanished ? judge.absentSince : undefined,
    goneAt: gone ? (vanished && judgedTo === at ? judge.absentSince : ends) : undefined,
    missedDue: gone && judgement.due ? ends : undefined,
    resumedAt: vanished ? undefined : judge.resumedAt,
    deadline: Math.min(...moments),
  };
}
