import { formatDuration } from './duration';
import type { Condition, Level, Operator, Severity } from './level';
import type { Problem, ProblemCode, Rule, RuleField, RuleSource } from './rule';
import type { Translate } from './translate';

/** Formats a value as its field does (unit, decimals). */
export type Format = (value: number) => string;

/** A condition in words: "below 20 %", "at or above 6 h", "outside 2 to 4", "from 2 to 4". */
export function conditionWords(t: Translate, condition: Condition, format: Format): string {
  const [low, high = low] = condition.bounds;
  const value = format(low);
  const range = { low: value, high: format(high) };
  switch (condition.operator) {
    case '>':
      return t('rule.condition.above', 'above {{value}}', { value });
    case '>=':
      return t('rule.condition.at-or-above', 'at or above {{value}}', { value });
    case '<':
      return t('rule.condition.below', 'below {{value}}', { value });
    case '<=':
      return t('rule.condition.at-or-below', 'at or below {{value}}', { value });
    case 'outside':
      return t('rule.condition.outside', 'outside {{low}} to {{high}}', range);
    case 'outsideIncluded':
      return t('rule.condition.outside-included', 'at or outside {{low}} to {{high}}', range);
    case 'inside':
      return t('rule.condition.inside', 'between {{low}} and {{high}}', range);
    case 'insideIncluded':
      return t('rule.condition.inside-included', 'from {{low}} to {{high}}', range);
  }
}

/** The name of a severity, as it begins a line: "Critical". */
export function severityWords(t: Translate, severity: Severity): string {
  return severity === 'critical' ? t('rule.severity.critical', 'Critical') : t('rule.severity.warning', 'Warning');
}

/** The sign of an operator on a line's name; the bounds follow it. */
const SIGNS: Readonly<Record<Operator, string>> = {
  '>': '>',
  '>=': '≥',
  '<': '<',
  '<=': '≤',
  outside: '∉',
  outsideIncluded: '∉',
  inside: '∈',
  insideIncluded: '∈',
};

/**
 * The names of a level's threshold lines in the chart, one for each bound, ascending: `Critical < 20 %: Demand Gen`. A
 * range names each line by the side on which it is breached: `outside 2 to 4` has the lines `< 2` and `> 4`.
 */
export function thresholdLineNames(t: Translate, level: Level, format: Format, owner?: string): string[] {
  const { operator, bounds } = level.condition;
  return bounds.map((bound, index) => {
    const sign = SIGNS[operatorAt(operator, index)];
    const values = { severity: severityWords(t, level.severity), sign, value: format(bound), owner };
    return owner
      ? t('rule.line.owned', '{{severity}} {{sign}} {{value}}: {{owner}}', values)
      : t('rule.line.unowned', '{{severity}} {{sign}} {{value}}', values);
  });
}

/** The single-bound operator of one bound of a range: the lower (index 0) or the upper one. */
function operatorAt(operator: Operator, index: number): Operator {
  switch (operator) {
    case 'outside':
      return index === 0 ? '<' : '>';
    case 'outsideIncluded':
      return index === 0 ? '<=' : '>=';
    case 'inside':
      return index === 0 ? '>' : '<';
    case 'insideIncluded':
      return index === 0 ? '>=' : '<=';
    default:
      return operator;
  }
}

/** The answer to "act when?", in parts, so that a card can set the first in bold. Parts that a rule lacks are left out. */
export interface ActWhen {
  /** The worst level's condition: "below 20 %". Undefined where the rule has no level. */
  condition?: string;
  /** The severity of that condition. */
  severity?: Severity;
  /** "for 2 d". */
  lasting?: string;
  /** The other level: "warning below 24 %". */
  warning?: string;
  /** When the worst level counts as recovered: "recovers above 22 %". */
  recovery?: string;
  /** "keeps firing for 1 h". */
  keepFiring?: string;
}

/** Says when a rule wants somebody to act: the worst level first, then how long, the warning and the recovery. */
export function actWhen(t: Translate, rule: Rule, format: Format): ActWhen {
  const critical = rule.levels.find((level) => level.severity === 'critical');
  const warning = rule.levels.find((level) => level.severity === 'warning');
  const main = critical ?? warning;
  if (!main) {
    return {};
  }
  return {
    condition: conditionWords(t, main.condition, format),
    severity: main.severity,
    ...(rule.forMs > 0 && { lasting: t('rule.act.for', 'for {{duration}}', { duration: formatDuration(rule.forMs) }) }),
    ...(critical &&
      warning && {
        warning: t('rule.act.warning', 'warning {{condition}}', {
          condition: conditionWords(t, warning.condition, format),
        }),
      }),
    ...(main.hold !== main.condition && { recovery: recoveryWords(t, main.hold, format) }),
    ...(rule.keepFiringForMs > 0 && {
      keepFiring: t('rule.act.keep-firing', 'keeps firing for {{duration}}', {
        duration: formatDuration(rule.keepFiringForMs),
      }),
    }),
  };
}

