/** A text with places for what only the engine knows: literal text, and the labels of a series. */
export type Template = readonly Part[];
export type Part = string | { label: string };

const LABEL = /\$\{__field\.labels\.([^}["]+)\}|\$\{__field\.labels\[\\?"([^"\\]+)\\?"\]\}/g;

/** Reads a rule's text: `Call ${__field.labels.team}` names whatever series it is about. */
export function readTemplate(text: string): Template {
  const parts: Part[] = [];
  let end = 0;
  for (const match of text.matchAll(LABEL)) {
    parts.push(text.slice(end, match.index), { label: match[1] ?? match[2] });
    end = match.index + match[0].length;
  }
  parts.push(text.slice(end));
  return parts.filter((part) => part !== '');
}

/** The text of a template without places; undefined where it has some. */
export function plainText(template: Template): string | undefined {
  return template.every((part) => typeof part === 'string') ? template.join('') : undefined;
}

/** The text of a template with the labels of a series put in; undefined where the series has not all of them. */
export function filledTemplate(template: Template, labels: Readonly<Record<string, string>>): string | undefined {
  const texts = template.map((part) => (typeof part === 'string' ? part : labels[part.label]));
  return texts.some((text) => text === undefined) ? undefined : texts.join('');
}

/**
 * A template in the language of Prometheus' and Grafana's alert templates, in which a person's own braces stay braces.
 */
export function toGoTemplate(template: Template): string {
  return template.map((part) => (typeof part === 'string' ? escapeGo(part) : labelOf(part.label))).join('');
}

/** Text that a Go template shows as it is. */
export function escapeGo(text: string): string {
  return text.replace(/\{\{/g, '{{ "{{" }}');
}

function labelOf(name: string): string {
  return /^[a-zA-Z_]\w*$/.test(name) ? `{{ $labels.${name} }}` : `{{ index $labels ${JSON.stringify(name)} }}`;
}
