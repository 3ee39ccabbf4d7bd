import type { Problem } from './rule';

/**
 * Whether what a rule lacks is no mistake, but the answer that comes next: a level stands, and on which side of it
 * somebody has to act is still to be chosen. It is asked for, and not told as what can't be read.
 */
export function isStillToChoose({ code }: Problem): boolean {
  return code === 'directionUndecided';
}
