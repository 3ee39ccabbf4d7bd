import { isRecord } from '../../rule/isRecord';
import type { RawRule } from '../rawRule';
import { setRaw } from '../rawRule';

/** The former versions of a stored rule as they are stored; what is no list is none. */
export function earlierOf(raw: RawRule): readonly unknown[] {
  return Array.isArray(raw.earlier) ? raw.earlier : [];
}

/** The rule without its former versions. */
export function presentOf({ earlier: _, ...present }: RawRule): RawRule {
  return present;
}

/**
 * The rule with a new version from a date on: what was stated until now goes to the former versions, whole, and is the
 * beginning of the new one.
 */
export function withNewVersion(raw: RawRule, validFrom: string): RawRule {
  return { ...raw, validFrom, earlier: [...earlierOf(raw), presentOf(raw)] };
}

/** The rule with a former version changed. */
export function withEarlier(raw: RawRule, place: number, version: RawRule | undefined): RawRule | undefined {
  return setRaw(
    raw,
    'earlier',
    earlierOf(raw).map((one, index) => (index === place ? (version ?? {}) : one))
  );
}

/** The rule without a former version. */
export function withoutEarlier(raw: RawRule, place: number): RawRule | undefined {
  const left = earlierOf(raw).filter((_, index) => index !== place);
  return setRaw(raw, 'earlier', left.length > 0 ? left : undefined);
}

/** Until when a former version was in force: the beginning of the next one, as it is written. */
export function endOf(raw: RawRule, place: number): string | undefined {
  const next = earlierOf(raw)[place + 1] ?? raw;
  return isRecord(next) && typeof next.validFrom === 'string' ? next.validFrom : undefined;
}
