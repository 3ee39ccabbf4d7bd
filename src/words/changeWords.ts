import { isEqual } from 'lodash';

import { formatDuration } from '../time/duration';
import { ruleKind } from '../rule/kind';
import type { Level, Severity } from '../rule/level';
import type { FieldOf, RuleField } from '../rule/fields';
import { isOf, levelOf } from '../rule/fields';
import type { Rule } from '../rule/rule';
import { delayWords, scheduleWords } from './scheduleWords';
import type { Translate } from './translate';
import type { Format } from './conditionWords';
import { actWhenSentence, conditionWords, recoveredWords } from './conditionWords';

/** How much of a text is told. */
const TOLD_LENGTH = 60;

/**
 * What changed from one version of a rule to another, in words, in the order in which a person reads a rule: "critical
 * below 18 % → below 20 %", "for 5 d → 2 d", "no longer: warning below 24 %". Of long texts only that they changed. A first rule
 * is told by its threshold, not field by field.
 *
 * @returns Empty where nothing changed that a person would notice: where a field is stated is no change.
 */
export function changeWords(t: Translate, before: Rule, after: Rule, format: Format): string[] {
  const threshold = actWhenSentence(t, after, format);
  if (ruleKind(before) === 'unruled' && threshold !== undefined) {
    return [t('rule.change.first', 'first rule: {{threshold}}', { threshold })];
  }
  if (ruleKind(before) !== 'unruled' && ruleKind(after) === 'unruled') {
    return [t('rule.change.last', 'no rule any more')];
  }
  const facts = factsOf(t, before, format);
  const changed = factsOf(t, after, format).map(({ name, value, ...fact }, index) =>
    changeOf(t, { ...fact, name: name(t), before: facts[index].value, after: value })
  );
  return [...changed, holidaysChange(t, before, after)].filter((words) => words !== undefined);
}

/** Something that a rule says, or does not: every rule has the same facts in the same order. */
interface Fact {
  name: (t: Translate) => string;
  /** Undefined: it says nothing of it. */
  value?: string;
  /** Too long to be told. */
  isLong?: boolean;
}

/** A fact of two versions. */
interface Change extends Omit<Fact, 'name' | 'value'> {
  name: string;
  before?: string;
  after?: string;
}

function factsOf(t: Translate, rule: Rule, format: Format): Fact[] {
  return TOLD.map((field) => ({
    name: NAMES[field],
    value: valueOf(t, rule, field, format),
    // Of these only that they changed.
    isLong: isOf(field, 'prose', 'markdown', 'link'),
  }));
}

/** What a rule says in one of its fields, in words; undefined where it says nothing of it. */
function valueOf(t: Translate, rule: Rule, field: ToldField, format: Format): string | undefined {
  if (isOf(field, 'level')) {
    const level = statedLevel(rule, field);
    return level && conditionWords(t, level.condition, format);
  }
  if (isOf(field, 'recovery')) {
    const level = statedLevel(rule, levelOf(field));
    const recovers = level && !isEqual(level.hold, level.condition);
    return recovers ? recoveredWords(t, level.hold, format) : undefined;
  }
  if (isOf(field, 'duration')) {
    const ms = rule[`${field}Ms`];
    // A rule that does not say how long acts at once.
    return ms || field === 'for' ? formatDuration(ms ?? 0) : undefined;
  }
  if (isOf(field, 'delay')) {
    return delayWords(t, rule, field);
  }
  if (isOf(field, 'due', 'workingHours')) {
    const schedule = rule[field];
    return schedule && scheduleWords(t, schedule);
  }
  if (isOf(field, 'volume', 'noData')) {
    return rule[field] === undefined ? undefined : String(rule[field]);
  }
  return rule.text[field]?.value;
}

function statedLevel({ levels }: Rule, severity: Severity): Level | undefined {
  return levels.find((level) => level.severity === severity);
}

