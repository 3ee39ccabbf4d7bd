import type { PanelData } from '@grafana/data';
import { dateMath } from '@grafana/data';
import { useCallback, useEffect, useState } from 'react';

/** Words like "for 3 d 4 h" are told again at least this often. */
const SPEAK_MS = 30_000;

/** The shortest wait for a change, so that a state that is about to flip does not spin. */
const SHORTEST_MS = 250;

/** A range that ends shortly before now, to leave out what is still being written, ends "now": by a tenth of its length. */
const SHORTLY = 0.1;

/**
 * The moment that a panel's data is judged at, epoch ms, or undefined where the range has no now: it ended before. An
 * end in the future has not happened yet: then it is the moment of the query. A range that ends shortly before now
 * ("now-5m") has its end as its now; one that is rounded to a past period ("yesterday") has none, however short ago it
 * ended.
 */
export function useClock(data: PanelData) {
  const [tick, setTick] = useState<{ data: PanelData; now: number }>();
  const { raw } = data.timeRange;
  const queried = queriedAt(data);
  const now = hasNow(data) ? Math.max(queried, tick?.data === data ? tick.now : -Infinity) : undefined;

  const onTick = useCallback(() => {
    const end = isRounded(raw.to) ? data.timeRange.to : dateMath.toDateTime(raw.to, { roundUp: true });
    setTick({ data, now: Math.min(Date.now(), end?.valueOf() ?? Infinity) });
  }, [data, raw.to]);

  return { now, onTick };
}

function queriedAt({ timeRange, request }: PanelData): number {
  return Math.min(timeRange.to.valueOf(), request?.startTime ?? Infinity);
}

function hasNow({ timeRange: { from, to, raw }, request }: PanelData): boolean {
  const asked = request?.startTime ?? to.valueOf();
  if (typeof raw.to !== 'string' || !raw.to.includes('now') || isRounded(raw.to)) {
    return to.valueOf() > asked;
  }
  return asked - to.valueOf() <= (to.valueOf() - from.valueOf()) * SHORTLY;
}

/** Whether the end of a range is that of a day, a week, a quarter: it does not go on with the clock. */
function isRounded(end: PanelData['timeRange']['raw']['to']): boolean {
  return typeof end === 'string' && end.includes('/');
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
