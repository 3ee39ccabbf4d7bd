import * as fc from 'fast-check';

import { firingMetric, metricProtocol, now, NOW, protocol, SPAN } from '../../testing/metricProtocol';
import { DAY, HOUR, MINUTE } from '../../time/units';
import type { SheetProblem } from '../../tables/sheet/table';
import type { MetricProtocol, Protocol, QueryError } from '../protocol';
import { WallTeller } from './tellWall';
import type { NotRead, WallInput } from './wallInput';
import type { WallMetric } from './wallMetrics';
import { wallOrder } from './wallOrder';
import { onPage, sharePlaces } from './wallPages';

function toldOf(metrics: readonly MetricProtocol[], more: Partial<Protocol> = {}) {
  return {
    protocol: protocol(metrics, more),
    ruled: [],
    stated: () => [],
    spans: { view: SPAN, judged: { ...SPAN, asked: NOW } },
  };
}

function input(metrics: readonly MetricProtocol[], errors: QueryError[] = [], notRead: NotRead[] = []): WallInput {
  return { panels: [{ id: 'own', told: toldOf(metrics, { errors }) }], notRead };
}

const calm = (id: string) => metricProtocol({ id, name: id });
const critical = (id: string, since = NOW - DAY, overrides: Partial<MetricProtocol> = {}) =>
  firingMetric({
    id,
    name: id,
    now: now({ state: 'firing', severity: 'critical', since }),
    deadline: undefined,
    ...overrides,
  });
const warning = (id: string, since = NOW - DAY) =>
  firingMetric({ id, name: id, now: now({ state: 'firing', severity: 'warning', since }), deadline: undefined });
const stale = (id: string) =>
  metricProtocol({ id, name: id, now: now({ state: 'stale', age: { kind: 'old', limitMs: HOUR, estimated: false } }) });
const pending = (id: string) =>
  metricProtocol({ id, name: id, now: now({ state: 'pending', severity: 'critical', since: NOW }) });

const names = (ones: readonly WallMetric[]) => ones.map(({ metric }) => metric.name);

