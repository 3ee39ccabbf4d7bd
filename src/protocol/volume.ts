import type { Samples } from '../evaluation/evaluation';
import { TOO_FEW } from '../evaluation/evaluation';
import { countOf, countUpTo, isSample } from '../evaluation/samples';
import { ruleKind } from '../rule/kind';
import type { Rule, RuleHistory } from '../rule/rule';
import type { TooFew } from './protocol';
import type { Stretch } from './stretch';

/** Samples of which those with too little volume only hold up what is before them. */
export interface Voluminous {
  samples: Samples;
  /** From the first sample with too little until the next one with enough, ascending; the last one may be open. */
  tooFewStretches: readonly Stretch[];
  /** Where the newest sample has too little: what is known of it. */
  newest?: TooFew & { time: number };
}

/** Finds the samples of a volume series by the name that a rule states; undefined where there is no such series. */
export type VolumeOf = (name: string) => Samples | undefined;

/** The volume series of a panel by the names that rules state: many metrics share one, and it is read once. */
export class Volumes {
  private readonly samples = new Map<string, Samples | undefined>();
  private readonly volumes = new Map<string, Volume>();

  constructor(private readonly find: VolumeOf) {}

  /** Undefined where there is no such series. */
  samplesOf(name: string): Samples | undefined {
    if (!this.samples.has(name)) {
      this.samples.set(name, this.find(name));
    }
    return this.samples.get(name);
  }

  /** Empty where there is no such series. */
  volumeOf(name: string): Volume {
    const volume = this.volumes.get(name) ?? new Volume(this.samplesOf(name));
    this.volumes.set(name, volume);
    return volume;
  }
}

/** Whether any version of the rule asks for a volume. */
export function asksForVolume({ versions }: RuleHistory): boolean {
  return versions.some(({ rule }) => volumeName(rule) !== undefined);
}

/** The name of the volume series; undefined where the rule does not ask for a volume, or is none but a reason for none. */
export function volumeName(rule: Rule): string | undefined {
  return rule.minVolume === undefined || ruleKind(rule) === 'context' ? undefined : rule.text.volumeSeries?.value;
}

/** Samples with those taken out, and the moments for which they are so: from `from` until `until`, exclusive, epoch ms. */
export interface Sifted extends Voluminous {
  from: number;
  until: number;
}

/**
 * Takes out the samples whose volume is too small, or not known at their time (design: a sample with too little volume
 * is no sample). Each is judged by the version of the rule in force at its time.
 *
 * @param samples - Not mutated; rows keep their places.
 * @param to - Samples after it are not looked at, epoch ms.
 */
export function sift({ times, values }: Samples, history: RuleHistory, all: Volumes, to: number): Sifted {
  const versions = history.versions.map(({ validFrom = -Infinity, rule }) => ({
    validFrom,
    needed: volumeName(rule) === undefined ? undefined : rule.minVolume,
    volumes: all.volumeOf(volumeName(rule) ?? ''),
  }));
  const { rows, until } = rowsUpTo({ times, values }, to);
  const kept: Array<Samples['values'][number]> = Array.from(values);
  const tooFewStretches: Stretch[] = [];
  let newest: Voluminous['newest'];
  for (const row of rows) {
    const time = times[row];
    const { needed, volumes } = versions.findLast(({ validFrom }) => validFrom <= time) ?? versions[0];
    const volume = volumes.at(time);
    if (needed === undefined || (volume !== undefined && volume >= needed)) {
      close(tooFewStretches, newest && time);
      newest = undefined;
    } else {
      kept[row] = TOO_FEW;
      const since = newest?.since ?? time;
      if (!newest) {
        tooFewStretches.push({ from: time, to: Infinity });
      }
      newest = { volume, needed, since, time };
    }
  }
  const from = rows.length > 0 ? times[rows[rows.length - 1]] : -Infinity;
  return { samples: { times, values: kept }, tooFewStretches, newest, from, until };
}

/**
 * The rows that are samples up to a moment, in the order of their times: those of a series may be in any. `until` is the
 * time of the next one.
 */
function rowsUpTo({ times, values }: Samples, to: number): { rows: number[]; until: number } {
  const rows: number[] = [];
  let inOrder = true;
  let until = Infinity;
  for (let row = 0; row < Math.min(times.length, values.length); row++) {
    if (isSample(values[row]) && Number.isFinite(times[row])) {
      if (times[row] <= to) {
        inOrder &&= rows.length === 0 || times[row] >= times[rows[rows.length - 1]];
        rows.push(row);
      } else {
        until = Math.min(until, times[row]);
      }
    }
  }
  return { rows: inOrder ? rows : rows.sort((a, b) => times[a] - times[b] || a - b), until };
}

function close(stretches: Stretch[], to: number | undefined): void {
  if (to !== undefined) {
    stretches[stretches.length - 1].to = to;
  }
}

/**
 * A volume series. It may come from a slower query than the metric, and then each of its values counts for one of its own
 * steps; where it has a gap, no volume is known.
 */
export class Volume {
  private readonly byTime = new Map<number, number>();
  /** Ascending; only where a volume was asked for that has none at its very time. */
  private times?: Float64Array;
  private stepMs = 0;

  /** @param samples - In any order; undefined: there are none. */
  constructor(samples: Samples | undefined) {
    for (let row = 0; samples && row < countOf(samples); row++) {
      const volume = samples.values[row];
      if (isSample(volume) && Number.isFinite(samples.times[row])) {
        this.byTime.set(samples.times[row], volume);
      }
    }
  }

  /** The volume at a moment; undefined where none is known. */
  at(time: number): number | undefined {
    return this.byTime.get(time) ?? this.held(time);
  }

  private held(time: number): number | undefined {
    if (!this.times) {
      this.times = Float64Array.from(this.byTime.keys()).sort();
      this.stepMs = ownStep(this.times);
    }
    const before = this.times[countUpTo(this.times, this.times.length, time) - 1];
    return time - before < this.stepMs ? this.byTime.get(before) : undefined;
  }
}

/** The distance of a series' values where none is missing, ms: a quarter of the distances are no longer. */
function ownStep(times: Float64Array): number {
  const distances = times.slice(1).map((time, index) => time - times[index]);
  return distances.sort()[(distances.length - 1) >> 2] ?? 0;
}
