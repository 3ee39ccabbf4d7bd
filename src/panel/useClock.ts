import type { PanelData } from '@grafana/data';
import { dateMath, dateTime } from '@grafana/data';
import { useCallback, useEffect, useState } from 'react';

/** Words like "for 3 d 4 h" are told again at least this often. */
const SPEAK_MS = 30_000;

/** The shortest wait for a change, so that a state that is about to flip does not spin. */
const SHORTEST_MS = 250;

/** A range that ends shortly before now, to leave out what is still being written, ends "now": by a tenth of its length. */
const SHORTLY = 0.1;

/**
 * The moment that a panel's data is judged at, epoch ms, or undefined where the range has no now: it ended before. An
 * end in the future has not happened yet: then it is the moment of the query, in a stream that of its newest packet. A range that ends shortly before now
 * ("now-5m") has its end as its now; one that is rounded to a past period ("yesterday") has none, however short ago it
 * ended.
 *
 * @param arrived - when the newest packet arrived, of a stream
 * @returns the moment, the end of the range, which a stream moves, and what the clock is told to go on with
 */
export function useClock(data: PanelData, arrived?: number) {
  const [tick, setTick] = useState<{ data: PanelData; now: number }>();
  const { raw } = data.timeRange;
  const to = endOf(data, arrived);
  const queried = Math.min(to, arrived ?? data.request?.startTime ?? Infinity);
  const now = hasNow(data, to) ? Math.max(queried, tick?.data === data ? tick.now : -Infinity) : undefined;

  const onTick = useCallback(() => {
    const end = isRounded(raw.to) ? data.timeRange.to : dateMath.toDateTime(raw.to, { roundUp: true });
    setTick({ data, now: Math.min(Date.now(), end?.valueOf() ?? Infinity) });
  }, [data, raw.to]);

  return { now, to, onTick };
}

/**
 * The end of a range, epoch ms. Grafana moves a range with each packet of a stream, but neither where it begins at a fixed
 * moment, nor with the packet that ends the stream.
 */
function endOf({ timeRange: { to, raw } }: PanelData, arrived: number | undefined): number {
  if (arrived === undefined || isRounded(raw.to)) {
    return to.valueOf();
  }
  const end = dateMath.toDateTime(raw.to, { roundUp: true, now: dateTime(arrived) });
  return Math.max(to.valueOf(), end?.valueOf() ?? -Infinity);
}

function hasNow({ timeRange: { from, raw }, request }: PanelData, to: number): boolean {
  const asked = request?.startTime ?? to;
  if (typeof raw.to !== 'string' || !raw.to.includes('now') || isRounded(raw.to)) {
    return to > asked;
  }
  return asked - to <= (to - from.valueOf()) * SHORTLY;
}

/** Whether the end of a range is that of a day, a week, a quarter: it does not go on with the clock. */
export function isRounded(end: PanelData['timeRange']['raw']['to']): boolean {
  return typeof end === 'string' && end.includes('/');
}

/**
 * Wakes a live panel when its state is due to change without new data, and often enough for its words of time to be
 * true.
 *
 * @param now - what was judged at last; undefined (no now) never wakes
 * @param nextChange - epoch ms; undefined when nothing is due
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
