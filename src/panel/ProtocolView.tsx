import type { PanelProps } from '@grafana/data';
import { useCallback, useMemo, useState } from 'react';

import { belongTogether } from '../chart/belongTogether';
import type { Host } from '../chart/hostPlugin';
import { t } from '../locales/t';
import type { Notice } from '../protocol/notices';
import { noticesOf } from '../protocol/notices';
import type { Recorder, Responses } from '../protocol/responses/intervention';
import type { MetricProtocol, Protocol } from '../protocol/protocol';
import type { StatedMetric } from '../protocol/ruleMetrics';
import { OpenedBreaches } from '../views/breaches/OpenedBreaches';
import { CoverageButton } from '../views/coverage/CoverageButton';
import { SUMMARY_HEIGHT, SummaryLine, hasSummary } from '../views/coverage/SummaryLine';
import { NothingInView } from '../views/faces/Faces';
import type { ChartSize } from '../views/layouts/layoutProps';
import { LAYOUTS } from '../views/layouts/layouts';
import type { Attention } from '../views/layouts/useAttention';
import { latePart } from '../views/parts/latePart';
import { Notices } from '../views/notices/lateNotices';
import { noticesHeight } from '../views/notices/noticeHeight';
import { ResponsesContext } from '../views/responses/responsesContext';
import { PanelChart } from './PanelChart';
import { chooseLayout } from './chooseLayout';
import { useLookBackOffer } from './judgeOn/useLookBackOffer';
import type { GivenRecords } from './records/givenRecords';
import { isForeign } from './migrations/migrate';
import type { ProtocolOptions } from './options';
import { usePanelLink } from './usePanelLink';
import { isPartial } from './stream';
import { useCoverage } from './useCoverage';
import { useEditRule } from './useEditRule';
import { useHeldOrder } from './useHeldOrder';
import { useShown } from './useShown';

const RuleWay = latePart(() => import(/* webpackChunkName: "rule-way" */ '../editors/origin/RuleWay'), {
  what: () => t('panel.rule-way.part', 'The way to the rule'),
});

interface ProtocolViewProps {
  panel: PanelProps<ProtocolOptions>;
  protocol: Protocol;
  /** What its rules were merged from. */
  stated: () => readonly StatedMetric[];
  host: Host;
  /** Records what a person did; the same object at every render. */
  recorder?: Recorder;
  records?: GivenRecords;
}

/** Of a saved dashboard somebody is going to ask: what comes then has its room already. */
const AWAITED: Responses = { kind: 'awaited' };

/** The panel's data with its rules beside it, in the layout that suits them. */
export function ProtocolView({ panel, protocol, stated, host, recorder, records }: ProtocolViewProps) {
  const { width, options, timeZone, fieldConfig, data } = panel;
  const { series } = data;
  const { onEditRule, onAlertRule, sheetLink, ...way } = useEditRule(panel);
  const shown = useShown(panel, host);
  const inView = useMemo(() => protocol.metrics.filter((metric) => metric.inView), [protocol.metrics]);
  const rows = useMemo(() => new Map(inView.map((metric) => [metric, [metric]])), [inView]);
  const { filter, onFilter, buttonId, shown: covered } = useCoverage(panel, protocol);
  const { ordered, onUndoable } = useHeldOrder(covered);
  const lookBack = useLookBackOffer(panel, protocol, onEditRule !== undefined);
  const link = usePanelLink(panel);
  const responses = protocol.responses ?? (data.request?.dashboardUID ? AWAITED : undefined);
  const { known, marks, notice } = records ?? {};
  const tellsWhy = protocol.metrics.find((_, index) => index === protocol.worstFirst[0])?.id;
  const what = useMemo(
    () => ({ responses, recorder, tellsWhy, records: known, onAlertRule, onUndoable, url: link.url }),
    [responses, recorder, tellsWhy, known, onAlertRule, onUndoable, link.url]
  );
  const { opened, setOpened, onOpenBreaches } = useOpened(protocol);
  const isChartMissing = host.kind === 'missing';
  const notices = noticesOf(protocol, {
    isNewer: isForeign(options),
    isChartMissing,
    lookBack: lookBack?.is,
    records: notice?.words,
    filter: filter && { finding: filter, shown: covered.metrics.length },
  });
  const isLoading = isPartial(data);
  const summarized = hasSummary(protocol, isLoading);
  const roomBelow = (lines: readonly Notice[]) =>
    panel.height - (summarized ? SUMMARY_HEIGHT : 0) - noticesHeight(lines);
  const { View } =
    LAYOUTS[
      chooseLayout(options.layout, {
        hasChart: !isChartMissing,
        metrics: protocol.metrics.length,
        isOneChart: () => options.takenOver !== undefined || belongTogether(series, inView),
        width,
        // Who looks at some of the metrics keeps the layout of all of them.
        height: roomBelow(notices.filter(({ kind }) => kind !== 'filter')),
      })
    ];

  const draw = (of: MetricProtocol | 'all', size: ChartSize, attention?: Attention) => {
    const metrics = of === 'all' ? inView : (rows.get(of) ?? []);
    const alone = of !== 'all' && protocol.metrics.length > 1;
    const chart = { panel: shown, host, span: protocol.span, metrics, alone, size, attention, marks };
    return metrics.length === 0 ? <NothingInView /> : <PanelChart {...chart} />;
  };

  const coverageButton = useMemo(
    () => buttonId && <CoverageButton id={buttonId} {...{ protocol, timeZone, fieldConfig, series, onFilter }} />,
    [buttonId, protocol, timeZone, fieldConfig, series, onFilter]
  );

  return (
    <ResponsesContext.Provider value={what}>
      {summarized && <SummaryLine {...{ protocol, isLoading, coverageButton }} />}
      {(way.asked ?? way.alerted ?? way.written) && <RuleWay {...way} {...{ panel, protocol, stated }} />}
      <Notices
        notices={notices}
        canOpen={buttonId !== undefined}
        lookBack={lookBack?.action}
        record={notice?.action}
        onShowAll={() => onFilter(undefined)}
      />
      <View
        protocol={ordered}
        timeZone={timeZone}
        panel={link}
        footnote={summarized ? undefined : coverageButton}
        onEditRule={onEditRule}
        sheetLink={sheetLink}
        onOpenBreaches={onOpenBreaches}
        width={width}
        height={roomBelow(notices)}
        charts={draw}
      />
      {opened && (
        <OpenedBreaches metric={opened} protocol={protocol} timeZone={timeZone} onClose={() => setOpened(undefined)} />
      )}
    </ResponsesContext.Provider>
  );
}

/** The metric whose breaches somebody reads. */
function useOpened({ metrics }: Protocol) {
  const [openedId, setOpened] = useState<string>();
  const onOpenBreaches = useCallback(({ id }: MetricProtocol) => setOpened(id), []);
  return { opened: metrics.find(({ id }) => id === openedId), setOpened, onOpenBreaches };
}
