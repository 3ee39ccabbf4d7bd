import type { Format } from '../../words/conditionWords';

/**
 * What stands behind the number of a level: the field's unit ("%", "s") where levels are told by the number that is stored.
 *
 * @param formatLevel - How the field's levels are told.
 * @param value - Undefined while nothing is stated.
 */
export function unitBehind(formatLevel: Format, value?: number): string | undefined {
  return around(formatLevel, value ?? 1)?.trim() || undefined;
}

/** How a level is told where that is not by the number that is stored: "20%" for 0.2 of a ratio. */
export function toldOtherwise(formatLevel: Format, value: number): string | undefined {
  return around(formatLevel, value) === undefined ? formatLevel(value) : undefined;
}

/** For a field whose levels are not told by the numbers that are stored, an example of how: "0.2 = 20%". */
export function readingExample(formatLevel: Format): string | undefined {
  return toldOtherwise(formatLevel, 1) && `0.2 = ${formatLevel(0.2)}`;
}

/** What a level is told with around its number; undefined where it is told by another number. */
function around(formatLevel: Format, value: number): string | undefined {
  const number = String(value);
  const told = formatLevel(value);
  const at = told.indexOf(number);
  const before = told.slice(0, Math.max(at, 0));
  const after = told.slice(at + number.length);
  return at >= 0 && !/[\d.,]$/.test(before) && !/^[\d.,]/.test(after) ? `${before}${after}` : undefined;
}
