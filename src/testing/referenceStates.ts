import { meets } from '../rule/condition';
import type { Level } from '../rule/level';

import type { LevelState } from '../evaluation/evaluation';

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
 * @param ruleAt - The version of the rule in force at a tick; undefined where it has no such level.
 */
export function referenceStates(
  valueAt: (tick: number) => number | undefined,
  ruleAt: (tick: number) => ReferenceRule | undefined,
  to: number
): LevelState[] {
  const states: LevelState[] = [];
  let state: LevelState = 'normal';
  let since = 0;
  for (let tick = 0; tick <= to; tick++) {
    const rule = ruleAt(tick);
    const next: LevelState = rule
      ? judged(heldValue(valueAt, tick, rule.staleAfterTicks), rule, { state, since, tick })
      : 'normal';
    if (next !== state) {
      state = next;
      since = tick;
    }
    states.push(state);
  }
  return states;
}

function judged(
  value: number | undefined,
  rule: ReferenceRule,
  { state, since, tick }: { state: LevelState; since: number; tick: number }
): LevelState {
  const loaded = state === 'pending' || state === 'firing';
  const breaching = value !== undefined && meets(loaded ? rule.level.hold : rule.level.condition, value);
  return nextState(state, breaching, tick - since, rule);
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
  return breaching ? BREACHING[state](rule, elapsed) : QUIET[state](rule, elapsed);
}

type Next = (rule: ReferenceRule, elapsed: number) => LevelState;

const BREACHING: Readonly<Record<LevelState, Next>> = {
  normal: (rule) => (rule.forTicks === 0 ? 'firing' : 'pending'),
  pending: (rule, elapsed) => (elapsed >= rule.forTicks ? 'firing' : 'pending'),
  firing: () => 'firing',
  recovering: () => 'firing',
};

const QUIET: Readonly<Record<LevelState, Next>> = {
  normal: () => 'normal',
  pending: () => 'normal',
  firing: (rule) => (rule.keepFiringForTicks === 0 ? 'normal' : 'recovering'),
  recovering: (rule, elapsed) => (elapsed >= rule.keepFiringForTicks ? 'normal' : 'recovering'),
};
