import { escaped } from './svg';

/** What stands in the page for one example. */
export interface PageEntry {
  name: string;
  description: string;
  rule: object;
}

const PLACE = /<!-- drawing ([\w-]+) -->\n[^]*?<!-- \/drawing -->/g;

/**
 * Puts the drawings, each with its rule, into their places on the page: between `<!-- drawing name -->` and
 * `<!-- /drawing -->`. All else stays as it is.
 *
 * @throws Error for a place without a drawing, and for a drawing without a place.
 */
export function fillPage(page: string, entries: readonly PageEntry[]): string {
  const open = new Map(entries.map((entry) => [entry.name, entry]));
  const filled = page.replaceAll(PLACE, (_, name: string) => {
    const entry = open.get(name);
    if (!entry) {
      throw new Error(`The page wants the drawing "${name}" where there is none, or wants it twice.`);
    }
    open.delete(name);
    return placeOf(entry);
  });
  if (open.size > 0) {
    const missing = [...open.keys()].join(', ');
    throw new Error(`The page has no place for ${missing}: write <!-- drawing NAME --> and <!-- /drawing --> into it.`);
  }
  return filled;
}

function placeOf({ name, description, rule }: PageEntry): string {
  return [
    `<!-- drawing ${name} -->`,
    '',
    `![${escaped(description)}](img/evaluation/${name}.svg)`,
    '',
    '```json',
    jsonOf(rule),
    '```',
    '',
    '<!-- /drawing -->',
  ].join('\n');
}

/** A field a line, as people write it. */
function jsonOf(rule: object): string {
  const lines = Object.entries(rule).map(([field, value]) => `  ${JSON.stringify(field)}: ${inline(value)}`);
  return `{\n${lines.join(',\n')}\n}`;
}

function inline(value: unknown): string {
  if (Array.isArray(value)) {
    return `[${value.map(inline).join(', ')}]`;
  }
  if (typeof value === 'object' && value !== null) {
    const fields = Object.entries(value).map(([field, inner]) => `${JSON.stringify(field)}: ${inline(inner)}`);
    return `{ ${fields.join(', ')} }`;
  }
  return JSON.stringify(value);
}
