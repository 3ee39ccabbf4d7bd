import type { Format } from '../../words/conditionWords';

/**
 * What stands behind the number of a level: the field's unit ("%", "s") where the level is told by the number that is
 * stored, else how it is told ("= 20%" for 0.2 of a ratio).
 *
 * @param formatLevel - How the field's levels are told.
 * @param value - Undefined while nothing is stated; then only a unit that keeps numbers as they are is known.
 */
export function levelReading(formatLevel: Format, value?: number): string | undefined {
  const number = String(value ?? 1);
  const told = formatLevel(value ?? 1);
  const at = told.indexOf(number);
  const before = told.slice(0, Math.max(at, 0));
  const after = told.slice(at + number.length);
  if (at >= 0 && !/[\d.,]$/.test(before) && !/^[\d.,]/.test(after)) {
    return `${before}${after}`.trim() || undefined;
  }
  return value === undefined ? undefined : `= ${told}`;
}

/** For a field whose levels are not told by the numbers that are stored, an example of how: "0.2 = 20%". */
export function readingExample(formatLevel: Format): string | undefined {
  const isScaled = levelReading(formatLevel) === undefined && formatLevel(1) !== '1';
  return isScaled ? `0.2 = ${formatLevel(0.2)}` : undefined;
}
