import type { Refusal } from '../rule/cells/quantity';
import type { Translate } from './translate';
import type { WordsByCode } from './wordsByCode';

/** Two readings of one text. */
const twoWays = (
  t: Translate,
  { found, readings: [first, second] }: { found: string; readings: readonly [string, string] }
) => t('rule.sheet.two-ways', '"{{found}}" can be read as {{first}} and as {{second}}.', { found, first, second });

/** How numbers are written in the units that a cell may name, by Grafana's ids. */
const EXAMPLES: ReadonlyMap<string | undefined, string> = new Map([
  ['ms', '500 ms'],
  ['dtdurationms', '500 ms'],
  ['s', '90 s'],
  ['dtdurations', '90 s'],
  ['m', '30 min'],
  ['h', '8 h'],
  ['d', '2 days'],
  ['percent', '20 %'],
  ['percentunit', '20 %'],
]);

/** Nobody waits for so many days, and seldom for so many hours. */
const MANY = 60;

/** A number alone is one in the metric's unit, whatever the cell's was. */
function unitMend(t: Translate, example: string | undefined): string {
  return example === undefined
    ? t('rule.sheet.unknown-unit-mend', 'Write the number as the chart shows it.')
    : t('rule.sheet.unknown-unit-like', 'Write it like {{example}}.', { example });
}

/** Why a cell, or the text of a field, could not be read. */
export const REFUSAL_WORDS: WordsByCode<Refusal & { found: string }> = {
  ambiguousNumber: (t, refused) => ({
    what: twoWays(t, refused),
    mend: t('rule.sheet.ambiguous-number-mend', 'Write thousands without a mark between.'),
  }),
  wrongDecimal: (t, { found }) => ({
    what: t('rule.sheet.wrong-decimal', '"{{found}}" has another decimal mark than the sheet.', {
      found,
    }),
    mend: t('rule.sheet.wrong-decimal-mend', 'Write it as the other numbers.'),
  }),
  notANumber: (t, { found }) => ({
    what: t('rule.sheet.not-a-number', '"{{found}}" is neither a number nor a range.', { found }),
    mend: t('rule.sheet.not-a-number-mend', 'Write it like 20, 1234.5 or 2 to 4.'),
  }),
  dateForNumber: (t, { found }) => ({
    what: t('rule.sheet.date-for-number', '"{{found}}" is a date, not a number.', { found }),
    mend: t('rule.sheet.date-for-number-mend', 'Format the cell as a number, and write it anew.'),
  }),
  unknownUnit: (t, { found, unit, metric }) => ({
    what: t('rule.sheet.unknown-unit', '"{{unit}}" is not the unit of the metric.', { found, unit }),
    mend: unitMend(t, EXAMPLES.get(metric)),
  }),
  percentUndecided: (t, { found }) => ({
    what: t('rule.sheet.percent-undecided', '"{{found}}" is percent; the metric may not be.', { found }),
    mend: t('rule.sheet.percent-undecided-mend', 'Write the number as the chart shows it.'),
  }),
  noUnit: (t, { found }) => ({
    what: t('rule.sheet.no-unit', '"{{found}}" needs a unit, and the row has none or several.', {
      found,
    }),
    mend: t('rule.sheet.no-unit-mend', 'Write the number alone.'),
  }),
  unknownOperator: (t, { found }) => ({
    what: t('rule.sheet.unknown-operator', '"{{found}}" is no side of a level.', { found }),
    mend: t('rule.sheet.unknown-operator-mend', 'Write it like below, at least, > or outside.'),
  }),
  notADuration: (t, { found }) => ({
    what: t('rule.sheet.not-a-duration', '"{{found}}" is not a duration.', { found }),
    mend: t('rule.sheet.not-a-duration-mend', 'Write it like 2 days, 48h or 1h30m.'),
  }),
  ambiguousDuration: (t, { found }) => ({
    what: t('rule.sheet.ambiguous-duration', '"{{found}}" is not always as long.', { found }),
    mend: t('rule.sheet.ambiguous-duration-mend', 'Write it like 30 days.'),
  }),
  workingDuration: (t, { found }) => ({
    what: t('rule.sheet.working-duration', '"{{found}}" is working time.', { found }),
    mend: t('rule.sheet.working-duration-mend', 'Write 2 days, and the working hours.'),
  }),
  durationWithoutUnit: (t, { found }) => ({
    what: t('rule.sheet.duration-without-unit', 'Is "{{found}}" seconds, minutes, hours or days?', {
      found,
    }),
    mend: t('rule.sheet.duration-without-unit-mend', 'Write the unit, like {{example}}.', {
      // So many are seconds more often than days.
      example: Number(found) >= MANY ? `${found}s` : `${found} days`,
    }),
  }),
  notADate: (t, { found }) => ({
    what: t('rule.sheet.not-a-date', '"{{found}}" is not a date.', { found }),
    mend: t('rule.sheet.not-a-date-mend', 'Write it like 2026-12-01 or 1.12.2026.'),
  }),
  ambiguousDate: (t, refused) => ({
    what: twoWays(t, refused),
    mend: t('rule.sheet.ambiguous-date-mend', 'Write the one that is meant.'),
  }),
  serialDate: (t, { found }) => ({
    what: t('rule.sheet.serial-date', '"{{found}}" looks like the serial number of a date.', { found }),
    mend: t('rule.sheet.serial-date-mend', 'Format the column as a date.'),
  }),
  momentWithoutZone: (t, { found }) => ({
    what: t('rule.sheet.moment-without-zone', '"{{found}}" needs a time zone.', { found }),
    mend: t('rule.sheet.moment-without-zone-mend', 'Write it like {{example}}, or the date alone.', {
      example: '2026-09-01 07:00 UTC',
    }),
  }),
  unknownNoData: (t, { found }) => ({
    what: t('rule.sheet.unknown-no-data', '"{{found}}" says nothing about no data.', { found }),
    mend: t('rule.sheet.unknown-no-data-mend', 'Write show, alerting, normal or keep.'),
  }),
  notAText: (t, { found }) => ({
    what: t('rule.sheet.not-a-text', '{{found}} is not a text.', { found }),
    mend: t('rule.sheet.not-a-text-mend', 'Write it as text.'),
  }),
  recoveryOfWhich: (t, { found }) => ({
    what: t('rule.sheet.recovery-of-which', 'Is {{found}} of warning or of critical?', { found }),
    mend: t('rule.sheet.recovery-of-which-mend', 'Write "{{example}}", or warning.', {
      // As a file writes it, in every language.
      example: `recovery: {critical: ${found}}`,
    }),
  }),
  sheetError: (t, { found }) => ({
    what: t('rule.sheet.sheet-error', 'The formula of the cell failed: {{found}}.', { found }),
    mend: t('rule.sheet.sheet-error-mend', 'Correct the formula in the sheet.'),
  }),
};
