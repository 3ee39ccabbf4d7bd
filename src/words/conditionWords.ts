import type { Now } from '../evaluation/evaluation';
import { formatDuration } from '../time/duration';
import { oppositeOf } from '../rule/condition';
import type { Condition, Level, Operator, Severity } from '../rule/level';
import type { Rule } from '../rule/rule';
import type { Translate } from './translate';

/** Tells the number of a level in its field's unit. */
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
  /** The condition of the level that is acted on: "below 20 %". Undefined where the rule has no level. */
  condition?: string;
  /** The severity of that condition. */
  severity?: Severity;
  /** "for 2 d". */
  lasting?: string;
  /** The other level: "warning below 24 %". */
  other?: string;
  /** When the level that is acted on counts as recovered: "over when above 22 %". */
  recovery?: string;
  /** "stays open 1 h longer". */
  keepFiring?: string;
}

/**
 * Says when a rule wants somebody to act: the level that is acted on first, then how long, the other level and the
 * recovery.
 *
 * @param now - That level is the one that fires, if one does: a warning is answered as a warning. Else it is the worst.
 */
export function actWhen(t: Translate, rule: Rule, format: Format, now?: Now): ActWhen {
  const [main, other] = [...rule.levels].sort((a, b) => actedOn(b, now) - actedOn(a, now));
  if (!main) {
    return {};
  }
  return {
    condition: conditionWords(t, main.condition, format),
    severity: main.severity,
    ...(rule.forMs > 0 && { lasting: t('rule.act.for', 'for {{duration}}', { duration: formatDuration(rule.forMs) }) }),
    ...(other && { other: otherWords(t, other, format) }),
    ...(main.hold !== main.condition && { recovery: recoveryWords(t, main.hold, format) }),
    ...(rule.keepFiringForMs > 0 && {
      keepFiring: t('rule.act.keep-firing', 'stays open {{duration}} longer', {
        duration: formatDuration(rule.keepFiringForMs),
      }),
    }),
  };
}

/** The more, the sooner a level is the one that is acted on. */
function actedOn({ severity }: Level, now: Now | undefined): number {
  const fires = now?.state === 'firing' && now.severity === severity;
  return fires ? 2 : severity === 'critical' ? 1 : 0;
}

function otherWords(t: Translate, { severity, condition }: Level, format: Format): string {
  const words = { condition: conditionWords(t, condition, format) };
  return severity === 'critical'
    ? t('rule.act.critical', 'critical {{condition}}', words)
    : t('rule.act.warning', 'warning {{condition}}', words);
}

/** When a level with this hold counts as recovered, in words: "over when above 22 %". */
export function recoveryWords(t: Translate, hold: Condition, format: Format): string {
  return t('rule.act.recovers', 'over when {{condition}}', { condition: recoveredWords(t, hold, format) });
}

/** The condition on which a level with this hold has recovered, in words: "above 22 %". */
export function recoveredWords(t: Translate, hold: Condition, format: Format): string {
  return conditionWords(t, oppositeOf(hold), format);
}

/** A rule's threshold in one sentence part: "below 20 % for 2 d". Undefined where the rule has no level. */
export function actWhenSentence(t: Translate, rule: Rule, format: Format): string | undefined {
  const { condition, lasting } = actWhen(t, rule, format);
  return condition && lasting ? `${condition} ${lasting}` : condition;
}
