import type { Wall } from './tellWall';

/** What a wall shows while nobody looks at it: what is critical. What it counts and says of the whole stays as it is. */
export function restingWall(wall: Wall): Wall {
  return { ...wall, firing: wall.firing.filter(({ place }) => place === 'critical'), strip: [] };
}
