import { DURATION_PATTERN } from '../time/duration';
import { OPERATORS } from './condition';
import { isRecord } from './isRecord';
import type { Bounds, Unreadable, VersionInput } from './schema';

/** What `noData` may say, for no data and stale alike. */
export const NO_DATA = ['show', 'alerting', 'normal', 'keep'] as const;

/** What `operator` may say. */
export const STORED_OPERATORS = ['auto', ...OPERATORS] as const;

/** The fields of one version of a rule as it is stored, in the order in which people read them. */
export const VERSION_FIELDS = [
  'operator',
  'warning',
  'critical',
  'recovery',
  'for',
  'keepFiringFor',
  'staleAfter',
  'respondWithin',
  'escalateAfter',
  'noData',
  'definition',
  'agreedBy',
  'agreedOn',
  'changedOn',
  'owner',
  'contact',
  'notify',
  'action',
  'automation',
  'respondUrl',
  'escalateTo',
  'runbook',
  'key',
  'reviewBy',
  'noRule',
  'settleAfter',
  'due',
  'workingHours',
  'holidays',
  'minVolume',
  'volumeSeries',
  'validFrom',
  'agreedFingerprint',
  'unreadable',
] as const;
export type VersionField = (typeof VERSION_FIELDS)[number];

/** The fields of a stored rule: of its newest version, and the versions before it. */
export const STORED_FIELDS = [...VERSION_FIELDS, 'earlier'] as const;

/*
 * What the schema says of single fields, said once more without it: to show a panel its rules have to be read, and the
 * schema's library is a tenth of all that a browser would have to load for that. A test holds both to each other.
 */

export function isStoredOperator(value: unknown): value is NonNullable<VersionInput['operator']> {
  return STORED_OPERATORS.some((operator) => operator === value);
}

export function isNoData(value: unknown): value is NonNullable<VersionInput['noData']> {
  return NO_DATA.some((choice) => choice === value);
}

export function isBounds(value: unknown): value is Bounds {
  return Array.isArray(value) ? value.length === 2 && value.every(Number.isFinite) : Number.isFinite(value);
}

export function isDurationText(value: unknown): value is string {
  return typeof value === 'string' && DURATION_PATTERN.test(value);
}

export function isVolume(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}

/** As `fingerprintOf` writes it. */
export function isFingerprint(value: unknown): value is string {
  return typeof value === 'string' && /^f1-[0-9a-f]{8}$/.test(value);
}

/** What a sheet could not read, as `readSheet` keeps it. */
export function isUnreadableList(value: unknown): value is Unreadable[] {
  return Array.isArray(value) && value.every(isUnreadable);
}

function isUnreadable(value: unknown): value is Unreadable {
  const { field, written, code, readings, unit } = isRecord(value) ? value : {};
  const isPair = Array.isArray(readings) && readings.length === 2 && readings.every(isText);
  return (
    [field, written, code].every(isText) && (readings === undefined || isPair) && (unit === undefined || isText(unit))
  );
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}
