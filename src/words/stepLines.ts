/** Characters and lines that mean something else in Markdown than themselves. */
const MARKED = /[\\`*_<>&~#![\]|]|^(?: {4}|\t)|^\s*[-=+]+\s*$/m;
const LIST_ITEM = /^ {0,3}(?:\d{1,9}[.)]|[-+])\s+/;

/**
 * The steps of an action as plain lines: its list items, or its lines where it has no list. None is blank.
 *
 * @param parsedLines - the lines of a text with marks, by a parser: a text without marks but a list's is read without one,
 * as a list of cards has many of them
 */
export function stepLines(markdown: string, parsedLines: (markdown: string) => string[]): string[] {
  return (plainLines(markdown) ?? parsedLines(markdown))
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '');
}

function plainLines(markdown: string): string[] | undefined {
  const lines = markdown.split('\n').filter((line) => line.trim() !== '');
  const items = lines.filter((line) => LIST_ITEM.test(line));
  const mixed = items.length > 0 && items.length < lines.length;
  return MARKED.test(markdown) || mixed ? undefined : lines.map((line) => line.replace(LIST_ITEM, ''));
}
