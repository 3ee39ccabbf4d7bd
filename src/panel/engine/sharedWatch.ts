import { getBackendSrv } from '@grafana/runtime';
import type { Subscription } from 'rxjs';
import { from } from 'rxjs';

import { EngineWatch, STATES_MS } from '../../alerting/engine/engineWatch';
import { grafanaEngine } from '../../alerting/engine/grafanaEngine';
import type { EngineKnown } from '../../protocol/engine/alertRule';
import { poll } from '../poll';

/** The watch of a dashboard's alert rules, which all of its panels share: it asks as long as one of them is shown. */
export interface SharedWatch {
  known: () => EngineKnown | undefined;
  /**
   * @param sources - The data sources that a panel asks.
   * @returns What ends it.
   */
  follow: (onChange: () => void, sources: readonly string[]) => () => void;
}

const watches = new Map<string, SharedWatch>();

export function sharedWatch(dashboardUid: string): SharedWatch {
  const shared =
    watches.get(dashboardUid) ?? share(new EngineWatch(dashboardUid, grafanaEngine(getBackendSrv()), () => Date.now()));
  watches.set(dashboardUid, shared);
  return shared;
}

function share(watch: EngineWatch): SharedWatch {
  let readers = 0;
  let asking: Subscription | undefined;
  return {
    known: () => watch.known,
    follow: (onChange, sources) => {
      const end = watch.follow(onChange, sources);
      readers += 1;
      if (asking === undefined) {
        asking = poll(() => from(watch.ask()), STATES_MS).subscribe();
      } else if (document.visibilityState !== 'hidden') {
        // A panel that came later may ask a source that the others don't.
        void watch.ask();
      }
      return () => {
        end();
        readers -= 1;
        if (readers === 0) {
          asking?.unsubscribe();
          asking = undefined;
        }
      };
    },
  };
}
