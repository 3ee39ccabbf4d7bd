import type { Question, TextField } from './fields';
import type { Rule } from './rule';
import { isSheetError } from './sheetError';

/** Texts that promise an answer for later. "None" and "by hand" are answers. */
const PLACEHOLDERS = new Set(['tbd', 'tbc', 'tba', 'tbf', 'todo', 'fixme', 'na', 'n a', 'xxx', 'not applicable']);

/** German for "name unknown" and "not stated". Only with their dots: "KA" may be a role. */
const GERMAN = /^\s*(n\. ?n|k\. ?a)\.\s*$/i;

/** "TODO: ask Ana", "TBD (next quarter)": an announced answer is none, either. */
const ANNOUNCED = /^(tbd|tbc|tba|todo|fixme)\s*([:;,.(\-–—]|$)/;
const TO_BE = /^to be (done|decided|defined|determined|confirmed|announced|agreed|filled|filled in)$/;

/**
 * Whether a text stands in for an answer that is not there: TBD, TODO, tbc, n/a, ?, - and their like, without regard to
 * case and punctuation. A text without a letter or a digit is one, and so is what a spreadsheet writes where a formula
 * failed.
 */
export function isPlaceholder(text: string): boolean {
  const words = text
    .toLowerCase()
    .replaceAll('.', '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  const start = text.toLowerCase().replace(/^[^\p{L}\p{N}]+/u, '');
  return (
    isSheetError(text) ||
    GERMAN.test(text) ||
    words === '' ||
    PLACEHOLDERS.has(words) ||
    TO_BE.test(words) ||
    ANNOUNCED.test(start)
  );
}

/** Whether a rule says something in this field that is not a placeholder. */
export function says(rule: Rule, field: TextField): boolean {
  const stated = rule.text[field];
  return stated !== undefined && !isPlaceholder(stated.value);
}

/**
 * Which of the four questions a rule answers: a level; an owner; an action or a runbook; an automation or somebody to
 * escalate to (design: "answered").
 */
export function answered(rule: Rule): Record<Question, boolean> {
  return {
    threshold: rule.levels.length > 0,
    who: says(rule, 'owner'),
    action: says(rule, 'action') || says(rule, 'runbook'),
    automation: says(rule, 'automation') || says(rule, 'escalateTo'),
  };
}
