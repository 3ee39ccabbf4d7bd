import type { StoredRule } from '../../rule/agreement';
import { fingerprintOf } from '../../rule/fingerprint';

/**
 * What the signature of a version was given for, where that is something else: it stands already over another content, and
 * nowhere over this one. A row that is changed beside columns that nobody touched is not signed by that.
 *
 * @param known - The versions that are known of the rule, in any order. A signature is the same where all that the version
 * gives of it (by whom, on what day) is.
 * @returns The fingerprint of what was signed; undefined where nobody signed the version, or nothing else with that.
 */
export function borrowedFrom(version: StoredRule, known: readonly StoredRule[]): string | undefined {
  const given = (['agreedBy', 'agreedOn'] as const).filter((field) => textOf(version[field]) !== '');
  if (given.length === 0) {
    return undefined;
  }
  const signed = known
    .filter((one) => given.every((field) => textOf(one[field]) === textOf(version[field])))
    .map((one) => textOf(one.agreedFingerprint) || fingerprintOf(one));
  return signed.includes(fingerprintOf(version)) ? undefined : signed[0];
}

/**
 * The versions of a rule, each signature without a fingerprint told apart that was given for another of them, or for what
 * is known beside them: it gets the fingerprint of that, and the version counts as changed, not agreed yet.
 *
 * @param versions - Ascending: of two contents with one signature the earlier one was signed.
 */
export function withBorrowedTold<Version extends StoredRule>(
  versions: readonly Version[],
  known: readonly StoredRule[] = []
): Version[] {
  return versions.map((version, index) => {
    const former = [...known, ...versions.slice(0, index)];
    const agreedFingerprint = textOf(version.agreedFingerprint) === '' ? borrowedFrom(version, former) : undefined;
    return agreedFingerprint !== undefined ? { ...version, agreedFingerprint } : version;
  });
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.trim() : '';
}
