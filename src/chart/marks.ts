import type { Span } from '../evaluation/evaluation';
import type { Severity } from '../rule/level';

/** `firing`: a breach; `pending`: its run-up, or one that never fired; `crossed`: a level that nobody agreed to act on. */
export type MarkKind = 'firing' | 'pending' | 'crossed';

/** A title, and lines below it; HTML, with all that users wrote escaped. */
export interface MarkText {
  title: string;
  lines: readonly string[];
}

/** One interval to be marked on the time axis. */
export interface Mark {
  /** Epoch ms, inside the span in view. */
  from: number;
  to: number;
  kind: MarkKind;
  severity: Severity;
  /** What the tooltip says. Told late: of thousands of breaches only those that keep a mark of their own need words. */
  describe: () => MarkText;
  /** How many intervals this mark stands for. */
  count: number;
}

/** Marks closer than this on the screen share one. */
const CLOSE_PX = 6;

/** Every native mark is a DOM node; one chart never gets more. */
export const MAX_MARKS = 200;

/**
 * Joins marks that are too close to be told apart on the screen. Where more than `max` are left, the time axis is cut
 * into as many pieces as there may be marks, and those that begin in one piece are joined.
 *
 * @param marks - in any order; only marks of the same kind and severity are joined
 * @param widthPx - the chart's width; with 0 or less nothing is close
 * @returns marks sorted by their start
 */
export function joinCloseMarks(marks: readonly Mark[], span: Span, widthPx: number, max = MAX_MARKS): Mark[] {
  const length = span.to - span.from;
  const joined = joinWithin(marks, widthPx > 0 ? (CLOSE_PX * length) / widthPx : 0);
  if (joined.length <= max) {
    return joined;
  }
  const pieces = Math.max(1, Math.floor(max / new Set(joined.map(sortOf)).size));
  const pieceOf = ({ from }: Mark) => Math.min(pieces - 1, Math.floor(((from - span.from) / length) * pieces));
  return joinBy(
    joined,
    (mark) => `${sortOf(mark)} ${pieceOf(mark)}`,
    () => true
  );
}

/** Marks of one sort may be joined. */
function sortOf({ kind, severity }: Mark): string {
  return `${kind} ${severity}`;
}

function joinWithin(marks: readonly Mark[], gapMs: number): Mark[] {
  return joinBy(marks, sortOf, (last, mark) => mark.from - last.to < gapMs);
}

/** Joins each mark with the last one of its group where they belong together. */
function joinBy(
  marks: readonly Mark[],
  groupOf: (mark: Mark) => string,
  belong: (last: Mark, mark: Mark) => boolean
): Mark[] {
  const groups = new Map<string, Mark[]>();
  for (const mark of [...marks].sort((a, b) => a.from - b.from)) {
    const group = groups.get(groupOf(mark)) ?? [];
    groups.set(groupOf(mark), group);
    const last = group[group.length - 1];
    if (last && belong(last, mark)) {
      group[group.length - 1] = join(last, mark);
    } else {
      group.push(mark);
    }
  }
  return [...groups.values()].flat().sort((a, b) => a.from - b.from);
}

function join(a: Mark, b: Mark): Mark {
  return { ...a, to: Math.max(a.to, b.to), count: a.count + b.count };
}
