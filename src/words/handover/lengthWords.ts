import { formatDuration } from '../../time/duration';
import { MINUTE, SECOND } from '../../time/units';

/** Up to here seconds say something of how long it was. */
const SECONDS_MATTER = 2 * MINUTE;

/** A length as it is read aloud, ms: seconds only of what is short, never less than one, because what there was took time. */
export function lengthAloud(ms: number): number {
  return ms < SECONDS_MATTER ? Math.max(SECOND, ms) : ms - (ms % MINUTE);
}

/** The same in words: "40 s", "1 min 20 s", "4 min". */
export function lengthWords(ms: number): string {
  return formatDuration(lengthAloud(ms));
}
