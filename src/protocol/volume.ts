import type { Samples } from '../evaluation/evaluation';
import { isSample } from '../evaluation/samples';
import { ruleKind } from '../rule/kind';
import type { Rule, RuleHistory } from '../rule/rule';
import type { Stretch, TooFew } from './protocol';

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

/** The volume series of a panel by the names that rules state: many metrics share one, and it is read once. */
export class Volumes {
  private readonly samples = new Map<string, Samples | undefined>();
  private readonly volumes = new Map<string, ReadonlyMap<number, number>>();

  constructor(private readonly find: VolumeOf) {}

  /** Undefined where there is no such series. */
  samplesOf(name: string): Samples | undefined {
    if (!this.samples.has(name)) {
      this.samples.set(name, this.find(name));
    }
    return this.samples.get(name);
  }

  /** Empty where there is no such series. */
  byTime(name: string): ReadonlyMap<number, number> {
    const volumes = this.volumes.get(name) ?? volumesByTime(this.samplesOf(name));
    this.volumes.set(name, volumes);
    return volumes;
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
 * Takes out the samples whose volume is too small, or not known at their very time (design: a sample with too little
 * volume is no sample). Each is judged by the version of the rule in force at its time.
 *
 * @param samples - Not mutated; rows keep their places.
 * @param to - Samples after it are not looked at, epoch ms.
 */
export function sift({ times, values }: Samples, history: RuleHistory, all: Volumes, to: number): Sifted {
  const versions = history.versions.map(({ validFrom = -Infinity, rule }) => ({
    validFrom,
    needed: volumeName(rule) === undefined ? undefined : rule.minVolume,
    volumes: all.byTime(volumeName(rule) ?? ''),
  }));
  const { rows, until } = rowsUpTo({ times, values }, to);
  const kept: Array<number | null | undefined> = Array.from(values);
  const tooFew: Stretch[] = [];
  let newest: Voluminous['newest'];
  for (const row of rows) {
    const time = times[row];
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
  const from = rows.length > 0 ? times[rows[rows.length - 1]] : -Infinity;
  return { samples: { times, values: kept }, tooFew, newest, from, until };
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
