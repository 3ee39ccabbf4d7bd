import { uniq } from 'lodash';

import { fieldWords } from './fieldWords';
import { sourceWords } from './sourceWords';
import type { RuleField, StoredField } from '../rule/fields';
import {
  DECIDING_FIELDS,
  fieldsOf,
  isOf,
  isOneOf,
  levelOf,
  RECOVERY_FIELDS,
  STORED_FIELDS,
  UNREADABLE_FIELDS,
} from '../rule/fields';
import { NearNames } from '../tables/sheet/nearNames';
import type { RuleRow } from '../protocol/protocol';
import type { Problem, ProblemCode, Rule } from '../rule/rule';
import { REFUSAL_WORDS } from './refusalWords';
import type { Wording } from './scheduleProblemWords';
import { SCHEDULE_PROBLEM_WORDS } from './scheduleProblemWords';
import type { Translate } from './translate';
import type { Wrong } from './wordsByCode';
import { wordsFor } from './wordsByCode';

/** A problem for a person: what is wrong, where, how to mend it, and what holds until then. */
export interface ProblemWords extends Wrong {
  /** "For, in the panel's default rule". */
  where: string;
  /** What the rule does until it is mended; undefined where nothing changes. */
  until?: string;
}

/**
 * Says what is wrong with a rule, where, and how to mend it.
 *
 * @param rule - The merged rule that the problem belongs to: with it, the words say what holds until it is mended.
 * @param row - The row of a table that is for the metric: a rule file is no rule sheet.
 */
export function problemParts(t: Translate, problem: Problem, rule?: Rule, row?: RuleRow): ProblemWords {
  return {
    where: whereWords(t, problem, row),
    ...wrongWords(t, problem),
    until: untilWords(t, problem, rule, row),
  };
}

/**
 * Why levels of a rule can't be judged, with what was written, a sentence each: `Critical: "many" is not one number.` Of all
 * versions, because which of them is in force makes no difference to what has to be mended.
 */
export function unreadLevelWords(t: Translate, { unreadable, problems }: Rule): string[] {
  const recoveries = unreadable.map((severity) => RECOVERY_FIELDS[severity]);
  const fields: ReadonlyArray<Problem['field']> = [...unreadable, ...recoveries, ...DECIDING_FIELDS];
  const found = problems.filter(
    ({ field, code }) => unreadable.length > 0 && fields.includes(field) && !SETTLED.has(code)
  );
  return uniq(
    found.map((problem) =>
      t('rule.problem.brief', '{{field}}: {{what}}', {
        field: fieldWords(t, problem.field),
        what: wrongWords(t, problem).what,
      })
    )
  );
}

function wrongWords(t: Translate, problem: Problem): Wrong {
  return isOfRules(problem)
    ? PROBLEM_WORDS[problem.code](t, { found: problem.found, example: exampleOf(problem) })
    : wordsFor(t, REFUSAL_WORDS, problem);
}

function isOfRules(problem: Problem): problem is Problem & { code: ProblemCode } {
  return Object.hasOwn(PROBLEM_WORDS, problem.code);
}

function whereWords(t: Translate, { field, source, version }: Problem, row: RuleRow | undefined): string {
  const values = { field: fieldWords(t, field), source: sourceWords(t, source, row), version };
  const where =
    field === 'rule'
      ? t('rule.problem.where-rule', 'In {{source}}', values)
      : t('rule.problem.where', '{{field}}, in {{source}}', values);
  return version === undefined
    ? where
    : t('rule.problem.where-version', '{{where}}, version {{version}}', { where, version });
}

/** How a schedule of this field is written. It is the same in every language. */
function exampleOf({ field }: Problem): string {
  return field === 'workingHours' ? 'weekdays 9:00-17:00 UTC' : 'weekdays 07:00 UTC';
}

/**
 * A problem as one text: `For, in the panel's default rule: "2 dayz" is not a duration. Write it like 5m, 2d or 1h30m.
 * Until then the rule acts at once.`
 */
