import type { DecimalMark } from '../rule/cells/decimal';

/** The mark between whole numbers and fractions as the reader writes it: as their browser says. */
export function decimalMark(language = navigator.language): DecimalMark {
  const parts = new Intl.NumberFormat(language).formatToParts(1.5);
  return parts.some(({ type, value }) => type === 'decimal' && value === ',') ? ',' : '.';
}
