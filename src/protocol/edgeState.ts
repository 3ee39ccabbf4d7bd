import type { Judgement, Now } from '../evaluation/evaluation';
import { leaseOf } from '../evaluation/lease';
import type { RuleKind } from '../rule/rule';
import type { Voluminous } from './volume';

/** What is known at the right edge beside what the samples say. */
export interface Beside {
  kind: RuleKind;
  judgement: Judgement;
  /** Whether the metric's query failed. */
  failed: boolean;
  /** Up to when samples were asked for, epoch ms. */
  askedTo: number;
  /** The newest sample that is judged, where it has too little volume. */
  tooFew: Voluminous['newest'];
}

/**
 * The state that is shown. Only a rule can fire. A context metric and one without a rule still say that they have no
 * data or are stale.
 */
export function stateNow(judged: Now, beside: Beside): Now {
  const { kind, failed, tooFew } = beside;
  const now = tooFew ? withTooFew(judged, tooFew, beside) : judged;
  if (failed && !(kind === 'ruled' && now.state === 'firing')) {
    return { ...now, state: 'error', severity: undefined };
  }
  if (kind === 'ruled' || now.state === 'nodata' || now.state === 'stale') {
    return now;
  }
  return { ...now, state: 'unruled', severity: undefined, unknown: [] };
}

/**
 * Where the newest sample that is judged has too little volume, nothing can be said of today: neither that all is well nor
 * that something began. What fires has not recovered. Data that stopped coming is stale all the same.
 */
function withTooFew(now: Now, newest: NonNullable<Voluminous['newest']>, beside: Beside): Now {
  if (now.state === 'firing' && now.because === undefined) {
    return now;
  }
  const end = endOfTooFew(now, newest.time, beside);
  // Where no sample ever had enough, none was there to be too old.
  const missing = now.because ?? now.state;
  const isMissing = missing === 'stale' || (missing === 'nodata' && now.since === null);
  if (now.live && isMissing && end <= now.at) {
    const since = Math.max(now.since ?? end, end);
    return { ...now, since, ...(now.missedDue !== undefined && { missedDue: Math.max(now.missedDue, end) }) };
  }
  const missingNothing = {
    because: undefined,
    missedDue: undefined,
    staleAfterMs: undefined,
    staleEstimated: undefined,
  };
  const changesAt = now.live && end > now.at ? earlier(now.changesAt, end) : now.changesAt;
  return {
    ...now,
    ...missingNothing,
    state: 'unknown',
    severity: undefined,
    since: newest.since,
    sinceBefore: undefined,
    changesAt,
  };
}

/** From when on the sample with too little volume is too old; Infinity where nobody asked for the next one yet. */
function endOfTooFew(now: Now, time: number, { judgement, askedTo }: Beside): number {
  if (now.staleEstimated) {
    return time + (now.staleAfterMs ?? Infinity);
  }
  const lease = leaseOf(judgement);
  const end = lease.endOf(time);
  return lease.ticks || end <= askedTo ? end : Infinity;
}

function earlier(one: number | undefined, other: number): number | undefined {
  const first = Math.min(one ?? Infinity, other);
  return first < Infinity ? first : undefined;
}