export function problemWords(t: Translate, problem: Problem, rule?: Rule, row?: RuleRow): string {
  const { where, what, mend, until } = problemParts(t, problem, rule, row);
  return [`${where}: ${what}`, mend, until].filter((part) => part !== undefined).join(' ');
}

/** What is wrong with a rule, and how to mend it: short, as it stands beside a narrow input. */
export const PROBLEM_WORDS: Readonly<Record<ProblemCode, Wording>> = {
  ...SCHEDULE_PROBLEM_WORDS,
  notARule: (t, values) => ({
    what: t('rule.problem.not-a-rule', '"{{found}}" is not a rule.', values),
    mend: t('rule.problem.not-a-rule-mend', 'Write the rule anew in the editor.'),
  }),
  notAText: (t, values) => ({
    what: t('rule.problem.not-a-text', '{{found}} is not a text.', values),
    mend: t('rule.problem.not-a-text-mend', 'Write it as text.'),
  }),
  notADuration: (t, values) => ({
    what: t('rule.problem.not-a-duration', '"{{found}}" is not a duration.', values),
    mend: t('rule.problem.not-a-duration-mend', 'Write it like 2d, 2 days or 1h30m.'),
  }),
  notANumber: (t, values) => ({
    what: t('rule.problem.not-a-number', '"{{found}}" is not one number.', values),
    mend: t('rule.problem.not-a-number-mend', 'Write one, like 20, or choose a range.'),
  }),
  notARange: (t, values) => ({
    what: t('rule.problem.not-a-range', '"{{found}}" is not a range.', values),
    mend: t('rule.problem.not-a-range-mend', 'Write its two numbers, or choose another side.'),
  }),
  unknownOperator: (t, values) => ({
    what: t('rule.problem.unknown-operator', '"{{found}}" is no side of a level.', values),
    mend: t('rule.problem.unknown-operator-mend', 'Choose one of the list, like above or below.'),
  }),
  unknownNoData: (t, values) => ({
    what: t('rule.problem.unknown-no-data', '"{{found}}" says nothing about no data.', values),
    mend: t('rule.problem.unknown-no-data-mend', 'Choose show, alerting, normal or keep.'),
  }),
  directionUndecided: (t, values) => ({
    what: t('rule.problem.direction-undecided', 'Which side of "{{found}}" is bad?', values),
    mend: t('rule.problem.direction-undecided-mend', 'Choose above or below.'),
  }),
  percentWithoutRange: (t, values) => ({
    what: t('rule.problem.percent-without-range', '{{found}} of what?', values),
    mend: t('rule.problem.percent-without-range-mend', 'Set min and max of the field.'),
  }),
  operatorConflict: (t, values) => ({
    what: t('rule.problem.operator-conflict', 'The level says "{{found}}", but “Act when” counts.', values),
    mend: t('rule.problem.operator-conflict-mend', 'Say it in one place.'),
  }),
  levelsOutOfOrder: (t, values) => ({
    what: t('rule.problem.levels-out-of-order', '{{found}} is reached after critical.', values),
    mend: t('rule.problem.levels-out-of-order-mend', 'Choose one that is reached before.'),
  }),
  recoveryWrongSide: (t, values) => ({
    what: t('rule.problem.recovery-wrong-side', '{{found}} is still beyond its level.', values),
    mend: t('rule.problem.recovery-wrong-side-mend', 'Choose one on the good side of it.'),
  }),
  recoveryAtLevel: (t, values) => ({
    what: t('rule.problem.recovery-at-level', '{{found}} is the level itself, which keeps it open.', values),
    mend: t('rule.problem.recovery-at-level-mend', 'Leave it out, or go further.'),
  }),
  notADate: (t, values) => ({
    what: t('rule.problem.not-a-date', '"{{found}}" is not a date.', values),
    mend: t('rule.problem.not-a-date-mend', 'Write it like 2026-12-01.'),
  }),
  noSuchSeries: (t, values) => ({
    what: t('rule.problem.no-such-series', 'No series is called "{{found}}".', values),
    mend: t('rule.problem.no-such-series-mend', 'Write it as the legend shows it.'),
  }),
  notHolidays: (t, values) => ({
    what: t('rule.problem.not-holidays', '"{{found}}" are no days.', values),
    mend: t('rule.problem.not-holidays-mend', 'Write them like 2026-12-25.'),
  }),
  notAVolume: (t, values) => ({
    what: t('rule.problem.not-a-volume', '"{{found}}" is not a count.', values),
    mend: t('rule.problem.not-a-volume-mend', 'Write one number like 20, not below 0.'),
  }),
  notAFingerprint: (t, values) => ({
    what: t('rule.problem.not-a-fingerprint', '"{{found}}" is no fingerprint.', values),
    mend: t('rule.problem.not-a-fingerprint-mend', 'Mark the rule as agreed anew.'),
  }),
  noVolumeSeries: (t, values) => ({
    what: t('rule.problem.no-volume-series', '{{found}} has no effect without “Counted by”.', values),
    mend: t('rule.problem.no-volume-series-mend', 'Name that, too.'),
  }),
  noMinVolume: (t, values) => ({
    what: t('rule.problem.no-min-volume', '"{{found}}" has no effect without “Ignore when fewer than”.', values),
    mend: t('rule.problem.no-min-volume-mend', 'Write that, too, like 20.'),
  }),
  notAList: (t, values) => ({
    what: t('rule.problem.not-a-list', '"{{found}}" is not a list of versions.', values),
    mend: t('rule.problem.not-a-list-mend', 'Write a list of rules.'),
  }),
  earlierWithoutValidFrom: (t) => ({
    what: t('rule.problem.earlier-without-valid-from', 'The rule after them counts from the beginning.'),
    mend: t('rule.problem.earlier-without-valid-from-mend', 'Say from when on it is.'),
  }),
  sameValidFrom: (t, values) => ({
    what: values.found
      ? t('rule.problem.same-valid-from', 'Two versions are valid from "{{found}}".', values)
      : t('rule.problem.no-valid-from', 'Two versions do not say when they begin.'),
    mend: t('rule.problem.same-valid-from-mend', 'Give each a beginning of its own.'),
  }),
  unknownField: (t, values) => ({
    what: t('rule.problem.unknown-field', '"{{found}}" is not a field of a rule.', values),
    mend: unknownFieldMend(t, NAMES_IN_ALERTS.get(values.found) ?? FIELD_NAMES.nearest(values.found)),
  }),
};

