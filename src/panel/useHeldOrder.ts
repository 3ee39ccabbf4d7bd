import { sortBy } from 'lodash';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';

import type { Protocol } from '../protocol/protocol';

/**
 * Holds the order of the metrics while something that was just recorded of one of them can be taken back: what quietens a
 * metric would else take it, and the button that takes it back, away from under the hand. Metrics that come meanwhile
 * stand at the end.
 */
export function useHeldOrder(protocol: Protocol) {
  const [held, setHeld] = useState<{ by: string; ids: readonly string[] }>();
  const ordered = useMemo(() => (held ? inOrder(protocol, held.ids) : protocol), [protocol, held]);
  const shown = useRef(ordered);
  useEffect(() => {
    shown.current = ordered;
  });
  const onUndoable = useCallback(
    (by: string, undoable: boolean) =>
      // What was shown when it was pressed: what came of that may be here by now.
      setHeld((before) => (undoable ? { by, ids: idsOf(shown.current) } : before?.by === by ? undefined : before)),
    []
  );
  return { ordered, onUndoable };
}

function idsOf({ metrics, worstFirst }: Protocol): string[] {
  return worstFirst.map((index) => metrics[index].id);
}

function inOrder(protocol: Protocol, ids: readonly string[]): Protocol {
  const placeOf = (index: number) => ids.indexOf(protocol.metrics[index].id) + 1 || Infinity;
  return { ...protocol, worstFirst: sortBy(protocol.worstFirst, placeOf) };
}
