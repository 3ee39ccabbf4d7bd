import { isOneOf, VERSION_FIELDS, fieldAsStored } from './fields';
import type { StoredRule } from './agreement';
import { readRuleInput } from './read';
import { signaturesOf } from './signatures';

/**
 * The stored fields by which a rule says otherwise than what was agreed in a source below it, as no signature of its own
 * says that somebody agreed on that (`signaturesOf` says what a signature covers). None where nobody agreed below, or what
 * was agreed there is known to have been changed.
 *
 * @param rule - The newest version of a stored rule; the version of `below` that is in force with it. Never mutated.
 */
export function overrulingFields(rule: StoredRule, below: StoredRule): string[] {
  return overrules(rule, below)
    ? Object.keys(rule).filter((key) => isAgreedField(key) && overrules({ [key]: rule[key] }, below))
    : [];
}

function overrules(rule: StoredRule, below: StoredRule): boolean {
  const stated = [
    { source: 'override', input: readRuleInput(rule, 'override').input },
    { source: 'default', input: readRuleInput(below, 'default').input },
  ] as const;
  const signature = signaturesOf(stated)?.find(({ source }) => source === 'default');
  return signature?.by !== undefined && signature.state !== 'changed';
}

function isAgreedField(key: string): boolean {
  return isOneOf(VERSION_FIELDS, key) && fieldAsStored(key).agreed;
}
