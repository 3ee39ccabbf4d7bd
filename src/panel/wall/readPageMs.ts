import { parseDuration } from '../../time/duration';
import { SECOND } from '../../time/units';

const DEFAULT_MS = 12 * SECOND;
const LEAST_MS = 3 * SECOND;

/** How long a page of a wall is shown, ms: the panel's option as it was saved, where it is a duration and long enough to read. */
export function readPageMs(saved: unknown): number {
  const ms = typeof saved === 'string' ? parseDuration(saved) : undefined;
  return ms === undefined || ms === 0 ? DEFAULT_MS : Math.max(ms, LEAST_MS);
}
