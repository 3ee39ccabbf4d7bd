import * as z from 'zod/mini';

import { DURATION_PATTERN } from '../time/duration';
import type { Kind, KindOf, RuleField, VersionField } from './fields';
import { fieldAsStored, VERSION_FIELDS } from './fields';
import { NO_DATA, STORED_OPERATORS } from './storedValues';

/** One number, or two for a range. */
const bounds = z.union([z.number(), z.tuple([z.number(), z.number()])]);
const duration = z.string().check(z.regex(DURATION_PATTERN));
const text = z.string();

/** How a field of each kind is stored. */
const BY_KIND = {
  operator: z.enum(STORED_OPERATORS),
  level: bounds,
  recovery: z.object({ warning: z.optional(bounds), critical: z.optional(bounds) }),
  duration,
  delay: duration,
  noData: z.enum(NO_DATA),
  volume: z.number().check(z.nonnegative()),
  text,
  prose: text,
  markdown: text,
  contact: text,
  link: text,
  series: text,
  date: z.iso.date(),
  due: text,
  workingHours: text,
  holidays: text,
  moment: text,
  /** What was agreed, as `fingerprintOf` takes it: written when somebody marks the rule as agreed. */
  fingerprint: text,
  /** Cells of a sheet that could not be read: what was written, and why. No other source fills in for them. */
  unreadable: z.array(
    z.object({
      field: text,
      written: text,
      code: text,
      readings: z.optional(z.tuple([text, text])),
      unit: z.optional(text),
    })
  ),
  values: z.record(text, z.unknown()),
} satisfies Record<Exclude<Kind, 'versions'>, z.ZodMiniType>;

type KindAsStored<F extends VersionField> = F extends RuleField ? KindOf<F> : 'recovery';
type Shape = { [F in VersionField]: z.ZodMiniOptional<(typeof BY_KIND)[KindAsStored<F>]> };

/** The fields of a rule, every one optional, blank meaning "not given". */
const fields = Object.fromEntries(
  VERSION_FIELDS.map((field) => [field, z.optional<z.ZodMiniType>(BY_KIND[fieldAsStored(field).kind])])
) as Shape;

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
