import { ruleSchema } from './schema';

/** Whether a name is one of a stored rule's fields, or `metric`, which a file writes beside them. */
export function isRuleField(name: string): boolean {
  return name === 'metric' || Object.hasOwn(ruleSchema.shape, name);
}
