import type { Breach, Pending } from '../../src/evaluation/evaluation';
import type { Severity } from '../../src/rule/level';

import type { Judged } from './judgeExample';

/** What happened at a moment of an evaluation. */
export type MomentKind =
  | 'onset'
  | 'neverFired'
  | 'fires'
  | 'firesAgain'
  | 'knownToFire'
  | 'ends'
  | 'recovered'
  | 'seemsStale'
  | 'due'
  | 'judgedTo'
  | 'change';

/** A moment that is marked in a drawing. */
export interface Moment {
  time: number;
  kind: MomentKind;
  /** Undefined: of no level. */
  severity?: Severity;
}

/** The moments that the evaluation knows inside the span, ascending. */
export function momentsOf({ metric, span }: Pick<Judged, 'metric' | 'span'>): Moment[] {
  const { breaches, pendings } = metric.view;
  const { now } = metric;
  const age = 'age' in now ? now.age : undefined;
  const moments = [
    ...breaches.flatMap((breach) => ofBreach(breach, breaches)),
    ...pendings.flatMap((pending) => ofPending(pending, breaches)),
    ...listed(
      at(age?.kind === 'old' && age.estimated ? now.since : undefined, 'seemsStale'),
      at(age?.kind === 'late' ? age.missedDue : undefined, 'due'),
      at(now.judgedTo, 'judgedTo'),
      ...metric.changes.map((change) => at(change.at, 'change'))
    ),
  ];
  const seen = new Set<string>();
  return moments
    .filter(({ time }) => time >= span.from && time <= span.to)
    .filter(({ time, kind, severity }) => {
      const key = `${time} ${kind} ${severity}`;
      return !seen.has(key) && seen.add(key);
    })
    .sort((a, b) => a.time - b.time);
}

function ofBreach(
  { severity, onset, firingSince, knownFrom, end, recoveredAt }: Breach,
  all: readonly Breach[]
): Moment[] {
  const alike = all.filter((breach) => breach.severity === severity);
  const again = alike.some((other) => other.recoveredAt !== undefined && other.recoveredAt === firingSince);
  const firesOnNow = recoveredAt !== undefined && alike.some((other) => other.firingSince === recoveredAt);
  return listed(
    at(again || onset === firingSince ? undefined : onset, 'onset', severity),
    at(firingSince, again ? 'firesAgain' : 'fires', severity),
    at(firingSince === null ? knownFrom : undefined, 'knownToFire', severity),
    at(end, 'ends', severity),
    at(firesOnNow ? undefined : recoveredAt, 'recovered', severity)
  );
}

function ofPending({ severity, from, to }: Pending, breaches: readonly Breach[]): Moment[] {
  const fired = breaches.some((breach) => breach.severity === severity && breach.firingSince === to);
  return listed(at(from, 'onset', severity), at(fired ? undefined : to, 'neverFired', severity));
}

function listed(...moments: ReadonlyArray<Moment | undefined>): Moment[] {
  return moments.filter((moment) => moment !== undefined);
}

function at(time: number | null | undefined, kind: MomentKind, severity?: Severity): Moment | undefined {
  return typeof time === 'number' ? { time, kind, severity } : undefined;
}
