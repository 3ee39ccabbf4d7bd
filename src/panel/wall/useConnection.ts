import { useEffect, useRef, useState } from 'react';

import type { Back } from '../../protocol/wall/comingBack';
import type { Connection } from '../../protocol/wall/wallTrouble';
import { MINUTE, SECOND } from '../../time/units';
import { installedPlugin, reachServer } from './reachServer';

/** How often the server is asked: as long as it answers, and while it does not. */
const STEP_MS = { reached: 30 * SECOND, other: 4 * SECOND } as const;

/** How often it is looked whether the plugin was replaced on the server. */
const UPGRADE_STEP_MS = 10 * MINUTE;

const REACHED: Connection = { kind: 'reached' };

/** What is known of the server behind a page. */
export interface Server {
  connection: Connection;
  /** Undefined where it was never out of reach. */
  back?: Back;
  /** When the last attempt began that reached it, epoch ms; undefined before the first. */
  reachedAt?: number;
  isUpgraded: boolean;
}

/**
 * Whether the page reaches its server, and whether what runs here is still what is installed there: asked twice a minute, and
 * at once where something makes one doubt it.
 *
 * @param doubt - another value asks at once: how many queries fail, what only seems to be an answer, when the page woke up
 */
export function useConnection(dashboardUid: string | undefined, doubt: string): Server {
  const [reach, setReach] = useState<Reach>({ connection: REACHED });
  const [isUpgraded, setUpgraded] = useState(false);
  const plugin = useRef<{ text?: string; askedAt: number }>({ askedAt: -Infinity });
  const last = useRef(REACHED);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isOver = false;
    const settle = (next: Connection, askedAt: number) => {
      if (!isOver) {
        last.current = next;
        setReach((before) => reachAfter(before, next, askedAt));
        clearTimeout(timer);
        timer = setTimeout(look, next.kind === 'reached' ? STEP_MS.reached : STEP_MS.other);
      }
    };
    const look = async () => {
      const [was, askedAt] = [last.current, Date.now()];
      const next = await reachServer(dashboardUid, was);
      settle(next, askedAt);
      const { text, askedAt: askedBefore } = plugin.current;
      // Who was away may come back as another.
      if (next.kind === 'reached' && (was.kind !== 'reached' || Date.now() - askedBefore > UPGRADE_STEP_MS)) {
        plugin.current.askedAt = Date.now();
        const installed = await installedPlugin();
        plugin.current.text = text ?? installed;
        setUpgraded(installed !== undefined && text !== undefined && installed !== text);
      }
    };
    const onOffline = () => settle({ kind: 'lost', since: Date.now() }, Date.now());
    const onOnline = () => void look();
    window.addEventListener('offline', onOffline);
    window.addEventListener('online', onOnline);
    void look();
    return () => {
      isOver = true;
      clearTimeout(timer);
      window.removeEventListener('offline', onOffline);
      window.removeEventListener('online', onOnline);
    };
  }, [dashboardUid, doubt]);

  return { ...reach, isUpgraded };
}

type Reach = Omit<Server, 'isUpgraded'>;

/** How it stands after an attempt. */
function reachAfter(before: Reach, connection: Connection, askedAt: number): Reach {
  const isReached = connection.kind === 'reached';
  if (isSame(before.connection, connection)) {
    return isReached ? { ...before, reachedAt: askedAt } : before;
  }
  return isReached
    ? { connection, back: { at: Date.now(), was: before.connection }, reachedAt: askedAt }
    : { connection };
}

function isSame(one: Connection, other: Connection): boolean {
  return one.kind === other.kind && ('status' in one ? one.status : 0) === ('status' in other ? other.status : 0);
}
