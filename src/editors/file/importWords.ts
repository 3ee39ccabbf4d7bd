import type { RuleField } from '../../rule/fields';
import { AGREED_FIELDS, FIELDS } from '../../rule/fields';
import type { Translate } from '../../words/translate';
import { nameList } from '../../words/nameList';
import type { VersionChange } from '../../tables/file/ruleChanges';
import { CSV_HEADERS } from '../../tables/file/csvColumns';
import type { TableSize } from '../../tables/file/tableSize';
import type { ImportHint } from './importHints';
import type { AgreedRules } from './agreedRules';
import type { Today } from './firingToday';
import type { ImportPreview } from './importPreview';
import type { MetricChange } from './metricChanges';
import type { ImportReading } from './readImport';
import { isWithoutHeaders } from './withoutHeaders';

/** "1 rule", "10 rules". */
export function rulesWords(t: Translate, count: number): string {
  return t('editors.import.rules', '{{count}} rules', {
    count,
    defaultValue_one: '{{count}} rule',
    defaultValue_other: '{{count}} rules',
  });
}

/** How much was found in a table: "7 rows, 9 columns". Undefined for what is no table. */
export function understoodWords(t: Translate, table: TableSize | undefined): string | undefined {
  if (!table) {
    return undefined;
  }
  return table.fields === table.columns
    ? sizeWords(t, table)
    : t('editors.import.understood-some', '{{size}}, {{fields}} of them understood', {
        size: sizeWords(t, table),
        fields: table.fields,
      });
}

function sizeWords(t: Translate, table: TableSize): string {
  const rows = t('editors.import.rows', '{{count}} rows', {
    count: table.rows,
    defaultValue_one: '{{count}} row',
    defaultValue_other: '{{count}} rows',
  });
  const columns = t('editors.import.columns', '{{count}} columns', {
    count: table.columns,
    defaultValue_one: '{{count}} column',
    defaultValue_other: '{{count}} columns',
  });
  return t('editors.import.understood', '{{rows}}, {{columns}}', { rows, columns });
}

/** What is not as it should be, counted: "3 problems, 2 placeholders". Undefined where all is. */
export function doubtWords(
  t: Translate,
  problems: readonly unknown[],
  hints: readonly ImportHint[]
): string | undefined {
  const placeholders = hints.filter(({ isPlaceholder }) => isPlaceholder).length;
  const counts = [
    problems.length > 0 &&
      t('editors.import.problem-count', '{{count}} problems', {
        count: problems.length,
        defaultValue_one: '{{count}} problem',
        defaultValue_other: '{{count}} problems',
      }),
    placeholders > 0 &&
      t('editors.import.placeholder-count', '{{count}} placeholders', {
        count: placeholders,
        defaultValue_one: '{{count}} placeholder',
        defaultValue_other: '{{count}} placeholders',
      }),
    hints.length > placeholders &&
      t('editors.import.no-link-count', '{{count}} links that open nothing', {
        count: hints.length - placeholders,
        defaultValue_one: '{{count}} link that opens nothing',
        defaultValue_other: '{{count}} links that open nothing',
      }),
  ].filter((words) => words !== false);
  return counts.length === 0 ? undefined : counts.join(', ');
}

/** Why there is nothing to import, and what to do. */
export function nothingWords(t: Translate, { blank, problems, table }: ImportReading): string {
  if (isWithoutHeaders({ problems })) {
    return withoutHeadersWords(t, table);
  }
  return blank.length > 0
    ? t('editors.import.only-names', 'No rule yet: only names of metrics. Fill in when to act, and who.')
    : t('editors.import.no-rules', 'There is no rule in it.');
}

