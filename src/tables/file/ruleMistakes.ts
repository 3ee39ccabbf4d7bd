import { isEqual, uniqWith } from 'lodash';

import { isOf } from '../../rule/fields';
import { mergeHistory } from '../../rule/history';
import { readRuleInput } from '../../rule/read';
import type { Problem } from '../../rule/rule';
import type { RuleInput } from '../../rule/schema';
import type { RuleSources } from '../../rule/sources';

/**
 * What does not fit together in a rule that is about to be imported, though each of its fields can be read: a critical
 * level that is reached before its warning, a recovery that is none, a number where a range is asked for.
 *
 * @param beside - What else states the rule of each metric that it is for. Where it is for none, the rule is taken alone,
 *   and what others may add to it is not missed.
 * @returns Nothing that stands there already, and nothing that reading its fields tells.
 */
export function ruleMistakes(rule: RuleInput, beside: readonly RuleSources[]): Problem[] {
  const found = beside.length === 0 ? aloneMistakes(rule) : beside.flatMap((sources) => newMistakes(rule, sources));
  return uniqWith(found, isEqual);
}

function newMistakes(rule: RuleInput, sources: RuleSources): Problem[] {
  const told = [...problemsOf(sources), ...readRuleInput(rule, 'sheet', sources.unit).problems];
  return problemsOf({ ...sources, sheet: withDurations(rule) }).filter(
    (problem) => !told.some((other) => isEqual(other, problem))
  );
}

/** A length of time that can't be read leaves nothing to be judged; whether the levels fit together can be told all the same. */
function withDurations({ unreadable = [], ...rule }: RuleInput): RuleInput {
  return { ...rule, unreadable: unreadable.filter(({ field }) => !isOf(field, 'duration', 'delay')) };
}

function aloneMistakes(rule: RuleInput): Problem[] {
  return newMistakes(rule, {}).filter(({ code }) => code !== 'directionUndecided');
}

function problemsOf(sources: RuleSources): readonly Problem[] {
  return mergeHistory(sources).versions[0].rule.problems;
}
