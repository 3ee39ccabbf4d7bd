import type { PanelData } from '@grafana/data';
import { useCallback, useMemo } from 'react';

import type { Spans } from '../protocol/input';
import { useArrival } from './useArrival';
import { useClock } from './useClock';

/**
 * The spans that are judged and in view, and how their clocks go on.
 *
 * @param data - what is in view
 * @param lookBack - what is judged, where that is not what is in view
 * @returns the spans, the same object until one of them changes
 */
export function useSpans(data: PanelData, lookBack: PanelData | undefined) {
  const view = useSpan(data);
  // A hook can't be left out: without a look-back this is what is in view.
  const judged = useSpan(lookBack ?? data);
  const apart = lookBack !== undefined;
  const spans = useMemo(
    (): Spans => ({ view: view.span, judged: apart ? judged.span : view.span }),
    [view.span, judged.span, apart]
  );
  const [tickView, tickJudged] = [view.onTick, judged.onTick];
  const onTick = useCallback(() => {
    tickView();
    tickJudged();
  }, [tickView, tickJudged]);
  return { spans, onTick };
}

function useSpan(data: PanelData) {
  const arrived = useArrival(data);
  const { now, to, onTick } = useClock(data, arrived);
  const from = data.timeRange.from.valueOf();
  const asked = arrived ?? data.request?.startTime;
  return { span: useMemo(() => ({ from, to, now, asked }), [from, to, now, asked]), onTick };
}
