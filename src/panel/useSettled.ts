import type { PanelData } from '@grafana/data';
import { LoadingState } from '@grafana/data';
import { useState } from 'react';

/**
 * The data that is judged: while a refresh is under way, Grafana gives the former series again with the new time range,
 * and what was said of them stays true until the new ones are there. Of a panel that shows others beside its own queries
 * the series are the same, in a list made anew.
 */
export function useSettled(data: PanelData): PanelData {
  const [settled, setSettled] = useState(data);
  const refreshing = data.state === LoadingState.Loading && isSame(data.series, settled.series);
  if (data !== settled && !refreshing) {
    setSettled(data);
  }
  return refreshing ? settled : data;
}

function isSame(series: PanelData['series'], before: PanelData['series']): boolean {
  const isAnew = series.length > 0 && series.length === before.length;
  return series === before || (isAnew && series.every((frame, index) => frame === before[index]));
}
