import type { Frame, Part } from './frame';
import { LEFT, RIGHT } from './frame';
import type { Judged } from './judgeExample';
import { el, label, widthOf } from './svg';

/** The times under the strip, and where the drawing ends: at now, or at the end of a range that is past. */
export function axisPart({ span }: Judged, { x, clock }: Frame): Part {
  const end = span.now === undefined ? `until ${clock.brief(span.to)}` : `now ${clock.brief(span.now)}`;
  const room = RIGHT - widthOf(end, 11) / 2 - 12;
  return {
    height: 26,
    draw: (y) =>
      clock
        .ticks()
        .map(({ time, words }) => {
          const half = widthOf(words, 11) / 2;
          return x(time) + half > room ? '' : tick(x(time), Math.max(x(time), LEFT + half), words, y);
        })
        .join('') + label(end, { class: 'small strong middle', x: RIGHT, y: y + 18 }),
  };
}

function tick(x: number, middle: number, words: string, y: number): string {
  return (
    el('path', { class: 'edge', d: `M${x.toFixed(1)} ${y + 2}v4` }) +
    label(words, { class: 'small quiet middle', x: middle, y: y + 18 })
  );
}
