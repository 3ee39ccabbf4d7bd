import { NearNames } from './nearNames';

/** What ends in a star: the text before it, and the signs between the two. */
const STAR_BEHIND = /^([^*?]*[\p{L}\p{N}])([^\p{L}\p{N}*?]*\*)$/u;

/**
 * The glob that one with a star at its end may mean, where some names begin nearly as it does: `promtheus *` means
 * `prometheus *`. Undefined where none does, or several beginnings are as near.
 */
export function nearestGlob(glob: string, names: readonly string[]): string | undefined {
  const [, start, star] = STAR_BEHIND.exec(glob) ?? [];
  const nearest = start === undefined ? undefined : new NearNames(names.flatMap(beginningsOf)).nearest(start);
  return nearest && `${nearest}${star}`;
}

/** The whole words with which a name begins: of `a-b c` that is `a`, `a-b` and `a-b c`. */
function beginningsOf(name: string): string[] {
  return [...name.matchAll(/[\p{L}\p{N}]+/gu)].map(({ index, 0: word }) => name.slice(0, index + word.length));
}
