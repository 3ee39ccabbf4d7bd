import type { Frame, Part } from './frame';
import { RIGHT } from './frame';
import type { Judged } from './judgeExample';
import { label } from './svg';

/** The volume of each sample, as numbers under the samples: those that are too few stand out. */
export function volumeLane({ example, metric, span }: Judged, { x }: Frame): Part {
  const { volume } = example;
  if (!volume) {
    return { height: 0, draw: () => '' };
  }
  const rows = Array.from(volume.samples.times)
    .map((time, index) => ({ time, count: volume.samples.values[index] }))
    .filter(({ time }) => time >= span.from && time <= span.to);
  const isTooFew = (time: number) => metric.view.tooFewStretches.some(({ from, to }) => time >= from && time < to);
  return {
    height: 24,
    draw: (y) =>
      rows
        .map(({ time, count }) =>
          label(String(count), { class: `small${isTooFew(time) ? ' strong' : ' quiet'}`, x: x(time) + 4, y: y + 14 })
        )
        .join('') + label(volume.name, { class: 'small quiet', x: RIGHT + 10, y: y + 14 }),
  };
}
