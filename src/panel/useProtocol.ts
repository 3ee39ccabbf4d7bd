import type { PanelData, PanelProps } from '@grafana/data';
import { useTheme2 } from '@grafana/ui';
import { useMemo, useState } from 'react';

import { panelMetrics } from '../frames/panelMetrics';
import type { Queried } from '../frames/queryErrors';
import { queryErrors } from '../frames/queryErrors';
import type { Answer, JudgeOn, ReadResponses } from '../protocol/input';
import type { Told } from '../protocol/tellProtocol';
import { ProtocolTeller } from '../protocol/tellProtocol';
import { keepsRows, mayBeTransformed } from './judgeOn/transformations';
import { useJudgedData } from './judgeOn/useJudgedData';
import type { ProtocolOptions } from './options';
import type { SheetQueries } from './sheets/splitSheets';
import { withoutSheets } from './sheets/splitSheets';
import type { Sheets } from './sheets/useSheets';
import { useWake } from './useClock';
import { useSettled } from './useSettled';
import { useSpans } from './useSpans';

const NOTHING: Queried = { series: [] };

/**
 * The protocol of a panel's data, told again with every new data and with the clock.
 *
 * @param props - The panel's, without the data of its sheets.
 * @param responses - What people did about its breaches; undefined until that is read.
 */
export function useProtocol(
  props: PanelProps<ProtocolOptions>,
  { read: sheets, queries }: Sheets,
  responses?: ReadResponses
): Told {
  const data = useSettled(props.data);
  const judgedData = useJudgedData(props, useAskable(data, queries));
  const lookBack = judgedData.mode === 'fixed' ? judgedData.data : undefined;
  const view = useAnswer(data, props);
  // A hook can't be left out: without a look-back there is nothing to read.
  const answer = useAnswer(lookBack ?? NOTHING, props);
  const judgeOn = useMemo((): JudgeOn => {
    if (judgedData.mode === 'view') {
      return judgedData;
    }
    const { data: asked, ...fixed } = judgedData;
    return { ...fixed, answer: asked && { ...answer, mayBeTransformed: mayBeTransformed(asked.request) } };
  }, [judgedData, answer]);
  const { spans, onTick } = useSpans(data, lookBack);
  const [teller] = useState(() => new ProtocolTeller());
  const told = useMemo(
    () => teller.tell({ view, judgeOn, spans, sheets, responses }),
    [teller, view, judgeOn, spans, sheets, responses]
  );
  useWake(told.spans.judged.now, 'protocol' in told ? told.protocol.nextChange : undefined, onTick);
  return told;
}

/** What queries returned, as the protocol takes it. */
function useAnswer(data: Queried, { fieldConfig, replaceVariables, timeZone }: PanelProps): Answer {
  const theme = useTheme2();
  const { series, request } = data;
  const rowsKept = useMemo(() => request === undefined || keepsRows(request), [request]);
  const metrics = useMemo(
    () => panelMetrics(series, { fieldConfig, theme, replaceVariables, timeZone, rowsKept }),
    [series, fieldConfig, theme, replaceVariables, timeZone, rowsKept]
  );
  const errors = useMemo(() => queryErrors(data), [data]);
  return useMemo(() => ({ metrics, errors }), [metrics, errors]);
}

/** The data with the request that may be asked once more: the sheets are not judged. */
function useAskable(data: PanelData, queries: SheetQueries): PanelData {
  return useMemo(
    () => (data.request ? { ...data, request: withoutSheets(data.request, queries) } : data),
    [data, queries]
  );
}
