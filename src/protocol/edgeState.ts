import { type Judgement, type Now } from '../evaluation/evaluation';
import { leaseOf } from '../evaluation/lease';
import { type RuleKind } from '../rule/rule';
import { type Voluminous } from './volume';

/** What is known at the right edge beside what the samples say. */
export interface Beside {
  kind: RuleKind;
  judgement: Judgement;
  /** Whether the metric's query failed. */
  failed: boolean;
  /** The newest sample, where it has too little volume. */
  tooFew: Voluminous['newest'];
}

/**
 * The state that is shown. Only a rule can fire. A context metric and one without a rule still say that they have no
 * data or are stale.
 */
export function stateNow(judged: Now, { kind, judgement, failed, tooFew }: Beside): Now {
  const now = tooFew ? withTooFew(judged, tooFew, judgement) : judged;
  if (failed && !(kind === 'ruled' && now.state === 'firing')) {
    return { ...now, state: 'error', severity: undefined };
  }
  if (kind === 'ruled' || now.state === 'nodata' || now.state === 'stale') {
    return now;
  }
  return { ...now, state: 'unruled', severity: undefined, unknown: [] };
}

/**
 * Where the newest sample has too little volume, nothing can be said of today: neither that all is well nor that
 * something began. What fires has not recovered. Data that stopped coming is stale all the same.
 */
function withTooFew(now: Now, { time, since }: NonNullable<Voluminous['newest']>, judgement: Judgement): Now {
  const isFiring = now.state === 'firing' && now.because === undefined;
  const end = now.staleEstimated ? time + (now.staleAfterMs ?? Infinity) : leaseOf(judgement).endOf(time);
  if (isFiring) {
    return now;
  }
  if (now.live && end <= now.at) {
    return { ...now, since: end, ...(now.missedDue !== undefined && { missedDue: end }) };
  }
  const { severity: _, because: __, missedDue: ___, staleAfterMs: ____, staleEstimated: _____, ...rest } = now;
  return { ...rest, state: 'unknown', since, sinceBefore: undefined };
}
