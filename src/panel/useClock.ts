import { type PanelData, dateMath } from '@grafana/data';
import { useCallback, useEffect, useState } from 'react';

/** Words like "for 3 d 4 h" are told again at least this often. */
const SPEAK_MS = 30_000;

/** The shortest wait for a change, so that a state that is about to flip does not spin. */
const SHORTEST_MS = 250;

/**
 * The moment that a panel's data is judged at, epoch ms, or undefined where the range has no now: its end is not
 * relative to now. A range that ends before now ("now-1h") has its end as its now.
 */
export function useClock(data: PanelData) {
  const [tick, setTick] = useState<{ data: PanelData; now: number }>();
  const { raw, to } = data.timeRange;
  const live = typeof raw.to === 'string' && raw.to.includes('now');
  const queried = Math.min(to.valueOf(), data.request?.startTime ?? Infinity);
  const now = live ? Math.max(queried, tick?.data === data ? tick.now : -Infinity) : undefined;

  const onTick = useCallback(() => {
    const end = typeof raw.to === 'string' ? dateMath.toDateTime(raw.to, { roundUp: true })?.valueOf() : undefined;
    setTick({ data, now: Math.min(Date.now(), end ?? Infinity) });
  }, [data, raw.to]);

  return { now, onTick };
}

/**
 * Wakes a live panel when its state is due to change without new data, and often enough for its words of time to be
 * true.
 *
 * @param now what was judged at last; undefined (no now) never wakes
 * @param nextChange epoch ms; undefined when nothing is due
 */
export function useWake(now: number | undefined, nextChange: number | undefined, onTick: () => void) {
  useEffect(() => {
    if (now === undefined) {
      return undefined;
    }
    const due = (nextChange ?? Infinity) - Date.now();
    const timer = setTimeout(onTick, Math.max(Math.min(SPEAK_MS, due), SHORTEST_MS));
    return () => clearTimeout(timer);
  }, [now, nextChange, onTick]);
}
