import { type Samples } from '../evaluation/evaluation';
import { isSample } from '../evaluation/samples';
import { type Rule, type RuleHistory } from '../rule/rule';
import { type Stretch, type TooFew } from './protocol';

/** Samples of which those with too little volume are no samples any more. */
export interface Voluminous {
  samples: Samples;
  /** From the first sample with too little until the next one with enough, ascending; the last one may be open. */
  tooFew: readonly Stretch[];
  /** Where the newest sample has too little: what is known of it. */
  newest?: TooFew & { time: number };
}

/** Finds the samples of a volume series by the name that a rule states; undefined where there is no such series. */
export type VolumeOf = (name: string) => Samples | undefined;

/** Whether any version of the rule asks for a volume. */
export function asksForVolume({ versions }: RuleHistory): boolean {
  return versions.some(({ rule }) => volumeName(rule) !== undefined);
}

/** The name of the volume series; undefined where the rule does not ask for a volume. */
export function volumeName({ minVolume, text }: Rule): string | undefined {
  return minVolume === undefined ? undefined : text.volumeSeries?.value;
}

/**
 * Takes out the samples whose volume is too small, or not known at their very time (design: a sample with too little
 * volume is no sample). Each is judged by the version of the rule in force at its time.
 *
 * @param samples - Not mutated; rows keep their places.
 * @param to - Samples after it are not looked at, epoch ms.
 */
export function withEnoughVolume(
  { times, values }: Samples,
  history: RuleHistory,
  volumeOf: VolumeOf,
  to: number
): Voluminous {
  const versions = history.versions.map(({ validFrom = -Infinity, rule }) => ({
    validFrom,
    needed: volumeName(rule) === undefined ? undefined : rule.minVolume,
    volumes: volumesByTime(volumeOf(volumeName(rule) ?? '')),
  }));
  const kept: Array<number | null | undefined> = Array.from(values);
  const tooFew: Stretch[] = [];
  let newest: Voluminous['newest'];
  for (let row = 0; row < Math.min(times.length, kept.length); row++) {
    const time = times[row];
    if (!Number.isFinite(time) || time > to || !isSample(kept[row])) {
      continue;
    }
    const { needed, volumes } = versions.findLast(({ validFrom }) => validFrom <= time) ?? versions[0];
    const volume = volumes.get(time);
    if (needed === undefined || (volume !== undefined && volume >= needed)) {
      close(tooFew, newest && time);
      newest = undefined;
    } else {
      kept[row] = null;
      const since = newest?.since ?? time;
      if (!newest) {
        tooFew.push({ from: time, to: Infinity });
      }
      newest = { volume, needed, since, time };
    }
  }
  return { samples: { times, values: kept }, tooFew, newest };
}

function close(stretches: Stretch[], to: number | undefined): void {
  if (to !== undefined) {
    stretches[stretches.length - 1].to = to;
  }
}

function volumesByTime(samples: Samples | undefined): ReadonlyMap<number, number> {
  const volumes = new Map<number, number>();
  for (let row = 0; samples && row < Math.min(samples.times.length, samples.values.length); row++) {
    const volume = samples.values[row];
    if (isSample(volume)) {
      volumes.set(samples.times[row], volume);
    }
  }
  return volumes;
}
