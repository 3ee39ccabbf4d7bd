import { groupBy, isEqual, uniqBy } from 'lodash';

import type { ParsedField, TextField, VersionField } from '../../rule/fields';
import { isOf, isOneOf, levelOf, PARSED_FIELDS, RECOVERY_FIELDS, TEXT_FIELDS, VERSION_FIELDS } from '../../rule/fields';
import type { StatedSpan } from '../../rule/history';
import { statedSpans } from '../../rule/history';
import type { Severity } from '../../rule/level';
import type { StatedVersion } from '../../rule/merge';
import type { RuleInput, Unreadable, VersionInput } from '../../rule/schema';
import { fingerprintOfLayers } from '../../rule/signatures';
import type { RuleSources } from '../../rule/sources';
import type { FileRule } from './ruleFile';

/** A metric by name, with what its rule is merged from. */
export interface MetricSources {
  metric: string;
  /** What a person is told in the place of the name, where several metrics have it. */
  label?: string;
  sources: RuleSources;
}

/**
 * The rules of metrics as a file has them, in the order of the metrics: one for each name, of several metrics the first
 * of which something is stated; an empty one, to be filled in, where nothing is.
 */
export function storedRules(stated: readonly MetricSources[]): FileRule[] {
  const rules = stated
    .filter(({ metric }) => metric.trim() !== '')
    .map(({ metric, sources }) => ({ metric, rule: storedRule(sources) }));
  const first = new Map<string, FileRule>();
  for (const rule of rules) {
    const name = rule.metric.trim();
    const before = first.get(name);
    first.set(name, before && saysSomething(before) ? before : rule);
  }
  return [...first.values()];
}

/** The names that several metrics have of which different rules are stated: a file has one for a name. */
export function namesRuledApart(stated: readonly MetricSources[]): string[] {
  const named = Object.entries(groupBy(stated, ({ metric }) => metric.trim()));
  return named
    .filter(([, metrics]) => {
      const [first, ...others] = metrics.map(({ sources }) => storedRule(sources));
      return others.some((rule) => !isEqual(rule, first));
    })
    .map(([name]) => name);
}

/** Whether a rule of a file says anything: a row with no more than a metric is one to be filled in. */
export function saysSomething({ rule }: FileRule): boolean {
  return Object.keys(rule).length > 0;
}

/**
 * What the sources of a metric's rule state, as one stored rule: field by field the first that gives it, its texts as
 * they were written, with their variables. As the one source of the metric's rule it gives the same history as the
 * sources do. What can't be read is kept as it was written; native thresholds are stated by the field, and so are not in it.
 *
 * @returns An empty rule where nothing is stated.
 */
export function storedRule(sources: RuleSources): RuleInput {
  const versions = statedSpans(sources)
    .filter(({ stated }) => stated.length > 0)
    .map((span) => versionOf(span, sources.interpolate ?? ((text) => text)));
  const changes = versions.filter((version, index) => index === 0 || !isSame(version, versions[index - 1]));
  const newest = changes[changes.length - 1] ?? {};
  return changes.length > 1 ? { ...newest, earlier: changes.slice(0, -1) } : newest;
}

type Interpolate = (text: string) => string;

function versionOf({ from, stated }: StatedSpan, interpolate: Interpolate): VersionInput {
  const version: Record<string, unknown> = {};
  for (const field of VERSION_FIELDS) {
    const value = valueOf(field, stated, interpolate);
    if (value !== undefined) {
      version[field] = value;
    }
  }
  const unreadable = unreadableOf(stated);
  if (unreadable.length > 0) {
    version.unreadable = unreadable;
  }
  if (!isDueFirst(stated, version)) {
    delete version.due;
  }
  const validFrom = stated.find((source) => source.from === from)?.input.validFrom;
  const layers = stated.map(({ input }) => input);
  const agreedFingerprint = fingerprintOfLayers(layers, version);
  return {
    ...version,
    ...(from > -Infinity && { validFrom }),
    ...(agreedFingerprint !== undefined && { agreedFingerprint }),
  };
}

function valueOf(field: VersionField, stated: readonly StatedVersion[], interpolate: Interpolate): unknown {
  if (isOf(field, 'moment', 'fingerprint', 'unreadable')) {
    return undefined;
  }
  if (field === 'recovery') {
    return recoveryOf(stated);
  }
  const readable = untilUnreadable(stated, field);
  const given = readable.map(({ input }) => input[field]).filter((value) => value !== undefined);
  if (!isText(field)) {
    return given[0];
  }
  return given.find((text) => typeof text === 'string' && interpolate(text).trim() !== '');
}

/** The sources before the first one whose field can't be read: that one ends the search. */
function untilUnreadable(stated: readonly StatedVersion[], field: string): readonly StatedVersion[] {
  const end = stated.findIndex(({ input }) => input.unreadable?.some((one) => one.field === field));
  return end < 0 ? stated : stated.slice(0, end);
}

/** What can't be read, of each field the first that is stated, unless a readable one comes before it. */
function unreadableOf(stated: readonly StatedVersion[]): Unreadable[] {
  const all = stated.flatMap(({ input }) => input.unreadable ?? []);
  const says = (field: string) =>
    untilUnreadable(stated, field).some(({ input }) =>
      isOf(field, 'recovery')
        ? input.recovery?.[levelOf(field)] !== undefined
        : input[field as VersionField] !== undefined
    );
  return uniqBy(all, ({ field }) => field).filter(({ field }) => !says(field));
}

function recoveryOf(stated: readonly StatedVersion[]): VersionInput['recovery'] {
  const first = (severity: Severity) =>
    untilUnreadable(stated, RECOVERY_FIELDS[severity])
      .map(({ input }) => input.recovery?.[severity])
      .find((bounds) => bounds !== undefined);
  const [warning, critical] = [first('warning'), first('critical')];
  const recovery = { ...(warning !== undefined && { warning }), ...(critical !== undefined && { critical }) };
  return Object.keys(recovery).length > 0 ? recovery : undefined;
}

function isText(field: VersionField): field is TextField | ParsedField {
  return isOneOf(TEXT_FIELDS, field) || isOneOf(PARSED_FIELDS, field);
}

/** Of `due` and `staleAfter` the one of the more specific source counts; together in one rule it would be `due`. */
function isDueFirst(stated: readonly StatedVersion[], { due }: VersionInput): boolean {
  const place = (is: (input: VersionInput) => boolean | undefined) => stated.findIndex(({ input }) => is(input));
  const age = place(
    ({ staleAfter, unreadable }) => staleAfter !== undefined || unreadable?.some(({ field }) => field === 'staleAfter')
  );
  return age < 0 || place((input) => input.due === due) <= age;
}

function isSame(a: VersionInput, b: VersionInput): boolean {
  return isEqual({ ...a, validFrom: undefined }, { ...b, validFrom: undefined });
}
