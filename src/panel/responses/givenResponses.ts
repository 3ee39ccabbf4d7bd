import type { Receive } from '../../annotations/dashboardReads';
import type { ReadResponses } from '../../protocol/input';
import type { Recorder } from '../../protocol/responses/intervention';
import type { GivenRecords } from '../records/givenRecords';

/** What a panel knows of what people did about its breaches, and what records more of it. */
export interface GivenResponses {
  /** Undefined until what reads them is there. */
  read?: ReadResponses;
  /** The same one as long as the panel stays; undefined where nothing can be recorded. */
  recorder?: Recorder;
  /** What is on the record of its breaches; undefined where nothing is, and until it is known. */
  records?: GivenRecords;
  /**
   * Tells of all that is read of the store for the dashboard, whichever panel it is of; gives what ends it. The same one as
   * long as the panel stays; undefined where there is no store to ask.
   */
  onFound?: (receive: Receive) => () => void;
}
