import type { PanelData } from '@grafana/data';
import { useMemo, useState } from 'react';

import { arrivalOf } from './stream';

/**
 * When the newest packet of a stream arrived, epoch ms: a stream is asked for once, and answers from then on. It stays where
 * the stream ends, as long as nothing else is asked. Undefined for an answer that is all of one moment.
 */
export function useArrival(data: PanelData): number | undefined {
  // Grafana writes the arrival into the one request that all packets share: it is read when a packet is seen first.
  const arrived = useMemo(() => arrivalOf(data), [data]);
  const [last, setLast] = useState<{ startTime?: number; arrived: number }>();
  const startTime = data.request?.startTime;
  if (arrived !== undefined && (last?.arrived !== arrived || last.startTime !== startTime)) {
    setLast({ startTime, arrived });
  }
  return arrived ?? (last !== undefined && last.startTime === startTime ? last.arrived : undefined);
}
