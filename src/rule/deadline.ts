import type { FieldOf } from './fields';
import type { Rule } from './rule';
import { addWorkingTime } from '../time/workingHours';

/** The delays that count in working time, where a rule has working hours. */
export type DelayField = FieldOf<'delay'>;

/** How long a rule allows for something, ms: of working time, where it has working hours. */
export function delayMs(rule: Rule, field: DelayField): number | undefined {
  return rule[`${field}Ms`];
}

/**
 * When something is due that a rule wants within a delay: in the rule's working hours, where it has some.
 *
 * @param from - When the delay begins, epoch ms: for `escalateAfter`, when it is known to fire.
 * @returns Epoch ms; undefined where the rule states no such delay; Infinity where it never passes.
 */
export function deadlineAfter(rule: Rule, field: DelayField, from: number): number | undefined {
  const ms = delayMs(rule, field);
  if (ms === undefined) {
    return undefined;
  }
  return rule.workingHours ? addWorkingTime(rule.workingHours, from, ms) : from + ms;
}