/** That the headers were not copied, and a line of them to put above, as wide as the rows are. */
function withoutHeadersWords(t: Translate, table: TableSize | undefined): string {
  const words = t(
    'editors.import.no-headers',
    'No rule found. The first row has to be the headers, one of them Metric.'
  );
  if (!table || table.columns < 2) {
    return words;
  }
  const values = { words, size: sizeWords(t, table), headers: CSV_HEADERS.slice(0, table.columns).join(', ') };
  return t(
    'editors.import.headers-above',
    '{{words}} There are {{size}}: put a line above them, in the order of your columns, like {{headers}}.',
    values
  );
}

/** That the imported rules have no effect, because a query is the rule sheet. */
export function sheetFirstWords(t: Translate, sheet: string): string {
  return t('editors.file.sheet-first', 'Query {{sheet}} is the rule sheet, so the imported rules do not count.', {
    sheet,
  });
}

/** That an import would change nothing because something else comes first; undefined where that is not so. */
export function outrankedWords(
  t: Translate,
  { changed, overridden }: Pick<ImportPreview, 'changed' | 'overridden'>,
  sheet?: string
): string | undefined {
  if (sheet !== undefined) {
    return sheetFirstWords(t, sheet);
  }
  return changed.length > 0 || overridden.length === 0
    ? undefined
    : t(
        'editors.import.outranked',
        'Nothing will change: the panel’s own overrides come first for {{names}}. Clear those fields there, and the file counts.',
        { names: nameList(t, overridden) }
      );
}

/** The metrics whose rule an import takes away, before all else; undefined where there are none. */
export function lostWords(t: Translate, lost: readonly string[]): string | undefined {
  return lost.length === 0
    ? undefined
    : t('editors.import.lost', 'These lose their rule: {{names}}.', { names: nameList(t, lost) });
}

/**
 * What was imported before, and goes; undefined where nothing was.
 *
 * @param lost - The metrics that get no rule in its place.
 */
export function replacedWords(t: Translate, count: number, lost: readonly string[]): string | undefined {
  if (count === 0) {
    return undefined;
  }
  const rules = rulesWords(t, count);
  return lost.length === 0
    ? t('editors.import.replaces', 'Replaces what was imported before: {{rules}}.', { rules })
    : t('editors.import.replaces-lost', 'Replaces what was imported before: {{rules}}. {{count}} metrics get none.', {
        rules,
        count: lost.length,
        defaultValue_one: 'Replaces what was imported before: {{rules}}. {{count}} metric gets none.',
        defaultValue_other: 'Replaces what was imported before: {{rules}}. {{count}} metrics get none.',
      });
}

/** Fields that say what is a breach: where one changes, the past shows other breaches. */
const CHECKED: ReadonlySet<RuleField> = new Set(
  AGREED_FIELDS.filter((field) => ['threshold', 'data'].includes(FIELDS[field].group))
);

/**
 * That the past is checked by what an import makes of rules that had a past. What was agreed is asked about instead, and
 * a version that begins today or later has none.
 *
 * @param asked - The metrics of which somebody is asked, as they are told.
 * @param today - An ISO date.
 */
export function pastWords(
  t: Translate,
  changes: readonly MetricChange[],
  { asked = [], today }: { asked?: readonly string[]; today: string }
): string | undefined {
  const rewritten = changes.filter(
    ({ metric, kind, versions }) =>
      kind === 'changed' && !asked.includes(metric) && versions.some((version) => judgesPast(version, today))
  );
  return rewritten.length === 0
    ? undefined
    : t(
        'editors.import.past',
        'The past is checked by the new rules, too: {{names}}. A row with “Valid from” leaves it as it was.',
        {
          names: nameList(
            t,
            rewritten.map(({ metric }) => metric)
          ),
        }
      );
}

function judgesPast(version: VersionChange, today: string): boolean {
  const day = (version.from ?? '').trim().slice(0, today.length);
  return version.kind === 'changed' && day < today && version.fields.some(({ field }) => CHECKED.has(field));
}

/**
 * What an import would do, a sentence each; what comes first and outranks it is told before these.
 *
 * @param sheet - The query that is the rule sheet, where there is one.
 */
