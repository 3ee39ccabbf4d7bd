import type { Frame, Part } from './frame';
import { rowsOf } from './frame';
import type { Length } from './lengths';
import { el, label, widthOf } from './svg';

const ROW = 18;

/** Lengths of time as on a plan: a line between two ends, with its words on it, or beside it where it is short. */
export function lengthLane(lengths: readonly Length[], { x }: Frame): Part {
  const placed = lengths.map(({ from, to, words }) => {
    const wide = widthOf(words, 11) + 8;
    const [start, end] = [x(from), x(to)];
    const fits = end - start > wide + 16;
    return { start, end, words, wide, fits, left: start, right: fits ? end : end + wide + 4 };
  });
  const rows = rowsOf(placed);
  return {
    height: Math.max(0, ...rows.map((row) => row + 1)) * ROW + (rows.length > 0 ? 4 : 0),
    draw: (top) =>
      placed
        .map(({ start, end, words, wide, fits }, index) => {
          const y = top + rows[index] * ROW + ROW / 2;
          const middle = (start + end) / 2;
          return (
            el('path', {
              class: 'rule',
              d: `M${start.toFixed(1)} ${y - 4}v8M${end.toFixed(1)} ${y - 4}v8M${start.toFixed(1)} ${y}H${end.toFixed(1)}`,
            }) +
            el('rect', { class: 'chip', x: fits ? middle - wide / 2 : end + 2, y: y - 8, width: wide, height: 16 }) +
            label(
              words,
              fits
                ? { class: 'small quiet middle', x: middle, y: y + 4 }
                : { class: 'small quiet', x: end + 6, y: y + 4 }
            )
          );
        })
        .join(''),
  };
}
