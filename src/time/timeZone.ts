import { memoize, once } from 'lodash';

/**
 * The name of a time zone as it is usually written, whatever its case: "europe/berlin" is `Europe/Berlin`.
 *
 * @returns Undefined where the runtime knows no such zone, and for bare offsets (`+02:00`), which not every one knows.
 */
export function zoneName(text: string): string | undefined {
  return /^[a-z][\w+/-]{0,63}$/i.test(text) ? askedName(text) : undefined;
}

/** Abbreviations that are the same zone all year round, because that is all that they mean. */
const ALL_YEAR = new Set(['UTC', 'UCT', 'GMT', 'PRC', 'ROC', 'ROK']);
const [WINTER, SUMMER] = [Date.UTC(2026, 0, 15), Date.UTC(2026, 6, 15)];

/**
 * Whether a zone is an abbreviation without summer time, of a place that may have it: `EST` is five hours behind UTC in
 * July, too, when New York is not.
 *
 * @param zone - A name that the runtime knows.
 */
export function lacksSummerTime(zone: string): boolean {
  const name = zone.toUpperCase();
  return /^[A-Z]{3,4}$/.test(name) && !ALL_YEAR.has(name) && hourIn(zone, WINTER) === hourIn(zone, SUMMER);
}

function hourIn(timeZone: string, time: number): string {
  return new Intl.DateTimeFormat('en-US', { timeZone, hour: 'numeric', minute: 'numeric' }).format(time);
}

/** Asking the runtime takes a hundred times as long as all the rest of a schedule, and a panel has many rules. */
const askedName = memoize((text: string): string | undefined => {
  try {
    const { timeZone } = new Intl.DateTimeFormat('en-US', { timeZone: text }).resolvedOptions();
    // A runtime may resolve to an older name of the same zone, which nobody wrote.
    return timeZone.toLowerCase() === text.toLowerCase() ? timeZone : text;
  } catch {
    return undefined;
  }
});

/** An IANA zone for what Grafana calls a panel's zone; that of the browser where it is none that the runtime knows. */
export function panelZone(timeZone: string): string {
  return (timeZone === 'browser' ? undefined : zoneName(timeZone)) ?? browserZone();
}

const browserZone = once(() => Intl.DateTimeFormat().resolvedOptions().timeZone);
