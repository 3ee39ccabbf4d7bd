import { type Span } from '../evaluation/evaluation';
import { type Severity } from '../rule/level';

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
  /** The native threshold's own colour, for `crossed`. */
  color?: string;
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
 * Joins marks that are too close to be told apart on the screen, and goes on joining until at most `max` are left.
 *
 * @param marks in any order; only marks of the same kind and severity are joined
 * @param widthPx the chart's width; with 0 or less nothing is close
 * @returns marks sorted by their start
 */
export function joinCloseMarks(marks: readonly Mark[], span: Span, widthPx: number, max = MAX_MARKS): Mark[] {
  const msPerPx = widthPx > 0 ? (span.to - span.from) / widthPx : 0;
  let gapMs = CLOSE_PX * msPerPx;
  let joined = joinWithin(marks, gapMs);
  while (joined.length > max) {
    gapMs = Math.max(gapMs * 2, (span.to - span.from) / (max * 16), 1);
    joined = joinWithin(joined, gapMs);
    if (gapMs > (span.to - span.from) * 2) {
      break;
    }
  }
  return joined;
}

function joinWithin(marks: readonly Mark[], gapMs: number): Mark[] {
  const groups = new Map<string, Mark[]>();
  for (const mark of [...marks].sort((a, b) => a.from - b.from)) {
    const key = `${mark.kind} ${mark.severity} ${mark.color ?? ''}`;
    const group = groups.get(key) ?? [];
    groups.set(key, group);
    const last = group[group.length - 1];
    if (last && mark.from - last.to < gapMs) {
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
