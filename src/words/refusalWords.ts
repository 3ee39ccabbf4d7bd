import type { Refusal } from '../rule/cells/quantity';
import type { Translate } from './translate';
import type { WordsByCode } from './wordsByCode';

/** Two readings of one text. */
const twoWays = (
  t: Translate,
  { found, readings: [first, second] }: { found: string; readings: readonly [string, string] }
) => t('rule.sheet.two-ways', '"{{found}}" can be read as {{first}} and as {{second}}.', { found, first, second });

/** Why a cell, or the text of a field, could not be read. */
export const REFUSAL_WORDS: WordsByCode<Refusal & { found: string }> = {
  ambiguousNumber: (t, refused) => ({
    what: twoWays(t, refused),
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
  dateForNumber: (t, { found }) => ({
    what: t('rule.sheet.date-for-number', '"{{found}}" is a date: a spreadsheet made it of a number.', { found }),
    mend: t('rule.sheet.date-for-number-mend', 'Give the cell the format of a number or a text, and write it anew.'),
  }),
  unknownUnit: (t, { found, unit }) => ({
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
  notADate: (t, { found }) => ({
    what: t('rule.sheet.not-a-date', '"{{found}}" is not a date.', { found }),
    mend: t('rule.sheet.not-a-date-mend', 'Write it like 2026-12-02.'),
  }),
  ambiguousDate: (t, refused) => ({
    what: twoWays(t, refused),
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
};
