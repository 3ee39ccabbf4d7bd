import { parseDuration } from '../../time/duration';
import { bare } from './promExpression';

/** Quoted text, space, or any other character. */
const PIECES = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`|\s+|[^]/g;
/** The matchers of a selector; in quotes a bracket is text. */
const SELECTOR = /\{((?:"(?:[^"\\]|\\.)*"|[^{}"])*)\}/g;
const MATCHER = /(?:"(?:[^"\\]|\\.)*"|[^,"])+/g;
const RANGE = /\[(\w+)(?::(\w*))?\]/g;

/**
 * A query of PromQL or LogQL in one of the forms that it may be written in: an engine tells its own, with its own spaces,
 * quotes and durations, and with the matchers of a selector in their order.
 */
export function plainQuery(expr: string): string {
  return withoutSpaces(bare(expr))
    .replace(SELECTOR, (_, matchers: string) => `{${[...(matchers.match(MATCHER) ?? [])].sort().join(',')}}`)
    .replace(RANGE, (_, range: string, step?: string) =>
      step === undefined ? `[${inMs(range)}]` : `[${inMs(range)}:${inMs(step)}]`
    );
}

function withoutSpaces(expr: string): string {
  const pieces = expr.match(PIECES) ?? [];
  return pieces
    .map((piece, index) => {
      if (/^\s/.test(piece)) {
        return /\w/.test(pieces[index - 1] ?? '') && /^\w/.test(pieces[index + 1] ?? '') ? ' ' : '';
      }
      return piece.startsWith("'") && !piece.includes('"') ? `"${piece.slice(1, -1)}"` : piece;
    })
    .join('');
}

function inMs(duration: string): string {
  return String(parseDuration(duration) ?? duration);
}
