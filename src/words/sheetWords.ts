import { problemParts } from './problemWords';
import type { Translate } from './translate';
import type { SheetProblem, SheetProblemCode } from '../tables/sheet/table';

/** A problem of a sheet for a person: where, what is wrong, and how to mend it. */
export interface SheetProblemWords {
  /** "Row 3, column Critical"; undefined for what concerns the whole sheet. */
  where?: string;
  what: string;
  mend: string;
}

/** Says what is wrong in a sheet, where, and how to mend it. */
export function sheetProblemParts(t: Translate, problem: SheetProblem): SheetProblemWords {
  const { what, mend } = problem.problem
    ? problemParts(t, problem.problem)
    : WORDS[problem.code](t, { found: problem.found, also: problem.also ?? [] });
  return { where: whereWords(t, problem), what, mend };
}

/** A problem of a sheet as one text: `Row 3, column Critical: "1,234" can be 1.234 or 1234. Write it …`. */
export function sheetProblemWords(t: Translate, problem: SheetProblem): string {
  const { where, what, mend } = sheetProblemParts(t, problem);
  return where === undefined ? `${what} ${mend}` : `${where}: ${what} ${mend}`;
}

function whereWords(t: Translate, { row, column }: SheetProblem): string | undefined {
  if (row !== undefined && column !== undefined) {
    return t('rule.sheet.where-cell', 'Row {{row}}, column {{column}}', { row, column });
  }
  if (row !== undefined) {
    return t('rule.sheet.where-row', 'Row {{row}}', { row });
  }
  return column === undefined ? undefined : t('rule.sheet.where-column', 'Column {{column}}', { column });
}

interface Found {
  found: string;
  also: readonly string[];
}
type Wording = (t: Translate, found: Found) => { what: string; mend: string };

/** Two readings of one text. */
const twoWays = (t: Translate, { found, also: [first, second] }: Found) =>
  t('rule.sheet.two-ways', '"{{found}}" can be read as {{first}} and as {{second}}.', { found, first, second });

const COLUMN_WORDS = {
  noMetricColumn: (t) => ({
    what: t('rule.sheet.no-metric-column', 'No column names the metrics.'),
    mend: t('rule.sheet.no-metric-column-mend', 'Give one of the columns the header Metric.'),
  }),
  noRoleColumn: (t) => ({
    what: t('rule.sheet.no-role-column', 'No column names the roles.'),
    mend: t('rule.sheet.no-role-column-mend', 'Give one of the columns the header Role.'),
  }),
  duplicateColumn: (t, { found, also: [first] }) => ({
    what: t('rule.sheet.duplicate-column', '"{{found}}" means the same as "{{first}}", which counts.', {
      found,
      first,
    }),
    mend: t('rule.sheet.duplicate-column-mend', 'Remove one of the two columns.'),
  }),
  unknownColumn: (t, { found }) => ({
    what: t('rule.sheet.unknown-column', '"{{found}}" is not a field, so the column has no effect.', { found }),
    mend: t('rule.sheet.unknown-column-mend', 'Correct its header, or leave it as a note.'),
  }),
  ambiguousColumn: (t, { found, also }) => ({
    what: t('rule.sheet.ambiguous-column', '"{{found}}" can mean several fields, so the column has no effect.', {
      found,
    }),
    mend: t('rule.sheet.ambiguous-column-mend', 'Write one of: {{headers}}.', { headers: also.join(', ') }),
  }),
} satisfies Partial<Record<SheetProblemCode, Wording>>;

