import type { Judged } from './judgeExample';

/** A value from its sample until the next, or until it held no more. */
export interface Hold {
  from: number;
  to: number;
  value: number;
  /** Whether the next value follows at once. */
  goesOn: boolean;
}

/** The values that were judged, as long as each of them held: the gaps are the evaluation's. */
export function holdsOf({ example, metric, span }: Judged): Hold[] {
  const gaps = metric.view.segments.filter(({ state }) => state === 'nodata');
  const end = metric.now.judgedTo ?? span.to;
  const samples = judgedSamples(example.samples, metric.view.tooFewStretches, end);
  return samples.map(({ time, value }, index) => {
    const next = samples[index + 1]?.time ?? end;
    const gap = gaps.find(({ from }) => from > time && from <= next);
    return { from: time, to: gap?.from ?? next, value, goesOn: gap === undefined && index + 1 < samples.length };
  });
}

interface Sample {
  time: number;
  value: number;
}

function judgedSamples(
  samples: Judged['example']['samples'],
  tooFew: Judged['metric']['view']['tooFewStretches'],
  end: number
): Sample[] {
  return allSamples(samples).filter(
    ({ time }) => time <= end && !tooFew.some(({ from, to }) => time >= from && time < to)
  );
}

/** The samples in view. */
export function samplesInView({ example, span }: Judged): Sample[] {
  return allSamples(example.samples).filter(({ time }) => time >= span.from && time <= span.to);
}

function allSamples({ times, values }: Judged['example']['samples']): Sample[] {
  return Array.from(times).flatMap((time, index) => {
    const value = values[index];
    return typeof value === 'number' ? [{ time, value }] : [];
  });
}
