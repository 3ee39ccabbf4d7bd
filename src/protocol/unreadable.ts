import type { Figures, Now, Segment, Span } from '../evaluation/evaluation';
import type { Severity } from '../rule/level';
import { ruleKind } from '../rule/kind';
import type { Rule, RuleHistory } from '../rule/rule';

/**
 * The state beside what can't be read. Beside levels: what is known of the others stays where it is worse, and they are
 * named; else nobody can tell. Beside an age limit or a schedule: a level that fires goes on firing, and of everything
 * better nobody can tell whether it is still so.
 */
export function withUnreadable(now: Now, { unreadable, unreadAge }: Rule): Now {
  if (unreadable.length === 0) {
    return unreadAge === undefined ? now : withUnreadAge(now);
  }
  const unknown = [...unreadable, ...now.unknown.filter((severity) => !unreadable.includes(severity))];
  if ((now.state === 'firing' && now.because === undefined) || isMissing(now)) {
    return { ...now, unknown };
  }
  return unknownBeside(now, unknown);
}

function withUnreadAge(now: Now): Now {
  const isWorse = now.state === 'firing' || now.state === 'unknown' || now.state === 'unruled' || isMissing(now);
  const isForWantOfData = 'because' in now && now.because !== undefined;
  return isWorse || isForWantOfData ? now : unknownBeside(now, now.unknown);
}

function unknownBeside({ at, live, judgedTo, changesAt }: Now, unknown: readonly Severity[]): Now {
  return { at, live, judgedTo, changesAt, state: 'unknown', since: null, unknown };
}

function isMissing({ state }: Now): boolean {
  return state === 'nodata' || state === 'stale' || state === 'error';
}

/**
 * History beside what can't be read, as the state is told: where no level fired and data was there, nobody can tell. Of an
 * age limit or a schedule, too: how long each value held depends on it.
 */
export function unreadableHistory(segments: readonly Segment[], { versions }: RuleHistory): readonly Segment[] {
  if (versions.every(({ rule }) => isReadable(rule))) {
    return segments;
  }
  const pieces = segments.flatMap((segment) =>
    versions.flatMap(({ validFrom = -Infinity, rule }, index): Segment[] => {
      const from = Math.max(segment.from, validFrom);
      const to = Math.min(segment.to, versions[index + 1]?.validFrom ?? Infinity);
      const isKnown = isReadable(rule) || segment.state === 'firing' || segment.state === 'nodata';
      return from < to ? [isKnown ? { ...segment, from, to } : { from, to, state: 'unknown' }] : [];
    })
  );
  return pieces.reduce<Segment[]>((joined, piece) => {
    const last = joined.at(-1);
    const isSame = last && last.state === piece.state && last.severity === piece.severity;
    return isSame ? [...joined.slice(0, -1), { ...last, to: piece.to }] : [...joined, piece];
  }, []);
}

function isReadable(rule: Rule): boolean {
  // Without an agreement nothing is called old.
  return rule.unreadable.length === 0 && (rule.unreadAge === undefined || ruleKind(rule) !== 'ruled');
}

/** Figures of a span in which a level could not be read: it may have fired as well, so they are the least. */
export function unreadableFigures(figures: Figures, { versions }: RuleHistory, { from, to, now = to }: Span): Figures {
  const isUnread = versions.some(
    ({ validFrom = -Infinity, rule }, index) =>
      rule.unreadable.length > 0 && validFrom < Math.min(to, now) && (versions[index + 1]?.validFrom ?? Infinity) > from
  );
  return isUnread ? { ...figures, atLeast: true } : figures;
}
