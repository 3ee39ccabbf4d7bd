import { formatElapsed } from '../../time/duration';
import { SECOND } from '../../time/units';

/** A length as it is read aloud, ms: never less than a second, because what there was took time. */
export function lengthAloud(ms: number): number {
  return Math.max(SECOND, ms);
}

/** The same in words: "40 s", "1 min", "4 min". */
export function lengthWords(ms: number): string {
  return formatElapsed(lengthAloud(ms));
}
