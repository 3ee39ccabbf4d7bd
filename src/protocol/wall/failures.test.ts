import * as fc from 'fast-check';

import { firingMetric, metricProtocol, now, NOW, protocol, SPAN } from '../../testing/metricProtocol';
import { MINUTE } from '../../time/units';
import type { MetricProtocol, QueryError } from '../protocol';
import type { Wall } from './tellWall';
import { WallTeller } from './tellWall';
import type { NotRead, WallPanel } from './wallInput';

/** A query of a panel at one asking: what it returns, and whether it fails. */
interface Query {
  refId: string;
  metrics: MetricProtocol[];
  /** `beside`: the panel has its metrics from elsewhere, as where a look-back fails beside what is in view. */
  fails?: 'alone' | 'beside';
}

const calm = (id: string, refId: string) => metricProtocol({ id, name: id, refId });
const fire = (id: string, refId: string) => firingMetric({ id, name: id, refId, deadline: undefined });
const inError = (metric: MetricProtocol): MetricProtocol => ({
  ...metric,
  now: now({ state: 'error' }),
  last: undefined,
  deadline: undefined,
});

function panel(id: string, queries: readonly Query[], asked: number, more: QueryError[] = []): WallPanel {
  const spans = { view: SPAN, judged: { ...SPAN, asked } };
  const errors = [
    ...more,
    ...queries.filter(({ fails }) => fails).map(({ refId }) => ({ refId, message: `${refId} timed out` })),
  ];
  const metrics = queries.flatMap(({ metrics: returned, fails }) =>
    fails === 'alone' ? [] : fails ? returned.map(inError) : returned
  );
  const told =
    metrics.length === 0
      ? { nothing: 'noData' as const, awaited: false, errors, spans }
      : { protocol: protocol(metrics, { errors }), ruled: [], stated: () => [], spans };
  return { id, title: id, told };
}

const names = ({ strip }: Wall) => strip.map((item) => (item.kind === 'metric' ? item.of.metric.name : item.of.kind));

describe('of when the data are', () => {
  const slow = { refId: 'A', metrics: [calm('slow', 'A')] };
  const quick = { refId: 'B', metrics: [calm('quick', 'B')] };

  it('goes on for a panel of which one query fails for ever', () => {
    const teller = new WallTeller();
    for (const asked of [NOW, NOW + MINUTE]) {
      const wall = teller.tell({ panels: [panel('Shop', [{ ...slow, fails: 'alone' }, quick], asked)], notRead: [] });
      expect(wall).toMatchObject({ answeredAt: asked, failed: 1 });
    }
  });

  it.each(['alone', 'beside'] as const)('stays where all of a panel fails, whatever it shows (%s)', (fails) => {
    const teller = new WallTeller();
    teller.tell({ panels: [panel('Shop', [slow, quick], NOW)], notRead: [] });
    const failing = [slow, quick].map((query) => ({ ...query, fails }));
    const wall = teller.tell({ panels: [panel('Shop', failing, NOW + MINUTE)], notRead: [] });
    expect(wall).toMatchObject({ answeredAt: NOW, askedAt: NOW + MINUTE, failed: 2 });
    expect(wall.metrics.map(({ askedAt, isLost }) => [askedAt, isLost])).toEqual([
      [NOW, true],
      [NOW, true],
    ]);
  });

  it('is not that of a panel that fails beside one that answers', () => {
    const teller = new WallTeller();
    const shop = { ...slow, fails: 'beside' } as const;
    const panels = [panel('Shop', [shop], NOW + 2 * MINUTE), panel('Warehouse', [quick], NOW + MINUTE)];
    expect(teller.tell({ panels, notRead: [] }).answeredAt).toBe(NOW + MINUTE);
  });

  it('takes a query that returned nothing for an answer', () => {
    const wall = new WallTeller().tell({ panels: [panel('Shop', [], NOW)], notRead: [] });
    expect(wall.answeredAt).toBe(NOW);
  });
});

