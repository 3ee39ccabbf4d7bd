import type { MetricProtocol, Protocol } from '../../protocol/protocol';
import type { WrittenRule } from '../writtenRule';
import { Arrival } from './Arrival';
import type { EditablePanel, PanelSheet } from './EditRule';
import { EditRule } from './EditRule';

export interface RuleWayProps {
  panel: EditablePanel;
  protocol: Protocol;
  /** The metric whose card was pressed. */
  asked?: MetricProtocol;
  /** The metric whose rule is being written, where it is one of this panel. */
  written?: WrittenRule;
  sheet?: PanelSheet;
  onClose: () => void;
}

/** The way from a card to its rule, and back. Nobody needs it to see a dashboard. */
export default function RuleWay({ panel, protocol, asked, written, sheet, onClose }: RuleWayProps) {
  return (
    <>
      {asked && (
        <EditRule
          panel={panel}
          metric={asked}
          sheet={sheet}
          isFromFile={protocol.metrics.some(({ row }) => row?.kind === 'file')}
          onClose={onClose}
        />
      )}
      {written && (
        <Arrival key={`${written.panelId} ${written.metric}`} panel={panel} protocol={protocol} written={written} />
      )}
    </>
  );
}
