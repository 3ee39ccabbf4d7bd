import { DAY, HOUR, MINUTE, SECOND, WEEK } from './units';

const YEAR = 365 * DAY;

/**
 * A duration as Prometheus writes it: whole numbers with a unit, units descending, each at most once; a bare `0` needs
 * none. Spaces at the ends are tolerated.
 */
export const DURATION_PATTERN =
  /^\s*(?:0|(?=\d)(?:(\d+)y)?(?:(\d+)w)?(?:(\d+)d)?(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?(?:(\d+)ms)?)\s*$/;

/** How long the larger units are, ms: not the same in working time. */
export interface UnitSizes {
  year: number;
  week: number;
  day: number;
}

const CALENDAR: UnitSizes = { year: YEAR, week: WEEK, day: DAY };

/**
 * Reads a duration in the grammar of Grafana and Prometheus: `5m`, `1d`, `1h30m`, `0`.
 *
 * @param text - Units y (365 d), w, d, h, m, s, ms, in that order.
 * @param sizes - What y, w and d are, where they are not the calendar's.
 * @returns Milliseconds; undefined for anything else: blank, negative, fractions, units out of order or twice, and
 * durations too long to be counted in whole ms.
 */
export function parseDuration(text: string, { year, week, day }: UnitSizes = CALENDAR): number | undefined {
  const match = DURATION_PATTERN.exec(text);
  if (!match) {
    return undefined;
  }
  // In the order of the pattern's groups.
  const sizes = [year, week, day, HOUR, MINUTE, SECOND, 1];
  const ms = sizes.reduce((sum, size, index) => sum + size * Number(match[index + 1] ?? 0), 0);
  return Number.isSafeInteger(ms) ? ms : undefined;
}

/** The units of a card, from the largest, with the names that people read. */
const READABLE: ReadonlyArray<readonly [number, string]> = [
  [DAY, 'd'],
  [HOUR, 'h'],
  [MINUTE, 'min'],
  [SECOND, 's'],
];

/**
 * Writes a duration as people read it on a card: at most two neighbouring units, rounded down: `3 d 4 h`, `2 d`,
 * `45 min`, `12 s`. Whole weeks from two on are weeks (`2 w`), everything longer than a day is days otherwise. Less
 * than a second is `500 ms`.
 *
 * @param ms - Milliseconds. Negative and NaN read `0 s`; Infinity reads `∞`.
 */
export function formatDuration(ms: number): string {
  if (ms === Infinity) {
    return '∞';
  }
  if (!(ms > 0)) {
    return '0 s';
  }
  if (ms < SECOND) {
    return `${Math.max(1, Math.floor(ms))} ms`;
  }
  if (ms >= 2 * WEEK && ms % WEEK === 0) {
    return `${ms / WEEK} w`;
  }
  const first = READABLE.findIndex(([size]) => ms >= size);
  const [size, name] = READABLE[first];
  const whole = `${Math.floor(ms / size)} ${name}`;
  const next = READABLE[first + 1];
  const rest = next ? Math.floor((ms % size) / next[0]) : 0;
  return rest > 0 ? `${whole} ${rest} ${next[1]}` : whole;
}

/**
 * Writes how long something has lasted, rounded down as `formatDuration` does: of minutes nobody asks for the seconds
 * (`40 min`, `59 s`). What a rule says is exact: that is for `formatDuration`.
 *
 * @param ms - As `formatDuration` takes them.
 */
export function formatElapsed(ms: number): string {
  return formatDuration(ms < MINUTE ? ms : Math.floor(ms / MINUTE) * MINUTE);
}