const NUMBER_WORDS = {
  ambiguousNumber: (t, found) => ({
    what: twoWays(t, found),
    mend: t(
      'rule.sheet.ambiguous-number-mend',
      'Write it without thousands separators, or say how the sheet writes fractions.'
    ),
  }),
  wrongDecimal: (t, { found }) => ({
    what: t('rule.sheet.wrong-decimal', '"{{found}}" does not fit the way in which the sheet writes fractions.', {
      found,
    }),
    mend: t('rule.sheet.wrong-decimal-mend', 'Write it as the other numbers, or state the other decimal mark.'),
  }),
  notANumber: (t, { found }) => ({
    what: t('rule.sheet.not-a-number', '"{{found}}" is neither a number nor a range.', { found }),
    mend: t('rule.sheet.not-a-number-mend', 'Write it like 20, 1234.5 or 2 to 4.'),
  }),
  unknownUnit: (t, { found, also: [unit] }) => ({
    what: t('rule.sheet.unknown-unit', '"{{unit}}" in "{{found}}" is not the unit of the metric.', { found, unit }),
    mend: t('rule.sheet.unknown-unit-mend', 'Write the number alone, in the unit of the data.'),
  }),
  percentUndecided: (t, { found }) => ({
    what: t('rule.sheet.percent-undecided', 'Whether "{{found}}" counts to 100 or to 1 is not said.', { found }),
    mend: t(
      'rule.sheet.percent-undecided-mend',
      'Give the metric the unit Percent (0-100) or Percent (0.0-1.0) and write the cell with %, or write the number alone, as in the data, under a header without %.'
    ),
  }),
  noUnit: (t, { found }) => ({
    what: t('rule.sheet.no-unit', '"{{found}}" can’t be read: the row fits no metric, or metrics of several units.', {
      found,
    }),
    mend: t('rule.sheet.no-unit-mend', 'Correct the name of the metric, or write the number alone, as in the data.'),
  }),
  unknownOperator: (t, { found }) => ({
    what: t('rule.sheet.unknown-operator', '"{{found}}" is not an operator.', { found }),
    mend: t('rule.sheet.unknown-operator-mend', 'Write it like below, at least, > or outside.'),
  }),
  operatorConflict: (t, { found, also: [operator, column] }) => ({
    what: t(
      'rule.sheet.operator-conflict',
      '"{{found}}" contradicts "{{operator}}" in column {{column}}, which counts.',
      {
        found,
        operator,
        column,
      }
    ),
    mend: t('rule.sheet.operator-conflict-mend', 'Say in one place on which side to act.'),
  }),
  levelTwice: (t, { found, also: [column] }) => ({
    what: t('rule.sheet.level-twice', '"{{found}}" is a second critical level; the one in column {{column}} counts.', {
      found,
      column,
    }),
    mend: t('rule.sheet.level-twice-mend', 'Write the level in one of the two columns.'),
  }),
} satisfies Partial<Record<SheetProblemCode, Wording>>;

const DURATION_WORDS = {
  notADuration: (t, { found }) => ({
    what: t('rule.sheet.not-a-duration', '"{{found}}" is not a duration.', { found }),
    mend: t('rule.sheet.not-a-duration-mend', 'Write it like 2 days, 48h or 1h30m.'),
  }),
  ambiguousDuration: (t, { found }) => ({
    what: t('rule.sheet.ambiguous-duration', '"{{found}}" is not equally long every time.', { found }),
    mend: t('rule.sheet.ambiguous-duration-mend', 'Write it in weeks or days, like 30 days.'),
  }),
  workingDuration: (t, { found }) => ({
    what: t('rule.sheet.working-duration', '"{{found}}" counts in working time.', { found }),
    mend: t(
      'rule.sheet.working-duration-mend',
      'Write it like 2 days and state the working hours: where they are stated, responses and escalations count in them.'
    ),
  }),
  durationWithoutUnit: (t, { found }) => ({
    what: t('rule.sheet.duration-without-unit', 'Nobody can tell whether "{{found}}" is minutes, hours or days.', {
      found,
    }),
    mend: t(
      'rule.sheet.duration-without-unit-mend',
      'Write the unit in the cell, like {{example}}, or in the header.',
      {
        example: `${found} days`,
      }
    ),
  }),
} satisfies Partial<Record<SheetProblemCode, Wording>>;

const DATE_WORDS = {
  notADate: (t, { found }) => ({
    what: t('rule.sheet.not-a-date', '"{{found}}" is not a date.', { found }),
    mend: t('rule.sheet.not-a-date-mend', 'Write it like 2026-12-02.'),
  }),
  ambiguousDate: (t, found) => ({
    what: twoWays(t, found),
    mend: t('rule.sheet.ambiguous-date-mend', 'Write the one that is meant.'),
  }),
  serialDate: (t, { found }) => ({
    what: t('rule.sheet.serial-date', '"{{found}}" seems to be the serial number of a date.', { found }),
    mend: t('rule.sheet.serial-date-mend', 'Format the column as a date, or write it like 2026-12-02.'),
  }),
  momentWithoutZone: (t, { found }) => ({
    what: t('rule.sheet.moment-without-zone', 'In which time zone "{{found}}" is meant is not said.', { found }),
    mend: t('rule.sheet.moment-without-zone-mend', 'Write the zone behind it, like {{example}}, or the date alone.', {
      example: '2026-09-01 07:00 Europe/Berlin',
    }),
  }),
} satisfies Partial<Record<SheetProblemCode, Wording>>;

