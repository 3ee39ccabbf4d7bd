import { isEqual } from 'lodash';

import type { RuleField } from '../../rule/fields';
import type { Bounds, RuleInput, VersionInput } from '../../rule/schema';
import { versionSchema } from '../../rule/schema';
import { versionAt, versionsOf } from './ruleVersions';

/** What a field of a stored rule says: a level, or a text as it is written. */
export type FieldValue = Bounds | string;

/** A field that says something else than before; undefined where it says nothing. */
export interface FieldChange {
  field: RuleField;
  before?: FieldValue;
  after?: FieldValue;
}

/** What an import changes in one version of a rule. */
export type VersionChange = {
  /** From when on the version is in force, as it is written; undefined: since ever. */
  from?: string;
} & (
  | {
      /** A version that was not there, told against the one that it follows; or one that was, and says something else. */
      kind: 'new' | 'changed';
      fields: readonly FieldChange[];
    }
  | { kind: 'removed' }
);

/** Fields that say where a version belongs, what is written down of its agreement, or what was written elsewhere. */
const UNTOLD: ReadonlyArray<keyof VersionInput> = [
  'validFrom',
  'changedOn',
  'agreedFingerprint',
  'unreadable',
  'agreedValues',
  'recovery',
];

/**
 * What changes from one stored rule to another, version by version, field by field, in the order in which people read a
 * rule. A version that was not there is told against the one in force until then. A cell that can't be read says what is
 * written there.
 *
 * @returns Empty where both say the same. Never mutates.
 */
export function ruleChanges(before: RuleInput, after: RuleInput): VersionChange[] {
  const [former, next] = [versionsOf(before), versionsOf(after)];
  const changes = next.map(({ from, version }, index): VersionChange => {
    const same = former.find((one) => one.from === from);
    const preceding = versionAt(former, from)?.version ?? next[index - 1]?.version ?? {};
    return {
      kind: same || former.length === 0 ? 'changed' : 'new',
      ...startOf(version),
      fields: fieldChanges(same?.version ?? preceding, version),
    };
  });
  const gone = former.filter(({ from, version }) => says(version) && !next.some((one) => one.from === from));
  return [
    ...gone.map(({ version }): VersionChange => ({ kind: 'removed', ...startOf(version) })),
    ...changes.filter((change) => change.kind === 'removed' || change.fields.length > 0),
  ];
}

/** The fields that say something else in two versions of a rule. */
export function fieldChanges(before: VersionInput, after: VersionInput): FieldChange[] {
  const [former, next] = [valuesOf(before), valuesOf(after)];
  // Whose recovery it is is asked: nobody knows yet what changes.
  const asked = (after.unreadable ?? []).filter(({ code }) => code === 'recoveryOfWhich').map(({ field }) => field);
  const told = FIELDS.filter((field) => !asked.some((one) => one === field));
  return told
    .filter((field) => !isEqual(former[field], next[field]))
    .map((field) => ({
      field,
      ...(former[field] !== undefined && { before: former[field] }),
      ...(next[field] !== undefined && { after: next[field] }),
    }));
}

const FIELDS: readonly RuleField[] = (Object.keys(versionSchema.shape) as Array<keyof VersionInput>).flatMap(
  (field): RuleField[] =>
    field === 'recovery' ? ['recoveryWarning', 'recoveryCritical'] : UNTOLD.includes(field) ? [] : [field as RuleField]
);

function valuesOf({ recovery, unreadable = [], ...version }: VersionInput): Partial<Record<RuleField, FieldValue>> {
  const written = Object.fromEntries(unreadable.map((one) => [one.field, one.written]));
  const levels = { recoveryWarning: recovery?.warning, recoveryCritical: recovery?.critical };
  const all: Record<string, unknown> = { ...version, ...levels, ...written };
  const said = Object.entries(all).filter(
    ([, value]) => value !== undefined && (typeof value !== 'string' || value.trim() !== '')
  );
  return Object.fromEntries(said) as Partial<Record<RuleField, FieldValue>>;
}

function says(version: VersionInput): boolean {
  return Object.keys(valuesOf(version)).length > 0;
}

function startOf({ validFrom }: VersionInput): { from?: string } {
  return validFrom === undefined || validFrom.trim() === '' ? {} : { from: validFrom };
}
