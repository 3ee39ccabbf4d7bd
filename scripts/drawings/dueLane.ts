import { nextDue } from '../../src/time/due';
import type { DueSchedule } from '../../src/time/schedule';

import type { Frame, Part } from './frame';
import { RIGHT } from './frame';
import type { Judged } from './judgeExample';
import { el, label } from './svg';

/** The moments at which new data is due, as arrows onto the strip. */
export function dueLane({ metric, span }: Judged, { x }: Frame): Part {
  const { due } = metric.rule;
  if (!due) {
    return { height: 0, draw: () => '' };
  }
  const moments = dueMoments(due, span.from, span.to);
  return {
    height: 16,
    draw: (y) =>
      moments
        .map((time) => el('path', { class: 'neutral toned', d: `M${x(time).toFixed(1)} ${y + 13}l-4 -7h8z` }))
        .join('') + label('due', { class: 'small quiet', x: RIGHT + 10, y: y + 13 }),
  };
}

function dueMoments(schedule: DueSchedule, from: number, to: number): number[] {
  const moments: number[] = [];
  for (let time = nextDue(schedule, from); time <= to; time = nextDue(schedule, time)) {
    moments.push(time);
  }
  return moments;
}
