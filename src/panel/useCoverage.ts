import type { PanelProps } from '@grafana/data';
import { useCallback, useId, useMemo, useState } from 'react';

import type { Finding } from '../protocol/coverage';
import { onlyMetrics, withFinding } from '../protocol/coverage';
import type { Protocol } from '../protocol/protocol';
import { isBare } from './useEditRule';

/** Below these a panel has no room for more than its cards, px. */
const LEAST_WIDTH = 200;
const LEAST_HEIGHT = 120;

/** What a panel knows of its coverage, and which of its metrics are shown. */
export interface ShownCoverage {
  /** The protocol of the metrics that are shown. */
  shown: Protocol;
  /** What the metrics that are shown have in common; undefined while all are shown. */
  filter?: Finding;
  onFilter: (finding: Finding | undefined) => void;
  /** The id of the button that opens the coverage; undefined where the panel offers none. */
  buttonId?: string;
}

/**
 * The coverage of a panel, and the filter that a reader chose from it. A filter that no metric fits any more is gone: all
 * are shown. A wall display, a shared view and a tiny panel offer no coverage.
 */
export function useCoverage({ timeZone, width, height }: PanelProps, protocol: Protocol): ShownCoverage {
  const id = useId();
  const [chosen, setChosen] = useState<Finding>();
  const offered = !isBare() && width >= LEAST_WIDTH && height >= LEAST_HEIGHT;
  const found = useMemo(
    () => (chosen && offered ? withFinding(chosen, protocol.metrics, timeZone) : []),
    [chosen, offered, protocol.metrics, timeZone]
  );
  const shown = useMemo(() => (found.length > 0 ? onlyMetrics(protocol, found) : protocol), [protocol, found]);
  const onFilter = useCallback(
    (finding: Finding | undefined) => {
      setChosen(finding);
      if (finding === undefined) {
        // The button that was pressed is gone.
        document.getElementById(id)?.focus();
      }
    },
    [id]
  );
  const filter = found.length > 0 ? chosen : undefined;
  return { shown, filter, onFilter, buttonId: offered ? id : undefined };
}
