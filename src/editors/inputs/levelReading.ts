import type { DisplayProcessor } from '@grafana/data';
import { formattedValueToString } from '@grafana/data';

/**
 * What stands behind the number of a level: the field's unit ("%", "s") where the field shows the number as it is
 * stored, else how it shows it ("= 20%" for 0.2 of a ratio).
 *
 * @param value - Undefined while nothing is stated; then only a unit that keeps numbers as they are is known.
 */
export function levelReading(display: DisplayProcessor, value?: number): string | undefined {
  const probe = value ?? 1;
  const shown = display(probe);
  if (Number(shown.text.replace(/[\s,]/g, '')) === probe) {
    return `${shown.prefix ?? ''}${shown.suffix ?? ''}`.trim() || undefined;
  }
  return value === undefined ? undefined : `= ${formattedValueToString(shown)}`;
}

/** For a field that does not show numbers as they are stored, an example of how: "0.2 = 20%". */
export function readingExample(display: DisplayProcessor): string | undefined {
  const isScaled = levelReading(display) === undefined && display(1).text !== '1';
  return isScaled ? `0.2 = ${formattedValueToString(display(0.2))}` : undefined;
}
