import type { Severity } from '../rule/level';

import { KIND, type Change, type Segment } from './evaluation';
import type { Gap } from './judge';

/** The known changes of one level. */
export interface Track {
  severity: Severity;
  changes: readonly Change[];
}

type Piece = Pick<Segment, 'state' | 'severity'>;

/** From the worst that is known (design: "the state shown is the worst that is known"). */
const WORST_FIRST: readonly Piece[] = [
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

/** The rank in `WORST_FIRST` of a kind, for critical and warning. */
const RANKS = {
  critical: { [KIND.firing]: 0, [KIND.unknown]: 3, [KIND.pending]: 4, [KIND.recovering]: 6, [KIND.normal]: 8 },
  warning: { [KIND.firing]: 1, [KIND.unknown]: 3, [KIND.pending]: 5, [KIND.recovering]: 7, [KIND.normal]: 8 },
} as const;
const GAP_RANK = 2;
const UNKNOWN_RANK = 3;
const NORMAL_RANK = 8;

/**
 * A metric's history in pieces: adjacent, ascending, covering `from` to `to`, neighbours different. Each piece is the
 * worst that is known of all levels then; a gap is `nodata`, what was before the first sample is `unknown`.
 *
 * @param firstAt - The first sample; undefined where there is none: then all is `nodata`.
 * @returns Nothing for no levels, and for a span of no length.
 */
export function segmentsOf(
  tracks: readonly Track[],
  gaps: readonly Gap[],
  firstAt: number | undefined,
  from: number,
  to: number
): Segment[] {
  if (tracks.length === 0 || !(from < to)) {
    return [];
  }
  if (firstAt === undefined) {
    return [{ from, to, state: 'nodata' }];
  }
  const levels = tracks.map((track) => new LevelCursor(track));
  const holes = new Cursor(gaps.flatMap((gap) => [gap.from, gap.to]));
  const segments: Segment[] = [];
  let time = from;
  let last = -1;
  while (time < to) {
    // A gap's two ends alternate: inside of one, an odd number of them is past.
    let rank = holes.moveTo(time) % 2 === 1 ? GAP_RANK : NORMAL_RANK;
    let next = Math.min(to, holes.next);
    for (const level of levels) {
      level.moveTo(time);
      rank = Math.min(rank, level.rank);
      next = Math.min(next, level.next);
    }
    if (time < firstAt) {
      rank = UNKNOWN_RANK;
      next = Math.min(to, firstAt);
    }
    if (rank === last) {
      segments[segments.length - 1].to = next;
    } else {
      segments.push({ from: time, to: next, ...WORST_FIRST[rank] });
    }
    last = rank;
    time = next;
  }
  return segments;
}

/** Walks along ascending times. */
class Cursor {
  /** How many of the times are past or present. */
  passed = 0;

  constructor(private readonly times: readonly number[]) {}

  /** The next time to come; Infinity after the last. */
  get next(): number {
    return this.times[this.passed] ?? Infinity;
  }

  /** Moves on to `time`; how many of the times are past or present then. */
  moveTo(time: number): number {
    while (this.next <= time) {
      this.passed++;
    }
    return this.passed;
  }
}

/** Walks along the changes of a level. */
class LevelCursor extends Cursor {
  constructor(private readonly track: Track) {
    super(track.changes.map(({ time }) => time));
  }

  /** The rank of the level's state; before its first change it is unknown. */
  get rank(): number {
    const change = this.track.changes[this.passed - 1];
    return change ? RANKS[this.track.severity][change.kind] : UNKNOWN_RANK;
  }
}
