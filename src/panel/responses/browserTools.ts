import { config } from '@grafana/runtime';

import type { Channel } from '../../annotations/responseLog';

/** Whose a dashboard's own storages, locks and channels are: of one person, in one organisation. */
export function boxOf(dashboardUid: string): string {
  const { user } = config.bootData;
  return `${user.orgId}.${user.login}.${dashboardUid}`;
}

/** A browser may forbid its storages: to ask for one throws then. */
export function storageOf(ask: () => Storage): Storage | undefined {
  try {
    return ask();
  } catch {
    return undefined;
  }
}

/** What the tabs of a browser tell each other under a name. */
export function channelOf(name: string): Channel {
  const channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel(name);
  return {
    send: (message) => channel?.postMessage(message),
    listen: (hear) => channel?.addEventListener('message', ({ data }) => hear(data)),
  };
}
