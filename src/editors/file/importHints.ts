import { isPlaceholder } from '../../rule/answers';
import type { RuleField } from '../../rule/fields';
import { TEXT_FIELDS } from '../../rule/fields';
import type { FileRule } from '../../tables/file/ruleFile';
import type { Translate } from '../../words/translate';
import { hintWords } from '../inputs/hintWords';

/** An answer of a rule that can be imported as it is written, and is worth a look. */
export interface ImportHint {
  metric: string;
  field: RuleField;
  found: string;
  isPlaceholder: boolean;
  /** "A placeholder: it counts as no answer." */
  words: string;
}

/** The placeholders, and the links that are none, in rules that are to be imported: what the form says while one types. */
export function importHints(t: Translate, rules: readonly FileRule[]): ImportHint[] {
  return rules.flatMap(({ metric, rule }) =>
    TEXT_FIELDS.flatMap((field) => {
      const found = rule[field] ?? '';
      const words = hintWords(t, field, found);
      return words === undefined ? [] : [{ metric, field, found, isPlaceholder: isPlaceholder(found), words }];
    })
  );
}
