import { axisPart } from './axis';
import { clockOf } from './clock';
import { describe } from './describe';
import { dueLane } from './dueLane';
import type { Example } from './example';
import { footPart } from './foot';
import type { Frame, Part } from './frame';
import { frameOf, RIGHT, WIDTH } from './frame';
import { headPart } from './head';
import type { Judged } from './judgeExample';
import { judgeExample } from './judgeExample';
import { lengthLane } from './lengthLane';
import { lengthsOf } from './lengths';
import { patterns, style } from './look';
import { momentLane } from './momentLane';
import { momentsOf } from './moments';
import { plotPart } from './plot';
import { stripPart } from './strip';
import { el, escaped } from './svg';
import { volumeLane } from './volumeLane';

/** A drawing, with what it says to who can't see it. */
export interface Drawing {
  svg: string;
  description: string;
}

/** Draws what the evaluator says of an example. The same example gives the same bytes. */
export function draw(example: Example): Drawing {
  const judged = judgeExample(example);
  const clock = clockOf(judged.span, example.timeZone);
  const description = describe(judged, clock);
  const { height, markup } = stacked(judged, frameOf(judged.span, clock));
  const svg = el(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${WIDTH} ${height}`,
      width: WIDTH,
      height,
      role: 'img',
      'aria-labelledby': 'title desc',
    },
    el('title', { id: 'title' }, escaped(example.title)),
    el('desc', { id: 'desc' }, escaped(description)),
    style(),
    patterns(),
    el('rect', { class: 'paper', x: 0.5, y: 0.5, width: WIDTH - 1, height: height - 1, rx: 8 }),
    markup
  );
  return { svg: `${inLines(svg)}\n`, description };
}

/** The parts from top to bottom, with the lines that go through several of them. */
function stacked(judged: Judged, frame: Frame): { height: number; markup: string } {
  const moments = momentLane(momentsOf(judged), frame);
  const plot = plotPart(judged, frame);
  const strip = stripPart(judged, frame);
  const parts = [
    headPart(judged),
    moments,
    plot,
    volumeLane(judged, frame),
    lengthLane(lengthsOf(judged), frame),
    dueLane(judged, frame),
    strip,
    axisPart(judged, frame),
    footPart(judged, frame),
  ];
  const tops = topsOf(parts);
  const bottom = tops.of(strip) + strip.height;
  const isLive = judged.span.now !== undefined;
  const markup = [
    moments.poles(tops.of(moments), bottom),
    ...parts.map((part) => part.draw(tops.of(part))),
    isLive ? el('path', { class: 'now', d: `M${RIGHT - 0.5} ${tops.of(plot)}V${bottom + 6}` }) : '',
  ].join('');
  return { height: tops.height, markup };
}

function topsOf(parts: readonly Part[]): { of: (part: Part) => number; height: number } {
  const tops = new Map<Part, number>();
  let height = 0;
  for (const part of parts) {
    tops.set(part, height);
    height += part.height;
  }
  return { of: (part) => tops.get(part) ?? height, height };
}

/** An element a line, so that a change of a drawing can be read. Texts stay as they are. */
function inLines(svg: string): string {
  return svg.replaceAll(/(<\/(?:title|desc|style|defs|g|pattern|text)>|\/>)/g, '$1\n').trimEnd();
}
