/** How wide a text is, px. */
export type Measure = (text: string) => number;

/** Where a word may be parted: after what joins the words of a machine's name, and after what was left out. */
export const JOINTS = /(?<=[_\-./:,@…])|(?<=[a-z0-9])(?=[A-Z])/;

/** A number stays with its unit: "15 %". */
const WITH_UNIT = /(\d) (?=(?:[%‰×°€$£]\S?|ms|s|min|h|d|w|[kKMGT]?i?B)(?:[ ,.;]|$))/g;

/** Stands for what was left out. */
export const ELLIPSIS = '…';

/** Where a text may stand: its lines are as wide, and as many at most (at least 1). */
export interface TextRoom {
  /** Px. */
  width: number;
  lines: number;
  measure: Measure;
}

/**
 * A text on so many lines: parted between words, or at the joints of one that is too long for a line (`http_requests_total`),
 * else wherever it must be. What does not fit is cut after a word, which an ellipsis tells. Never wider than `width`, but
 * where not even a letter is.
 */
export function cutText(text: string, { width, lines, measure }: TextRoom): string[] {
  const result: string[] = [];
  let rest = pieces(text, width, measure);
  while (rest.length > 0 && result.length < lines) {
    const { line, after } = lineOf(rest, width, measure);
    rest = after;
    result.push(rest.length > 0 && result.length === lines - 1 ? cut(line, width, measure) : line.trim());
  }
  return result;
}

/** How many lines a text takes, at most `most`. */
export function linesOf(
  text: string,
  { width, most, measure }: { width: number; most: number; measure: Measure }
): number {
  return Math.max(1, cutText(text, { width, lines: most, measure }).length);
}

/** Whether these lines say all of a text. */
export function isWhole(lines: readonly string[], text: string): boolean {
  return lettersOf(lines.join('')) === lettersOf(text);
}

/** A text without its spaces, of which a line has none at its ends. */
export function lettersOf(text: string): string {
  return text.replace(/\s/g, '');
}

/** What a text may be parted into: words with the space after them, and the parts of words that are wider than a line. */
function pieces(text: string, width: number, measure: Measure): string[] {
  const words = text
    .trim()
    .replace(/\s+/g, ' ')
    .replace(WITH_UNIT, '$1\u00a0')
    .split(/(?<= )/);
  return words
    .filter((word) => word !== '')
    .flatMap((word) => (measure(word.trim()) <= width ? [word] : word.split(JOINTS)))
    .flatMap((part) => (measure(part.trim()) <= width ? [part] : broken(part, width, measure)));
}

/** A word without joints, letter by letter as wide as a line. */
function broken(word: string, width: number, measure: Measure): string[] {
  const parts: string[] = [];
  for (const letter of word) {
    const last = parts.at(-1);
    if (last !== undefined && measure(last + letter) <= width) {
      parts[parts.length - 1] = last + letter;
    } else {
      parts.push(letter);
    }
  }
  return parts;
}

function lineOf([first, ...others]: readonly string[], width: number, measure: Measure) {
  let line = first;
  let taken = 0;
  while (taken < others.length && measure((line + others[taken]).trimEnd()) <= width) {
    line += others[taken++];
  }
  return { line, after: others.slice(taken) };
}

/** A line that does not end where its text does. A comma or a dash before the ellipsis would say that there is one word more. */
function cut(line: string, width: number, measure: Measure): string {
  let kept = line.trimEnd();
  while (kept !== '' && measure(kept.replace(TRAILING, '') + ELLIPSIS) > width) {
    const shorter = kept.replace(/\s*\S+$/, '');
    kept = shorter === '' ? kept.slice(0, -1) : shorter;
  }
  return kept.replace(TRAILING, '') + ELLIPSIS;
}

/** What does not stand before an ellipsis. */
export const TRAILING = /[\s,;:·–—-]+$/;
