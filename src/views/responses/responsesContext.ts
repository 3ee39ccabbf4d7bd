import { createContext, useContext } from 'react';

import type { PanelRecords } from '../../protocol/records/panelRecords';
import type { MetricProtocol } from '../../protocol/protocol';
import type { Recorder, Responses } from '../../protocol/responses/intervention';

/** What is known of what people did, and how to record it. */
export interface PanelResponses {
  /** Undefined where nobody asks. */
  responses?: Responses;
  /** Undefined where nothing can be recorded. */
  recorder?: Recorder;
  /** The id of the metric whose card tells why nothing can be recorded: one is enough. */
  tellsWhy?: string;
  /** What is on the record of the breaches; undefined where nothing is recorded, and until that is known. */
  records?: PanelRecords;
  /** Told whether what was just recorded of a metric, by its id, can be taken back on its card: the card stays in its place. */
  onUndoable?: (id: string, undoable: boolean) => void;
  /** Leads to an alert rule; undefined where the person may not create any. */
  onAlertRule?: (metric: MetricProtocol) => void;
  /** The address at which the panel is shown. */
  url?: string;
}

/** Cards are remembered by their metric; what changes with each answer of the store comes to them past it. */
export const ResponsesContext = createContext<PanelResponses>({});

export function usePanelResponses(): PanelResponses {
  return useContext(ResponsesContext);
}
