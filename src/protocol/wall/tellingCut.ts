import type { TextRoom } from './cutText';
import { cutText, ELLIPSIS, isWhole, JOINTS, lettersOf, TRAILING } from './cutText';

/** Stands between a name and what it is of, where several have one name. */
export const NAME_OF = '·';

/** Puts a name on its lines. */
export type CutName = (name: string, room: TextRoom) => string[];

/**
 * How names are cut of which several begin alike. A name without room is cut at its end, as any text is (see `cutText`), where
 * that still tells it from all the others. Else what it shares with them is left out, and what tells it apart stays, with as
 * much around it as there is room for: of "node 127.0.0.1:9100 system" and "node 127.0.0.1:9100 user" the last words.
 *
 * @param names - all that stand on one wall, in any order
 */
export function tellingCut(names: readonly string[]): CutName {
  // In the order of their letters, so that those that begin alike are neighbours.
  const sorted = [...new Set(names.map(tidied))].sort();
  return (text, room) => {
    const name = tidied(text);
    const afterWord = cutText(text, room);
    if (isWhole(afterWord, name)) {
      return afterWord;
    }
    const atEnd = cutAtEnd(name, afterWord, room);
    const rivals = beginningWith(sorted, keptOf(atEnd, name)).filter((other) => other !== name);
    const others = sorted.filter((other) => other !== name);
    const shown = rivals.length === 0 ? undefined : tellingPart(name, { rivals, others }, (part) => fits(part, room));
    return shown === undefined ? atEnd : cutText(shown, room);
  };
}

/** A name is known by its letters: where the last word that fits leaves much of the line empty, the next one is cut. */
function cutAtEnd(name: string, afterWord: string[], room: TextRoom): string[] {
  if (room.measure(afterWord[afterWord.length - 1]) >= room.width * FULL) {
    return afterWord;
  }
  const letters = [...name];
  const cuts = letters.map((_, length) => letters.slice(0, length).join('').replace(TRAILING, '') + ELLIPSIS);
  const longest = cuts.findLast((part) => fits(part, room));
  return longest === undefined || longest.length <= lettersOf(afterWord.join('')).length
    ? afterWord
    : cutText(longest, room);
}

/** Of its width, from which on a line is full enough. */
const FULL = 0.75;

/** The words of a name and the parts of its machine's words. */
const PARTS = new RegExp(`(?<= )|${JOINTS.source}`);

interface Among {
  /** Those that would be the same text if the name were cut at its end. */
  rivals: readonly string[];
  others: readonly string[];
}

/** A part of a name that no other one has, if there is room for one; else one that says as much of it as it can. */
function tellingPart(name: string, among: Among, hasRoom: (part: string) => boolean): string | undefined {
  const byWord = partOf(name, among, { pieces: name.split(PARTS), hasFirst: true, hasRoom });
  if (byWord?.isAlone) {
    return byWord.part;
  }
  const byLetter = partOf(name, among, { pieces: [...name], hasFirst: false, hasRoom });
  return (byLetter ?? byWord)?.part;
}

/** What tells a name from its rivals; and from those that what is left of it could stand for, too, until there are none. */
function partOf(name: string, { rivals, others }: Among, way: Way): { part: string; isAlone: boolean } | undefined {
  const differs = new Set<number>();
  let found: { part: string; isAlone: boolean } | undefined;
  let like = rivals;
  while (like.length > 0) {
    const before = differs.size;
    like.forEach((rival) => differs.add(sharedStart(name, rival)));
    const part = differs.size === before ? undefined : filled(piecesAt(way.pieces, differs), way);
    if (part === undefined) {
      return found;
    }
    like = others.filter((other) => matches(part, other));
    found = { part, isAlone: like.length === 0 };
  }
  return found;
}

/** How a name is taken apart. */
interface Way {
  pieces: readonly string[];
  /** The first piece, or all of the name before its panel, is added first: it says what kind of thing it is. */
  hasFirst: boolean;
  hasRoom: (part: string) => boolean;
}