function changeOf(t: Translate, { name, before, after, isLong }: Change): string | undefined {
  if (before === after) {
    return undefined;
  }
  if (after === undefined) {
    const gone = { name, before: before === undefined ? '' : shortened(before) };
    return isLong
      ? t('rule.change.removed-long', 'no longer: {{name}}', gone)
      : t('rule.change.removed', 'no longer: {{name}} {{before}}', gone);
  }
  const values = { name, before: before === undefined ? '' : shortened(before), after: shortened(after) };
  if (before === undefined) {
    return isLong
      ? t('rule.change.added-long', 'new: {{name}}', values)
      : t('rule.change.added', 'new: {{name}} {{after}}', values);
  }
  return isLong
    ? t('rule.change.changed-long', '{{name}} changed', values)
    : t('rule.change.changed', '{{name}} {{before}} → {{after}}', values);
}

/** Holidays are no fact of their own: they say something only in a schedule. */
function holidaysChange(t: Translate, before: Rule, after: Rule): string | undefined {
  const changed = (['due', 'workingHours'] as const).some(
    (field) => before[field] && after[field] && !isEqual(before[field].holidays, after[field].holidays)
  );
  return changed ? t('rule.change.holidays', 'holidays changed') : undefined;
}

function shortened(text: string): string {
  const line = text.trim().replace(/\s+/g, ' ');
  return line.length > TOLD_LENGTH ? `${line.slice(0, TOLD_LENGTH - 1)}…` : line;
}

/**
 * The fields of which a change is told. The operator is told with its levels, and holidays with the schedules that have
 * them; every version is agreed, or corrected, on some day of its own, and begins at one: that is no change of what was agreed.
 */
type ToldField = Exclude<
  RuleField,
  | FieldOf<'operator' | 'holidays' | 'moment' | 'fingerprint' | 'unreadable' | 'values' | 'versions'>
  | 'agreedOn'
  | 'changedOn'
>;

/** What a field is called inside of a sentence, in the order in which a person reads a rule. */
const NAMES: Readonly<Record<ToldField, (t: Translate) => string>> = {
  critical: (t) => t('rule.change.name.critical', 'critical'),
  recoveryCritical: (t) => t('rule.change.name.recovery-critical', 'critical is over when'),
  warning: (t) => t('rule.change.name.warning', 'warning'),
  recoveryWarning: (t) => t('rule.change.name.recovery-warning', 'warning is over when'),
  for: (t) => t('rule.change.name.for', 'for'),
  keepFiringFor: (t) => t('rule.change.name.keep-firing-for', 'stays open for'),
  staleAfter: (t) => t('rule.change.name.stale-after', 'data is late after'),
  due: (t) => t('rule.change.name.due', 'due'),
  settleAfter: (t) => t('rule.change.name.settle-after', 'final after'),
  minVolume: (t) => t('rule.change.name.min-volume', 'ignore when fewer than'),
  noData: (t) => t('rule.change.name.no-data', 'no data or late data'),
  respondWithin: (t) => t('rule.change.name.respond-within', 'respond within'),
  escalateAfter: (t) => t('rule.change.name.escalate-after', 'tell them after'),
  workingHours: (t) => t('rule.change.name.working-hours', 'working hours'),
  definition: (t) => t('rule.change.name.definition', 'definition'),
  agreedBy: (t) => t('rule.change.name.agreed-by', 'agreed by'),
  owner: (t) => t('rule.change.name.owner', 'owner'),
  contact: (t) => t('rule.change.name.contact', 'contact'),
  notify: (t) => t('rule.change.name.notify', 'notify'),
  action: (t) => t('rule.change.name.action', 'action'),
  automation: (t) => t('rule.change.name.automation', 'automation'),
  respondUrl: (t) => t('rule.change.name.respond-url', 'where to respond'),
  escalateTo: (t) => t('rule.change.name.escalate-to', 'tell if nobody acts'),
  runbook: (t) => t('rule.change.name.runbook', 'runbook'),
  key: (t) => t('rule.change.name.key', 'key'),
  reviewBy: (t) => t('rule.change.name.review-by', 'review by'),
  noRule: (t) => t('rule.change.name.no-rule', 'reason why no rule is needed'),
  volumeSeries: (t) => t('rule.change.name.volume-series', 'counted by'),
};
const TOLD = Object.keys(NAMES) as readonly ToldField[];
