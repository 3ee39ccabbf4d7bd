import { useMemo } from 'react';

let last = 0;

/**
 * Tells the host chart when it has to be built anew: where the structure of the data changed, and where what is written
 * into the fields' config did. (It compares a number, and else goes on with the config that it was built with.)
 *
 * @param structure - the data's own revision; without one the host chart is built anew each time
 * @param look - what decides on the fields' config
 */
export function useRevision(structure: number | undefined, look: string): number | undefined {
  const revision = useMemo(() => ({ structure, look, id: ++last }), [structure, look]);
  return structure === undefined ? undefined : revision.id;
}
