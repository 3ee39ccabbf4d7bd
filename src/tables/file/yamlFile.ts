import { parseDocument, stringify } from 'yaml';

import { shorten } from '../../rule/read';
import type { FileRule, RuleFileReading } from './ruleFile';
import { readRuleFile, toRuleFile } from './ruleFile';

/** Writes rules as YAML. Loaded lazily: the parser is large. */
export function toYaml(rules: readonly FileRule[]): string {
  return stringify(toRuleFile(rules), { lineWidth: 0, aliasDuplicateObjects: false });
}

/** Reads rules from YAML (and so from JSON). A text that is none is reported with its line. Never throws. */
export function readYaml(text: string): RuleFileReading {
  const { errors, value } = parse(text);
  const [error] = errors;
  if (error) {
    return { rules: [], problems: [{ code: 'notYaml', found: shorten(error.message), line: error.line }] };
  }
  return readRuleFile(value);
}

function parse(text: string): { errors: Array<{ message: string; line?: number }>; value?: unknown } {
  const document = parseDocument(text, { prettyErrors: false, logLevel: 'silent' });
  if (document.errors.length > 0) {
    const lineOf = (offset: number) => text.slice(0, offset).split('\n').length;
    return { errors: document.errors.map(({ message, pos }) => ({ message, line: lineOf(pos[0]) })) };
  }
  try {
    return { errors: [], value: document.toJS() };
  } catch (error) {
    // Aliases that would grow to more than a file may hold.
    return { errors: [{ message: error instanceof Error ? error.message : String(error) }] };
  }
}
