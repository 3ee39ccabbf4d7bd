import type { Severity } from '../rule/level';

import type { Changes } from './changes';
import type { Judgement, Kind, LevelNow, LevelState, Now } from './evaluation';
import { KIND } from './evaluation';

const MINUTE = 60 * 1000;

/** Where no rule says how old a value may be, it may be this old at least, and this many median distances. */
const ESTIMATE_MS = 5 * MINUTE;
const ESTIMATE_STEPS = 3;

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
  /** The newest sample, settled or not. */
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
  return {
    severity,
    state: STATES[change.kind],
    since: change.exact ? change.time : null,
    sinceBefore: change.exact ? undefined : Math.max(change.time, firstAt),
  };
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
  const missing = missingData(edge);
  const { state, severity, since, sinceBefore, because } = shownState(edge, levels, missing);
  const needs = state === 'unknown' ? history(edge) : undefined;
  return {
    state,
    severity,
    since,
    sinceBefore,
    because,
    at: edge.at,
    live: edge.live,
    unknown: levels.filter((level) => level.state === 'unknown').map((level) => level.severity),
    needsMs: needs?.needsMs,
    hasMs: needs?.hasMs,
    staleAfterMs: missing?.staleAfterMs,
    staleEstimated: missing?.staleEstimated,
    ...(edge.judgedTo < edge.at && { judgedTo: edge.judgedTo }),
    ...(missing?.state === 'stale' && edge.judgement.due && { missedDue: edge.missedDue }),
    changesAt: changesAt(edge),
  };
}

type Shown = Pick<Now, 'state' | 'severity' | 'since' | 'sinceBefore' | 'because'>;

interface Missing {
  state: 'nodata' | 'stale';
  since: number | null;
  staleAfterMs?: number;
  staleEstimated?: boolean;
}

function missingData(edge: Edge): Missing | undefined {
  const { at, live, newestTime, vanishedAt, goneAt, judgement } = edge;
  if (newestTime === undefined) {
    return { state: 'nodata', since: null };
  }
  if (goneAt !== undefined && live) {
    const staleAfterMs = judgement.due ? undefined : (judgement.staleAfterMs ?? judgement.intervalMs);
    return { state: 'stale', since: goneAt, staleAfterMs, staleEstimated: false };
  }
  if (vanishedAt !== undefined) {
    return { state: 'nodata', since: vanishedAt };
  }
  const limit = estimatedLimit(edge);
  return live && limit !== undefined && at - newestTime > limit
    ? { state: 'stale', since: newestTime + limit, staleAfterMs: limit, staleEstimated: true }
    : undefined;
}

/** The estimated age limit of a value, ms; undefined where the rule states one, or when data is due. */
function estimatedLimit({ judgement, stepMs }: Edge): number | undefined {
  if (judgement.staleAfterMs !== undefined || judgement.due) {
    return undefined;
  }
  return Math.max(ESTIMATE_MS, ESTIMATE_STEPS * (stepMs ?? judgement.intervalMs ?? 0));
}

function shownState(edge: Edge, levels: readonly LevelNow[], missing: Missing | undefined): Shown {
  const firing = worstIn(levels, 'firing');
  if (firing) {
    return firing;
  }
  if (!missing) {
    return judgedState(levels, edge.resumedAt);
  }
  const { state, since } = missing;
  switch (edge.levels.length > 0 ? edge.judgement.noData : 'show') {
    case 'alerting':
      return { state: 'firing', severity: 'critical', since, because: state };
    case 'normal':
      return { state: 'normal', since, because: state };
    case 'keep':
      return kept(edge, missing) ?? { state, since };
    default:
      return { state, since };
  }
}

/** The state as it was when the data went missing; undefined where there was none. */
function kept(edge: Edge, { state: because }: Missing): Shown | undefined {
  if (edge.lastTime === undefined) {
    return undefined;
  }
  const before = edge.vanishedAt === undefined ? edge.judgedTo : edge.vanishedAt - 1;
  const levels = edge.levels.map((level) => levelNow(level, before, edge.firstAt));
  return { ...(worstIn(levels, 'firing') ?? judgedState(levels, undefined)), because };
}

/** The worst state of levels of which none is firing. */
function judgedState(levels: readonly LevelNow[], resumedAt: number | undefined): Shown {
  if (levels.length === 0) {
    return { state: 'unruled', since: null };
  }
  return (
    worstIn(levels, 'unknown') ??
    worstIn(levels, 'pending') ??
    worstIn(levels, 'recovering') ??
    normalState(levels, resumedAt)
  );
}

function worstIn(levels: readonly LevelNow[], state: LevelNow['state']): Shown | undefined {
  const inState = levels.filter((level) => level.state === state);
  return inState.find((level) => level.severity === 'critical') ?? inState[0];
}

/** A metric has been normal since its last level became so. */
function normalState(levels: readonly LevelNow[], resumedAt: number | undefined): Shown {
  const known = [resumedAt, ...levels.map((level) => level.since)].filter((since) => typeof since === 'number');
  if (known.length > 0) {
    return { state: 'normal', since: Math.max(...known) };
  }
  return {
    state: 'normal',
    since: null,
    sinceBefore: Math.max(...levels.map((level) => level.sinceBefore ?? -Infinity)),
  };
}

function history({ judgedTo, firstAt, levels }: Edge): Pick<Now, 'needsMs' | 'hasMs'> {
  const needs = levels.map((level) => level.needsMs).filter((ms) => ms !== undefined);
  return {
    needsMs: needs.length > 0 ? Math.max(...needs) : undefined,
    hasMs: firstAt === undefined ? 0 : Math.max(0, judgedTo - firstAt),
  };
}

function changesAt(edge: Edge): number | undefined {
  const limit = estimatedLimit(edge);
  const stale = edge.newestTime === undefined || limit === undefined ? Infinity : edge.newestTime + limit + 1;
  const next = Math.min(...[edge.deadline, stale].filter((time) => time > edge.at));
  return edge.live && next < Infinity ? next : undefined;
}
