import { meets } from '../rule/condition';

import type { Judgement, LevelState, Samples } from '../evaluation/evaluation';
import { TOO_FEW } from '../evaluation/evaluation';
import { MINUTE } from '../time/units';

/** What an observer has of a source at a moment: the samples that have arrived, and up to when they were asked for. */
export interface Arrived {
  samples: Samples;
  askedTo: number;
}

/**
 * The states of the first level of a rule at each of some ascending moments, judged one after the other from nothing: slow
 * and obvious, for tests only. Onsets begin at moments, so these have to hold every one at which something may change.
 */
export function statesAt(moments: readonly number[], arrived: Arrived, judgement: Judgement): LevelState[] {
  const [level] = judgement.levels;
  const states: LevelState[] = [];
  let state = 'normal' as LevelState;
  let since = -Infinity;
  let pausedMs = 0;
  let last = -Infinity;
  for (const moment of moments) {
    const held = heldAt(moment, arrived, judgement);
    const isPaused = held?.tooFew === true;
    // Between two moments `for` stands still where the value was held up by too little volume at the first of them.
    pausedMs += state === 'pending' && heldAt(last, arrived, judgement)?.tooFew ? moment - last : 0;
    const loaded = state === 'pending' || state === 'firing';
    const isBeyond = held !== undefined && meets(loaded ? level.hold : level.condition, held.value);
    const next =
      isPaused && state !== 'recovering' ? state : after(state, isBeyond, moment - since - pausedMs, judgement);
    // A source that evaluates every step will say itself what its value is at a moment that it was not asked for yet.
    const isUnasked = judgement.everyStep === true && judgement.intervalMs !== undefined && moment > arrived.askedTo;
    if (next !== state && !(isUnasked && next === 'firing')) {
      state = next;
      since = moment;
      pausedMs = 0;
    }
    states.push(state);
    last = moment;
  }
  return states;
}

/** The value that holds at a moment; `tooFew`: only because samples with too little volume hold it up. */
export function heldAt(
  moment: number,
  { samples: { times, values }, askedTo }: Arrived,
  judgement: Judgement
): { value: number; tooFew: boolean } | undefined {
  let value: number | undefined;
  let renewed = NaN;
  let tooFew = false;
  for (let row = 0; row < times.length && times[row] <= moment; row++) {
    const one = values[row];
    const isGone = value !== undefined && times[row] > endOf(renewed, { next: times[row], askedTo }, judgement);
    if (isGone || (judgement.everyStep && one !== TOO_FEW && (one === null || Number.isNaN(one)))) {
      value = undefined;
      tooFew = false;
    }
    if (typeof one === 'number' && !Number.isNaN(one)) {
      [value, renewed, tooFew] = [one, times[row], false];
    } else if (one === TOO_FEW && value !== undefined) {
      [renewed, tooFew] = [times[row], true];
    }
  }
  const next = Array.from(times).find((time) => time > moment);
  return value === undefined || moment >= endOf(renewed, { next, askedTo }, judgement) ? undefined : { value, tooFew };
}

/** The first moment without the value that was held up last at `time`. */
function endOf(
  time: number,
  { next, askedTo }: { next?: number; askedTo: number },
  { intervalMs: step, everyStep }: Judgement
): number {
  if (step === undefined) {
    return Infinity;
  }
  const limit = Math.max(5 * MINUTE, 3 * step) + 1;
  if (!everyStep) {
    return time + limit;
  }
  // A later row shows that the step was asked for; else only what was asked for is proved.
  const isProved = next !== undefined || Math.floor(askedTo / step) * step >= time + step;
  return time + (isProved ? step : limit);
}

function after(
  state: LevelState,
  isBeyond: boolean,
  elapsed: number,
  { forMs, keepFiringForMs }: Judgement
): LevelState {
  const isOver = elapsed >= (state === 'pending' ? forMs : keepFiringForMs);
  if (isBeyond) {
    const begins = state === 'normal' ? forMs > 0 : state === 'pending' && !isOver;
    return begins ? 'pending' : 'firing';
  }
  const recovers = state === 'firing' ? keepFiringForMs > 0 : state === 'recovering' && !isOver;
  return recovers ? 'recovering' : 'normal';
}
