import { isRecord } from '../../rule/isRecord';
import { DAY, HOUR } from '../../time/units';
import type { Wall } from './tellWall';
import type { WallMetric } from './wallMetrics';

/** What a screen keeps of the breaches that it has announced, over a reload of its page. */
export interface Heard {
  /** Until when it watched, epoch ms. */
  watchedUntil: number;
  /** When each critical breach was last seen, epoch ms, by the names of its metric. */
  seen: Readonly<Record<string, number>>;
}

/** What a page knows of the breaches that were announced. */
export interface Listening {
  /** Panels that were shown at least once: what was critical then had begun before. */
  panels: ReadonlySet<string>;
  heard: Heard;
}

/**
 * How it stands with the sound of a wall: a tone would be heard, the browser waits until somebody presses something, this
 * screen is muted, or there is no sound to be had.
 */
export type SoundState = 'on' | 'blocked' | 'muted' | 'none';

/** Who was away for longer begins anew: what is critical then is nothing new. */
const FORGOTTEN_AFTER_MS = HOUR;

/** A metric that was not seen for so long is not waited for. */
const UNSEEN_MS = DAY;

/**
 * Begins to listen.
 *
 * @param kept - what the screen has kept; undefined: nothing
 * @param now - epoch ms
 */
export function beginListening(kept: Heard | undefined, now: number): Listening {
  const isFresh = kept && now - kept.watchedUntil <= FORGOTTEN_AFTER_MS;
  return { panels: new Set(), heard: isFresh ? kept : { watchedUntil: Infinity, seen: {} } };
}

/**
 * Whether something on a wall is to be heard: a critical breach that is new. One that was seen before and has gone on since
 * is the same, by the metric's key and by its identity: two panels that show one metric announce it once. What was critical
 * when the page began is not new, unless the screen watched until a short while ago and it began after that. Nothing is new
 * of data that are not of now, of a query that fails or is still under way, or of a breach that somebody has accepted.
 *
 * @param isQuiet - what is new is taken note of, and not announced
 */
export function listen(
  { panels, heard }: Listening,
  { metrics, askedAt }: Pick<Wall, 'metrics' | 'askedAt'>,
  { isCurrent, isQuiet }: { isCurrent: boolean; isQuiet: boolean }
): { isNew: boolean; listening: Listening } {
  if (!isCurrent || askedAt === undefined) {
    return { isNew: false, listening: { panels, heard } };
  }
  const told = metrics.filter(({ isLost, isPartial }) => !isLost && !isPartial);
  const critical = told.filter(isCritical);
  const isUnheard = (one: WallMetric) =>
    one.place === 'critical' && !wasSeen(one, heard) && (panels.has(one.panelId) || beganAfter(one, heard));
  const isNew = !isQuiet && critical.some(isUnheard);
  const over = new Set(told.filter((one) => isJudged(one) && !isCritical(one)).flatMap(namesOf));
  const kept = Object.entries(heard.seen).filter(([name, at]) => !over.has(name) && askedAt - at <= UNSEEN_MS);
  const seen = critical.flatMap((one) => namesOf(one).map((name): [string, number] => [name, one.metric.now.at]));
  return {
    isNew,
    listening: {
      panels: new Set([...panels, ...told.map(({ panelId }) => panelId)]),
      heard: { watchedUntil: askedAt, seen: Object.fromEntries([...kept, ...seen]) },
    },
  };
}

/** Firing as critical, whatever was said about it. */
function isCritical({ metric: { kind, now } }: WallMetric): boolean {
  return kind === 'ruled' && now.state === 'firing' && now.severity === 'critical';
}

/** What is not judged may go on firing. */
function isJudged({ place }: WallMetric): boolean {
  return place !== 'unjudged' && place !== 'apart';
}

/** A breach that overlaps with what was seen of it is the same. */
function wasSeen(one: WallMetric, { seen }: Heard): boolean {
  const { since } = one.metric.now;
  return namesOf(one).some((name) => Object.hasOwn(seen, name) && (since === null || since <= seen[name]));
}

function beganAfter({ metric: { now } }: WallMetric, { watchedUntil }: Heard): boolean {
  return now.since !== null && now.since > watchedUntil;
}

function namesOf({ key, metric }: WallMetric): string[] {
  return metric.identity === undefined ? [key] : [key, metric.identity];
}

/** Reads what a screen has kept; undefined where that is not it. */
export function readHeard(kept: unknown): Heard | undefined {
  if (!isRecord(kept) || typeof kept.watchedUntil !== 'number' || !isRecord(kept.seen)) {
    return undefined;
  }
  const times = Object.entries(kept.seen).filter((entry): entry is [string, number] => typeof entry[1] === 'number');
  return { watchedUntil: kept.watchedUntil, seen: Object.fromEntries(times) };
}
