import * as fc from 'fast-check';

import { below, metricProtocol, now, rule } from '../../testing/metricProtocol';
import { MINUTE, SECOND } from '../../time/units';
import { inOrder, mostPages, nearestFirst, shareRound, shownBy } from './stripRound';
import type { StripItem } from './tellWall';
import { placeOf } from './wallMetrics';
import { onPage } from './wallPages';

function item(name: string, value: number | undefined, bound = 100, state: 'normal' | 'pending' = 'normal'): StripItem {
  const metric = metricProtocol({
    name,
    last: value === undefined ? undefined : { value, time: 0 },
    rule: rule({ levels: [below('critical', bound)] }),
    now: now(state === 'normal' ? {} : { state, severity: 'critical', since: 0 }),
  });
  return { kind: 'metric', of: { key: name, metric, panelId: 'p', place: placeOf(metric), isOverdue: false } };
}

const keysOf = (items: readonly StripItem[]) => items.map(({ of }) => ('key' in of ? of.key : ''));

describe('a round of a strip', () => {
  it.each([
    [12 * SECOND, 25],
    [MINUTE, 5],
    [10 * MINUTE, 1],
    [3 * SECOND, 100],
  ])('has pages of %d ms: at most %d', (ms, pages) => {
    expect(mostPages(ms)).toBe(pages);
  });

  it('takes at most five minutes, however many there are, and shows the first ones all', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 2000 }),
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 0, max: 2000 }),
        fc.integer({ min: 3000, max: 60_000 }),
        (count, places, important, ms) => {
          const most = mostPages(ms);
          const paging = shareRound(count, places, Math.min(important, count), most);
          expect(paging.pages * ms).toBeLessThanOrEqual(Math.max(5 * MINUTE, ms));
          const things = Array.from({ length: count }, (_, place) => place);
          const shown = shownBy(paging, count);
          const seen = new Set(Array.from({ length: paging.pages }, (_, page) => onPage(things, paging, page)).flat());
          expect([...seen].sort((a, b) => a - b)).toEqual(things.slice(0, shown));
          expect(shown === count || paging.pages === most).toBe(true);
        }
      )
    );
  });

  it('has what is nearest to its level first, after what is not just normal', () => {
    const strip = [
      item('far', 900),
      item('soon', 900, 100, 'pending'),
      item('near', 110),
      item('nearer', 1010, 1000),
      item('empty', undefined),
      item('zero', 0, 0),
    ];
    const keys = nearestFirst(strip);
    expect(keys).toEqual(['zero', 'nearer', 'near', 'far', 'empty']);
    expect(keysOf(inOrder(strip, keys))).toEqual(['soon', ...keys]);
  });

  it('keeps its order while values change, and takes in at its end what is new', () => {
    const keys = nearestFirst([item('a', 110), item('b', 200), item('c', 300)]);
    const later = [item('new', 101), item('c', 101), item('b', 200), item('a', 110, 100, 'pending')];
    expect(keysOf(inOrder(later, keys))).toEqual(['a', 'b', 'c', 'new']);
  });
});
