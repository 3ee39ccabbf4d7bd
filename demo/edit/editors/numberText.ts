import { NumberFieldConfigSettings } from '@grafana/data';

type Limits = Pick<NumberFieldConfigSettings, 'min' | 'max' | 'integer'>;

/**
 * Reads what was typed into a number input.
 *
 * Blank text is `undefined` (no value, so that defaults apply); what is no number is `NaN`.
 * A number outside the limits becomes the nearest limit; with `integer`, the fraction is dropped downwards.
 */
export function readNumber(
  text: string,
  { min = -Infinity, max = Infinity, integer }: Limits = {}
): number | undefined {
  if (text.trim() === '') {
    return undefined;
  }
  const typed = Number(text);
  const limited = Math.min(max, Math.max(min, typed));
  return integer ? Math.floor(limited) : limited;
}

/** The text of a saved number; what is no number (a saved string, null) is shown as blank. */
export function writeNumber(value: unknown): string {
  return typeof value === 'number' && !Number.isNaN(value) ? String(value) : '';
}
