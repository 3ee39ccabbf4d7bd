import { formatDuration } from '../../time/duration';
import { MINUTE, SECOND } from '../../time/units';

/** Up to here seconds say something of how long it was. */
const SECONDS_MATTER = 2 * MINUTE;

/**
 * A length as it is read aloud: seconds only of what is short, "40 s", "1 min 20 s", "4 min"; less than a second is "1 s".
 * What there was took some time.
 */
export function lengthWords(ms: number): string {
  return formatDuration(ms < SECONDS_MATTER ? Math.max(SECOND, ms) : ms - (ms % MINUTE));
}
