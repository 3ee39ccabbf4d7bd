import { sortBy } from 'lodash';

import type { RuleInput, VersionInput } from '../../rule/schema';
import { parseMoment } from '../../time/moment';

/** A version of a stored rule, and from when on it is in force: epoch ms; -Infinity: since ever. */
export interface DatedVersion {
  from: number;
  version: VersionInput;
}

/**
 * The versions of a stored rule, ascending. One whose beginning can't be read, because it has a variable or a mistake,
 * counts as in force since ever.
 */
export function versionsOf({ earlier = [], ...newest }: RuleInput): DatedVersion[] {
  return sortBy(
    [...earlier, newest].map((version) => ({ from: parseMoment(version.validFrom ?? '').time ?? -Infinity, version })),
    ({ from }) => from
  );
}

/** The version in force at a moment; undefined before the first one. */
export function versionAt(versions: readonly DatedVersion[], time: number): DatedVersion | undefined {
  return versions.findLast(({ from }) => from <= time);
}

/** The versions as one stored rule, the last of them the newest. Undefined where there are none. */
export function ruleOfVersions(versions: readonly VersionInput[]): RuleInput | undefined {
  const newest = versions.at(-1);
  return newest && versions.length > 1 ? { ...newest, earlier: versions.slice(0, -1) } : newest;
}