/** What a value has to do to leave a hold: the opposite condition. */
const OPPOSITE: Readonly<Record<Operator, Operator>> = {
  '>': '<=',
  '>=': '<',
  '<': '>=',
  '<=': '>',
  outside: 'insideIncluded',
  outsideIncluded: 'inside',
  inside: 'outsideIncluded',
  insideIncluded: 'outside',
};

/** When a level with this hold counts as recovered, in words: "recovers above 22 %". */
export function recoveryWords(t: Translate, hold: Condition, format: Format): string {
  const recovered = { operator: OPPOSITE[hold.operator], bounds: hold.bounds } as Condition;
  return t('rule.act.recovers', 'recovers {{condition}}', { condition: conditionWords(t, recovered, format) });
}

/** A rule's threshold in one sentence part: "below 20 % for 2 d". Undefined where the rule has no level. */
export function actWhenSentence(t: Translate, rule: Rule, format: Format): string | undefined {
  const { condition, lasting } = actWhen(t, rule, format);
  return condition && lasting ? `${condition} ${lasting}` : condition;
}

/** Where a field of a rule was stated, in words. */
export function sourceWords(t: Translate, source: RuleSource): string {
  switch (source) {
    case 'override':
      return t('rule.source.override', "the metric's override");
    case 'default':
      return t('rule.source.default', "the panel's default rule");
    case 'thresholds':
      return t('rule.source.thresholds', "Grafana's thresholds");
  }
}

/** The name of a rule's field, as the editor labels it. */
export function fieldWords(t: Translate, field: RuleField | 'rule'): string {
  return FIELD_WORDS[field](t);
}

const FIELD_WORDS: Readonly<Record<RuleField | 'rule', (t: Translate) => string>> = {
  rule: (t) => t('rule.field.rule', 'Rule'),
  operator: (t) => t('rule.field.operator', 'Operator'),
  warning: (t) => t('rule.field.warning', 'Warning'),
  critical: (t) => t('rule.field.critical', 'Critical'),
  recoveryWarning: (t) => t('rule.field.recovery-warning', 'Recovery of warning'),
  recoveryCritical: (t) => t('rule.field.recovery-critical', 'Recovery of critical'),
  for: (t) => t('rule.field.for', 'For'),
  keepFiringFor: (t) => t('rule.field.keep-firing-for', 'Keep firing for'),
  staleAfter: (t) => t('rule.field.stale-after', 'Stale after'),
  respondWithin: (t) => t('rule.field.respond-within', 'Respond within'),
  escalateAfter: (t) => t('rule.field.escalate-after', 'Escalate after'),
  noData: (t) => t('rule.field.no-data', 'No data'),
  definition: (t) => t('rule.field.definition', 'Definition'),
  agreedBy: (t) => t('rule.field.agreed-by', 'Agreed by'),
  agreedOn: (t) => t('rule.field.agreed-on', 'Agreed on'),
  owner: (t) => t('rule.field.owner', 'Owner'),
  contact: (t) => t('rule.field.contact', 'Contact'),
  notify: (t) => t('rule.field.notify', 'Notify'),
  action: (t) => t('rule.field.action', 'Action'),
  automation: (t) => t('rule.field.automation', 'Automation'),
  respondUrl: (t) => t('rule.field.respond-url', 'Respond URL'),
  escalateTo: (t) => t('rule.field.escalate-to', 'Escalate to'),
  runbook: (t) => t('rule.field.runbook', 'Runbook'),
  reviewBy: (t) => t('rule.field.review-by', 'Review by'),
  noRule: (t) => t('rule.field.no-rule', 'No rule because'),
  settleAfter: (t) => t('rule.field.settle-after', 'Settle after'),
  due: (t) => t('rule.field.due', 'Due'),
  workingHours: (t) => t('rule.field.working-hours', 'Working hours'),
  holidays: (t) => t('rule.field.holidays', 'Holidays'),
  minVolume: (t) => t('rule.field.min-volume', 'Least volume'),
  volumeSeries: (t) => t('rule.field.volume-series', 'Volume series'),
  validFrom: (t) => t('rule.field.valid-from', 'Valid from'),
  earlier: (t) => t('rule.field.earlier', 'Earlier versions'),
};

/** A problem for a person: what is wrong, where, how to mend it, and what holds until then. */
export interface ProblemWords {
  /** "For, in the panel's default rule". */
  where: string;
  /** What was found and why it can't be used. */
  what: string;
  /** How to mend it. */
  mend: string;
  /** What the rule does until it is mended; undefined where nothing changes. */
  until?: string;
}

/**
 * Says what is wrong with a rule, where, and how to mend it.
 *
 * @param rule - The merged rule that the problem belongs to: with it, the words say what holds until it is mended.
 */
export function problemParts(t: Translate, problem: Problem, rule?: Rule): ProblemWords {
  const values = { field: fieldWords(t, problem.field), source: sourceWords(t, problem.source) };
  return {
    where:
      problem.field === 'rule'
        ? t('rule.problem.where-rule', 'In {{source}}', values)
        : t('rule.problem.where', '{{field}}, in {{source}}', values),
    ...PROBLEM_WORDS[problem.code](t, { found: problem.found }),
    until: untilWords(t, problem, rule),
  };
}

