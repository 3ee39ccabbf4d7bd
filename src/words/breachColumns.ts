import type { BreachCell, BreachCells } from './breachCells';
import type { Translate } from './translate';

/** A column of the list of breaches, in every form in which people read it. */
export type BreachColumn = Exclude<keyof BreachCells, 'severity' | 'overdue'>;

/** The columns in their order. */
export const BREACH_COLUMNS: readonly BreachColumn[] = ['since', 'until', 'worst', 'rule', 'owner', 'due'];

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
  }
}

/** A cell in one line: "2 Sep (2 d)". */
export function cellLine({ words, aside }: BreachCell): string {
  return aside === undefined ? words : `${words} (${aside})`;
}
