import { metricProtocol, NOW, protocol, SPAN } from '../../testing/metricProtocol';
import { MINUTE } from '../../time/units';
import { LastAnswered } from './lastAnswered';
import { WallTeller } from './tellWall';
import type { NotRead, WallPanel } from './wallInput';

const calm = (id: string) => metricProtocol({ id, name: id });
const spans = (asked: number) => ({ view: SPAN, judged: { ...SPAN, asked } });

const answered = (title: string, names: string[], asked: number): WallPanel => ({
  id: title,
  title,
  told: { protocol: protocol(names.map(calm)), ruled: [], stated: () => [], spans: spans(asked) },
});

const failed = (title: string, asked: number): WallPanel => ({
  id: title,
  title,
  told: {
    nothing: 'noData',
    awaited: false,
    errors: [{ refId: 'A', message: 'Failed to fetch' }],
    spans: spans(asked),
  },
});

/** A wall on a page, which is told again and again. */
function page() {
  const [teller, last] = [new WallTeller(), new LastAnswered()];
  return (panels: WallPanel[], isReached = true, notRead: NotRead[] = []) =>
    last.of(teller.tell({ panels, notRead }), isReached);
}

const BOTH = [answered('Shop', ['orders', 'returns'], NOW), answered('Warehouse', ['stock'], NOW)];

it('shows out of reach what was known when the queries answered last, and of when that was', () => {
  const show = page();
  show(BOTH);
  show([failed('Shop', NOW + MINUTE), BOTH[1]]);
  const both = [failed('Shop', NOW + MINUTE), failed('Warehouse', NOW + MINUTE)];
  show(both);
  const lost = show(both, false);
  expect(lost).toMatchObject({ answeredAt: NOW, mood: 'allClear', counts: { normal: 3, unjudged: 0 } });
  expect(lost.strip.map((item) => item.kind === 'metric' && item.of.metric.name)).toEqual([
    'orders',
    'returns',
    'stock',
  ]);
});

it('takes a query that fails within reach for one, and a request that failed for no answer', () => {
  const show = page();
  show(BOTH);
  const wall = show([failed('Shop', NOW + MINUTE), failed('Warehouse', NOW + MINUTE)]);
  expect(wall).toMatchObject({ failed: 2, mood: 'notAll', answeredAt: NOW, askedAt: NOW + MINUTE });
});

it('forgets nothing that failed before the server was out of reach', () => {
  const show = page();
  show(BOTH);
  show([failed('Shop', NOW + MINUTE), answered('Warehouse', ['stock'], NOW + MINUTE)]);
  const lost = show([failed('Shop', NOW + 2 * MINUTE), failed('Warehouse', NOW + 2 * MINUTE)], false);
  expect(lost).toMatchObject({ answeredAt: NOW + MINUTE, failed: 1, mood: 'notAll', counts: { normal: 1 } });
});

it('keeps the rest where one panel alone still answers out of reach', () => {
  const show = page();
  show(BOTH);
  const lost = show([failed('Shop', NOW + MINUTE), answered('Warehouse', ['stock'], NOW + MINUTE)], false);
  expect(lost).toMatchObject({ answeredAt: NOW, failed: 0, counts: { normal: 3, unjudged: 0 } });
});

it('keeps all where the questions hang, so that panels are under way', () => {
  const show = page();
  show(BOTH);
  const underWay = ['Shop', 'Warehouse'].map((title): NotRead => ({ kind: 'panelAwaited', id: title, title }));
  expect(show([], false, underWay)).toMatchObject({ answeredAt: NOW, counts: { normal: 3, unjudged: 0 } });
  expect(show([], true, underWay)).toMatchObject({ answeredAt: NOW, counts: { normal: 0, unjudged: 3 } });
});

it('shows what still comes while the server seems out of reach, and what comes after it', () => {
  const show = page();
  show(BOTH);
  const later = [answered('Shop', ['orders', 'returns'], NOW + MINUTE), answered('Warehouse', ['stock'], NOW + MINUTE)];
  expect(show(later, false).answeredAt).toBe(NOW + MINUTE);
  show([failed('Shop', NOW + 2 * MINUTE), failed('Warehouse', NOW + 2 * MINUTE)], false);
  const back = [
    answered('Shop', ['orders', 'returns'], NOW + 3 * MINUTE),
    answered('Warehouse', ['stock'], NOW + 3 * MINUTE),
  ];
  expect(show(back)).toMatchObject({ answeredAt: NOW + 3 * MINUTE, failed: 0, mood: 'allClear' });
});
