import { Parser } from 'yaml';

import { isStoredName } from '../../rule/fields';
import { shorten } from '../../rule/read';
import type { Lines } from './lines';
import type { DroppedText } from './ruleFile';

/** A field that was put into a comment: `# owner: Ana`, `#- metric: A`. */
const FIELD_IN_COMMENT = /^#+\s*(?:-\s*)?([A-Za-z]+)\s*:(?:\s|$)/;

/**
 * The comments that may have swallowed something: those behind a value or in its place (`owner: #sales`, `metric: A #1`),
 * and fields in comments. Others, in lines of their own, say something to people and nothing to a program.
 *
 * @param placeAt - The place of the rule that a line belongs to.
 */
export function commentsOf(text: string, lines: Lines, placeAt: (line: number) => number | undefined): DroppedText[] {
  const found: DroppedText[] = [];
  for (const { offset, source } of commentTokens([...new Parser().parse(text)])) {
    const [, field] = FIELD_IN_COMMENT.exec(source) ?? [];
    if (lines.before(offset).trim() !== '' || (field !== undefined && isStoredName(field))) {
      const line = lines.at(offset);
      const place = placeAt(line);
      found.push({ code: 'comment', line, found: shorten(source), ...(place !== undefined && { place }) });
    }
  }
  return found;
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
