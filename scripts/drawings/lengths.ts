import { formatDuration } from '../../src/time/duration';

import type { Judged } from './judgeExample';

/** A length of time that a field of the rule made, as the evaluation has it. */
export interface Length {
  from: number;
  to: number;
  /** "for 15 min": the field, and how long it was. */
  words: string;
}

/** The lengths that can be read off an evaluation, ascending. */
export function lengthsOf(judged: Judged): Length[] {
  const lengths = [
    ...pendingLengths(judged),
    ...recoveringLengths(judged),
    ...heldLengths(judged),
    ...settlingLengths(judged),
  ];
  return lengths.sort((a, b) => a.from - b.from);
}

/** From onset to firing. */
function pendingLengths({ metric }: Judged): Length[] {
  return metric.view.breaches.flatMap(({ onset, firingSince }) =>
    onset === null || firingSince === null || onset === firingSince ? [] : [lengthOf('for', onset, firingSince)]
  );
}

/** From end to recovery; one that fired again was not over. */
function recoveringLengths({ metric, span }: Judged): Length[] {
  const { breaches } = metric.view;
  return breaches.flatMap(({ end, recoveredAt, severity }) => {
    const again = breaches.some((other) => other.severity === severity && other.firingSince === recoveredAt);
    return end === undefined || recoveredAt === undefined || recoveredAt > span.to || again
      ? []
      : [lengthOf('keepFiringFor', end, recoveredAt)];
  });
}

/** From the last sample before a gap to the gap. */
function heldLengths({ metric, example }: Judged): Length[] {
  const times = Array.from(example.samples.times);
  return metric.view.segments
    .filter(({ state }) => state === 'nodata')
    .flatMap(({ from }) => {
      const last = times.findLast((time) => time < from);
      return last === undefined ? [] : [lengthOf('held', last, from)];
    });
}

/** From the moment up to which is judged to now. */
function settlingLengths({ metric: { now } }: Judged): Length[] {
  return now.judgedTo === undefined ? [] : [lengthOf('settleAfter', now.judgedTo, now.at)];
}

function lengthOf(field: string, from: number, to: number): Length {
  return { from, to, words: `${field} ${formatDuration(to - from)}` };
}
