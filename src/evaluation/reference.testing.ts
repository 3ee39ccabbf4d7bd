import { meets } from '../rule/condition';
import type { Level } from '../rule/level';

import type { LevelState } from './evaluation';

/** What the reference needs of a rule. Times and durations are whole ticks. */
export interface ReferenceRule {
  level: Level;
  forTicks: number;
  keepFiringForTicks: number;
  /** How old a value may be, inclusive; undefined: it holds until the next one. */
  staleAfterTicks?: number;
}

/**
 * The states of a level at each tick from 0 to `to`, evaluated at each tick, as the engines' documents describe them:
 * slow and obvious, for tests only.
 *
 * @param valueAt - The sample at a tick; undefined where there is none.
 */
export function referenceStates(
  valueAt: (tick: number) => number | undefined,
  rule: ReferenceRule,
  to: number
): LevelState[] {
  const states: LevelState[] = [];
  let state: LevelState = 'normal';
  let since = 0;
  for (let tick = 0; tick <= to; tick++) {
    const value = heldValue(valueAt, tick, rule.staleAfterTicks);
    const loaded = state === 'pending' || state === 'firing';
    const breaching = value !== undefined && meets(loaded ? rule.level.hold : rule.level.condition, value);
    const next = nextState(state, breaching, tick - since, rule);
    if (next !== state) {
      state = next;
      since = tick;
    }
    states.push(state);
  }
  return states;
}

function heldValue(
  valueAt: (tick: number) => number | undefined,
  tick: number,
  staleAfterTicks = Infinity
): number | undefined {
  for (let age = 0; age <= tick && age <= staleAfterTicks; age++) {
    const value = valueAt(tick - age);
    if (value !== undefined && !Number.isNaN(value)) {
      return value;
    }
  }
  return undefined;
}

function nextState(state: LevelState, breaching: boolean, elapsed: number, rule: ReferenceRule): LevelState {
  if (state === 'firing') {
    return breaching ? 'firing' : rule.keepFiringForTicks > 0 ? 'recovering' : 'normal';
  }
  if (state === 'recovering') {
    return breaching ? 'firing' : elapsed >= rule.keepFiringForTicks ? 'normal' : 'recovering';
  }
  if (!breaching) {
    return 'normal';
  }
  if (state === 'pending') {
    return elapsed >= rule.forTicks ? 'firing' : 'pending';
  }
  return rule.forTicks > 0 ? 'pending' : 'firing';
}
