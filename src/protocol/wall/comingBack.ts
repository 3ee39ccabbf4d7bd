import type { Wall } from './tellWall';
import type { Connection } from './wallTrouble';

/** That the server is within reach again. */
export interface Back {
  /** Since when, epoch ms. */
  at: number;
  /** How it was before. */
  was: Connection;
}

/**
 * Whether all that a wall shows is still of before its server was back: until what was asked for since has come, nobody
 * knows more than while it was out of reach.
 */
export function isOfBefore({ answeredAt = -Infinity, failedAt = Infinity }: Reached, { at, was }: Back): boolean {
  const since = 'since' in was ? was.since : at;
  return answeredAt < since || failedAt < at;
}

type Reached = Pick<Wall, 'answeredAt' | 'failedAt'>;
