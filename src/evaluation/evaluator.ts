import { isEqual } from 'lodash';

import type { Carry, Evaluation, Ignored, Judgement, JudgementVersion, Samples, Span } from './evaluation';
import { TOO_FEW } from './evaluation';
import { describe } from './describe';
import type { Ordered } from './samples';
import { ascends, countOf, countUpTo, isSample } from './samples';
import { Sorter } from './sorter';
import { judgementAt, Walk } from './walk';

/** What could not be used of the samples, as far as their order tells. */
type Disorder = Omit<Ignored, 'unpaired'>;

const NO_DISORDER: Disorder = { noTime: 0, notANumber: 0, sameTime: 0, sorted: false };

/**
 * Evaluates one series again and again, as it grows: only samples that are new are judged, where those before them are
 * the ones that were judged before. What it tells is what an evaluation from the start would tell.
 */
export class Evaluator {
  private walk?: Walk;
  private disorder = NO_DISORDER;
  private readonly sorter = new Sorter();

  /** @param start - Where an earlier evaluation of the same series ended; undefined: its history is unknown. */
  constructor(private readonly start?: Carry) {}

  /**
   * @param samples - As in `evaluate`.
   * @param rule - Its versions, ascending by `from`, or the only one. Never empty.
   */
  evaluate(samples: Samples, rule: Judgement | readonly JudgementVersion[], span: Span): Evaluation {
    const versions = isHistory(rule) ? rule : [{ from: -Infinity, judgement: rule }];
    const moment = judgedMoment(versions, span);
    const { walk, ordered } = this.judged(samples, versions, moment.samplesTo);
    const settles = moment.judgedTo < moment.at;
    const newest = settles ? newestUpTo(ordered, Math.min(moment.at, moment.askedTo)) : walk.newestTime;
    const next = settles ? firstAfter(ordered, moment.judgedTo) : undefined;
    return { ...describe(walk, { ...moment, newest, next, span }), ignored: this.ignored(samples) };
  }

  /** Where it stands after the last sample that was judged; undefined before the first evaluation. */
  get end(): Carry | undefined {
    return this.walk?.carry();
  }

  /** The walk through the samples up to `at`, and all of them in order. */
  private judged(samples: Samples, versions: readonly JudgementVersion[], at: number) {
    const known = this.sorter.known(samples);
    const inOrder = known ? undefined : judgedPart(samples, at);
    const walk = inOrder && this.walkOn(inOrder, versions);
    if (walk) {
      this.disorder = { ...NO_DISORDER, notANumber: walk.judge.notNumbers };
      return { walk, ordered: samples };
    }
    const { samples: ordered, ignored } = known ?? this.sorter.sort(samples);
    this.disorder = ignored;
    return { walk: this.walkOn(judgedPart(ordered, at)!, versions)!, ordered };
  }

  /** @returns Undefined where the samples are not in order: then nothing is known. */
  private walkOn(samples: Ordered, versions: readonly JudgementVersion[]): Walk | undefined {
    const { walk } = this;
    const goesOn = walk && isEqual(walk.versions, versions) && walk.isHeadOf(samples);
    const next = goesOn ? walk : new Walk(versions, samples, this.start);
    if (next.extend(samples)) {
      this.walk = next;
      return next;
    }
    // What has judged samples out of order is of no use any more; another may be, once they are sorted.
    this.walk = goesOn ? undefined : walk;
    return undefined;
  }

  private ignored({ times, values }: Samples): Ignored | undefined {
    const ignored = { ...this.disorder, unpaired: Math.abs(times.length - values.length) };
    return Object.values(ignored).some(Boolean) ? ignored : undefined;
  }
}

function isHistory(rule: Judgement | readonly JudgementVersion[]): rule is readonly JudgementVersion[] {
  return Array.isArray(rule);
}

/**
 * The moment of which the evaluation speaks, the one up to which is judged, because values settle, and the one up to which
 * samples are, epoch ms. What was asked up to is the smaller of the range's end and the moment of the request: samples
 * stamped later are none yet.
 *
 * @param versions - Ascending, never empty: the one in force at the moment says how long values take to settle.
 */
export function judgedMoment(versions: readonly JudgementVersion[], span: Span) {
  const { now, to, asked } = span;
  const at = now ?? to;
  const askedTo = askedUpTo(span);
  const { settleAfterMs = 0 } = judgementAt(versions, at);
  // A range that ended before has no clock that goes on: its values have settled as far as they had when asked for.
  const clock = now ?? asked;
  const settled = settleAfterMs > 0 && clock !== undefined ? clock - settleAfterMs : Infinity;
  const judgedTo = Math.min(at, settled);
  return { at, judgedTo, askedTo, samplesTo: Math.min(judgedTo, askedTo) };
}

/** Up to when samples were asked for. Where nobody says when, it was now, or the end of the range before it. */
function askedUpTo({ to, now, asked }: Span): number {
  return Math.min(to, asked ?? now ?? to);
}

/** The samples up to the moment judged; undefined where times are seen to be out of order. */
function judgedPart(samples: Samples, at: number): Ordered | undefined {
  const { times, values } = samples;
  const count = countOf(samples);
  const length = countUpTo(times, count, at);
  // Infinity is no time, and ascending times have it last.
  const inOrder = times[count - 1] !== Infinity && ascends(times, length, count);
  return inOrder ? { times, values, length } : undefined;
}

/**
 * The time of the newest sample up to a moment, of samples in order. Rows that an earlier evaluation has judged are handed
 * over unseen: one of them may have a stamp that is no number.
 */
function newestUpTo(samples: Samples, at: number): number | undefined {
  const { times, values } = samples;
  let row = countUpTo(times, countOf(samples), at) - 1;
  while (row >= 0 && !(Number.isFinite(times[row]) && (isSample(values[row]) || values[row] === TOO_FEW))) {
    row--;
  }
  return row < 0 ? undefined : times[row];
}

/** The time of the first sample after a moment, of samples in order. */
function firstAfter(samples: Samples, at: number): number | undefined {
  const { times, values } = samples;
  const count = countOf(samples);
  let row = countUpTo(times, count, at);
  while (row < count && !isSample(values[row])) {
    row++;
  }
  return row < count ? times[row] : undefined;
}
