import { parseWorkingHours } from '../../time/parseSchedule';
import type { BadHours } from '../../protocol/wall/wallInput';
import type { WorkingHours } from '../../time/schedule';

/** When somebody looks at a wall. */
export interface WallHours {
  /** Undefined: always, or nobody can read when. */
  hours?: WorkingHours;
  problem?: BadHours;
}

/** When somebody looks at a wall: the panel's option as it was saved. Whoever wrote nothing that can be read never rests. */
export function readHours(saved: unknown): WallHours {
  if (typeof saved !== 'string' || saved.trim() === '') {
    return {};
  }
  const { schedule, problem } = parseWorkingHours(saved);
  return { hours: schedule, problem };
}
