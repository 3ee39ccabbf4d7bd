import type { Severity } from '../rule/level';

import type { Changes } from './changes';
import type {
  Beginning,
  JudgedNow,
  Judgement,
  Kind,
  LevelNow,
  LevelState,
  Missing,
  Now,
  StateNow,
  TooLate,
  TooOld,
} from './evaluation';
import { KIND } from './evaluation';
import { knownStep, limitOf } from './lease';

/** What is known at the right edge, before it is put into one state. */
export interface Edge {
  judgement: Judgement;
  /** The moment of which the state is told. */
  at: number;
  /** Up to when samples are judged; before `at` where they have to settle. */
  judgedTo: number;
  live: boolean;
  levels: readonly EdgeLevel[];
  firstAt?: number;
  lastTime?: number;
  /** When the value was held up last, by a sample that has settled or not, or by one with too little volume. */
  newestTime?: number;
  stepMs?: number;
  /** From when on there is no value that could be judged; undefined where there is one. */
  vanishedAt?: number;
  /** From when on the newest sample is too old; undefined where it is not. */
  goneAt?: number;
  /** The due moment at which the newest sample was late; undefined where it is not, or without a schedule. */
  missedDue?: number;
  /** When the value came back after the last gap. */
  resumedAt?: number;
  /** The next moment at which time alone changes a level or ends the value; Infinity where none does. */
  deadline: number;
}

export interface EdgeLevel {
  severity: Severity;
  changes: Changes;
  /** How much history it would take to know its state. */
  needsMs?: number;
  /** How long the `for` of what is pending has not run on. */
  pausedMs: number;
}

const STATES: Readonly<Record<Kind, LevelState | 'unknown'>> = {
  [KIND.normal]: 'normal',
  [KIND.pending]: 'pending',
  [KIND.firing]: 'firing',
  [KIND.recovering]: 'recovering',
  [KIND.unknown]: 'unknown',
};

/** What the right edge says of one level: its last change at or before `at`. */
export function levelNow({ severity, changes }: EdgeLevel, at: number, firstAt = at): LevelNow {
  const change = changes.lastUpTo(at);
  if (!change || change.kind === KIND.unknown) {
    return { severity, state: 'unknown', since: null };
  }
  const state = STATES[change.kind];
  return change.exact
    ? { severity, state, since: change.time }
    : { severity, state, since: null, sinceBefore: Math.max(change.time, firstAt) };
}

/**
 * The state of the metric at the right edge: the worst that is known, in the design's order. Without levels it is
 * `unruled`, unless data is missing.
 *
 * A value that is gone by the rule (`staleAfter`) or by its source (a missing step) is `stale` in a live range; in a
 * past one, where nothing ages, there is just no value: `nodata`. Where only an estimate says that a value is too old, it
 * still holds: a firing level goes on firing, and the age is told beside it.
 */
export function nowOf(edge: Edge): Now {
  const levels = edge.levels.map((level) => levelNow(level, edge.judgedTo, edge.firstAt));
  const now: Now = {
    ...shownState(edge, levels, missingData(edge)),
    at: edge.at,
    live: edge.live,
    unknown: levels.filter((level) => level.state === 'unknown').map((level) => level.severity),
    changesAt: changesAt(edge),
  };
  if (edge.judgedTo < edge.at) {
    now.judgedTo = edge.judgedTo;
  }
  return now;
}

type Shown = Beginning & StateNow;
type Judged = Beginning & JudgedNow;

/** Why there is no value, and since when. */
type MissingSince = { why: Missing; since: number } | { why: { kind: 'nodata' }; since: null };

function missingData(edge: Edge): MissingSince | undefined {
  const { at, live, newestTime, vanishedAt, goneAt } = edge;
  if (newestTime === undefined) {
    return { why: { kind: 'nodata' }, since: null };
  }
  if (goneAt !== undefined && live) {
    return { why: ageOf(edge, goneAt), since: goneAt };
  }
  if (vanishedAt !== undefined) {
    return { why: { kind: 'nodata' }, since: vanishedAt };
  }
  const limitMs = estimatedLimit(edge);
  return live && limitMs !== undefined && at - newestTime > limitMs
    ? { why: { kind: 'old', limitMs, estimated: true }, since: newestTime + limitMs }
    : undefined;
}

function ageOf(edge: Edge, goneAt: number): TooOld | TooLate {
  const { judgement, missedDue } = edge;
  return judgement.due
    ? { kind: 'late', missedDue: missedDue ?? goneAt }
    : { kind: 'old', limitMs: limitPassed(edge, goneAt), estimated: false };
}

