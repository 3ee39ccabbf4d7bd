import { isEqual } from 'lodash';

import { formatDuration } from '../time/duration';
import { ruleKind } from '../rule/kind';
import type { Level, Severity } from '../rule/level';
import type { Rule, TextField } from '../rule/rule';
import { TEXT_FIELDS } from '../rule/rule';
import { delayWords, scheduleWords } from './scheduleWords';
import type { Translate } from './translate';
import type { Format } from './conditionWords';
import { actWhenSentence, conditionWords, recoveredWords } from './conditionWords';

/** Texts too long to be told: only that they changed. */
const LONG: ReadonlySet<TextField> = new Set(['definition', 'action', 'automation', 'respondUrl', 'runbook', 'noRule']);

/** How much of a text is told. */
const TOLD_LENGTH = 60;

/** Every version is agreed, or corrected, on some day of its own: that is no change of what was agreed. */
const TOLD = TEXT_FIELDS.filter((field) => field !== 'agreedOn' && field !== 'changedOn');

/**
 * What changed from one version of a rule to another, in words, in the order in which a person reads a rule: "critical
 * below 18 % → below 20 %", "for 5 d → 2 d", "no warning any more". Of long texts only that they changed. A first rule
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
  const duration = (ms: number | undefined) => (ms ? formatDuration(ms) : undefined);
  return [
    ...levelFacts(t, rule, 'critical', format),
    ...levelFacts(t, rule, 'warning', format),
    { name: NAMES.for, value: formatDuration(rule.forMs) },
    { name: NAMES.keepFiringFor, value: duration(rule.keepFiringForMs) },
    { name: NAMES.staleAfter, value: duration(rule.staleAfterMs) },
    { name: NAMES.due, value: rule.due && scheduleWords(t, rule.due) },
    { name: NAMES.settleAfter, value: duration(rule.settleAfterMs) },
    { name: NAMES.minVolume, value: rule.minVolume === undefined ? undefined : String(rule.minVolume) },
    { name: NAMES.noData, value: rule.noData },
    { name: NAMES.respondWithin, value: delayWords(t, rule, 'respondWithin') },
    { name: NAMES.escalateAfter, value: delayWords(t, rule, 'escalateAfter') },
    { name: NAMES.workingHours, value: rule.workingHours && scheduleWords(t, rule.workingHours) },
    ...TOLD.map((field) => ({ name: NAMES[field], value: rule.text[field]?.value, isLong: LONG.has(field) })),
  ];
}

function levelFacts(t: Translate, rule: Rule, severity: Severity, format: Format): Fact[] {
  const level: Level | undefined = rule.levels.find((one) => one.severity === severity);
  const recovers = level && !isEqual(level.hold, level.condition);
  return [
    { name: NAMES[severity], value: level && conditionWords(t, level.condition, format) },
    {
      name: severity === 'critical' ? NAMES.recoveryCritical : NAMES.recoveryWarning,
      value: recovers ? recoveredWords(t, level.hold, format) : undefined,
    },
  ];
}

function changeOf(t: Translate, { name, before, after, isLong }: Change): string | undefined {
  if (before === after) {
    return undefined;
  }
  if (after === undefined) {
    return t('rule.change.removed', 'no {{name}} any more', { name });
  }
  const values = { name, before: before === undefined ? '' : shortened(before), after: shortened(after) };
  if (before === undefined) {
    return isLong
      ? t('rule.change.added-long', '{{name}} added', values)
      : t('rule.change.added', '{{name}} added: {{after}}', values);
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

type FactName =
  | (typeof TOLD)[number]
  | Severity
  | 'recoveryCritical'
  | 'recoveryWarning'
  | 'for'
  | 'keepFiringFor'
  | 'staleAfter'
  | 'due'
  | 'settleAfter'
  | 'minVolume'
  | 'noData'
  | 'respondWithin'
  | 'escalateAfter'
  | 'workingHours';

/** What a fact is called inside of a sentence. */
const NAMES: Readonly<Record<FactName, (t: Translate) => string>> = {
  critical: (t) => t('rule.change.name.critical', 'critical'),
  warning: (t) => t('rule.change.name.warning', 'warning'),
  recoveryCritical: (t) => t('rule.change.name.recovery-critical', 'recovery level of critical'),
  recoveryWarning: (t) => t('rule.change.name.recovery-warning', 'recovery level of warning'),
  for: (t) => t('rule.change.name.for', 'for'),
  keepFiringFor: (t) => t('rule.change.name.keep-firing-for', 'keep firing for'),
  staleAfter: (t) => t('rule.change.name.stale-after', 'stale after'),
  due: (t) => t('rule.change.name.due', 'due'),
  settleAfter: (t) => t('rule.change.name.settle-after', 'settle after'),
  minVolume: (t) => t('rule.change.name.min-volume', 'least volume'),
  volumeSeries: (t) => t('rule.change.name.volume-series', 'volume series'),
  noData: (t) => t('rule.change.name.no-data', 'no data'),
  respondWithin: (t) => t('rule.change.name.respond-within', 'respond within'),
  escalateAfter: (t) => t('rule.change.name.escalate-after', 'escalate after'),
  workingHours: (t) => t('rule.change.name.working-hours', 'working hours'),
  definition: (t) => t('rule.change.name.definition', 'definition'),
  agreedBy: (t) => t('rule.change.name.agreed-by', 'agreed by'),
  owner: (t) => t('rule.change.name.owner', 'owner'),
  contact: (t) => t('rule.change.name.contact', 'contact'),
  notify: (t) => t('rule.change.name.notify', 'notify'),
  action: (t) => t('rule.change.name.action', 'action'),
  automation: (t) => t('rule.change.name.automation', 'automation'),
  respondUrl: (t) => t('rule.change.name.respond-url', 'respond URL'),
  escalateTo: (t) => t('rule.change.name.escalate-to', 'escalate to'),
  runbook: (t) => t('rule.change.name.runbook', 'runbook'),
  key: (t) => t('rule.change.name.key', 'key'),
  reviewBy: (t) => t('rule.change.name.review-by', 'review by'),
  noRule: (t) => t('rule.change.name.no-rule', 'reason for having no rule'),
};
