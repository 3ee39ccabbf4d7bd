import type { Samples } from './evaluation';
import { endsOf, sorted } from './samples';

type Sorted = ReturnType<typeof sorted>;

/** Sorts samples, and knows the last ones: with every tick of the clock the same ones come again. */
export class Sorter {
  private last?: { of: Samples; length: number; ends: readonly unknown[]; result: Sorted };

  /** What `sorted` says of the samples; undefined where they are not those that were sorted last. */
  known(samples: Samples): Sorted | undefined {
    const { last } = this;
    const isSame =
      last !== undefined &&
      last.of.times === samples.times &&
      last.of.values === samples.values &&
      last.length === samples.times.length &&
      endsOf(samples, samples.times.length).every((end, index) => Object.is(end, last.ends[index]));
    return isSame ? last.result : undefined;
  }

  sort(samples: Samples): Sorted {
    const { length } = samples.times;
    const result = sorted(samples);
    this.last = { of: { times: samples.times, values: samples.values }, length, ends: endsOf(samples, length), result };
    return result;
  }
}
