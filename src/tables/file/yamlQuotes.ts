import type { Document, Node, ParsedNode, Scalar } from 'yaml';
import { visit } from 'yaml';

import { isStoredName } from '../../rule/fields';
import type { Lines } from './lines';

type Parsed = Document.Parsed<ParsedNode, true>;

/** A field with its value in one line, and a comment behind it: `- operator: >= # at least`. */
const FIELD = /^(\s*(?:- +)*)([A-Za-z]+)(\s*:[ \t]+)(\S.*?)(\s+#.*|\s*)$/;

/**
 * The offsets of values that are YAML's signs by their looks only: an alias of nothing (`*.cpu`), an anchor or a tag without
 * a value (`&sales`, `!important`), a block text without a text that is an operator (`>`) or a level (`>5`).
 */
export function meantAsText(lines: Lines, documents: readonly Parsed[]): number[] {
  const offsets: number[] = [];
  for (const document of documents) {
    const anchors = new Set<string>();
    visit(document, {
      Collection: (_, { anchor = '' }) => {
        anchors.add(anchor);
      },
      Alias: (_, alias) => {
        if (alias.source === '' || !anchors.has(alias.source)) {
          offsets.push(startOf(alias));
        }
      },
      Scalar: (_, scalar) => {
        anchors.add(scalar.anchor ?? '');
        if (isSignAlone(scalar, lines)) {
          offsets.push(startOf(scalar));
        }
      },
    });
  }
  return offsets;
}

function startOf({ range }: Node): number {
  return range?.[0] ?? 0;
}

function isSignAlone(scalar: Scalar, lines: Lines): boolean {
  const { value, type, anchor, tag } = scalar;
  if (typeof value !== 'string' || value.trim() !== '') {
    return false;
  }
  if (type === 'BLOCK_FOLDED') {
    const line = lines.textOf(lines.at(startOf(scalar)));
    return /^\s*(?:- +)*operator\s*:/.test(line) || /:\s+>\d/.test(line);
  }
  return type === 'PLAIN' && (anchor !== undefined || (tag !== undefined && !tag.startsWith('tag:yaml.org,2002:')));
}

/**
 * Puts quotes round the values of some lines, where a line is a field with a text that has none; a comment stays one.
 *
 * @param lines - From 1.
 * @returns The same text where nothing is to be quoted.
 */
export function quoteLines(text: string, lines: ReadonlySet<number>): string {
  return text
    .split('\n')
    .map((line, index) => (lines.has(index + 1) ? quoted(line) : line))
    .join('\n');
}

/** Whether the next line has come to stand behind a value: a field behind its indentation. */
export function holdsField(value: string): boolean {
  const [, name = ''] = /\s{2,}(?:- +)?([A-Za-z]+)\s*:(?:\s|$)/.exec(value) ?? [];
  return isStoredName(name);
}

function quoted(line: string): string {
  const [, start, name, colon, value, end] = FIELD.exec(line) ?? [];
  // A block text, a list and a text in quotes are meant.
  if (name === undefined || !isStoredName(name) || /^["'[{|]/.test(value) || holdsField(value)) {
    return line;
  }
  return `${start}${name}${colon}${JSON.stringify(value)}${end}`;
}
