import type { Said } from '../../protocol/responses/intervention';
import type { TimeWords } from '../../words/whenWords';

/** What every form is given that asks what somebody says of a breach. */
export interface AskProps {
  times: TimeWords;
  /** As the panel is given it. */
  timeZone: string;
  onRecord: (said: Said, note?: string) => void;
  onCancel: () => void;
}
