import { fieldWords } from './fieldWords';
import { nameList } from './nameList';
import { problemParts } from './problemWords';
import { REFUSAL_WORDS } from './refusalWords';
import type { Translate } from './translate';
import type { WordsByCode } from './wordsByCode';
import { wordsFor } from './wordsByCode';
import type { SheetProblem } from '../tables/sheet/table';

/** A problem of a sheet for a person: where, what is wrong, and how to mend it. */
export interface SheetProblemWords {
  /** "Row 3, column Critical"; undefined for what concerns the whole sheet. */
  where?: string;
  what: string;
  mend: string;
}

/**
 * Says what is wrong in a sheet, where, and how to mend it.
 *
 * @param isFile - Whether the rules are those of a rule file, which has no rows.
 */
export function sheetProblemParts(t: Translate, problem: SheetProblem, isFile = false): SheetProblemWords {
  return isFile && problem.code === 'noRow'
    ? {
        what: t('rule.sheet.no-file-rule', '"{{found}}" has no rule in the file.', { found: problem.found }),
        mend: t('rule.sheet.no-file-rule-mend', 'Add a rule with its name, or one that matches it, like "Sales *".'),
      }
    : { where: whereWords(t, problem), ...wordsFor(t, WORDS, problem) };
}

/** A problem of a sheet as one text: `Row 3, column Critical: "1,234" can be 1.234 or 1234. Write it …`. */
export function sheetProblemWords(t: Translate, problem: SheetProblem): string {
  const { where, what, mend } = sheetProblemParts(t, problem);
  return where === undefined ? `${what} ${mend}` : `${where}: ${what} ${mend}`;
}

/** Rows that have the same problem are told together. */
export function rowsWords(t: Translate, rows: readonly number[]): string {
  return rows.length === 1
    ? t('rule.sheet.where-row', 'Row {{row}}', { row: rows[0] })
    : t('rule.sheet.where-rows', 'Rows {{rows}}', { rows: nameList(t, rows.map(String)) });
}

/** Where the problem of a sheet is: of several alike, with the rows of all. */
export function whereWords(t: Translate, problem: SheetProblem, rows = rowOf(problem)): string | undefined {
  const { column } = problem;
  if (rows.length > 0 && column !== undefined) {
    return t('rule.sheet.where-cell', '{{rows}}, column {{column}}', { rows: rowsWords(t, rows), column });
  }
  if (rows.length > 0) {
    const field = problem.code === 'rule' && problem.problem.field !== 'rule' ? problem.problem.field : undefined;
    const where = rowsWords(t, rows);
    return field === undefined
      ? where
      : t('rule.sheet.where-field', '{{rows}}, {{field}}', { rows: where, field: fieldWords(t, field) });
  }
  return column === undefined ? undefined : t('rule.sheet.where-column', 'Column {{column}}', { column });
}

function rowOf({ row }: SheetProblem): readonly number[] {
  return row === undefined ? [] : [row];
}

