import { isEqual, sortBy, uniqBy } from 'lodash';

import type { MergeContext, StatedVersion } from './merge';
import { mergeVersion } from './merge';
import type { ReadInput } from './read';
import { toProblem, versionName } from './read';
import type { RuleField } from './fields';
import type { Problem, ProblemCode, Rule, RuleHistory } from './rule';
import type { RuleSources, SourcesRead } from './sources';
import { readSources } from './sources';
import { hasVariable } from './textProblem';
import { parseMoment } from '../time/moment';

/**
 * Merges the sources of a metric's rule with their versions: field by field, for each span between the moments at which
 * a source's rule changes. Before its first version a source states nothing, and while none states anything there is no
 * rule, not even that of the native thresholds (they have no history, and serve every version alike).
 *
 * A source's stored rule is its newest version. One that does not say from when it is valid is in force since ever, and
 * those before it never were; an earlier one whose moment can't be read is left out; of two with the same moment the
 * newer counts. All three are reported. The order in which versions are listed does not matter otherwise.
 *
 * @returns At least one version, the first without `validFrom`; versions that change nothing for this metric are left
 * out. Each version's problems are those of the whole history, because only one is shown at a time. Never throws but
 * for `interpolate`; mutates nothing.
 */
export function mergeHistory(sources: RuleSources): RuleHistory {
  return mergeRead(readSources(sources), sources);
}

/** As `mergeHistory`, of stored rules that were read before. */
export function mergeRead(read: SourcesRead, context: MergeContext): RuleHistory {
  return new HistoryMerger(read, context).merge();
}

/** The version of a rule that is in force at a moment, epoch ms. */
export function ruleAt({ versions }: RuleHistory, time: number): Rule {
  const inForce = versions.findLast(({ validFrom }) => validFrom === undefined || validFrom <= time);
  return (inForce ?? versions[0]).rule;
}

/** A version of what one source states, in force from a moment on (epoch ms; -Infinity: since ever). */
interface Dated extends StatedVersion {
  from: number;
}

/** What the sources state from a moment on (epoch ms; -Infinity: since ever), the more specific first. */
export interface StatedSpan {
  from: number;
  stated: readonly Dated[];
}

/** The spans between the moments at which a source's rule changes, ascending, with what is stated in each. */
export function statedSpans(sources: RuleSources): StatedSpan[] {
  return new HistoryMerger(readSources(sources), sources).spans();
}

class HistoryMerger {
  private readonly problems: Problem[];
  private readonly timelines: Dated[][];

  constructor(
    { inputs, problems }: SourcesRead,
    private readonly context: MergeContext
  ) {
    this.problems = [...problems];
    this.timelines = inputs.map((stated) => this.timeline(stated));
  }

  spans(): StatedSpan[] {
    const changes = this.timelines.flat().map(({ from }) => from);
    const starts = [...new Set([-Infinity, ...changes])].sort((a, b) => a - b);
    return starts.map((from) => ({ from, stated: this.inForceFrom(from) }));
  }

  merge(): RuleHistory {
    const isStored = this.timelines.some((timeline) => timeline.length > 0);
    const spans = this.spans().map(({ from, stated }) => ({
      from,
      // Native thresholds serve every version alike, and none where none is in force.
      rule: stated.length === 0 && isStored ? mergeVersion([], {}) : mergeVersion(stated, this.context),
    }));
    const all = [...this.problems, ...spans.flatMap(({ rule }) => rule.problems)];
    const problems = uniqBy(all, (problem) => JSON.stringify(problem));
    const versions = spans
      .filter(({ rule }, index) => index === 0 || !isSame(rule, spans[index - 1].rule))
      .map(({ from, rule }) => ({ ...(from > -Infinity && { validFrom: from }), rule: { ...rule, problems } }));
    return { versions };
  }

  private inForceFrom(from: number): Dated[] {
    return this.timelines
      .map((timeline) => timeline.findLast((version) => version.from <= from))
      .filter((version) => version !== undefined);
  }

  /** The versions of one source, ascending, each moment once. */
  private timeline({ source, input }: StatedVersion & { input: ReadInput }): Dated[] {
    if (Object.values(input).every((value) => value === undefined)) {
      return [];
    }
    const { earlier = [], ...newest } = input;
    const stated = { source, input: newest };
    const from = this.momentOf(stated);
    if (from === undefined || from === -Infinity) {
      if (earlier.length > 0) {
        this.report(stated, 'earlier', 'earlierWithoutValidFrom');
      }
      return [{ ...stated, from: -Infinity }];
    }
    const former = earlier.map((version, index) => ({
      source,
      input: version,
      version: versionName(version.validFrom, index),
    }));
    const dated = former.flatMap((version) => {
      const begin = this.momentOf(version);
      return begin === undefined ? [] : [{ ...version, from: begin }];
    });
    return this.apart(sortBy([...dated, { ...stated, from }], (version) => version.from));
  }

  /** Of versions with the same moment the last listed: the newer. */
  private apart(sorted: Dated[]): Dated[] {
    return sorted.filter((version, index) => {
      const isLast = version.from !== sorted[index + 1]?.from;
      if (!isLast) {
        this.report(version, 'validFrom', 'sameValidFrom');
      }
      return isLast;
    });
  }

  /** From when on a version is in force: since ever (-Infinity) where it does not say, undefined where it can't be read. */
  private momentOf(version: StatedVersion): number | undefined {
    const raw = version.input.validFrom ?? '';
    const written = this.context.interpolate?.(raw) ?? raw;
    if (written.trim() === '') {
      return -Infinity;
    }
    const { time, problem } = parseMoment(written);
    if (problem && hasVariable(raw)) {
      this.report(version, 'validFrom', problem.code, problem.found);
    }
    return time;
  }

  private report(
    version: StatedVersion,
    field: RuleField,
    code: ProblemCode,
    found = version.input.validFrom ?? ''
  ): void {
    this.problems.push(toProblem(version, field, code, found));
  }
}

/** Whether two versions are the same rule, from the same sources. */
function isSame(a: Rule, b: Rule): boolean {
  return isEqual({ ...a, problems: [] }, { ...b, problems: [] });
}