describe('when each panel was asked', () => {
  const told = (wall: Wall) => wall.askings.map(({ askedAt, stepMs }) => [askedAt, stepMs]);
  const query = { refId: 'A', metrics: [calm('one', 'A')] };

  it('stays for a panel whose next answer is under way, and is not told of one that failed or is gone', () => {
    const teller = new WallTeller();
    teller.tell({ panels: [panel('Shop', [query], NOW)], notRead: [] });
    const not = (kind: 'panelAwaited' | 'panelMissing'): NotRead => ({ kind, id: 'Shop', title: 'Shop' });
    const other = panel('Web', [query], NOW + MINUTE);
    expect(told(teller.tell({ panels: [other], notRead: [not('panelAwaited')] }))).toEqual([
      [NOW, undefined],
      [NOW + MINUTE, undefined],
    ]);
    const failed = panel('Shop', [{ ...query, fails: 'alone' }], NOW + MINUTE);
    expect(told(teller.tell({ panels: [failed, other], notRead: [] }))).toEqual([[NOW + MINUTE, undefined]]);
    teller.tell({ panels: [panel('Shop', [query], NOW)], notRead: [] });
    expect(told(teller.tell({ panels: [], notRead: [not('panelMissing')] }))).toEqual([]);
  });

  it('is told with the step of its look-back', () => {
    const spans = { view: SPAN, judged: { ...SPAN, asked: NOW } };
    const judgedOn = { mode: 'fixed', lookBackMs: MINUTE, stepMs: MINUTE } as const;
    const shop = { protocol: protocol([calm('one', 'A')], { judgedOn }), ruled: [], stated: () => [], spans };
    const wall = new WallTeller().tell({ panels: [{ id: 'Shop', told: shop }], notRead: [] });
    expect(told(wall)).toEqual([[NOW, MINUTE]]);
  });
});

describe('what stands for a query that fails', () => {
  it('is its metric, once, with what the data source said', () => {
    const teller = new WallTeller();
    const query = { refId: 'A', metrics: [calm('one', 'A'), fire('two', 'A')] };
    const other = { refId: 'B', metrics: [calm('three', 'B')] };
    teller.tell({ panels: [panel('Shop', [query, other], NOW)], notRead: [] });
    const wall = teller.tell({
      panels: [panel('Shop', [{ ...query, fails: 'alone' }, other], NOW + MINUTE)],
      notRead: [],
    });
    expect(names(wall)).toEqual(['one', 'three']);
    expect(wall.strip[0]).toMatchObject({ of: { unread: { error: { message: 'A timed out' } } } });
    expect(wall.counts).toMatchObject({ critical: 1, unjudged: 1, normal: 1, checked: 1, of: 3 });
  });

  it('is the query itself where nothing of it is known, or only what has no rule', () => {
    const unruled = metricProtocol({ id: 'bare', kind: 'unruled', now: now({ state: 'unruled' }), refId: 'A' });
    for (const metrics of [[], [unruled]]) {
      const teller = new WallTeller();
      const query = { refId: 'A', metrics };
      const other = { refId: 'B', metrics: [calm('three', 'B')] };
      teller.tell({ panels: [panel('Shop', [query, other], NOW)], notRead: [] });
      const wall = teller.tell({ panels: [panel('Shop', [{ ...query, fails: 'alone' }, other], NOW)], notRead: [] });
      expect(names(wall)).toEqual(['queryFailed', 'three']);
      expect(wall.counts).toMatchObject({ checked: 1, unjudged: 1, of: 2 });
    }
  });

  it('is not a metric of another query that returned nothing more', () => {
    const teller = new WallTeller();
    const [gone, failing] = [
      { refId: 'A', metrics: [calm('gone', 'A')] },
      { refId: 'B', metrics: [] },
    ];
    teller.tell({ panels: [panel('Shop', [gone], NOW)], notRead: [] });
    const wall = teller.tell({
      panels: [
        panel(
          'Shop',
          [
            { ...gone, metrics: [calm('new', 'A')] },
            { ...failing, fails: 'alone' },
          ],
          NOW
        ),
      ],
      notRead: [],
    });
    expect(names(wall)).toEqual(['queryFailed', 'new']);
  });

  it.each([
    [undefined, 'A'],
    ['A', undefined],
    ['B', 'merge-A-B'],
  ])('is every metric that may be of it: an error of %j, a metric of %j', (failed, refId) => {
    const teller = new WallTeller();
    const metric = metricProtocol({ id: 'one', name: 'one', refId });
    teller.tell({ panels: [panel('Shop', [{ refId: '', metrics: [metric] }], NOW)], notRead: [] });
    const wall = teller.tell({ panels: [panel('Shop', [], NOW, [{ refId: failed, message: 'no' }])], notRead: [] });
    expect(names(wall)).toEqual(['one']);
    expect(wall.counts).toMatchObject({ unjudged: 1, of: 1 });
  });

  it.each<NotRead['kind']>(['panelFailed', 'panelMissing', 'panelAwaited', 'rulesNotLoaded'])(
    'is what was known of a panel that is not there (%s)',
    (kind) => {
      const teller = new WallTeller();
      teller.tell({ panels: [panel('Shop', [{ refId: 'A', metrics: [calm('one', 'A')] }], NOW)], notRead: [] });
      const gone = { kind, id: 'Shop', title: 'Shop' } as NotRead;
      const wall = teller.tell({ panels: [], notRead: [gone] });
      expect(names(wall)).toEqual(['one']);
      expect(wall).toMatchObject({ strip: [{ of: { unread: { kind } } }], counts: { unjudged: 1, of: 1 } });
    }
  );
});

