import { useCallback, useMemo, useState } from 'react';

import type { Protocol } from '../../protocol/protocol';
import { isLoud } from '../../words/badge';

/** Which metrics of a chart a person looks at, by their ids. */
export interface Attention {
  /** Those whose cards are open. */
  open: readonly string[];
  /** The one whose card is pointed at. */
  pointed?: string;
}

/** How a card says that a person looks at it. */
export interface Attend {
  onOpen: (id: string, isOpen: boolean) => void;
  onPoint: (id: string | undefined) => void;
}

/**
 * Follows which cards are open or pointed at. The worst one is open while it fires, before any card has said so: the chart
 * is drawn with it, and not once more. Who looks at nothing sees what the list begins with.
 */
export function useAttention({ metrics, worstFirst }: Protocol): [Attention, Attend] {
  const [told, setTold] = useState<Readonly<Record<string, boolean>>>({});
  const [pointed, onPoint] = useState<string>();
  const onOpen = useCallback(
    (id: string, isOpen: boolean) =>
      setTold((before) => (before[id] === isOpen ? before : { ...before, [id]: isOpen })),
    []
  );
  const worst = metrics.at(worstFirst[0] ?? metrics.length);
  const first = worst && isLoud(worst) ? worst.id : undefined;
  const ids = metrics.map(({ id }) => id).filter((id) => told[id] ?? id === first);
  const key = JSON.stringify(ids);
  const open = useMemo(() => JSON.parse(key) as string[], [key]);
  return [useMemo(() => ({ open, pointed }), [open, pointed]), useMemo(() => ({ onOpen, onPoint }), [onOpen])];
}
