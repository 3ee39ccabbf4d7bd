import { isEqual } from 'lodash';

import type { RuleField } from '../rule/fields';
import { isOf, isOneOf, STORED_FIELDS } from '../rule/fields';
import type { Rule, RuleSource, Signature } from '../rule/rule';
import { RULE_SOURCES } from '../rule/rule';
import { mergeRule } from '../rule/sources';
import { hasVariable } from '../rule/textProblem';

/**
 * A rule as it was agreed, before a mistake in it was corrected: with what the corrected source keeps of that in the
 * fields that no more specific source states.
 *
 * @returns Undefined where nothing was corrected, or nothing of what was agreed is known. A text that had variables is the
 * rule's own: nobody can tell whether it was changed.
 */
export function ruleBeforeCorrection(rule: Rule): Rule | undefined {
  const corrected = rule.signatures?.find(({ agreedValues }) => agreedValues !== undefined);
  if (!corrected?.agreedValues) {
    return undefined;
  }
  const own = Object.entries(corrected.agreedValues).filter(([field]) => isInForce(rule, field, corrected));
  const stated = { ...levelsAsStored(rule), ...Object.fromEntries(own) };
  const former = mergeRule({ default: stated });
  return own.reduce<Rule>((before, [field]) => withField(before, field, former), rule);
}

/** Whether no source that is more specific than the corrected one states a field. */
function isInForce({ sources }: Rule, field: string, { source, by = source }: Signature): boolean {
  const place = (one: RuleSource) => RULE_SOURCES.indexOf(one);
  const fields: readonly RuleField[] =
    field === 'recovery' ? ['recoveryCritical', 'recoveryWarning'] : [asField(field)];
  return fields.every((one) => {
    const stated = sources[one];
    return stated === undefined || place(stated) >= place(by);
  });
}

function asField(field: string): RuleField {
  return isOneOf(STORED_FIELDS, field) && field !== 'recovery' ? field : 'unreadable';
}

/** What a rule says of its levels, as it would be stored. */
function levelsAsStored({ levels }: Rule): Record<string, unknown> {
  const plain = ([low, high]: readonly number[]) => (high === undefined ? low : [low, high]);
  return {
    operator: levels[0]?.condition.operator,
    ...Object.fromEntries(levels.map(({ severity, condition }) => [severity, plain(condition.bounds)])),
    recovery: Object.fromEntries(
      levels.flatMap(({ severity, condition, hold }) =>
        isEqual(condition, hold) ? [] : [[severity, plain(hold.bounds)]]
      )
    ),
  };
}

/** A rule with what another one says in a stored field. Levels of the other one that can't be read are not known. */
function withField(rule: Rule, field: string, other: Rule): Rule {
  if (isOf(field, 'level', 'operator') || field === 'recovery') {
    return other.unreadable.length > 0 ? rule : { ...rule, levels: other.levels };
  }
  if (isOf(field, 'duration', 'delay')) {
    return { ...rule, [`${field}Ms`]: other[`${field}Ms`] };
  }
  if (isOf(field, 'due', 'workingHours', 'noData', 'volume')) {
    return { ...rule, [field]: other[field] };
  }
  if (!isOf(field, 'text', 'prose', 'markdown', 'contact', 'link', 'series', 'date')) {
    return rule;
  }
  const text = other.text[field];
  // With its variables a text of then says nothing beside one of now, in which they are filled in.
  return text && hasVariable(text.value) ? rule : { ...rule, text: { ...rule.text, [field]: text } };
}