const CELL_WORDS = {
  unknownNoData: (t, { found }) => ({
    what: t('rule.sheet.unknown-no-data', '"{{found}}" is not a choice for no data.', { found }),
    mend: t('rule.sheet.unknown-no-data-mend', 'Write show, alerting, normal or keep.'),
  }),
  notAText: (t, { found }) => ({
    what: t('rule.sheet.not-a-text', '{{found}} is not a text.', { found }),
    mend: t('rule.sheet.not-a-text-mend', 'Write it as text.'),
  }),
  sheetError: (t, { found }) => ({
    what: t('rule.sheet.sheet-error', 'The formula of the cell failed: {{found}}.', { found }),
    mend: t('rule.sheet.sheet-error-mend', 'Correct the formula in the sheet.'),
  }),
} satisfies Partial<Record<SheetProblemCode, Wording>>;

const ROW_WORDS = {
  noMetric: (t, { found }) => ({
    what: t('rule.sheet.no-metric', 'The row with "{{found}}" names no metric, so it has no effect.', { found }),
    mend: t('rule.sheet.no-metric-mend', 'Write the name of its metric, or empty the row.'),
  }),
  noRole: (t, { found }) => ({
    what: t('rule.sheet.no-role', 'The row with "{{found}}" names no role, so it has no effect.', { found }),
    mend: t('rule.sheet.no-role-mend', 'Write the role, or empty the row.'),
  }),
  sameVersion: (t, { found, also: [row] }) => ({
    what: t('rule.sheet.same-version', '"{{found}}" has a version from the same time in row {{row}}, which counts.', {
      found,
      row,
    }),
    mend: t('rule.sheet.same-version-mend', 'Remove one of the two rows, or say from when it is valid.'),
  }),
  noPlace: (t, { found, also: [row] }) => ({
    what: t(
      'rule.sheet.no-place',
      'From when on this version of "{{found}}" is valid is not known; row {{row}} counts.',
      {
        found,
        row,
      }
    ),
    mend: t('rule.sheet.no-place-mend', 'Correct the date from which it is valid.'),
  }),
  matchesNothing: (t, { found, also: [meant] }) => ({
    what: t('rule.sheet.matches-nothing', '"{{found}}" matches no metric of the panel.', { found }),
    mend: meant
      ? t('rule.sheet.matches-nothing-meant', 'Write "{{meant}}", if that is meant.', { meant })
      : t('rule.sheet.matches-nothing-mend', 'Write the name as the panel shows it, or remove it.'),
  }),
  noRow: (t, { found }) => ({
    what: t('rule.sheet.no-row', '"{{found}}" has no row in the sheet.', { found }),
    mend: t('rule.sheet.no-row-mend', 'Add a row with its name, or one that matches it, like "Sales *".'),
  }),
  overlap: (t, { found, also: [counts, ...others] }) => ({
    what: t('rule.sheet.overlap', '"{{found}}" is matched by "{{counts}}", which counts, and by {{others}}, too.', {
      found,
      counts,
      others: others.map((other) => `"${other}"`).join(', '),
    }),
    mend: t('rule.sheet.overlap-mend', 'Give the metric a row with its own name.'),
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
} satisfies Partial<Record<SheetProblemCode, Wording>>;

const WORDS: Readonly<Record<SheetProblemCode, Wording>> = {
  ...COLUMN_WORDS,
  ...NUMBER_WORDS,
  ...DURATION_WORDS,
  ...DATE_WORDS,
  ...CELL_WORDS,
  ...ROW_WORDS,
  // Said in the words of rules.
  rule: (t, { found }) => NUMBER_WORDS.notANumber(t, { found, also: [] }),
};