/** The age limit that a value has passed, ms: where the source has proved that there is none, a step. */
function limitPassed({ judgement, newestTime = NaN }: Edge, goneAt: number): number {
  const step = knownStep(judgement) ?? 0;
  const limitMs = judgement.staleAfterMs ?? limitOf(step);
  return judgement.everyStep && goneAt - newestTime <= limitMs ? step : limitMs;
}

/** The estimated age limit of a value, ms; undefined where rule or source state one, or when data is due. */
function estimatedLimit({ judgement, stepMs = 0 }: Edge): number | undefined {
  const isStated = judgement.staleAfterMs !== undefined || judgement.due || knownStep(judgement) !== undefined;
  return isStated ? undefined : limitOf(stepMs);
}

function shownState(edge: Edge, levels: readonly LevelNow[], missing: MissingSince | undefined): Shown {
  const firing = worstIn(levels, 'firing');
  if (firing) {
    const { severity, ...beginning } = firing;
    return { ...beginning, severity, state: 'firing', ...(missing?.why.kind === 'old' && { age: missing.why }) };
  }
  if (!missing) {
    return levels.length > 0 ? judgedState(edge, levels, edge.resumedAt) : { state: 'unruled', since: null };
  }
  const { why, since } = missing;
  switch (edge.levels.length > 0 ? edge.judgement.noData : 'show') {
    case 'alerting':
      return { state: 'firing', severity: 'critical', since, because: why };
    case 'normal':
      return { state: 'normal', since, because: why };
    case 'keep':
      return kept(edge, why) ?? plainly(missing);
    default:
      return plainly(missing);
  }
}

function plainly({ why, since }: MissingSince): Shown {
  return why.kind === 'nodata' ? { state: 'nodata', since } : { state: 'stale', since, age: why };
}

/** The state as it was when the data went missing; undefined where there was none. */
function kept(edge: Edge, because: Missing): Shown | undefined {
  if (edge.lastTime === undefined) {
    return undefined;
  }
  const before = edge.vanishedAt === undefined ? edge.judgedTo : edge.vanishedAt - 1;
  const levels = edge.levels.map((level) => levelNow(level, before, edge.firstAt));
  const firing = worstIn(levels, 'firing');
  const state: Judged = firing ? { ...firing, state: 'firing' } : judgedState(edge, levels, undefined);
  return { ...state, because };
}

/** The worst state of levels of which none is firing. */
function judgedState(edge: Edge, levels: readonly LevelNow[], resumedAt: number | undefined): Judged {
  const unknown = worstIn(levels, 'unknown');
  if (unknown) {
    return { ...unknown, state: 'unknown', history: historyOf(edge) };
  }
  const pending = worstIn(levels, 'pending');
  if (pending) {
    const { pausedMs = 0 } = edge.levels.find(({ severity }) => severity === pending.severity) ?? {};
    return { ...pending, state: 'pending', ...(pausedMs > 0 && { pausedMs }) };
  }
  const recovering = worstIn(levels, 'recovering');
  return recovering ? { ...recovering, state: 'recovering' } : { state: 'normal', ...normalSince(levels, resumedAt) };
}

/** The worst of the levels in a state, and since when it has been in it. */
function worstIn(
  levels: readonly LevelNow[],
  state: LevelNow['state']
): (Beginning & { severity: Severity }) | undefined {
  const worst =
    levels.find((level) => level.state === state && level.severity === 'critical') ??
    levels.find((level) => level.state === state);
  return worst && { severity: worst.severity, ...beginningOf(worst) };
}

function beginningOf({ since, sinceBefore }: LevelNow): Beginning {
  return since === null ? { since, sinceBefore } : { since };
}

/** A metric has been normal since its last level became so. */
function normalSince(levels: readonly LevelNow[], resumedAt: number | undefined): Beginning {
  const known = [resumedAt, ...levels.map((level) => level.since)].filter((since) => typeof since === 'number');
  return known.length > 0
    ? { since: Math.max(...known) }
    : { since: null, sinceBefore: Math.max(...levels.map((level) => level.sinceBefore ?? -Infinity)) };
}

function historyOf({ judgedTo, firstAt, levels }: Edge): { needsMs?: number; hasMs: number } {
  const needs = levels.map((level) => level.needsMs).filter((ms) => ms !== undefined);
  return {
    needsMs: needs.length > 0 ? Math.max(...needs) : undefined,
    hasMs: firstAt === undefined ? 0 : Math.max(0, judgedTo - firstAt),
  };
}

function changesAt(edge: Edge): number | undefined {
  const limit = estimatedLimit(edge);
  const stale = edge.newestTime === undefined || limit === undefined ? Infinity : edge.newestTime + limit + 1;
  const after = (time: number) => (time > edge.at ? time : Infinity);
  const next = Math.min(after(edge.deadline), after(stale));
  return edge.live && next < Infinity ? next : undefined;
}
