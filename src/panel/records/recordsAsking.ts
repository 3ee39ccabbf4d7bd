import type { CannotRecord } from '../../protocol/responses/intervention';
import type { Asking } from '../responses/asking';
import type { SharedLog } from '../responses/sharedLog';

/** What following the records of a panel takes. */
export interface RecordsAsking {
  asking: Asking;
  /** Undefined where there is no store to ask. */
  shared?: SharedLog;
  /** Why nothing can be recorded from here. */
  cannotRecord?: CannotRecord;
  /** Whether one of its metrics is that of other dashboards, too. */
  isShared: () => boolean;
}
