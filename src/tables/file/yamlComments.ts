import { Parser } from 'yaml';

import { isOneOf, isStoredName, TEXT_FIELDS } from '../../rule/fields';
import { shorten } from '../../rule/read';
import type { Lines } from './lines';
import type { DroppedText } from './fileProblem';

/** A field that was put into a comment: `# owner: Ana`, `#- metric: A`. */
const FIELD_IN_COMMENT = /^#+\s*(?:-\s*)?([A-Za-z]+)\s*:(?:\s|$)/;

/** A key at the beginning of a line, and what stands behind it. */
const KEY = /^\s*(?:-\s+)*["']?([A-Za-z]+)["']?\s*:\s*(.*?)\s*$/;

/** What these hold stands in the lines below them. */
const HOLDERS: readonly string[] = ['rules', 'recovery', 'earlier'];

/**
 * The comments that may have swallowed something: those in the place of a value or behind a text (`owner: #sales`,
 * `metric: A #1`), and fields in comments. Others, behind a number (`critical: 900 # series`) or in lines of their own, say
 * something to people and nothing to a program.
 *
 * @param placeAt - The place of the rule that a line belongs to.
 */
export function commentsOf(text: string, lines: Lines, placeAt: (line: number) => number | undefined): DroppedText[] {
  const found: DroppedText[] = [];
  for (const { offset, source } of commentTokens([...new Parser().parse(text)])) {
    const [, field] = FIELD_IN_COMMENT.exec(source) ?? [];
    if (maySwallow(lines.before(offset)) || (field !== undefined && isStoredName(field))) {
      const line = lines.at(offset);
      const place = placeAt(line);
      found.push({ code: 'comment', line, found: shorten(source), ...(place !== undefined && { place }) });
    }
  }
  return found;
}

function maySwallow(before: string): boolean {
  const [, key, value] = KEY.exec(before) ?? [];
  if (key === undefined) {
    return before.trim() !== '';
  }
  return value === ''
    ? !HOLDERS.includes(key)
    : !/["'\]}]$/.test(value) && (key === 'metric' || isOneOf(TEXT_FIELDS, key));
}

interface CommentToken {
  offset: number;
  source: string;
}

/** All comments below some tokens, in the order of the text: every kind of token may hold some, in lists of its own. */
function commentTokens(tokens: readonly unknown[]): CommentToken[] {
  const comments: CommentToken[] = [];
  const stack: unknown[] = [...tokens];
  for (let token = stack.pop(); token !== undefined; token = stack.pop()) {
    if (isComment(token)) {
      comments.push(token);
    } else if (typeof token === 'object' && token !== null) {
      stack.push(...Object.values(token).filter((part) => typeof part === 'object' && part !== null));
    }
  }
  return comments.sort((a, b) => a.offset - b.offset);
}

function isComment(token: unknown): token is CommentToken {
  return typeof token === 'object' && token !== null && 'type' in token && token.type === 'comment';
}
