import * as fc from 'fast-check';

import { firingMetric, metricProtocol, now, NOW, protocol, SPAN } from '../../testing/metricProtocol';
import { intervention, respondedMetric } from '../../testing/respondedMetric';
import { DAY, HOUR, MINUTE } from '../../time/units';
import type { MetricProtocol } from '../protocol';
import { WallTeller } from './tellWall';
import type { WallPanel } from './wallInput';
import type { Heard, Listening } from './wallSound';
import { beginListening, listen, readHeard } from './wallSound';

type Given = Partial<MetricProtocol>;

const critical = (since: number | null, at = NOW, more: Given = {}) =>
  firingMetric({ id: 'a', name: 'a', now: now({ state: 'firing', severity: 'critical', since, at }), ...more });
const warning = (at = NOW) =>
  firingMetric({ id: 'a', name: 'a', now: now({ state: 'firing', severity: 'warning', since: at - HOUR, at }) });
const calm = (at = NOW) => metricProtocol({ id: 'a', name: 'a', now: now({ at }) });
const stale = (at = NOW) =>
  metricProtocol({
    id: 'a',
    name: 'a',
    now: now({ state: 'stale', at, age: { kind: 'old', limitMs: HOUR, estimated: false } }),
  });

interface Shown {
  metrics: readonly MetricProtocol[];
  at?: number;
  isPartial?: boolean;
  isCurrent?: boolean;
  isQuiet?: boolean;
}

function panelOf(id: string, { metrics, at = metrics[0]?.now.at ?? NOW, isPartial }: Shown): WallPanel {
  const spans = { view: SPAN, judged: { ...SPAN, asked: at } };
  return { id, isPartial, told: { protocol: protocol(metrics), ruled: [], stated: () => [], spans } };
}

/** At which of these refreshes something is heard. */
function heardAt(refreshes: readonly Shown[], kept?: Heard, begunAt = NOW): { at: number[]; listening: Listening } {
  const teller = new WallTeller();
  let listening = beginListening(kept, begunAt);
  const at = refreshes.flatMap((shown, index) => {
    const wall = teller.tell({ panels: [panelOf('p', shown)], notRead: [] });
    const { isCurrent = true, isQuiet = false } = shown;
    const heard = listen(listening, wall, { isCurrent, isQuiet });
    listening = heard.listening;
    return heard.isNew ? [index] : [];
  });
  return { at, listening };
}

const at = (minutes: number) => NOW + minutes * MINUTE;

