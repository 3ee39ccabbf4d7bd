import { rangeUtil } from '@grafana/data';

import { MINUTE } from '../../time/units';

/**
 * How often the dashboard is refreshed, ms: it is in its address. Undefined where nobody refreshes it.
 *
 * @param refresh - as the address has it
 */
export function refreshOf(refresh: unknown): number | undefined {
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
