import { t } from '../../locales/t';
import type { MetricProtocol, Protocol } from '../../protocol/protocol';
import type { StatedMetric } from '../../protocol/ruleMetrics';
import { latePart } from '../../views/parts/latePart';
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
  /** The metric that is to have an alert rule. */
  alerted?: MetricProtocol;
  stated: () => readonly StatedMetric[];
  onClose: () => void;
}

const AlertDialog = latePart(() => import(/* webpackChunkName: "alert-rules" */ '../alerts/AlertDialog'), {
  what: () => t('editors.alerts.part', 'The export of alert rules'),
});

/** The way from a card to its rule, and back. Nobody needs it to see a dashboard. */
export default function RuleWay({ panel, protocol, asked, alerted, written, ...way }: RuleWayProps) {
  const { sheet, stated, onClose } = way;
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
      {alerted && <AlertDialog panel={panel} metric={alerted} stated={stated} onClose={onClose} />}
      {written && (
        <Arrival key={`${written.panelId} ${written.metric}`} panel={panel} protocol={protocol} written={written} />
      )}
    </>
  );
}
