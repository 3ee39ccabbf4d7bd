import type { PanelData, PanelProps } from '@grafana/data';
import type { PanelContext } from '@grafana/ui';

/** A panel that asks what people did about its breaches. */
export interface Asking {
  /** As it is when it begins to ask. */
  panel: PanelProps;
  context: PanelContext;
  dashboardUid: string | undefined;
  panelId: number;
  isEditing: boolean;
  /** From when on it shows breaches, epoch ms. */
  from: number;
  /** What it shows at the moment. */
  newestData: () => PanelData;
  /** Whether its breaches are to be recorded. */
  isRecording: boolean;
}