export function previewWords(t: Translate, preview: ImportPreview, sheet?: string): string[] {
  const { changed, matched, without, blank, unmatched, shared } = preview;
  const names = (list: readonly string[]) => ({ names: nameList(t, list) });
  return [
    matched.length === 0 ? t('editors.import.matches-none', 'They match no metric of the panel.') : undefined,
    outrankedWords(t, preview, sheet) === undefined ? changedWords(t, changed) : undefined,
    ...(sheet === undefined && preview.today ? todayWords(t, preview.today) : []),
    unmatched.length > 0 && matched.length > 0
      ? t('editors.import.unmatched', 'Match no metric: {{names}}.', names(unmatched))
      : undefined,
    without.length > 0 && matched.length > 0
      ? t('editors.import.without', 'Not in the file: {{names}}.', names(without))
      : undefined,
    shared.length > 0
      ? t(
          'editors.import.shared',
          'Several metrics have the same name, and so the same rule: {{names}}.',
          names(shared)
        )
      : undefined,
    blank.length > 0 ? t('editors.import.blank', 'No rule yet: {{names}}.', names(blank)) : undefined,
    sheet === undefined && changed.length > 0 ? overriddenWords(t, preview) : undefined,
  ].filter((words) => words !== undefined);
}

/** How many metrics would fire on what the panel knows now, and of how many nobody can tell: they may be among them. */
function todayWords(t: Translate, { firing, unclear }: Today): Array<string | undefined> {
  const isUnclear = unclear.length > 0;
  return [
    firing.length > 0 || !isUnclear ? firingWords(t, firing) : undefined,
    isUnclear
      ? t('editors.import.unclear', '{{count}} metrics would be unclear today: {{names}}.', {
          count: unclear.length,
          names: nameList(t, unclear),
          defaultValue_one: '{{count}} metric would be unclear today: {{names}}.',
          defaultValue_other: '{{count}} metrics would be unclear today: {{names}}.',
        })
      : undefined,
  ];
}

function firingWords(t: Translate, firing: readonly string[]): string {
  return firing.length === 0
    ? t('editors.import.fires-none', 'No metric would be in breach today.')
    : t('editors.import.fires', '{{count}} metrics would be in breach today: {{names}}.', {
        count: firing.length,
        names: nameList(t, firing),
        defaultValue_one: '{{count}} metric would be in breach today: {{names}}.',
        defaultValue_other: '{{count}} metrics would be in breach today: {{names}}.',
      });
}

/** How many rules of a file can be used as they are written, and which not. */
export function cleanWords(t: Translate, count: number, unclean: readonly string[]): string {
  return unclean.length === 0
    ? t('editors.import.all-clean', 'All of them are clean.')
    : t(
        'editors.import.clean',
        '{{clean}} of {{count}} are clean; not clean: {{names}}. Without these, their metrics keep the rule that they have.',
        {
          clean: count - unclean.length,
          count,
          names: nameList(t, unclean),
        }
      );
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

/** What becomes of metrics whose rules were agreed, once these are removed. */
export function removalWords(t: Translate, { bare, ruled }: AgreedRules): string[] {
  return [
    bare.length > 0 &&
      t(
        'editors.file.remove-agreed',
        'These were agreed: {{names}}. Without them, their metrics have no such rule, in the past neither.',
        { names: nameList(t, bare) }
      ),
    ruled.length > 0 &&
      t(
        'editors.file.remove-agreed-ruled',
        'These were agreed: {{names}}. Without them, what else is their rule counts alone, in the past, too.',
        { names: nameList(t, ruled) }
      ),
  ].filter((words) => words !== false);
}

/** That overrides come first; undefined where none states a field otherwise. */
export function overriddenWords(t: Translate, { overridden }: ImportPreview): string | undefined {
  return overridden.length === 0
    ? undefined
    : t(
        'editors.import.overridden',
        'Where a rule for one metric, in an override, says otherwise, it comes first: {{names}}. Clear those fields there, and the file counts.',
        { names: nameList(t, overridden) }
      );
}