/**
 * A problem as one text: `For, in the panel's default rule: "2 dayz" is not a duration. Write it like 5m, 2d or 1h30m.
 * Until then the rule acts at once.`
 */
export function problemWords(t: Translate, problem: Problem, rule?: Rule): string {
  const { where, what, mend, until } = problemParts(t, problem, rule);
  return [`${where}: ${what}`, mend, until].filter((part) => part !== undefined).join(' ');
}

type Wording = (t: Translate, values: { found: string }) => Pick<ProblemWords, 'what' | 'mend'>;

const PROBLEM_WORDS: Readonly<Record<ProblemCode, Wording>> = {
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
    mend: t('rule.problem.not-a-duration-mend', 'Write it like 5m, 2d or 1h30m.'),
  }),
  notANumber: (t, values) => ({
    what: t('rule.problem.not-a-number', '"{{found}}" is not one number.', values),
    mend: t('rule.problem.not-a-number-mend', 'Write one number like 20 or 0.5, or choose an operator for a range.'),
  }),
  notARange: (t, values) => ({
    what: t('rule.problem.not-a-range', '"{{found}}" is not a range.', values),
    mend: t('rule.problem.not-a-range-mend', 'Write its two numbers, or choose an operator for one number.'),
  }),
  unknownOperator: (t, values) => ({
    what: t('rule.problem.unknown-operator', '"{{found}}" is not an operator.', values),
    mend: t('rule.problem.unknown-operator-mend', 'Choose one of the list, like > or <.'),
  }),
  unknownNoData: (t, values) => ({
    what: t('rule.problem.unknown-no-data', '"{{found}}" is not a choice for no data.', values),
    mend: t('rule.problem.unknown-no-data-mend', 'Choose show, alerting, normal or keep.'),
  }),
  directionUndecided: (t, values) => ({
    what: t('rule.problem.direction-undecided', 'From "{{found}}" alone nobody can tell which side is bad.', values),
    mend: t('rule.problem.direction-undecided-mend', 'Choose an operator, like > or <.'),
  }),
  levelsOutOfOrder: (t, values) => ({
    what: t('rule.problem.levels-out-of-order', '{{found}} is reached later than critical.', values),
    mend: t('rule.problem.levels-out-of-order-mend', 'Choose a warning that is reached before critical.'),
  }),
  recoveryWrongSide: (t, values) => ({
    what: t('rule.problem.recovery-wrong-side', '{{found}} is on the breaching side of its level.', values),
    mend: t('rule.problem.recovery-wrong-side-mend', 'Choose a value on the normal side.'),
  }),
  notADate: (t, values) => ({
    what: t('rule.problem.not-a-date', '"{{found}}" is not a date.', values),
    mend: t('rule.problem.not-a-date-mend', 'Write it like 2025-03-31.'),
  }),
  unknownField: (t, values) => ({
    what: t('rule.problem.unknown-field', '"{{found}}" is not a field of a rule.', values),
    mend: t('rule.problem.unknown-field-mend', 'Correct its name or remove it.'),
  }),
};

/** What holds until a problem is mended: another source's value, or the rule without the field. */
function untilWords(t: Translate, { field, code }: Problem, rule: Rule | undefined): string | undefined {
  if (code === 'notADate') {
    return undefined;
  }
  if (code === 'unknownField' || code === 'notARule') {
    return t('rule.until.ignored', 'Until then it has no effect.');
  }
  if (code === 'directionUndecided') {
    return t('rule.until.no-level', 'Until then nothing is judged.');
  }
  if (!rule || field === 'rule') {
    return t('rule.until.not-given', 'Until then it counts as not given.');
  }
  const source = rule.sources[field];
  if (source) {
    return t('rule.until.inherited', 'Until then it is taken from {{source}}.', { source: sourceWords(t, source) });
  }
  return (UNTIL_WORDS[field] ?? notGiven)(t);
}

const notGiven = (t: Translate) => t('rule.until.not-given', 'Until then it counts as not given.');
const noRecovery = (t: Translate) => t('rule.until.no-recovery', 'Until then the level recovers where it begins.');

/** What a rule without the field does. */
const UNTIL_WORDS: Readonly<Partial<Record<RuleField, (t: Translate) => string>>> = {
  operator: (t) => t('rule.until.auto', 'Until then the levels tell the direction, where they can.'),
  warning: (t) => t('rule.until.no-warning', 'Until then there is no warning.'),
  critical: (t) => t('rule.until.no-critical', 'Until then there is no critical level.'),
  recoveryWarning: noRecovery,
  recoveryCritical: noRecovery,
  for: (t) => t('rule.until.at-once', 'Until then the rule acts at once.'),
  keepFiringFor: (t) => t('rule.until.ends-at-once', 'Until then a breach ends at once.'),
  staleAfter: (t) => t('rule.until.estimated', 'Until then the age limit is an estimate.'),
  escalateAfter: (t) => t('rule.until.never-due', 'Until then nothing falls due.'),
  noData: (t) => t('rule.until.show', 'Until then missing data is shown as missing.'),
};
