/** A metric's name with wildcards, as characters: `*` stands for any number of characters, `?` for exactly one. */
export type Glob = readonly string[];

/** Whether a text has wildcards. */
export function isGlob(text: string): boolean {
  return /[*?]/.test(text);
}

/** A text as whole characters, so that `?` stands for one emoji and not for half of it. */
export function toGlob(text: string): Glob {
  return [...text];
}

/** How much a glob says about a name: its characters that are no wildcards. The more, the more specific. */
export function literals(glob: Glob): number {
  return glob.filter((character) => character !== '*' && character !== '?').length;
}

/**
 * Whether a name matches a glob as a whole, with regard to case. A star that failed is tried again one character
 * further on, and only the last star is: so the time grows with the name's length times the glob's, never faster.
 *
 * @param glob - Whole characters, as `toGlob` gives them.
 * @param name - Whole characters.
 */
export function matchesGlob(glob: ArrayLike<string>, name: ArrayLike<string>): boolean {
  let [at, inGlob, star, afterStar] = [0, 0, -1, 0];
  while (at < name.length) {
    const wanted = inGlob < glob.length ? glob[inGlob] : undefined;
    if (wanted === '*') {
      [star, afterStar] = [inGlob, at];
      inGlob++;
    } else if (wanted !== undefined && (wanted === '?' || wanted === name[at])) {
      at++;
      inGlob++;
    } else if (star >= 0) {
      afterStar++;
      [at, inGlob] = [afterStar, star + 1];
    } else {
      return false;
    }
  }
  return onlyStars(glob, inGlob);
}

function onlyStars(glob: ArrayLike<string>, from: number): boolean {
  for (let index = from; index < glob.length; index++) {
    if (glob[index] !== '*') {
      return false;
    }
  }
  return true;
}

/** Characters that no name has, to stand for whatever a wildcard stands for. */
const ANYTHING = '\uE000';
const ANYONE = '\uE001';

/** Whether whatever matches the narrow glob matches the wide one, too: `*` covers `EMEA *`. */
export function covers(wide: Glob, narrow: Glob): boolean {
  const filled = (stars: number) =>
    narrow.flatMap((character) =>
      character === '*' ? Array<string>(stars).fill(ANYTHING) : [character === '?' ? ANYONE : character]
    );
  // Longer than the wide glob, so that only a star of its own can stand for it.
  return matchesGlob(wide, filled(0)) && matchesGlob(wide, filled(wide.length + 1));
}