/** A panel's queries over several askings; a panel that is not asked shows what it showed. */
interface Asking {
  asks: boolean;
  queries: Array<Query['fails'] | 'answers'>;
}

const QUERIES = ['A', 'B', 'C'];
const PANELS = ['Shop', 'Warehouse', 'Web'];

const anyAsking = fc.record({
  asks: fc.boolean(),
  queries: fc.array(fc.constantFrom('answers', 'alone', 'beside'), { minLength: 3, maxLength: 3 }),
}) as fc.Arbitrary<Asking>;

const anyRounds = fc.array(fc.array(anyAsking, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 6 });

function panelAt({ queries }: Asking, title: string, asked: number): WallPanel {
  const made = queries.map((how, place): Query => {
    const refId = QUERIES[place];
    const id = `${title} ${refId}`;
    const metrics = [calm(id, refId), fire(`${id} fires`, refId)];
    return { refId, metrics, fails: how === 'answers' ? undefined : how };
  });
  return panel(title, made, asked);
}

it('tells of any failures how old the oldest is that came, and counts each metric once', () => {
  fc.assert(
    fc.property(anyRounds, (rounds) => {
      const teller = new WallTeller();
      const shown = new Map<string, { of: WallPanel; how: Asking; asked: number }>();
      const known = new Set<string>();
      let answeredAt: number | undefined;
      rounds.forEach((round, at) => {
        const asked = NOW + at * MINUTE;
        round.forEach((how, place) => {
          if (how.asks || at === 0) {
            shown.set(PANELS[place], { of: panelAt(how, PANELS[place], asked), how, asked });
          }
        });
        const panels = [...shown.values()];
        const wall = teller.tell({ panels: panels.map(({ of }) => of), notRead: [] });

        const came = panels.filter(({ how }) => how.queries.includes('answers')).map(({ asked: of }) => of);
        answeredAt = came.length > 0 ? Math.min(...came) : answeredAt;
        expect(wall.answeredAt).toBe(answeredAt);

        // A query has two metrics as soon as it answered, or its panel had them from elsewhere; else it is one thing.
        const queries = panels.flatMap(({ of: { id }, how }) =>
          how.queries.map((one, place) => ({ name: `${id} ${QUERIES[place]}`, how: one }))
        );
        queries.filter((one) => one.how !== 'alone').forEach(({ name }) => known.add(name));
        const all = queries.reduce((sum, { name }) => sum + (known.has(name) ? 2 : 1), 0);
        const answers = queries.filter((one) => one.how === 'answers').length;
        const { counts } = wall;
        expect(counts.of).toBe(all);
        expect(counts.checked).toBe(2 * answers);
        const { critical, warning, pending, recovering, accepted, normal, unjudged } = counts;
        expect(critical + warning + pending + recovering + accepted + normal + unjudged).toBe(all);
        expect(wall.firing.length + wall.strip.length).toBe(all);
        expect(new Set(wall.metrics.map(({ key }) => key)).size).toBe(wall.metrics.length);
      });
    })
  );
});
