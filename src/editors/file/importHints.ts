import { groupBy, uniq } from 'lodash';

import { isPlaceholder } from '../../rule/answers';
import type { RuleField } from '../../rule/fields';
import { TEXT_FIELDS } from '../../rule/fields';
import { isSheetError } from '../../rule/sheetError';
import type { RuleFileReading } from '../../tables/file/ruleFile';
import type { RulePlace } from '../../tables/file/rulePlace';
import { fieldWords } from '../../words/fieldWords';
import { linesWords } from '../../words/foldedProblems';
import { nameList } from '../../words/nameList';
import { rowsWords } from '../../words/sheetWords';
import type { Translate } from '../../words/translate';
import { hintWords } from '../inputs/hintWords';

/** An answer of a rule that can be imported as it is written, and is worth a look. */
export interface ImportHint {
  metric: string;
  /** Where its rule stands. */
  place?: RulePlace;
  field: RuleField;
  found: string;
  isPlaceholder: boolean;
  /** "A placeholder: it counts as no answer." */
  words: string;
}

/**
 * The placeholders, and the links that are none, in rules that are to be imported: what the form says while one types. A
 * cell whose formula failed is a problem of the table already.
 */
export function importHints(
  t: Translate,
  { rules, placeOf, table }: Pick<RuleFileReading, 'rules' | 'placeOf' | 'table'>
): ImportHint[] {
  return rules.flatMap(({ metric, rule }) =>
    TEXT_FIELDS.flatMap((field) => {
      const found = rule[field] ?? '';
      const words = table && isSheetError(found) ? undefined : hintWords(t, field, found);
      const place = placeOf?.(metric, field);
      return words === undefined
        ? []
        : [{ metric, field, found, isPlaceholder: isPlaceholder(found), words, ...(place && { place }) }];
    })
  );
}

/**
 * Hints, a text each: `Row 5, Who acts: “TBD”. A placeholder: it counts as no answer.` Those that are alike in several rows
 * in one, at the place of the first.
 */
export function hintTexts(t: Translate, hints: readonly ImportHint[]): string[] {
  return Object.values(groupBy(hints, ({ field, words }) => `${field} ${words}`)).map((alike) => {
    const [{ field, words }] = alike;
    return t('editors.import.hint', '{{where}}, {{field}}: {{found}}. {{words}}', {
      where: placesWords(t, alike),
      field: fieldWords(t, field),
      found: nameList(t, uniq(alike.map(({ found }) => `“${found}”`))),
      words,
    });
  });
}

function placesWords(t: Translate, hints: readonly ImportHint[]): string {
  const rows = hints.flatMap(({ place }) => (place && 'row' in place ? [place.row] : []));
  return rows.length === hints.length
    ? rowsWords(t, rows)
    : linesWords(
        t,
        hints.map(({ metric, place }) => ({ metric, ...(place && 'line' in place && { line: place.line }) }))
      );
}
