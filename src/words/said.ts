import { says } from '../rule/answers';
import type { TextField } from '../rule/fields';
import type { Rule } from '../rule/rule';

/** What a rule says in a field; undefined where it says nothing, or only that it will (TBD). */
export function said(rule: Rule, field: TextField): string | undefined {
  return says(rule, field) ? rule.text[field]?.value.trim() : undefined;
}
