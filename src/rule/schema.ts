import * as z from 'zod/mini';

import { DURATION_PATTERN } from '../time/duration';
import type { VersionField } from './storedFields';
import { NO_DATA, STORED_OPERATORS } from './storedFields';

/** One number, or two for a range. */
const bounds = z.union([z.number(), z.tuple([z.number(), z.number()])]);
const duration = z.string().check(z.regex(DURATION_PATTERN));
const text = z.string();
const date = z.iso.date();

/** The fields of a rule, every one optional, blank meaning "not given". */
const fields = {
  operator: z.optional(z.enum(STORED_OPERATORS)),
  warning: z.optional(bounds),
  critical: z.optional(bounds),
  recovery: z.optional(z.object({ warning: z.optional(bounds), critical: z.optional(bounds) })),
  for: z.optional(duration),
  keepFiringFor: z.optional(duration),
  staleAfter: z.optional(duration),
  respondWithin: z.optional(duration),
  escalateAfter: z.optional(duration),
  noData: z.optional(z.enum(NO_DATA)),
  definition: z.optional(text),
  agreedBy: z.optional(text),
  agreedOn: z.optional(date),
  /** When a mistake in what was agreed was corrected: written by the form, until it is agreed anew. */
  changedOn: z.optional(date),
  owner: z.optional(text),
  contact: z.optional(text),
  notify: z.optional(text),
  action: z.optional(text),
  automation: z.optional(text),
  respondUrl: z.optional(text),
  escalateTo: z.optional(text),
  runbook: z.optional(text),
  key: z.optional(text),
  reviewBy: z.optional(date),
  noRule: z.optional(text),
  settleAfter: z.optional(duration),
  due: z.optional(text),
  workingHours: z.optional(text),
  holidays: z.optional(text),
  minVolume: z.optional(z.number().check(z.nonnegative())),
  volumeSeries: z.optional(text),
  validFrom: z.optional(text),
  /** What was agreed, as `fingerprintOf` takes it: written when somebody marks the rule as agreed. */
  agreedFingerprint: z.optional(text),
  /** Cells of a sheet that could not be read: what was written, and why. No other source fills in for them. */
  unreadable: z.optional(
    z.array(
      z.object({
        field: text,
        written: text,
        code: text,
        readings: z.optional(z.tuple([text, text])),
        unit: z.optional(text),
      })
    )
  ),
} satisfies Record<VersionField, z.ZodMiniType>;

/** One version of a rule as it is stored. */
export const versionSchema = z.object(fields);

/**
 * What is stored of a rule in a panel's JSON: flat, every field optional, blank meaning "not given". The one source of
 * the type, of the validation and of the published JSON Schema. Fields that it does not know are tolerated.
 */
export const ruleSchema = z.object({
  ...fields,
  /** The versions before this one, each whole, in force from its own `validFrom` until the next one's. */
  earlier: z.optional(z.array(versionSchema)),
});

/** A rule as it is stored and edited. */
export type RuleInput = z.infer<typeof ruleSchema>;

/** One version of a rule as it is stored: without those before it. */
export type VersionInput = z.infer<typeof versionSchema>;

/** What was written in a field that could not be read, and why. */
export type Unreadable = NonNullable<VersionInput['unreadable']>[number];

/** One number, or two for a range, as it is stored. */
export type Bounds = z.infer<typeof bounds>;
