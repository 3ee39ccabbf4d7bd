import { rangeUtil } from '@grafana/data';

import type { JudgedOn } from '../../protocol/protocol';
import { MINUTE } from '../../time/units';

/**
 * How often what a wall shows is asked for anew, ms: by the dashboard's refresh, which is in its address, and where a fixed
 * look-back is judged once a step. Undefined where nobody asks.
 *
 * @param refresh - as the address has it
 */
export function refreshOf(refresh: unknown, judgedOn: JudgedOn | undefined): number | undefined {
  const ofDashboard = readRefresh(refresh);
  return judgedOn?.mode === 'fixed' ? Math.max(judgedOn.stepMs, ofDashboard ?? 0) : ofDashboard;
}

function readRefresh(refresh: unknown): number | undefined {
  if (typeof refresh !== 'string' || refresh.trim() === '') {
    return undefined;
  }
  if (refresh === 'auto') {
    return MINUTE;
  }
  try {
    return rangeUtil.intervalToMs(refresh);
  } catch {
    return undefined;
  }
}
