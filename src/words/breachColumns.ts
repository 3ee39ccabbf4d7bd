import type { BreachCell, BreachCells } from './breachCells';
import type { Translate } from './translate';

/** A column of the list of breaches, in every form in which people read it. */
export type BreachColumn = Exclude<keyof BreachCells, 'severity'>;

/**
 * The columns in their order.
 *
 * @param isTracked - Whether what people did is: without it there are no columns for it.
 */
export function breachColumns(isTracked: boolean): readonly BreachColumn[] {
  return isTracked ? [...COLUMNS, 'firstResponse', 'done'] : COLUMNS;
}

const COLUMNS: readonly BreachColumn[] = ['since', 'until', 'worst', 'rule', 'owner', 'due'];

/** The header of a column. */
export function breachColumnName(t: Translate, column: BreachColumn): string {
  switch (column) {
    case 'since':
      return t('views.breaches.column-since', 'Since');
    case 'until':
      return t('views.breaches.column-until', 'Until');
    case 'worst':
      return t('views.breaches.column-worst', 'Worst');
    case 'rule':
      return t('views.breaches.column-rule', 'Rule then');
    case 'owner':
      return t('views.breaches.column-owner', 'Owner then');
    case 'due':
      return t('views.breaches.column-due', 'Due');
    case 'firstResponse':
      return t('views.breaches.column-first', 'First response');
    case 'done':
      return t('views.breaches.column-done', 'What was done');
  }
}

/** A cell in one line: "2 Sep (2 d)". */
export function cellLine({ words, aside, late }: BreachCell): string {
  const whole = aside === undefined ? words : words === '' ? aside : `${words} (${aside})`;
  return [whole, late].filter(Boolean).join('; ');
}
