import { MINUTE } from '../../time/units';
import type { StripItem } from './tellWall';
import type { WallMetric } from './wallMetrics';
import type { Paging } from './wallPages';
import { sharePlaces } from './wallPages';

/** Nobody waits longer for what they saw to come back. */
const LONGEST_ROUND_MS = 5 * MINUTE;

/** How many pages a wall turns until it begins anew, at most. */
export function mostPages(pageMs: number): number {
  return Math.max(1, Math.floor(LONGEST_ROUND_MS / pageMs));
}

/**
 * Shares out places as `sharePlaces` does, on so many pages at most: what finds no place then, the last ones, is on no page.
 *
 * @param most - at least 1
 */
export function shareRound(count: number, places: number, important: number, most: number): Paging {
  const paging = sharePlaces(count, places, important);
  return paging.pages <= most ? paging : { ...paging, pages: most };
}

/** How many things a round shows. */
export function shownBy({ pinned, turns, pages }: Paging, count: number): number {
  return Math.min(count, pinned + turns * pages);
}

/** The keys of what is normal, the nearest to one of its levels first: in this order it is left out last. */
export function nearestFirst(strip: readonly StripItem[]): string[] {
  return strip
    .flatMap((item) => (isNormal(item) ? [{ key: item.of.key, gap: gapOf(item.of) }] : []))
    .sort((a, b) => a.gap - b.gap)
    .map(({ key }) => key);
}

/**
 * The strip with what is normal in this order, so that nothing moves while a round lasts; what has become normal meanwhile
 * comes last.
 *
 * @param keys - see `nearestFirst`
 */
export function inOrder(strip: readonly StripItem[], keys: readonly string[]): StripItem[] {
  const ranks = new Map(keys.map((key, rank) => [key, rank]));
  const rankOf = (item: StripItem) => (isNormal(item) ? (ranks.get(item.of.key) ?? keys.length) : -1);
  return strip
    .map((item) => ({ item, rank: rankOf(item) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ item }) => item);
}

function isNormal(item: StripItem): item is Extract<StripItem, { kind: 'metric' }> {
  return item.kind === 'metric' && item.of.place === 'normal';
}

/** How far the newest value is from the nearest level, as a share of both: from 0 to 1. */
function gapOf({ metric: { last, rule } }: WallMetric): number {
  const bounds = rule.levels.flatMap(({ condition }) => [...condition.bounds]).filter(Number.isFinite);
  const gaps = bounds.map((bound) => {
    const sum = Math.abs(bound) + Math.abs(last?.value ?? NaN);
    return sum === 0 ? 0 : Math.abs(bound - (last?.value ?? NaN)) / sum;
  });
  return Math.min(1, ...gaps.filter((gap) => !Number.isNaN(gap)));
}
