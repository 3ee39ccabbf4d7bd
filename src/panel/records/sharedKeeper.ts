import { getBackendSrv } from '@grafana/runtime';

import { grafanaStore } from '../../annotations/grafanaStore';
import type { KeptPanel } from '../../annotations/panelPlans';
import { RecordKeeper } from '../../annotations/recordKeeper';
import { browserSeen } from '../../annotations/seenBreaches';
import type { RecordableBreach } from '../../protocol/records/recordableBreaches';
import { boxOf, channelOf, storageOf } from '../responses/browserTools';
import type { SharedLog } from '../responses/sharedLog';
import { BrowserLead } from './browserLead';

/** The keeper of a dashboard, which all of its panels share. */
export interface SharedKeeper {
  keeper: RecordKeeper<RecordableBreach>;
  /** As the keeper's; it leads as long as a panel follows that records. */
  follow: (
    panel: KeptPanel<RecordableBreach>,
    isRecording: boolean
  ) => ReturnType<RecordKeeper<RecordableBreach>['follow']>;
  /** Whether a panel is the one that says what is true for all that record: one is enough. */
  isSpeaker: (panel: KeptPanel<RecordableBreach>) => boolean;
}

const keepers = new Map<string, SharedKeeper>();

/** The keeper of a dashboard: it is told what the log reads. */
export function sharedKeeper(dashboardUid: string, { log }: SharedLog): SharedKeeper {
  const known = keepers.get(dashboardUid);
  if (known) {
    return known;
  }
  const box = boxOf(dashboardUid);
  const lead = new BrowserLead(`protocol.records.${box}`, () => void keeper.work());
  const storage = storageOf(() => window.localStorage);
  const keeper = new RecordKeeper<RecordableBreach>({
    store: grafanaStore(getBackendSrv()),
    dashboardUid,
    seen: browserSeen(storage, box),
    lead,
    channel: channelOf(`protocol.records.${box}`),
    now: () => Date.now(),
    later: (call, ms) => void window.setTimeout(call, ms),
    random: () => Math.random(),
  });
  log.onFound((found, askedAt) => void keeper.receive(found, askedAt));
  let recording: Array<KeptPanel<RecordableBreach>> = [];
  const shared: SharedKeeper = {
    keeper,
    follow: (panel, isRecording) => {
      const { tell, end } = keeper.follow(panel);
      if (isRecording) {
        recording.push(panel);
        lead.start();
      }
      return {
        tell,
        end: () => {
          end();
          recording = recording.filter((one) => one !== panel);
          if (recording.length === 0) {
            lead.stop();
          }
        },
      };
    },
    isSpeaker: (panel) => recording[0] === panel,
  };
  keepers.set(dashboardUid, shared);
  return shared;
}
