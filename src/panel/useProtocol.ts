import { type PanelData, type PanelProps, getFieldSeriesColor } from '@grafana/data';
import { useTheme2 } from '@grafana/ui';
import { isEqual, unionWith } from 'lodash';
import { useMemo, useState } from 'react';

import { awaitJudged } from '../protocol/awaitJudged';
import { ProtocolBuilder, type RuledMetric } from '../protocol/buildProtocol';
import { keepUnchanged } from '../protocol/keepUnchanged';
import { type NoMetric, fieldFormatter } from '../protocol/metrics';
import { readNativeThresholds } from '../protocol/nativeThresholds';
import { type Protocol, type QueryError } from '../protocol/protocol';
import { mergeHistory } from '../rule/history';
import { chooseJudged } from './judgeOn/chooseJudged';
import { type Pair } from './judgeOn/pairMetrics';
import { useJudgedData } from './judgeOn/useJudgedData';
import { type ProtocolOptions } from './options';
import { readStatedRules } from './ruleOption';
import { useWake } from './useClock';
import { useSettled } from './useSettled';
import { useSpans } from './useSpans';

/** What a panel has to tell; where it has no metric, why, and what failed. */
export type Told = { protocol: Protocol } | { nothing: NoMetric; awaited: boolean; errors: readonly QueryError[] };

/** The protocol of a panel's data, told again with every new data and with the clock. */
export function useProtocol(props: PanelProps<ProtocolOptions>): Told {
  const { fieldConfig, replaceVariables } = props;
  const data = useSettled(props.data);
  const theme = useTheme2();
  const judgedData = useJudgedData(props, data);
  const [builder] = useState(() => new ProtocolBuilder());
  const [remember] = useState(createMemory);

  const { ruled, judgedOn } = useMemo(() => {
    const { pairs, judgedOn } = chooseJudged(data.series, judgedData);
    return {
      judgedOn,
      ruled:
        typeof pairs === 'string'
          ? pairs
          : pairs.map(({ metric, inView, judged, ruledBy }): RuledMetric => ({
              metric,
              inView,
              judged,
              history: readHistory(ruledBy, fieldConfig, replaceVariables),
              format: fieldFormatter(metric.field),
              color: getFieldSeriesColor(metric.field, theme).color,
            })),
    };
  }, [data.series, judgedData, fieldConfig, replaceVariables, theme]);

  const answer = judgedOn.mode === 'fixed' && judgedData.mode === 'fixed' ? judgedData.data : undefined;
  const { spans, onTick } = useSpans(data, answer);
  const errors = useMemo(() => queryErrors(answer ?? data), [answer, data]);
  const told = useMemo((): Told => {
    const awaited = judgedOn.mode === 'fixed' && judgedOn.awaited === true;
    const all = answer ? unionWith(errors, queryErrors(data), isEqual) : errors;
    if (typeof ruled === 'string') {
      return { nothing: ruled, awaited, errors: all };
    }
    const protocol = builder.build(ruled, spans, errors, judgedOn);
    return { protocol: remember({ ...(awaited ? awaitJudged(protocol) : protocol), errors: all }) };
  }, [ruled, judgedOn, spans, errors, answer, data, builder, remember]);

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

function readHistory(
  { metric, series }: Pair['ruledBy'],
  fieldConfig: PanelProps['fieldConfig'],
  replaceVariables: PanelProps['replaceVariables']
) {
  const { field, frame, frameIndex, fieldIndex } = metric;
  // What `${__field.labels.team}` and the like are read from.
  const scopedVars = {
    ...field.state?.scopedVars,
    __dataContext: { value: { data: series, frame, frameIndex, field, fieldIndex } },
  };
  return mergeHistory({
    ...readStatedRules(field, fieldConfig.defaults),
    thresholds: readNativeThresholds(field),
    interpolate: (text) => replaceVariables(text, scopedVars),
  });
}

/** The failed queries of a panel, with or without data of others beside them. */
export function queryErrors(data: PanelData): QueryError[] {
  // Older data sources set `error` only.
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  const errors = data.errors ?? (data.error ? [data.error] : []);
  const targets = data.request?.targets ?? [];
  const only = targets.length === 1 ? targets[0].refId : undefined;
  return errors.map(({ refId = only, message, data: detail }) => ({
    refId,
    message: message ?? detail?.message ?? detail?.error ?? '',
  }));
}
