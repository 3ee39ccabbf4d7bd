import { firingMetric, metricProtocol, now, NOW, protocol, SPAN } from '../../testing/metricProtocol';
import { MINUTE, SECOND } from '../../time/units';
import type { MetricProtocol, QueryError } from '../protocol';
import type { Proof } from './emptyAnswers';
import { LastAnswered } from './lastAnswered';
import { WallTeller } from './tellWall';
import type { WallPanel } from './wallInput';

const AT = NOW + MINUTE;
const spans = (asked: number) => ({ view: SPAN, judged: { ...SPAN, asked } });
const metric = firingMetric({ id: 'one', name: 'one', deadline: undefined });
const other = metricProtocol({ id: 'other', name: 'other' });

const shows = (id: string, metrics: MetricProtocol[], asked: number): WallPanel => ({
  id,
  title: id,
  told: { protocol: protocol(metrics), ruled: [], stated: () => [], spans: spans(asked) },
});
const empty = (id: string, asked: number, errors: QueryError[] = []): WallPanel => ({
  id,
  title: id,
  told: { nothing: 'noData', awaited: false, errors, spans: spans(asked) },
});

const ALWAYS: Proof = { from: -Infinity, to: Infinity };
const NEVER: Proof = { from: -Infinity, to: -Infinity };
const before = [shows('Shop', [metric], NOW), shows('Web', [other], NOW)];

function teller() {
  const one = new WallTeller();
  one.tell({ panels: before, notRead: [] });
  return one;
}

it.each<[string, Proof, boolean]>([
  ['out of reach', NEVER, false],
  ['the server was there last before it was asked', { from: -Infinity, to: AT - 1 }, false],
  ['the server was there after it was asked', { from: -Infinity, to: AT + SECOND }, true],
  ['it was asked before the server was back', { from: AT + 1, to: AT + SECOND }, false],
  ['it was asked since the server is back', { from: AT, to: AT + SECOND }, true],
])('believes an answer without values only if the server was there: %s', (_, proof, isBelieved) => {
  const panels = [empty('Shop', AT), shows('Web', [other], AT)];
  const wall = teller().tell({ panels, notRead: [] }, proof);
  expect(wall).toMatchObject(
    isBelieved
      ? { firing: [], counts: { of: 1 }, mood: 'allClear', unprovedAt: undefined }
      : { firing: [{ isLost: true, unread: { kind: 'panelAwaited' } }], counts: { of: 2 }, unprovedAt: AT }
  );
  expect(wall.answeredAt).toBe(AT);
});

it('does not take the time of such an answer for that of the data', () => {
  const one = teller();
  const wall = one.tell({ panels: [empty('Shop', AT), empty('Web', AT)], notRead: [] }, NEVER);
  expect(wall).toMatchObject({ answeredAt: NOW, askings: [{ askedAt: NOW }, { askedAt: NOW }] });
  expect(new LastAnswered().of(wall, false).metrics.map(({ key }) => key)).toHaveLength(2);
  expect(one.tell({ panels: [empty('Shop', AT), empty('Web', AT)], notRead: [] }, ALWAYS).metrics).toEqual([]);
});

it('keeps what was known of a panel whose next answer is under way, which is no doubt of the server', () => {
  const shop = empty('Shop', AT);
  const underWay: WallPanel = { ...shop, told: { ...shop.told, nothing: 'noData', awaited: true, errors: [] } };
  const wall = teller().tell({ panels: [underWay, before[1]], notRead: [] }, ALWAYS);
  expect(wall).toMatchObject({ firing: [{ isLost: true }], counts: { of: 2 }, unprovedAt: undefined });
});

it('doubts metrics that are there without values, as where a look-back came back empty beside what is in view', () => {
  const bare = metricProtocol({ id: 'one', name: 'one', now: now({ state: 'nodata' }), last: undefined });
  const panels = [shows('Shop', [bare], AT), shows('Web', [other], AT)];
  expect(teller().tell({ panels, notRead: [] }, NEVER).firing).toMatchObject([{ isLost: true }]);
  expect(teller().tell({ panels, notRead: [] }, ALWAYS)).toMatchObject({ firing: [], counts: { unjudged: 1, of: 2 } });
});

it.each<[string, WallPanel[]]>([
  ['what never had a value', [empty('New', AT), ...before]],
  ['what failed, which is told as that', [empty('Shop', AT, [{ refId: 'A', message: 'no' }]), before[1]]],
  ['what is a part of a panel', [before[0], shows('Web', [metricProtocol({ id: 'new', name: 'new' })], AT)]],
])('does not doubt %s', (_, panels) => {
  expect(teller().tell({ panels, notRead: [] }, NEVER).unprovedAt).toBeUndefined();
});