describe('a tone', () => {
  it.each<[string, Shown[], number[]]>([
    ['comes with a new critical breach, once', [{ metrics: [calm()] }, { metrics: [critical(at(1), at(1))] }, { metrics: [critical(at(1), at(2))] }], [1]],
    ['does not come for what was critical when the page began', [{ metrics: [critical(at(-60))] }, { metrics: [critical(at(-60), at(1))] }], []],
    ['comes for a metric that was not there before', [{ metrics: [calm()] }, { metrics: [calm(at(1)), critical(at(1), at(1), { id: 'b' })] }], [1]],
    ['does not come for a warning', [{ metrics: [calm()] }, { metrics: [warning(at(1))] }], []],
    ['comes where a warning becomes critical', [{ metrics: [warning()] }, { metrics: [critical(at(1), at(1))] }], [1]],
    ['comes again for the next breach', [{ metrics: [calm()] }, { metrics: [critical(at(1), at(1))] }, { metrics: [calm(at(2))] }, { metrics: [critical(at(3), at(3))] }], [1, 3]],
    ['does not come again where the onset moves with the resolution', [{ metrics: [calm()] }, { metrics: [critical(at(1), at(1))] }, { metrics: [critical(at(0), at(2))] }], [1]],
    ['does not come again where its beginning goes out of view', [{ metrics: [calm()] }, { metrics: [critical(at(1), at(1))] }, { metrics: [critical(null, at(2))] }], [1]],
    ['does not come again after a time without data', [{ metrics: [calm()] }, { metrics: [critical(at(1), at(1))] }, { metrics: [stale(at(2))] }, { metrics: [critical(at(1), at(3))] }], [1]],
    ['comes for another breach after a time without data', [{ metrics: [calm()] }, { metrics: [critical(at(1), at(1))] }, { metrics: [stale(at(2))] }, { metrics: [critical(at(3), at(3))] }], [1, 3]],
    ['does not come for data that are not of now', [{ metrics: [calm()] }, { metrics: [critical(at(1), at(1))], isCurrent: false }], []],
    ['comes once they are of now', [{ metrics: [calm()] }, { metrics: [critical(at(1), at(1))], isCurrent: false }, { metrics: [critical(at(1), at(1))] }], [2]],
    ['does not come for a part of an answer', [{ metrics: [calm()] }, { metrics: [critical(at(1), at(1))], isPartial: true }], []],
    ['does not come for what can not be judged', [{ metrics: [calm()] }, { metrics: [stale(at(1))] }], []],
    ['does not come while the wall rests, nor for the same when it does no more', [{ metrics: [calm()] }, { metrics: [critical(at(1), at(1))], isQuiet: true }, { metrics: [critical(at(1), at(2))] }], []],
    ['does not come for what somebody accepted', [{ metrics: [respondedMetric([intervention({ kind: 'accepted', until: NOW + DAY })])] }], []],
  ])('%s', (_, refreshes, expected) => {
    expect(heardAt(refreshes).at).toEqual(expected);
  }); // prettier-ignore

  it('comes once for a metric that two panels show', () => {
    const teller = new WallTeller();
    const tell = (one: MetricProtocol, other: MetricProtocol) =>
      teller.tell({ panels: [panelOf('p', { metrics: [one] }), panelOf('q', { metrics: [other] })], notRead: [] });
    const same = { identity: 'same' };
    const options = { isCurrent: true, isQuiet: false };
    const first = listen(beginListening(undefined, NOW), tell(calm(), calm()), options);
    const second = listen(first.listening, tell(critical(at(1), at(1), same), calm(at(1))), options);
    const third = listen(second.listening, tell(critical(at(1), at(2), same), critical(at(1), at(2), same)), options);
    expect([first, second, third].map(({ isNew }) => isNew)).toEqual([false, true, false]);
  });

  it.each<[string, number, number, number[]]>([
    ['is not repeated after a reload', 1, 3, []],
    ['comes for what began while the page was away for a short while', 4, 5, [0]],
    ['does not come where the page was away for longer than an hour', 70, 90, []],
  ])('%s', (_, since, begun, expected) => {
    const before = heardAt([{ metrics: [calm()] }, { metrics: [critical(at(1), at(1))] }, { metrics: [critical(at(1), at(2))] }]);
    const kept = readHeard(JSON.parse(JSON.stringify(before.listening.heard)));
    expect(heardAt([{ metrics: [critical(at(since), at(begun))] }], kept, at(begun)).at).toEqual(expected);
  }); // prettier-ignore

  it('is never heard twice for a breach, whatever is seen of it in between', () => {
    const anySight = fc.constantFrom('critical', 'stale', 'old', 'partial');
    fc.assert(
      fc.property(fc.array(anySight, { maxLength: 20 }), (sights) => {
        const refreshes = sights.map((sight, index): Shown => {
          const moment = at(index + 1);
          const metrics = [sight === 'stale' ? stale(moment) : critical(at(1), moment)];
          return { metrics, isCurrent: sight !== 'old', isPartial: sight === 'partial' };
        });
        const { at: heard } = heardAt([{ metrics: [calm()] }, ...refreshes]);
        expect(heard).toEqual(sights.includes('critical') ? [sights.indexOf('critical') + 1] : []);
      })
    );
  });

  it('forgets what it does not see any more', () => {
    const gone = heardAt([
      { metrics: [critical(at(0))] },
      { metrics: [metricProtocol({ id: 'b', now: now({ at: NOW + 2 * DAY }) })] },
    ]);
    expect(gone.listening.heard.seen).toEqual({});
  });
});

it.each([
  [undefined, undefined],
  ['text', undefined],
  [{ watchedUntil: 'x', seen: {} }, undefined],
  [{ watchedUntil: 1 }, undefined],
  [
    { watchedUntil: 1, seen: { a: 2, b: 'x' } },
    { watchedUntil: 1, seen: { a: 2 } },
  ],
])('what a screen has kept is read: %j', (kept, expected) => {
  expect(readHeard(kept)).toEqual(expected);
});