const WORDS: WordsByCode<SheetProblem> = {
  ...REFUSAL_WORDS,
  rule: (t, { problem }) => {
    // Where it is the sheet says better than the rule does.
    const { what, mend } = problemParts(t, problem);
    return { what, mend };
  },
  noMetricColumn: (t) => ({
    what: t('rule.sheet.no-metric-column', 'No column names the metrics.'),
    mend: t('rule.sheet.no-metric-column-mend', 'Give one of the columns the header Metric.'),
  }),
  noRoleColumn: (t) => ({
    what: t('rule.sheet.no-role-column', 'No column names the roles.'),
    mend: t('rule.sheet.no-role-column-mend', 'Give one of the columns the header Role.'),
  }),
  duplicateColumn: (t, { found, first }) => ({
    what: t('rule.sheet.duplicate-column', '"{{found}}" means the same as "{{first}}", which counts.', {
      found,
      first,
    }),
    mend: t('rule.sheet.duplicate-column-mend', 'Remove one of the two columns.'),
  }),
  unknownColumn: (t, { found, meant }) => ({
    what:
      found === ''
        ? t('rule.sheet.no-header', 'The column has cells and no header, so it has no effect.')
        : t('rule.sheet.unknown-column', '"{{found}}" is not a field, so the column has no effect.', { found }),
    mend: meant
      ? t('rule.sheet.unknown-column-meant', 'Write "{{meant}}", if that is meant.', { meant })
      : t(
          'rule.sheet.unknown-column-mend',
          'Correct its header (Critical, Who acts, First step…), or leave it as a note.'
        ),
  }),
  ambiguousColumn: (t, { found, headers }) => ({
    what: t('rule.sheet.ambiguous-column', '"{{found}}" can mean several fields, so the column has no effect.', {
      found,
    }),
    mend: t('rule.sheet.ambiguous-column-mend', 'Write one of: {{headers}}.', { headers: headers.join(', ') }),
  }),
  operatorConflict: (t, { found, operator, counts }) => ({
    what: t(
      'rule.sheet.operator-conflict',
      '"{{found}}" contradicts "{{operator}}" in column {{column}}, which counts.',
      {
        found,
        operator,
        column: counts,
      }
    ),
    mend: t('rule.sheet.operator-conflict-mend', 'Say in one place on which side to act.'),
  }),
  levelTwice: (t, { found, counts }) => ({
    what: t('rule.sheet.level-twice', '"{{found}}" is a second critical level; the one in column {{column}} counts.', {
      found,
      column: counts,
    }),
    mend: t('rule.sheet.level-twice-mend', 'Write the level in one of the two columns.'),
  }),
  aboveHeaders: (t, { found }) => ({
    what: t('rule.sheet.above-headers', '"{{found}}" stands above the headers and was skipped.', { found }),
    mend: t('rule.sheet.above-headers-mend', 'Leave it, if it is no row.'),
  }),
  longRow: (t, { found, headers }) => ({
    what: t('rule.sheet.long-row', 'The row has {{found}} cells for {{headers}} headers: some may have moved.', {
      found,
      headers,
    }),
    mend: t('rule.sheet.long-row-mend', 'Put a text with the delimiter in it in quotes, or remove what is too many.'),
  }),
  shortRow: (t, { found, headers }) => ({
    what: t('rule.sheet.short-row', 'The row has {{found}} cells for {{headers}} headers: some may have moved.', {
      found,
      headers,
    }),
    mend: t('rule.sheet.short-row-mend', 'Put the missing delimiter in, or one at the end for a blank cell.'),
  }),
  strayQuote: (t, { found }) => ({
    what: t('rule.sheet.stray-quote', 'One quote of "{{found}}" is missing.', { found }),
    mend: t('rule.sheet.stray-quote-mend', 'Write the text between two quotes, or without.'),
  }),
  noMetric: (t, { found }) => ({
    what: t('rule.sheet.no-metric', 'The row with "{{found}}" names no metric, so it has no effect.', { found }),
    mend: t('rule.sheet.no-metric-mend', 'Write the name of its metric, or empty the row.'),
  }),
  noRole: (t, { found }) => ({
    what: t('rule.sheet.no-role', 'The row with "{{found}}" names no role, so it has no effect.', { found }),
    mend: t('rule.sheet.no-role-mend', 'Write the role, or empty the row.'),
  }),
  sameVersion: (t, { found, other }) => ({
    what: t('rule.sheet.same-version', '"{{found}}" has a version from the same time in row {{row}}, which counts.', {
      found,
      row: other,
    }),
    mend: t('rule.sheet.same-version-mend', 'Remove one of the two rows, or say from when it is valid.'),
  }),
  noPlace: (t, { found, other }) => ({
    what: t(
      'rule.sheet.no-place',
      'From when on this version of "{{found}}" is valid is not known; row {{row}} counts.',
      {
        found,
        row: other,
      }
    ),
    mend: t('rule.sheet.no-place-mend', 'Correct the date from which it is valid.'),
  }),
  matchesNothing: (t, { found, meant }) => ({
    what: t('rule.sheet.matches-nothing', '"{{found}}" matches no metric of the panel.', { found }),
    mend: meant
      ? t('rule.sheet.matches-nothing-meant', 'Write "{{meant}}", if that is meant.', { meant })
      : t('rule.sheet.matches-nothing-mend', 'Write the name as the panel shows it, or remove it.'),
  }),
  noRow: (t, { found }) => ({
    what: t('rule.sheet.no-row', '"{{found}}" has no row in the sheet.', { found }),
    mend: t('rule.sheet.no-row-mend', 'Add a row with its name, or one that matches it, like "Sales *".'),
  }),
  overlap: (t, { found, counts, rivals }) => ({
    what: t('rule.sheet.overlap', '"{{found}}" is matched by "{{counts}}", which counts, and by {{others}}, too.', {
      found,
      counts,
      others: rivals.map((other) => `"${other}"`).join(', '),
    }),
    mend: t('rule.sheet.overlap-mend', 'Give the metric a rule with its own name.'),
  }),
  severalTables: (t, { found }) => ({
    what: t('rule.sheet.several-tables', 'The query returned {{found}} tables; the first counts.', { found }),
    mend: t('rule.sheet.several-tables-mend', 'Let it return one table.'),
  }),
  noTable: (t, { found }) => ({
    what: t('rule.sheet.no-table', 'Query {{found}} returned no table, so nothing of it is known.', { found }),
    mend: t('rule.sheet.no-table-mend', 'Correct the query, or choose another one in the options of the panel.'),
  }),
  formerTable: (t, { found }) => ({
    what: t('rule.sheet.former-table', 'Query {{found}} failed; what it returned before still counts.', { found }),
    mend: t('rule.sheet.former-table-mend', 'Correct the query.'),
  }),
  missingColumns: (t, { headers }) => ({
    what: t('rule.sheet.missing-columns', 'The response sheet has no column for: {{headers}}.', {
      headers: headers.join(', '),
    }),
    mend: t('rule.sheet.missing-columns-mend', 'Give columns these headers, or correct the query.'),
  }),
  incompleteAnswer: (t, { found, lacks }) => ({
    what: LACKS[lacks](t, found),
    mend: t('rule.sheet.incomplete-answer-mend', 'Complete the row; until then it does not count.'),
  }),
  unknownAnswer: (t, { found }) => ({
    what: t('rule.sheet.unknown-answer', '"{{found}}" is no answer that is known, so the row does not count.', {
      found,
    }),
    mend: t(
      'rule.sheet.unknown-answer-mend',
      'Write Taken, Done, Handed to …, Accepted until …, False alarm or The rule is wrong; a text of your own is a note.'
    ),
  }),
  dayWithoutTime: (t, { found }) => ({
    what: t('rule.sheet.day-without-time', '"{{found}}" has no time of day, so the row does not count.', { found }),
    mend: t('rule.sheet.day-without-time-mend', 'Write when it was said, with the hour and the zone.'),
  }),
  unknownLevel: (t, { found }) => ({
    what: t('rule.sheet.unknown-level', '"{{found}}" is no level.', { found }),
    mend: t('rule.sheet.unknown-level-mend', 'Write warning or critical, or leave it blank.'),
  }),
};

/** What a row of a response sheet lacks. */
const LACKS: Readonly<
  Record<Extract<SheetProblem, { code: 'incompleteAnswer' }>['lacks'], (t: Translate, found: string) => string>
> = {
  time: (t, found) => t('rule.sheet.lacks-time', 'The row with "{{found}}" does not say when.', { found }),
  metric: (t, found) => t('rule.sheet.lacks-metric', 'The row with "{{found}}" names no metric.', { found }),
  who: (t, found) => t('rule.sheet.lacks-who', 'The row with "{{found}}" does not say who.', { found }),
  what: (t, found) =>
    t('rule.sheet.lacks-what', 'The row with "{{found}}" does not say what was done or decided.', { found }),
  until: (t, found) => t('rule.sheet.lacks-until', '"{{found}}" does not say until when.', { found }),
  to: (t, found) => t('rule.sheet.lacks-to', '"{{found}}" does not say to whom.', { found }),
};
