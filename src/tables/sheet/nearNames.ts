/** Some names, of which one may be meant by who wrote another. */
export class NearNames {
  /** With their letters; by their digits, which are no slip: "Queue 1" is not meant by "Queue 2". */
  private readonly byDigits = new Map<string, Array<{ name: string; letters: string }>>();

  constructor(names: Iterable<string>) {
    for (const name of new Set(names)) {
      const letters = lettersOf(name);
      const digits = digitsOf(letters);
      const same = this.byDigits.get(digits) ?? [];
      same.push({ name, letters });
      this.byDigits.set(digits, same);
    }
  }

  /**
   * The name that differs from what is written in case, spacing or punctuation, or by a slip of one letter, in eight
   * letters and more of two. Undefined where none is so near, or several are.
   */
  nearest(written: string): string | undefined {
    const from = lettersOf(written);
    const most = from.length < SHORT ? 0 : from.length < LONG ? 1 : 2;
    let nearest: { name: string; slips: number; isOne: boolean } | undefined;
    for (const { name, letters } of this.byDigits.get(digitsOf(from)) ?? []) {
      const slips = slipsBetween(from, letters, most);
      if (slips <= most && slips <= (nearest?.slips ?? most)) {
        nearest = { name, slips, isOne: nearest?.slips !== slips };
      }
    }
    return nearest?.isOne ? nearest.name : undefined;
  }
}

/** A shorter name with one letter changed is another one, or with two. */
const SHORT = 3;
const LONG = 8;

function lettersOf(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}*?<>%]+/gu, '');
}

function digitsOf(letters: string): string {
  return letters.replace(/\D+/g, ' ').trim();
}

/**
 * How many letters are changed, missing, too many, or swapped with their neighbour (the optimal string alignment
 * distance); Infinity where it is more than so many, without counting on.
 */
function slipsBetween(from: string, to: string, most: number): number {
  if (Math.abs(from.length - to.length) > most) {
    return Infinity;
  }
  let before: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let row = 1; row <= from.length; row++) {
    const next = [row];
    for (let column = 1; column <= to.length; column++) {
      const isSame = from[row - 1] === to[column - 1];
      const isSwap = row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      next[column] = Math.min(
        last[column] + 1,
        next[column - 1] + 1,
        last[column - 1] + (isSame ? 0 : 1),
        isSwap ? before[column - 2] + 1 : Infinity
      );
    }
    if (Math.min(...next) > most) {
      return Infinity;
    }
    [before, last] = [last, next];
  }
  return last[to.length];
}
