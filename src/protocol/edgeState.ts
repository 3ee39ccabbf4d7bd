import type { Beginning, EdgeNow, Judgement, Missing, Now } from '../evaluation/evaluation';
import { leaseOf } from '../evaluation/lease';
import type { RuleKind } from '../rule/rule';
import type { Voluminous } from './volume';

/** What is known at the right edge beside what the samples say. */
export interface Beside {
  kind: RuleKind;
  /** Whether it can't be told if a level that nobody agreed on is crossed. */
  untold: boolean;
  judgement: Judgement;
  /** Whether the metric's query failed. */
  failed: boolean;
  /** Up to when samples were asked for, epoch ms. */
  askedTo: number;
  /** The newest sample that is judged, where it has too little volume. */
  tooFew: Voluminous['newest'];
}

/**
 * The state that is shown. Only a rule can fire; of levels alone it may be unknown whether they are crossed. A context metric and one without a rule still say that they have no
 * data or are stale.
 */
export function stateNow(judged: Now, beside: Beside): Now {
  const { kind, failed, tooFew } = beside;
  const now = tooFew ? withTooFew(judged, tooFew, beside) : judged;
  if (failed && !(kind === 'ruled' && now.state === 'firing')) {
    return { ...edgeOf(now), state: 'error' };
  }
  if (kind === 'ruled' || now.state === 'nodata' || now.state === 'stale') {
    return now;
  }
  if (kind === 'levelOnly' && now.state === 'unknown' && beside.untold) {
    return now;
  }
  return { ...edgeOf(now), state: 'unruled', unknown: [] };
}

/** What is said of the right edge and of the beginning, without the state. */
function edgeOf({ at, live, unknown, judgedTo, changesAt, ...now }: Now): EdgeNow & Beginning {
  const edge = { at, live, unknown, ...(judgedTo !== undefined && { judgedTo }), changesAt };
  return now.since === null ? { ...edge, since: null, sinceBefore: now.sinceBefore } : { ...edge, since: now.since };
}

/**
 * Where the newest sample that is judged has too little volume, nothing can be said of today: neither that all is well nor
 * that something began. What fires has not recovered. Data that stopped coming is stale all the same.
 */
function withTooFew(now: Now, newest: NonNullable<Voluminous['newest']>, beside: Beside): Now {
  const because = 'because' in now ? now.because : undefined;
  if (now.state === 'firing' && because === undefined) {
    return now;
  }
  const missing = missingOf(now);
  const end = endOfTooFew(missing, newest.time, beside);
  // Where no sample ever had enough, none was there to be too old.
  const isMissing = missing !== undefined && (missing.kind !== 'nodata' || now.since === null);
  if (now.live && isMissing && end <= now.at) {
    return missingSince(now, end);
  }
  const changesAt = now.live && end > now.at ? earlier(now.changesAt, end) : now.changesAt;
  return { ...edgeOf(now), state: 'unknown', since: newest.since, sinceBefore: undefined, changesAt };
}

/** Why a state is for want of a value; undefined where it is not. */
function missingOf(now: Now): Missing | undefined {
  switch (now.state) {
    case 'nodata':
      return { kind: 'nodata' };
    case 'stale':
      return now.age;
    case 'error':
    case 'unruled':
      return undefined;
    default:
      return now.because;
  }
}

/** Missing since a moment at the earliest: until then there was a sample, of which too little is known. */
function missingSince(now: Now, end: number): Now {
  const since = { since: Math.max(now.since ?? end, end), sinceBefore: undefined };
  if (now.state === 'stale') {
    return { ...now, ...since, age: notDueBefore(now.age, end) };
  }
  return 'because' in now && now.because?.kind === 'late'
    ? { ...now, ...since, because: notDueBefore(now.because, end) }
    : { ...now, ...since };
}

function notDueBefore<T extends Missing>(missing: T, end: number): T {
  return missing.kind === 'late' ? { ...missing, missedDue: Math.max(missing.missedDue, end) } : missing;
}

/** From when on the sample with too little volume is too old. */
function endOfTooFew(missing: Missing | undefined, time: number, { judgement, askedTo }: Beside): number {
  if (missing?.kind === 'old' && missing.estimated) {
    return time + missing.limitMs;
  }
  return leaseOf(judgement).endOf(time, askedTo);
}

function earlier(one: number | undefined, other: number): number | undefined {
  const first = Math.min(one ?? Infinity, other);
  return first < Infinity ? first : undefined;
}