const FIELD_NAMES = new NearNames([
  ...STORED_FIELDS,
  ...fieldsOf('recovery').map((field) => `recovery.${levelOf(field)}`),
]);

/** What an alert rule calls fields by names that are not near to ours. */
const NAMES_IN_ALERTS: ReadonlyMap<string, StoredField> = new Map([
  ['runbook_url', 'runbook'],
  ['runbookUrl', 'runbook'],
  ['escalation', 'escalateTo'],
]);

function unknownFieldMend(t: Translate, meant: string | undefined): string {
  return meant === undefined
    ? t('rule.problem.unknown-field-mend', 'Correct its name or remove it.')
    : t('rule.problem.unknown-field-meant', 'Write "{{meant}}", if that is meant.', { meant });
}

/** What these are about goes on as it is. */
const HARMLESS = new Set<Problem['code']>([
  'notADate',
  'noVolumeSeries',
  'noMinVolume',
  'recoveryAtLevel',
  'operatorConflict',
  'noSummerTime',
]);

/** Problems of levels that can be judged all the same. */
const SETTLED = new Set<Problem['code']>([...HARMLESS, 'levelsOutOfOrder', 'recoveryWrongSide']);

/** What holds until a problem is mended: another source's value, or the rule without the field. */
function untilWords(
  t: Translate,
  problem: Problem,
  rule: Rule | undefined,
  row: RuleRow | undefined
): string | undefined {
  const { field, code, version } = problem;
  if (HARMLESS.has(code)) {
    return undefined;
  }
  const byCode = isOfRules(problem) ? UNTIL_WORDS_OF_CODE[problem.code] : undefined;
  if (byCode) {
    return byCode(t);
  }
  if (field === 'validFrom') {
    return version === undefined
      ? t('rule.until.since-ever', 'Until then the rule counts from the beginning.')
      : t('rule.until.left-out', 'Until then this version is left out.');
  }
  // What an earlier version does without the field depends on that version, not on the one that is shown.
  if (!rule || field === 'rule' || version !== undefined) {
    return isOneOf(UNREADABLE_FIELDS, field)
      ? t('rule.until.not-guessed', 'Until then nothing is guessed in its place.')
      : notGiven(t);
  }
  const source = rule.sources[field];
  if (source) {
    return t('rule.until.inherited', 'Until then it is taken from {{source}}.', {
      source: sourceWords(t, source, row),
    });
  }
  // What ends a level that nobody states ends nothing.
  if (isOf(field, 'recovery') && !rule.unreadable.includes(levelOf(field))) {
    return ignored(t);
  }
  return (UNTIL_WORDS[rule.unreadAge === field ? 'unreadAge' : field] ?? notGiven)(t);
}

