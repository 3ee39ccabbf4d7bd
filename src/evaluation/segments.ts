import type { Severity } from '../rule/level';

import type { Changes } from './changes';
import type { Segment } from './evaluation';
import type { Gap } from './judge';

/** The known changes of one level. */
export interface Track {
  severity: Severity;
  changes: Changes;
}

/** What a metric's history is told from. */
export interface History {
  tracks: readonly Track[];
  /** Stretches without a value, ascending and disjoint. */
  gaps: readonly Gap[];
  /** Stretches in which no rule with a level was in force, ascending and disjoint. */
  unruled: readonly Gap[];
}

type Piece = Pick<Segment, 'state' | 'severity'>;

/** From the worst that is known (design: "the state shown is the worst that is known"); without a rule there is none. */
const WORST_FIRST: readonly Piece[] = [
  { state: 'unruled' },
  { state: 'firing', severity: 'critical' },
  { state: 'firing', severity: 'warning' },
  { state: 'nodata' },
  { state: 'unknown' },
  { state: 'pending', severity: 'critical' },
  { state: 'pending', severity: 'warning' },
  { state: 'recovering', severity: 'critical' },
  { state: 'recovering', severity: 'warning' },
  { state: 'normal' },
];

/** The rank in `WORST_FIRST` of each kind: normal, pending, firing, recovering, unknown. */
const RANKS: Readonly<Record<Severity, readonly number[]>> = {
  critical: [9, 5, 1, 7, 4],
  warning: [9, 6, 2, 8, 4],
};
const RANK_ITSELF = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
const UNRULED_RANK = 0;
const GAP_RANK = 3;
const UNKNOWN_RANK = 4;
const NORMAL_RANK = 9;

/**
 * A metric's history in pieces: adjacent, ascending, covering `from` to `to`, neighbours different. Each piece is the
 * worst that is known of all levels then; a gap is `nodata`, what was before the first sample is `unknown`.
 *
 * @param firstAt - The first sample; undefined where there is none: then all is `nodata`.
 * @returns Nothing for no levels, and for a span of no length.
 */
export function segmentsOf(
  { tracks, gaps, unruled }: History,
  firstAt: number | undefined,
  { from, to }: { from: number; to: number }
): Segment[] {
  if (tracks.length === 0 || !(from < to)) {
    return [];
  }
  if (firstAt === undefined) {
    return [{ from, to, state: 'nodata' }];
  }
  const cursors = [gapCursor(unruled, UNRULED_RANK), gapCursor(gaps, GAP_RANK), ...tracks.map(levelCursor)];
  const segments: Segment[] = [];
  let last = -1;
  let time = from;
  if (time < firstAt) {
    time = Math.min(to, firstAt);
    segments.push({ from, to: time, state: 'unknown', severity: undefined });
    last = UNKNOWN_RANK;
  }
  while (time < to) {
    let rank = NORMAL_RANK;
    let next = to;
    for (const cursor of cursors) {
      cursor.moveTo(time);
      rank = Math.min(rank, cursor.rank);
      next = Math.min(next, cursor.next);
    }
    if (rank === last) {
      segments[segments.length - 1].to = next;
    } else {
      const { state, severity } = WORST_FIRST[rank];
      segments.push({ from: time, to: next, state, severity });
    }
    last = rank;
    time = next;
  }
  return segments;
}

/** Walks along the changes of a level; before its first one the level is unknown. */
function levelCursor({ changes, severity }: Track): Cursor {
  return new Cursor(changes.times, changes.kinds, RANKS[severity], UNKNOWN_RANK);
}

/** Walks along stretches in which something is missing: their begins and ends are changes. */
function gapCursor(gaps: readonly Gap[], rank: number): Cursor {
  const times: number[] = [];
  const ranks: number[] = [];
  for (const { from, to } of gaps) {
    times.push(from, to);
    ranks.push(rank, NORMAL_RANK);
  }
  return new Cursor(times, ranks, RANK_ITSELF, NORMAL_RANK);
}

/**
 * Walks along ascending moments at which a rank changes. One class for all, because its calls are what the walk costs; no
 * field holds a time, because a time in a field is an object.
 */
class Cursor {
  private index = 0;

  constructor(
    private readonly times: readonly number[],
    private readonly codes: readonly number[],
    private readonly ranks: readonly number[],
    /** The rank where it stands. */
    public rank: number
  ) {}

  /** When the rank where it stands ends; Infinity: never. */
  get next(): number {
    return this.index < this.times.length ? this.times[this.index] : Infinity;
  }

  moveTo(time: number): void {
    const { times } = this;
    while (this.index < times.length && times[this.index] <= time) {
      this.rank = this.ranks[this.codes[this.index]];
      this.index++;
    }
  }
}
