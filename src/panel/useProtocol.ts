import { type DataFrame, type PanelData, type PanelProps, getFieldSeriesColor } from '@grafana/data';
import { useTheme2 } from '@grafana/ui';
import { useMemo, useState } from 'react';

import { type Span } from '../evaluation/evaluation';
import { type RuledMetric, buildProtocol } from '../protocol/buildProtocol';
import { keepUnchanged } from '../protocol/keepUnchanged';
import { type Metric, type NoMetric, fieldFormatter, findMetrics } from '../protocol/metrics';
import { type Protocol, type QueryError } from '../protocol/protocol';
import { mergeRule, toHistory } from '../rule/sources';
import { readNativeThresholds } from './nativeThresholds';
import { type ProtocolOptions } from './options';
import { readStatedRules } from './ruleOption';
import { useClock, useWake } from './useClock';
import { useSettled } from './useSettled';

/**
 * The protocol of a panel's data, told again with every new data and with the clock.
 *
 * @returns the protocol, or why the data has no metric to show
 */
export function useProtocol(props: PanelProps<ProtocolOptions>): Protocol | NoMetric {
  const { fieldConfig, replaceVariables } = props;
  const data = useSettled(props.data);
  const theme = useTheme2();
  const { now, onTick } = useClock(data);
  const [remember] = useState(createMemory);

  const ruled = useMemo(() => {
    const metrics = findMetrics(data.series);
    return typeof metrics === 'string'
      ? metrics
      : metrics.map((metric): RuledMetric => ({
          metric,
          history: toHistory(readRule(metric, data.series, fieldConfig, replaceVariables)),
          format: fieldFormatter(metric.field),
          color: getFieldSeriesColor(metric.field, theme).color,
        }));
  }, [data.series, fieldConfig, replaceVariables, theme]);

  const from = data.timeRange.from.valueOf();
  const to = data.timeRange.to.valueOf();
  const errors = useMemo(() => queryErrors(data), [data]);
  const protocol = useMemo(() => {
    if (typeof ruled === 'string') {
      return ruled;
    }
    const view: Span = { from, to, now };
    return remember(buildProtocol(ruled, { judged: view, view }, errors));
  }, [ruled, from, to, now, errors, remember]);

  useWake(now, typeof protocol === 'string' ? undefined : protocol.nextChange, onTick);
  return protocol;
}

/** Keeps what looks the same from one protocol to the next, so that its cards need not be rendered again. */
function createMemory() {
  let former: Protocol | undefined;
  return (protocol: Protocol): Protocol => {
    former = keepUnchanged(former, protocol);
    return former;
  };
}

function readRule(
  { field, frame, frameIndex, fieldIndex }: Metric,
  data: DataFrame[],
  fieldConfig: PanelProps['fieldConfig'],
  replaceVariables: PanelProps['replaceVariables']
) {
  // What `${__field.labels.team}` and the like are read from.
  const scopedVars = {
    ...field.state?.scopedVars,
    __dataContext: { value: { data, frame, frameIndex, field, fieldIndex } },
  };
  return mergeRule({
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
