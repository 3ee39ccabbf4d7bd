import type { ReactElement } from 'react';

import type { RecordMarks } from '../../chart/recordMarks';
import type { PanelRecords } from '../../protocol/records/panelRecords';
import type { Told } from '../../protocol/tellProtocol';

/** A line above the metrics about what is recorded, and what can be done about it. */
export interface RecordNotice {
  words: string;
  action?: ReactElement;
}

/** What a panel knows of what is on the record of its breaches. */
export interface GivenRecords {
  /** Takes what the panel computes, each time; the same function as long as the panel stays. */
  tell: (told: Told) => void;
  /** Undefined until the store is read. */
  known?: PanelRecords;
  marks?: RecordMarks;
  notice?: RecordNotice;
}