/** The needed pieces with as many of the others as there is room for; undefined where there is none for those. */
function filled(needed: ReadonlySet<number>, { pieces, hasFirst, hasRoom }: Way): string | undefined {
  const shown = new Set(needed);
  if (!hasRoom(joined(pieces, shown))) {
    return undefined;
  }
  const add = (place: number) => {
    const more = new Set(shown).add(place);
    const has = hasRoom(joined(pieces, more));
    if (has) {
      shown.add(place);
    }
    return has;
  };
  const [first, last] = [Math.min(...needed), Math.max(...needed)];
  const others = pieces.map((_, place) => place).filter((place) => !needed.has(place));
  // What stands next to something shown goes on as long as there is room.
  const runs = [
    hasFirst ? pieces.slice(0, Math.max(1, 1 + pieces.indexOf(`${NAME_OF} `))).map((_, place) => place) : [],
    others.filter((place) => place > first && place < last),
    others.filter((place) => place > last),
    others.filter((place) => place < first).reverse(),
  ];
  runs.forEach((run) => run.every(add));
  return joined(pieces, shown);
}

/** The pieces at these places, with an ellipsis for what is left out. */
function joined(pieces: readonly string[], shown: ReadonlySet<number>): string {
  let text = '';
  let isGap = false;
  pieces.forEach((piece, place) => {
    if (shown.has(place)) {
      text += isGap ? piece.trimStart() : piece;
    } else if (!isGap) {
      text = text.replace(TRAILING, '') + ELLIPSIS;
    }
    isGap = !shown.has(place);
  });
  return text.trim();
}

/** The pieces that hold these letters of the whole; the last one for what is behind all of them. */
function piecesAt(pieces: readonly string[], letters: ReadonlySet<number>): Set<number> {
  const ends: number[] = [];
  pieces.forEach((piece) => ends.push((ends.at(-1) ?? 0) + piece.length));
  return new Set(
    [...letters].map((letter) => {
      const place = ends.findIndex((end) => letter < end);
      return place === -1 ? pieces.length - 1 : place;
    })
  );
}

/** Whether a name could be shown as this part, whose ellipses stand for anything. */
function matches(part: string, name: string): boolean {
  const [start, ...others] = part.split(ELLIPSIS);
  const end = others.pop();
  if (end === undefined) {
    return part === name;
  }
  let from = start.length;
  const isStarted = name.startsWith(start);
  const isFound = others.every((piece) => {
    const at = name.indexOf(piece, from);
    from = at + piece.length;
    return at !== -1;
  });
  return isStarted && isFound && name.length - end.length >= from && name.endsWith(end);
}

/** How many letters two names share from their first on. */
function sharedStart(name: string, other: string): number {
  let length = 0;
  while (length < name.length && name[length] === other[length]) {
    length++;
  }
  return length;
}

/** Of sorted names those that begin so. */
function beginningWith(sorted: readonly string[], start: string): string[] {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    [low, high] = sorted[middle] < start ? [middle + 1, high] : [low, middle];
  }
  const end = sorted.findIndex((name, place) => place >= low && !name.startsWith(start));
  return sorted.slice(low, end === -1 ? undefined : end);
}

function fits(text: string, room: TextRoom): boolean {
  const lines = cutText(text, room);
  return isWhole(lines, text) && lines.every((line) => room.measure(line) <= room.width);
}

/** How a name begins of which these lines are left. */
function keptOf(lines: readonly string[], name: string): string {
  let left = lettersOf(lines.join('')).length - ELLIPSIS.length;
  let length = 0;
  while (left > 0 && length < name.length) {
    left -= /\s/.test(name[length++]) ? 0 : 1;
  }
  return name.slice(0, length);
}

function tidied(name: string): string {
  return name.trim().replace(/\s+/g, ' ');
}