describe('what a wall shows', () => {
  it('has what fires in tiles, the critical first, and the rest in a strip: unjudged, on its way, normal', () => {
    const wall = new WallTeller().tell(
      input([
        calm('fine'),
        warning('warned'),
        stale('old'),
        pending('soon'),
        critical('young', NOW - HOUR),
        critical('long'),
      ])
    );
    expect(names(wall.firing)).toEqual(['long', 'young', 'warned']);
    expect(wall.strip.map((item) => item.kind === 'metric' && item.of.metric.name)).toEqual(['old', 'soon', 'fine']);
    expect(wall).toMatchObject({ unjudged: 1, mood: 'firing', isLive: true, askedAt: NOW });
    expect(wall.counts).toMatchObject({
      critical: 2,
      warning: 1,
      unjudged: 1,
      pending: 1,
      normal: 1,
      checked: 5,
      of: 6,
    });
  });

  it('says when the first of its ranges ended, where one is over', () => {
    const panel = (id: string, to: number) => {
      const one = toldOf([calm(id)]);
      return { id, told: { ...one, spans: { ...one.spans, judged: { from: to - DAY, to, asked: NOW } } } };
    };
    const wall = new WallTeller().tell({ panels: [panel('a', NOW - HOUR), panel('b', NOW - DAY)], notRead: [] });
    expect(wall).toMatchObject({ isLive: false, endedAt: NOW - DAY });
    expect(new WallTeller().tell(input([calm('fine')])).endedAt).toBeUndefined();
  });

  it('puts what is overdue first within its state', () => {
    const late = critical('late', NOW - HOUR, { deadline: { kind: 'at', at: NOW - MINUTE } });
    expect(names(new WallTeller().tell(input([critical('long'), late])).firing)).toEqual(['late', 'long']);
  });

  it('has no tile and no cell for a metric without a rule, only a count; none at all for one of context', () => {
    const wall = new WallTeller().tell(
      input([
        calm('fine'),
        metricProtocol({ id: 'bare', kind: 'unruled', now: now({ state: 'unruled' }) }),
        metricProtocol({ id: 'beside', kind: 'context', now: now({ state: 'unruled' }) }),
        metricProtocol({ id: 'crossed', kind: 'levelOnly', crossed: true, now: now({ state: 'unruled' }) }),
      ])
    );
    expect(wall.strip).toHaveLength(1);
    expect(wall.counts).toMatchObject({ unruled: 2, checked: 1, of: 1 });
    expect(wall.mood).toBe('allClear');
  });

  it('says what is wrong with the sheets of its panels, and which look-back can not be had', () => {
    const bad: SheetProblem = { code: 'noMetric', row: 3, found: '' };
    const panel = (title: string, more: Partial<Protocol>) => ({ id: title, title, told: toldOf([calm(title)], more) });
    const panels = [
      panel('Fine', { sheets: { rules: [], directory: [] } }),
      panel('By sheet', { sheets: { rules: [bad], directory: [] } }),
      panel('Streamed', { judgedOn: { mode: 'view', because: 'streaming' } }),
    ];
    const { notices, mood } = new WallTeller().tell({ panels, notRead: [] });
    expect(notices).toEqual([
      { kind: 'sheets', panel: 'By sheet', sheets: { rules: [bad], directory: [] } },
      { kind: 'noLookBack', panel: 'Streamed', because: 'streaming' },
    ]);
    expect(mood).toBe('allClear');
  });

  it('is not all clear where nothing of a rule sheet can be read, and says a failed query but once', () => {
    const sheets = { rules: [{ code: 'noTable' as const, found: 'R' }], directory: [] };
    const tell = (errors: QueryError[]) =>
      new WallTeller().tell({ panels: [{ id: 'own', told: toldOf([calm('fine')], { errors, sheets }) }], notRead: [] });
    expect(tell([])).toMatchObject({ mood: 'notAll', unjudged: 1, strip: [{ of: { kind: 'rulesUnread' } }, {}] });
    expect(tell([{ refId: 'R', message: 'no' }])).toMatchObject({
      unjudged: 1,
      strip: [{ of: { kind: 'queryFailed' } }, {}],
    });
  });

  it.each<[string, WallInput, string]>([
    ['all of them normal', input([calm('a'), calm('b')]), 'allClear'],
    ['one of them stale', input([calm('a'), stale('b')]), 'notAll'],
    ['a query that failed', input([calm('a')], [{ refId: 'B', message: 'no' }]), 'notAll'],
    ['a panel that is gone', input([calm('a')], [], [{ kind: 'panelMissing', title: 'Gone' }]), 'notAll'],
    ['a series of unclear rule', input([calm('a')], [], [{ kind: 'ruleUnclear', name: 'x' }]), 'notAll'],
    ['one that is on its way', input([calm('a'), pending('b')]), 'quiet'],
    ['no rule at all', input([metricProtocol({ kind: 'unruled', now: now({ state: 'unruled' }) })]), 'nothing'],
    ['no metric', input([]), 'nothing'],
  ])('with %s it is %s', (_, given, mood) => {
    expect(new WallTeller().tell(given).mood).toBe(mood);
  });

  it('keeps what a failing query returned before: what fired fires as last known, the rest can not be judged', () => {
    const teller = new WallTeller();
    teller.tell(input([critical('fire'), calm('fine')]));
    const wall = teller.tell(input([], [{ refId: 'A', message: 'timeout' }]));
    expect(names(wall.firing)).toEqual(['fire']);
    expect(wall.firing[0].isLost).toBe(true);
    expect(wall).toMatchObject({ unjudged: 1, failed: 1, counts: { critical: 1, checked: 0, of: 2 } });
    const back = teller.tell(input([calm('fire'), calm('fine')]));
    expect(back.mood).toBe('allClear');
  });

  it('waits for the panels that it names while nothing of them has come, and says so of no other trouble', () => {
    const awaited = ['Shop', 'Warehouse'].map((title): NotRead => ({ kind: 'panelAwaited', title }));
    const wall = new WallTeller().tell({ panels: [], notRead: awaited });
    expect(wall).toMatchObject({ isAwaited: true, strip: awaited.map((of) => ({ kind: 'unread', of })) });
    const gone: NotRead = { kind: 'panelMissing', title: 'Platform' };
    expect(new WallTeller().tell({ panels: [], notRead: [...awaited, gone] }).isAwaited).toBe(false);
    expect(new WallTeller().tell(input([calm('fine')], [], awaited))).toMatchObject({
      isAwaited: false,
      mood: 'notAll',
    });
  });

  it('lets go of what is not there any more where nothing failed', () => {
    const teller = new WallTeller();
    teller.tell(input([critical('fire'), calm('fine')]));
    expect(teller.tell(input([calm('fine')]))).toMatchObject({ firing: [], mood: 'allClear' });
  });
});

