import type { Samples } from '../evaluation/evaluation';
import { countOf, endsOf } from '../evaluation/samples';
import type { RuleHistory } from '../rule/rule';
import type { Sifted, Voluminous, Volumes } from './volume';
import { sift, volumeName } from './volume';

/** Takes what has too little volume out of one metric, again and again as the clock ticks: of the same samples once. */
export class VolumeSieve {
  private given: readonly unknown[] = [];
  private last?: Sifted;

  /** As `sift`: what was asked before changes what it costs, not what it says. */
  sift(samples: Samples, history: RuleHistory, volumes: Volumes, to: number): Voluminous {
    const names = history.versions.map(({ rule }) => volumeName(rule)).filter((name) => name !== undefined);
    const all = [samples, ...names.map((name) => volumes.samplesOf(name))];
    const given = [history, ...all.flatMap(identityOf)];
    if (!this.last || !(this.last.from <= to && to < this.last.until) || !isSame(this.given, given)) {
      this.given = given;
      this.last = sift(samples, history, volumes, to);
    }
    return this.last;
  }
}

/** What tells samples from others, and from what a stream makes of them by writing into its own arrays. */
function identityOf(samples: Samples | undefined): readonly unknown[] {
  if (samples === undefined) {
    return [undefined];
  }
  const { times, values } = samples;
  return [times, values, times.length, values.length, ...endsOf(samples, countOf(samples))];
}

function isSame(former: readonly unknown[], given: readonly unknown[]): boolean {
  return former.length === given.length && former.every((one, index) => Object.is(one, given[index]));
}
