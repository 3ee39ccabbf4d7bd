import { plain as t } from '../../testing/plain';
import { REFUSAL_WORDS } from '../../words/refusalWords';
import { wordsFor } from '../../words/wordsByCode';
import { readDurationCell } from './durationCell';
import { readLevelCell } from './levelCell';
import { isRefusal } from './quantity';
import { inUnitOf } from './units';

/** A cell in the unit of a metric: the number, or what is said. */
function inUnit(cell: string, unit: string | undefined): number | string {
  const level = readLevelCell(cell);
  const number = isRefusal(level) ? level : inUnitOf(level.quantities[0], { unit });
  if (typeof number === 'number') {
    return number;
  }
  const { what, mend } = wordsFor(t, REFUSAL_WORDS, { ...number, found: cell });
  return `${what} ${mend}`;
}

const not = (unit: string) => `"${unit}" is not the unit of the metric.`;

it.each<[string, string | undefined, number | string]>([
  ['480 Min.', 'm', 480],
  ['480 Min.', 'h', 8],
  ['90 sec.', 'm', 1.5],
  ['2 days', 'h', 48],
  ['3 hours', 'dtdurations', 10_800],
  ['2,5 Mio', undefined, 2_500_000],
  ['2,5 Mio.', 'currencyEUR', 2_500_000],
  ['3 Tsd.', undefined, 3000],
  ['1.5 Mrd', undefined, 1_500_000_000],
  ['1.5M', 'short', 1_500_000],
  ['2 Mil', 'short', 2_000_000],
  ['2.00 Mil', undefined, 2_000_000],
  ['1.5 Bil', 'none', 1_500_000_000],
  ['3 Tri', 'short', 3_000_000_000_000],
  ['1.5 K', 'short', 1500],
  ['2 Mil', 'currencyEUR', `${not('Mil')} Write the number as the chart shows it.`],
  ['2 mil', 'short', `${not('mil')} Write the number as the chart shows it.`],
  ['5m', undefined, `${not('m')} Write the number as the chart shows it.`],
  ['480 Min.', undefined, `${not('Min.')} Write the number as the chart shows it.`],
  ['5 leads', 'h', `${not('leads')} Write it like 8 h.`],
  ['8 Std.', 'm', `${not('Std.')} Write it like 30 min.`],
  ['480 Min.', 'percent', `${not('Min.')} Write it like 20 %.`],
])('a cell of %s, of a metric in %s', (cell, unit, told) => {
  expect(inUnit(cell, unit)).toBe(told);
});

it.each<[string, string]>([
  ['480 Min.', '480m'],
  ['2 hrs. 30 min.', '2h30m'],
])('a duration of %s', (cell, duration) => {
  expect(readDurationCell(cell, {})).toBe(duration);
});
