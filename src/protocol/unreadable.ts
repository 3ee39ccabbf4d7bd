import type { Now, Segment } from '../evaluation/evaluation';
import type { Rule, RuleHistory } from '../rule/rule';

/**
 * The state beside levels that can't be read: what is known of the others stays where it is worse, and they are named;
 * else nobody can tell.
 */
export function withUnreadable(now: Now, { unreadable }: Rule): Now {
  if (unreadable.length === 0) {
    return now;
  }
  const unknown = [...unreadable, ...now.unknown.filter((severity) => !unreadable.includes(severity))];
  if ((now.state === 'firing' && now.because === undefined) || isMissing(now)) {
    return { ...now, unknown };
  }
  const { at, live, judgedTo, changesAt } = now;
  return { at, live, judgedTo, changesAt, state: 'unknown', since: null, unknown };
}

function isMissing({ state }: Now): boolean {
  return state === 'nodata' || state === 'stale' || state === 'error';
}

/** History beside levels that can't be read: where no level fired and data was there, nobody can tell. */
export function unreadableHistory(segments: readonly Segment[], { versions }: RuleHistory): readonly Segment[] {
  if (versions.every(({ rule }) => rule.unreadable.length === 0)) {
    return segments;
  }
  const pieces = segments.flatMap((segment) =>
    versions.flatMap(({ validFrom = -Infinity, rule }, index): Segment[] => {
      const from = Math.max(segment.from, validFrom);
      const to = Math.min(segment.to, versions[index + 1]?.validFrom ?? Infinity);
      const isKnown = rule.unreadable.length === 0 || segment.state === 'firing' || segment.state === 'nodata';
      return from < to ? [isKnown ? { ...segment, from, to } : { from, to, state: 'unknown' }] : [];
    })
  );
  return pieces.reduce<Segment[]>((joined, piece) => {
    const last = joined.at(-1);
    const isSame = last && last.state === piece.state && last.severity === piece.severity;
    return isSame ? [...joined.slice(0, -1), { ...last, to: piece.to }] : [...joined, piece];
  }, []);
}
