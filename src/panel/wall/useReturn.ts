import type { DataQueryRequest } from '@grafana/data';
import { useEffect, useRef, useState } from 'react';

import type { Back } from '../../protocol/wall/comingBack';
import { isOfBefore } from '../../protocol/wall/comingBack';
import type { Wall } from '../../protocol/wall/tellWall';
import type { Connection } from '../../protocol/wall/wallTrouble';
import { SECOND } from '../../time/units';
import { askAgain } from '../askAgain';
import { refreshDashboard } from './refreshDashboard';
import type { Server } from './useConnection';

/** Many screens of one house come back in one moment: each asks within so long, ms. */
const SPREAD_MS = 2 * SECOND;

/** An answer that takes longer than this is another trouble. */
const PATIENCE_MS = 15 * SECOND;

/**
 * Has a wall ask for all that it shows as soon as its server is within reach again, or its page awake: the dashboard is
 * refreshed, and every fixed look-back is asked for, however long its step is.
 *
 * @param request - of the wall, which names its dashboard
 * @returns the connection as it is to be told: what stands on a wall is of before until its new data are there, and so is
 * the trouble; not for ever where none come
 */
export function useReturn(
  { connection, back }: Server,
  { wall, awakeSince, request }: { wall: Wall; awakeSince: number; request: DataQueryRequest | undefined }
): Connection {
  const newest = useRef(request);
  useEffect(() => {
    newest.current = request;
  });
  const returnedAt = Math.max(back?.at ?? 0, awakeSince);
  const known = useRef(returnedAt);
  useEffect(() => {
    if (returnedAt <= known.current) {
      return undefined;
    }
    known.current = returnedAt;
    const timer = setTimeout(() => {
      askAgain();
      if (newest.current) {
        refreshDashboard(newest.current);
      }
    }, Math.random() * SPREAD_MS);
    return () => clearTimeout(timer);
  }, [returnedAt]);
  const [over, setOver] = useState<Back>();
  useEffect(() => {
    const timer = back && setTimeout(() => setOver(back), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [back]);
  return back && back !== over && isOfBefore(wall, back) ? back.was : connection;
}
