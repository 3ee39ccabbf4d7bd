import type { Severity } from '../../src/rule/level';

import type { Extent, Frame, Part } from './frame';
import { glyph } from './glyph';
import type { Moment, MomentKind } from './moments';
import { el, label, widthOf } from './svg';

const ROW = 28;
const GLYPH = 9;

export const MOMENT_WORDS: Readonly<Record<MomentKind, string>> = {
  onset: 'crossed',
  neverFired: 'no breach',
  fires: 'in breach',
  firesAgain: 'in breach again',
  knownToFire: 'known to be in breach',
  ends: 'ends',
  recovered: 'over',
  seemsStale: 'called late',
  due: 'due',
  judgedTo: 'final up to',
  change: 'rule changes',
};

/** Moments that change what the state is called loudly have a full line, the others a dashed one. */
const SOFT: ReadonlySet<MomentKind> = new Set(['onset', 'neverFired', 'recovered', 'seemsStale']);

/** The names and times of the moments, as flags on poles; `poles` are their lines down to `bottom`. */
export function momentLane(
  moments: readonly Moment[],
  frame: Frame
): Part & { poles: (y: number, bottom: number) => string } {
  // Of two levels, it is said which, by the level's glyph.
  const indent = new Set(moments.flatMap(({ severity = [] }) => severity)).size > 1 ? GLYPH + 4 : 0;
  const flags = moments.map((moment) => {
    const words = MOMENT_WORDS[moment.kind];
    const time = frame.clock.brief(moment.time);
    const left = frame.x(moment.time);
    return { moment, words, time, left, right: left + indent + Math.max(widthOf(words, 11), widthOf(time, 11)) + 10 };
  });
  const rows = rowsOfFlags(flags);
  const count = Math.max(0, ...rows.map((row) => row + 1));
  const top = (y: number, index: number) => y + (count - 1 - rows[index]) * ROW;
  return {
    height: count * ROW + 6,
    draw: (y) =>
      flags
        .map(({ moment, words, time, left }, index) =>
          el(
            'g',
            { class: toneOf(moment) },
            indent > 0 && moment.severity ? flagGlyph(moment.severity, left + 5, top(y, index) + 2) : '',
            label(words, { x: left + 5 + indent, y: top(y, index) + 10, class: 'small strong toned' }),
            label(time, { x: left + 5 + indent, y: top(y, index) + 23, class: 'small quiet' })
          )
        )
        .join(''),
    poles: (y, bottom) => flags.map(({ moment, left }, index) => pole(moment, left, top(y, index), bottom)).join(''),
  };
}

/** Rows upwards from 0: a flag flies above those whose poles it would cover. Flags ascend by their left side. */
function rowsOfFlags(flags: readonly Extent[]): number[] {
  const rows: number[] = [];
  for (let index = flags.length - 1; index >= 0; index--) {
    const covered = rows.filter((_, other) => other > index && flags[other].left < flags[index].right);
    rows[index] = Math.max(-1, ...covered) + 1;
  }
  return rows;
}

function flagGlyph(severity: Severity, x: number, y: number): string {
  return glyph(severity, { x, y, size: GLYPH, tone: severity });
}

function pole(moment: Moment, x: number, top: number, bottom: number): string {
  const look = `pole ${toneOf(moment)}${SOFT.has(moment.kind) ? ' soft' : ''}`;
  return el('path', { class: look, d: `M${pixel(x)} ${pixel(top)}V${pixel(bottom)}` });
}

function toneOf({ severity }: Moment): string {
  return severity ?? 'neutral';
}

/** Lines of one pixel are crisp in the middle of one. */
function pixel(at: number): number {
  return Math.floor(at) + 0.5;
}
