/** The scrape interval that Grafana assumes where the data source names none. */
const DEFAULT_SCRAPE_INTERVAL = '15s';

const MOST_POINTS = 11_000;

/** Up to the limit, the rounded interval; Grafana's ladder of steps in milliseconds. */
const LADDER: Array<[limit: number, interval: number]> = [
  [10, 1],
  [15, 10],
  [35, 20],
  [75, 50],
  [150, 100],
  [350, 200],
  [750, 500],
  [1_500, 1_000],
  [3_500, 2_000],
  [7_500, 5_000],
  [12_500, 10_000],
  [17_500, 15_000],
  [25_000, 20_000],
  [45_000, 30_000],
  [90_000, 60_000],
  [210_000, 120_000],
  [450_000, 300_000],
  [750_000, 600_000],
  [1_050_000, 900_000],
  [1_500_000, 1_200_000],
  [2_700_000, 1_800_000],
  [5_400_000, 3_600_000],
  [9_000_000, 7_200_000],
  [16_200_000, 10_800_000],
  [32_400_000, 21_600_000],
  [86_400_000, 43_200_000],
  [604_800_000, 86_400_000],
  [1_814_400_000, 604_800_000],
  [3_628_800_000, 2_592_000_000],
];

/** Rounds an interval to one that a person would choose. */
export function roundInterval(ms: number): number {
  return LADDER.find(([limit]) => ms < limit)?.[1] ?? 31_536_000_000;
}

export interface StepInput {
  from: number;
  to: number;
  maxDataPoints: number;
  /** The interval that the dashboard calculated; a floor where the query has no `interval` of its own. */
  intervalMs: number;
  /** The query's "Min step": a duration, or one of the interval variables. */
  interval?: string;
  intervalFactor?: number;
  scrapeInterval?: string;
}

/** The step of a range query in milliseconds, as Grafana calculates it. */
export function calculateStep(input: StepInput): number {
  const { from, to, maxDataPoints, intervalMs, interval = '', intervalFactor, scrapeInterval } = input;
  const ownInterval = isIntervalVariable(interval) ? '' : interval;
  const floor = ownInterval === '' || ownInterval === '0s' ? intervalMs : parseDuration(ownInterval);
  const wanted = (to - from) / (maxDataPoints || 1500);
  const calculated = wanted < floor ? floor : roundInterval(wanted);
  const safe = roundInterval((to - from) / MOST_POINTS);
  const step = Math.max(calculated, safe);
  return isRateVariable(interval) ? rateInterval(step, scrapeInterval) : step * (intervalFactor || 1);
}

/** `$__rate_interval`: at least four scrapes, so that `rate` always has two samples. */
export function rateInterval(intervalMs: number, scrapeInterval: string | undefined): number {
  const scrape = parseDuration(scrapeInterval || DEFAULT_SCRAPE_INTERVAL);
  return Math.max(intervalMs + scrape, 4 * scrape);
}

/** Replaces `$__interval`, `$__rate_interval`, `$__range` and their `_ms` and `_s` forms, with braces or without. */
export function interpolateExpression(expression: string, input: StepInput): string {
  const step = calculateStep(input);
  const { interval = '', intervalMs, scrapeInterval } = input;
  const range = input.to - input.from;
  const minStep = isIntervalVariable(interval) ? formatDuration(step) : interval;
  const rate = isRateVariable(interval) ? step : rateInterval(intervalMs, minStep || scrapeInterval);
  const values: Record<string, string> = {
    interval: formatDuration(step),
    interval_ms: String(step),
    range: `${Math.round(range / 1000)}s`,
    range_s: String(Math.round(range / 1000)),
    range_ms: String(range),
    rate_interval: formatDuration(rate),
    rate_interval_ms: String(rate),
  };
  return expression.replace(
    /\$(?:__(rate_interval_ms|rate_interval|interval_ms|interval|range_ms|range_s|range)|\{__(\w+)\})/g,
    (match, plain: string | undefined, braced: string | undefined) => values[plain ?? braced ?? ''] ?? match
  );
}

const UNITS: Record<string, number> = {
  ms: 1,
  s: 1_000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 604_800_000,
  y: 31_536_000_000,
};

/** Milliseconds of `15s`, `1h30m`, `>10s`; 0 for what is no duration. */
export function parseDuration(text: string): number {
  const parts = [...text.matchAll(/(\d+(?:\.\d+)?)(ms|[smhdwy])/g)];
  return parts.reduce((sum, [, amount, unit]) => sum + Number(amount) * UNITS[unit], 0);
}

/** A duration that Prometheus reads, in the largest unit that fits. */
export function formatDuration(ms: number): string {
  const unit = (['w', 'd', 'h', 'm', 's'] as const).find((name) => ms >= UNITS[name] && ms % UNITS[name] === 0);
  return unit ? `${ms / UNITS[unit]}${unit}` : `${ms}ms`;
}

function isIntervalVariable(interval: string): boolean {
  return /^\$(__(rate_)?interval(_ms)?|\{__(rate_)?interval(_ms)?\})$/.test(interval);
}

function isRateVariable(interval: string): boolean {
  return interval === '$__rate_interval' || interval === '${__rate_interval}';
}
