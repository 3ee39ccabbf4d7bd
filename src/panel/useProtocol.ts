import type { DataQueryRequest, PanelData, PanelProps } from '@grafana/data';
import { getFieldSeriesColor } from '@grafana/data';
import { useTheme2 } from '@grafana/ui';
import { isEqual, unionWith } from 'lodash';
import { useMemo, useState } from 'react';

import type { Passage } from '../frames/cadence';
import { awaitJudged } from '../protocol/awaitJudged';
import type { RuledMetric, Spans } from '../protocol/buildProtocol';
import { ProtocolBuilder } from '../protocol/buildProtocol';
import { withHolders } from '../protocol/holders';
import { keepUnchanged } from '../protocol/keepUnchanged';
import type { NoMetric } from '../protocol/metrics';
import { fieldFormatter } from '../protocol/metrics';
import { readNativeThresholds } from '../protocol/nativeThresholds';
import type { Protocol, QueryError } from '../protocol/protocol';
import { withSheetFindings } from '../protocol/sheetFindings';
import type { MetricSources } from '../tables/file/storedRule';
import { mergeHistory } from '../rule/history';
import type { RuleSources } from '../rule/sources';
import { chooseJudged } from './judgeOn/chooseJudged';
import type { Pair } from './judgeOn/pairMetrics';
import { keepsRows } from './judgeOn/transformations';
import { useJudgedData } from './judgeOn/useJudgedData';
import type { ProtocolOptions } from './options';
import { queryErrors } from './queryErrors';
import { readStatedRules } from './ruleOption';
import type { SheetQueries } from './sheets/splitSheets';
import { withoutSheets } from './sheets/splitSheets';
import type { Sheets } from './sheets/useSheets';
import { useWake } from './useClock';
import { useSettled } from './useSettled';
import { useSpans } from './useSpans';

/** What a panel has to tell; where it has no metric, why, and what failed. */
export type Told =
  | { protocol: Protocol; stated: readonly MetricSources[]; ruled: readonly RuledMetric[]; spans: Spans }
  | { nothing: NoMetric; awaited: boolean; errors: readonly QueryError[] };

/**
 * The protocol of a panel's data, told again with every new data and with the clock.
 *
 * @param props The panel's, without the data of its sheets.
 */
export function useProtocol(props: PanelProps<ProtocolOptions>, sheets: Sheets): Told {
  const { fieldConfig, replaceVariables } = props;
  const data = useSettled(props.data);
  const theme = useTheme2();
  const judgedData = useJudgedData(props, useAskable(data, sheets.queries));
  const [builder] = useState(() => new ProtocolBuilder());
  const [remember] = useState(createMemory);

  const passage = usePassage(data.request);
  const { ruled, stated, found, judgedOn } = useMemo(() => {
    const { pairs, judgedOn } = chooseJudged(data.series, judgedData, passage);
    if (typeof pairs === 'string') {
      return { ruled: pairs, stated: [], judgedOn };
    }
    const { rules, found } = sheets.read?.rulesOf(pairs.map(({ metric }) => metric)) ?? {};
    const stated = pairs.map(({ metric, ruledBy }, index): MetricSources => {
      const sources = { ...sourcesOf(ruledBy, fieldConfig, replaceVariables), sheet: rules?.[index] };
      return { metric: metric.name, sources };
    });
    const ruled = pairs.map(({ metric, inView, judged }, index): RuledMetric => ({
      metric,
      inView,
      judged,
      history: mergeHistory(stated[index].sources),
      format: fieldFormatter(metric.field),
      color: getFieldSeriesColor(metric.field, theme).color,
    }));
    return { ruled, stated, found, judgedOn };
  }, [data.series, judgedData, passage, sheets.read, fieldConfig, replaceVariables, theme]);

  const answer = judgedOn.mode === 'fixed' && judgedData.mode === 'fixed' ? judgedData.data : undefined;
  const { spans, onTick } = useSpans(data, answer);
  const errors = useMemo(() => queryErrors(answer ?? data), [answer, data]);
  const told = useMemo((): Told => {
    const awaited = judgedOn.mode === 'fixed' && judgedOn.awaited === true;
    const all = answer ? unionWith(errors, queryErrors(data), isEqual) : errors;
    if (typeof ruled === 'string') {
      return { nothing: ruled, awaited, errors: all };
    }
    const built = builder.build(ruled, spans, errors, judgedOn);
    const judged = { ...(awaited ? awaitJudged(built) : built), errors: all };
    const protocol = withSheetFindings(withHolders(judged, sheets.read?.who), found);
    return { protocol: remember(protocol), stated, ruled, spans };
  }, [ruled, stated, found, sheets.read?.who, judgedOn, spans, errors, answer, data, builder, remember]);

  useWake(spans.judged.now, 'protocol' in told ? told.protocol.nextChange : undefined, onTick);
  return told;
}

/** Keeps what looks the same from one protocol to the next, so that its cards need not be rendered again. */
function createMemory() {
  let former: Protocol | undefined;
  return (protocol: Protocol): Protocol => {
    former = keepUnchanged(former, protocol);
    return former;
  };
}

/** What happened to the data on its way; the same object while it is the same. */
function usePassage(request: DataQueryRequest | undefined): Passage {
  const rowsKept = request === undefined || keepsRows(request);
  return useMemo(() => ({ rowsKept }), [rowsKept]);
}

/** The data with the request that may be asked once more: the sheets are not judged. */
function useAskable(data: PanelData, queries: SheetQueries): PanelData {
  return useMemo(
    () => (data.request ? { ...data, request: withoutSheets(data.request, queries) } : data),
    [data, queries]
  );
}

function sourcesOf(
  { metric, series }: Pair['ruledBy'],
  fieldConfig: PanelProps['fieldConfig'],
  replaceVariables: PanelProps['replaceVariables']
): RuleSources {
  const { field, frame, frameIndex, fieldIndex } = metric;
  // What `${__field.labels.team}` and the like are read from.
  const scopedVars = {
    ...field.state?.scopedVars,
    __dataContext: { value: { data: series, frame, frameIndex, field, fieldIndex } },
  };
  return {
    ...readStatedRules(field, fieldConfig.defaults),
    thresholds: readNativeThresholds(field),
    interpolate: (text) => replaceVariables(text, scopedVars),
  };
}
