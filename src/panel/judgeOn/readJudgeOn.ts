import type { CannotJudgeOn } from '../../protocol/protocol';
import { parseDuration } from '../../time/duration';
import type { ProtocolOptions } from '../options';

/** What the panel asks by itself where these options are left blank. */
export const DEFAULT_LOOK_BACK = '1d';
export const DEFAULT_STEP = '1m';

/** A query a second would be a burden to any data source. */
export const LEAST_STEP_MS = 5000;

/** Prometheus refuses to answer more points of one series. */
export const MOST_STEPS = 11_000;

/** A fixed look-back and step, ms. */
export interface Fixed {
  lookBackMs: number;
  stepMs: number;
}

/** What the options ask to be judged; with `because`, why what they ask can't be had. */
export type Asked = ({ mode: 'fixed' } & Fixed) | { mode: 'view'; because?: CannotJudgeOn };

/**
 * Reads the options "Judge on", "Look back", "Step" and "Record breaches" as they were saved: anything may be there.
 *
 * @returns `view` where nothing else is asked for, and with the reason where the look-back (more than 0) or the step (from
 * 5 s to the look-back) is no duration, or where they make more points than a data source returns
 */
export function readJudgeOn({
  judgeOn,
  lookBack,
  step,
  record,
}: Pick<ProtocolOptions, 'judgeOn' | 'lookBack' | 'step' | 'record'>): Asked {
  // No zoom may change what is recorded.
  if (judgeOn !== 'fixed' && record !== true) {
    return { mode: 'view' };
  }
  const lookBackMs = readDuration(lookBack, DEFAULT_LOOK_BACK);
  if (lookBackMs === undefined || lookBackMs === 0) {
    return { mode: 'view', because: 'badLookBack' };
  }
  const stepMs = readDuration(step, DEFAULT_STEP);
  if (stepMs === undefined || stepMs < LEAST_STEP_MS || stepMs > lookBackMs) {
    return { mode: 'view', because: 'badStep' };
  }
  return lookBackMs / stepMs > MOST_STEPS
    ? { mode: 'view', because: 'tooManySteps' }
    : { mode: 'fixed', lookBackMs, stepMs };
}

function readDuration(saved: unknown, fallback: string): number | undefined {
  if (saved === undefined || saved === null) {
    return parseDuration(fallback);
  }
  return typeof saved === 'string' ? parseDuration(saved.trim() === '' ? fallback : saved) : undefined;
}
