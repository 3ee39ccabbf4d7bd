import type { Texts } from '../../protocol/engine/alertRule';

/** `{{ "{{" }}`, `{{ $labels.team }}`, `{{ index $labels "team name" }}`, and whatever else a template says. */
const PLACE = /\{\{\s*(?:("\{\{")|\$labels\.(\w+)|index \$labels "((?:[^"\\]|\\.)*)"|.*?)\s*\}\}/gs;

/**
 * A text of an alert rule with the labels of a series in the places of its template.
 *
 * @returns Undefined where it has places that only the engine can fill.
 */
export function filled(text: string, labels: Texts): string | undefined {
  let isWhole = true;
  const whole = text.replace(PLACE, (_, braces?: string, name?: string, quoted?: string) => {
    const value = braces === undefined ? labels[name ?? quoted ?? ''] : '{{';
    isWhole &&= value !== undefined;
    return value ?? '';
  });
  return isWhole ? whole : undefined;
}