describe('the places of tiles', () => {
  const anyMetric = fc.record({
    id: fc.integer({ min: 0, max: 11 }).map(String),
    state: fc.constantFrom('critical', 'warning', 'stale', 'normal'),
    since: fc.integer({ min: 1, max: 40 }),
  });
  const anyMetrics = fc.uniqueArray(anyMetric, { selector: ({ id }) => id });
  const made = (metrics: ReadonlyArray<{ id: string; state: string; since: number }>) =>
    metrics.map(({ id, state, since }) => {
      switch (state) {
        case 'critical':
          return critical(id, NOW - since * MINUTE);
        case 'warning':
          return warning(id, NOW - since * MINUTE);
        case 'stale':
          return stale(id);
        default:
          return calm(id);
      }
    });

  it('stay while no state changes, whatever a refresh says of when it began and however the data are sorted', () => {
    fc.assert(
      fc.property(anyMetrics, fc.func(fc.integer({ min: 1, max: 40 })), (metrics, wobble) => {
        const teller = new WallTeller();
        const before = teller.tell(input(made(metrics)));
        const moved = [...metrics].reverse().map((one) => ({ ...one, since: wobble(one.id) }));
        expect(names(teller.tell(input(made(moved))).firing)).toEqual(names(before.firing));
      })
    );
  });

  it('keep their order among those whose state stays when another changes', () => {
    fc.assert(
      fc.property(anyMetrics, anyMetrics, (first, second) => {
        const teller = new WallTeller();
        const before = names(teller.tell(input(made(first))).firing);
        const after = names(teller.tell(input(made(second))).firing);
        const stateIn = (metrics: typeof first, id: string) => metrics.find((one) => one.id === id)?.state;
        const stayed = (id: string) => stateIn(first, id) === stateIn(second, id);
        expect(after.filter(stayed)).toEqual(before.filter(stayed));
        const severities = after.map((id) => stateIn(second, id));
        expect(severities).toEqual([...severities].sort());
      })
    );
  });

  it('order loses and doubles nothing', () => {
    fc.assert(
      fc.property(anyMetrics, anyMetrics, (first, second) => {
        const wall = (metrics: typeof first) => {
          const { firing, strip } = new WallTeller().tell(input(made(metrics)));
          return [...firing, ...strip.flatMap((item) => (item.kind === 'metric' ? [item.of] : []))];
        };
        const order = wallOrder(wall(second), wall(first));
        expect(names(order).sort()).toEqual(second.map(({ id }) => id).sort());
      })
    );
  });
});

describe('pages', () => {
  const anyShare = fc.record({
    count: fc.integer({ min: 0, max: 300 }),
    places: fc.integer({ min: 1, max: 40 }),
    important: fc.integer({ min: 0, max: 300 }),
  });

  it('show each thing on one of them, and never more than there are places', () => {
    fc.assert(
      fc.property(anyShare, ({ count, places, important }) => {
        const things = Array.from({ length: count }, (_, index) => index);
        const paging = sharePlaces(count, places, important);
        const seen = new Set<number>();
        for (let page = 0; page < paging.pages; page++) {
          const shown = onPage(things, paging, page);
          expect(shown.length).toBeLessThanOrEqual(places);
          expect(new Set(shown).size).toBe(shown.length);
          expect(shown.slice(0, paging.pinned)).toEqual(things.slice(0, paging.pinned));
          shown.forEach((thing) => seen.add(thing));
        }
        expect(seen.size).toBe(count);
      })
    );
  });

  it.each([
    [4, 6, 4, { pinned: 4, turns: 0, pages: 1 }],
    [13, 6, 13, { pinned: 3, turns: 3, pages: 4 }],
    [30, 10, 2, { pinned: 2, turns: 8, pages: 4 }],
    [5, 1, 5, { pinned: 0, turns: 1, pages: 5 }],
  ])('of %i in %i places, %i of them important', (count, places, important, expected) => {
    expect(sharePlaces(count, places, important)).toEqual(expected);
  });
});

describe('the mood', () => {
  it('is never all clear while a panel of the dashboard is not on the wall, and says which', () => {
    const { mood, notices } = new WallTeller().tell({ ...input([calm('Fine')]), notShown: ['Host', 'Targets'] });
    expect(mood).toBe('quiet');
    expect(notices).toEqual([{ kind: 'notShown', titles: ['Host', 'Targets'] }]);
  });

  it('says of its own hours after what is not on it, and before what its panels say', () => {
    const badHours = { code: 'noZone', found: '07:00' } as const;
    const { notices } = new WallTeller().tell({ ...input([calm('Fine')]), notShown: ['Host'], badHours });
    expect(notices.map(({ kind }) => kind)).toEqual(['notShown', 'badHours']);
  });

  it('is never all clear unless every metric with a rule is normal', () => {
    const states = fc.constantFrom(calm, stale, pending, (id: string) => critical(id));
    fc.assert(
      fc.property(fc.array(states, { maxLength: 6 }), (makes) => {
        const { mood } = new WallTeller().tell(input(makes.map((make, index) => make(String(index)))));
        expect(mood === 'allClear').toBe(makes.length > 0 && makes.every((make) => make === calm));
      })
    );
  });
});