const notGiven = (t: Translate) => t('rule.until.not-given', 'Until then it counts as not given.');
const warningUnread = (t: Translate) => t('rule.until.warning-unread', 'Until then the warning is unclear.');
const criticalUnread = (t: Translate) => t('rule.until.critical-unread', 'Until then critical is unclear.');
const nothingJudged = (t: Translate) => t('rule.until.no-level', 'Until then nothing is checked.');
const ignored = (t: Translate) => t('rule.until.ignored', 'Until then it has no effect.');

/** What holds whatever the field is. */
const UNTIL_WORDS_OF_CODE: Readonly<Partial<Record<ProblemCode, (t: Translate) => string>>> = {
  unknownField: ignored,
  notARule: ignored,
  levelsOutOfOrder: (t) => t('rule.until.no-warning', 'Until then there is no warning.'),
  noSuchSeries: (t) => t('rule.until.no-volume', 'Until then every value is too few, and the state unclear.'),
  directionUndecided: nothingJudged,
  notHolidays: (t) => t('rule.until.no-holidays', 'Until then these are days like any other.'),
  recoveryWrongSide: (t) => t('rule.until.no-recovery', 'Until then it is over at the level itself.'),
  earlierWithoutValidFrom: (t) => t('rule.until.earlier-ignored', 'Until then they have no effect.'),
  sameValidFrom: (t) => t('rule.until.newer', 'Until then the newer one counts.'),
};

/** What a rule without the field does. */
const UNTIL_WORDS: Readonly<Partial<Record<RuleField | 'unreadAge', (t: Translate) => string>>> = {
  operator: nothingJudged,
  warning: warningUnread,
  critical: criticalUnread,
  recoveryWarning: warningUnread,
  recoveryCritical: criticalUnread,
  for: nothingJudged,
  keepFiringFor: nothingJudged,
  unreadAge: (t) => t('rule.until.age-untold', 'Until then nobody can tell whether data is late.'),
  staleAfter: ignored,
  due: (t) => t('rule.until.age-limit', 'Until then its age limit counts.'),
  settleAfter: nothingJudged,
  minVolume: nothingJudged,
  workingHours: (t) => t('rule.until.never-due', 'Until then nothing falls due.'),
  escalateAfter: (t) => t('rule.until.never-due', 'Until then nothing falls due.'),
  noData: (t) => t('rule.until.show', 'Until then missing data is shown as missing.'),
};
