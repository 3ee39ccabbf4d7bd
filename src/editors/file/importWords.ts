import type { Translate } from '../../words/translate';
import { nameList } from '../../words/nameList';
import type { ImportPreview } from './importPreview';

/** "1 rule", "10 rules". */
export function rulesWords(t: Translate, count: number): string {
  return t('editors.import.rules', '{{count}} rules', {
    count,
    defaultValue_one: '{{count}} rule',
    defaultValue_other: '{{count}} rules',
  });
}

/** That the imported rules have no effect, because a query is the rule sheet. */
export function sheetFirstWords(t: Translate, sheet: string): string {
  return t('editors.file.sheet-first', 'Query {{sheet}} is the rule sheet, so the imported rules do not count.', {
    sheet,
  });
}

/**
 * What an import would do, a sentence each.
 *
 * @param sheet - The query that is the rule sheet, where there is one.
 */
export function previewWords(t: Translate, preview: ImportPreview, sheet?: string): string[] {
  const { changed, matched, without, unmatched } = preview;
  const names = (list: readonly string[]) => ({ names: nameList(t, list) });
  return [
    matched.length === 0 ? t('editors.import.matches-none', 'They match no metric of the panel.') : undefined,
    sheet === undefined ? changedWords(t, changed) : sheetFirstWords(t, sheet),
    sheet === undefined ? firingWords(t, preview) : undefined,
    unmatched.length > 0 && matched.length > 0
      ? t('editors.import.unmatched', 'Match no metric: {{names}}.', names(unmatched))
      : undefined,
    without.length > 0 && matched.length > 0
      ? t('editors.import.without', 'Not in the file: {{names}}.', names(without))
      : undefined,
    sheet === undefined ? overriddenWords(t, preview) : undefined,
  ].filter((words) => words !== undefined);
}

/** How many metrics would fire on what the panel knows now. */
function firingWords(t: Translate, { firing }: ImportPreview): string | undefined {
  if (firing === undefined) {
    return undefined;
  }
  return firing.length === 0
    ? t('editors.import.fires-none', 'No metric would fire today.')
    : t('editors.import.fires', '{{count}} metrics would fire today: {{names}}.', {
        count: firing.length,
        names: nameList(t, firing),
        defaultValue_one: '{{count}} metric would fire today: {{names}}.',
        defaultValue_other: '{{count}} metrics would fire today: {{names}}.',
      });
}

/** How many rules of a file can be used as they are written, and which not. */
export function cleanWords(t: Translate, count: number, unclean: readonly string[]): string {
  return unclean.length === 0
    ? t('editors.import.all-clean', 'All of them are clean.')
    : t('editors.import.clean', '{{clean}} of {{count}} are clean; not clean: {{names}}.', {
        clean: count - unclean.length,
        count,
        names: nameList(t, unclean),
      });
}

function changedWords(t: Translate, changed: readonly string[]): string {
  return changed.length === 0
    ? t('editors.import.changes-nothing', 'No metric gets another rule.')
    : t('editors.import.changed', 'Changes {{count}} metrics: {{names}}.', {
        count: changed.length,
        names: nameList(t, changed),
        defaultValue_one: 'Changes {{count}} metric: {{names}}.',
        defaultValue_other: 'Changes {{count}} metrics: {{names}}.',
      });
}

/** That overrides come first; undefined where none states a field otherwise. */
export function overriddenWords(t: Translate, { overridden }: ImportPreview): string | undefined {
  return overridden.length === 0
    ? undefined
    : t(
        'editors.import.overridden',
        'Overrides state some fields otherwise and come first: {{names}}. Clear those fields there, and the file counts.',
        { names: nameList(t, overridden) }
      );
}
