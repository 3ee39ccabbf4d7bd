import { config, getBackendSrv } from '@grafana/runtime';
import type { Subscription } from 'rxjs';
import { from } from 'rxjs';

import { grafanaStore } from '../../annotations/grafanaStore';
import { browserOutbox } from '../../annotations/outboxStorage';
import type { Reader } from '../../annotations/dashboardReads';
import type { LogTools } from '../../annotations/responseLog';
import { ResponseLog } from '../../annotations/responseLog';
import type { Recorder } from '../../protocol/responses/intervention';
import { MINUTE } from '../../time/units';
import { poll } from '../poll';
import { boxOf, channelOf, storageOf } from './browserTools';

/** The log of a dashboard, which all of its panels share: it is read as long as one of them is shown. */
export interface SharedLog {
  log: ResponseLog;
  /** @returns What ends it. */
  follow: (reader: Reader) => () => void;
  /** The same one for a panel at each call. */
  recorderOf: (panelId: number) => Recorder;
}

const logs = new Map<string, SharedLog>();

/** Of a dashboard that was left, the log lives on: what waits in it has to be written. */
export function sharedLog(dashboardUid: string): SharedLog {
  const shared = logs.get(dashboardUid) ?? share(new ResponseLog(dashboardUid, toolsFor(dashboardUid)));
  logs.set(dashboardUid, shared);
  return shared;
}

function share(log: ResponseLog): SharedLog {
  const recorders = new Map<number, Recorder>();
  let readers = 0;
  let reading: Subscription | undefined;
  return {
    log,
    follow: (reader) => {
      const end = log.follow(reader);
      readers += 1;
      reading ??= poll(() => from(log.read()), MINUTE).subscribe();
      return () => {
        end();
        readers -= 1;
        if (readers === 0) {
          reading?.unsubscribe();
          reading = undefined;
        }
      };
    },
    recorderOf: (panelId) => {
      const recorder = recorders.get(panelId) ?? recorderOf(log, panelId);
      recorders.set(panelId, recorder);
      return recorder;
    },
  };
}

function recorderOf(log: ResponseLog, panelId: number): Recorder {
  return {
    record: (breach, said, note) => log.record(panelId, breach, { said, note }),
    undo: (key) => log.undo(key),
    isOwn: (key) => log.isOwn(key),
    retry: (key) => log.retry(key),
  };
}

function toolsFor(dashboardUid: string): LogTools {
  const { user } = config.bootData;
  const box = boxOf(dashboardUid);
  return {
    store: grafanaStore(getBackendSrv()),
    storage: browserOutbox(
      storageOf(() => window.localStorage),
      box
    ),
    tab: tabName(),
    now: () => Date.now(),
    later: (call, ms) => void window.setTimeout(call, ms),
    alone: (run) => runAlone(`protocol.outbox.${box}`, run),
    random: () => Math.random(),
    channel: channelOf(`protocol.responses.${box}`),
    me: { login: user.login, name: user.name || user.login },
    newKey,
  };
}

/** Of this tab, and the same after a reload. */
function tabName(): string {
  const storage = storageOf(() => window.sessionStorage);
  const name = storage?.getItem('protocol.tab') ?? newKey();
  storage?.setItem('protocol.tab', name);
  return name;
}

/** On plain http there are no locks: there what may be written is looked for, and what is there twice counts once. */
async function runAlone(name: string, run: () => Promise<void>): Promise<void> {
  const locks: LockManager | undefined = navigator.locks;
  await (locks ? locks.request(name, run) : run());
}

/** 128 random bits; `randomUUID` is there on https alone. */
function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
