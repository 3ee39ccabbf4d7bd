import { act, renderHook } from '@testing-library/react';

import type { Wall } from '../../protocol/wall/tellWall';
import { WallTeller } from '../../protocol/wall/tellWall';
import type { Connection } from '../../protocol/wall/wallTrouble';
import { NOW, panelRequest } from '../../testing/panelRequest';
import { MINUTE, SECOND } from '../../time/units';
import { askedAgain } from '../askAgain';
import type { Server } from './useConnection';
import { useReturn } from './useReturn';

const LOST: Connection = { kind: 'lost', since: NOW - MINUTE };
const lost: Server = { connection: LOST, isUpgraded: false };
const back: Server = { connection: { kind: 'reached' }, back: { at: NOW, was: LOST }, isUpgraded: false };

const wallOf = (given: Pick<Wall, 'answeredAt' | 'failedAt'>): Wall => ({
  ...new WallTeller().tell({ panels: [], notRead: [] }),
  ...given,
});
const BEFORE = wallOf({ answeredAt: NOW - 2 * MINUTE });

/** A wall on a dashboard, whose refreshes are counted, with what else is asked again. */
function page() {
  const [onRefresh, onAgain] = [jest.fn(), jest.fn()];
  const ended = askedAgain.subscribe(onAgain);
  const root = { state: { $timeRange: { onRefresh } } };
  const asking = { state: {}, parent: { state: {}, parent: root } };
  const value = { valueOf: () => asking };
  const request = panelRequest({ scopedVars: { __sceneObject: { text: '', value } } });
  const given = { server: lost, wall: BEFORE, awakeSince: NOW - MINUTE };
  const hook = renderHook(
    ({ server, wall, awakeSince }: typeof given) => useReturn(server, { wall, awakeSince, request }),
    {
      initialProps: given,
    }
  );
  return {
    connection: () => hook.result.current,
    show: (next: Partial<typeof given>) => hook.rerender(Object.assign(given, next)),
    asks: () => [onRefresh.mock.calls.length, onAgain.mock.calls.length],
    end: () => {
      hook.unmount();
      ended.unsubscribe();
    },
  };
}

const pass = (ms: number) => act(() => jest.advanceTimersByTime(ms));

beforeEach(() => jest.useFakeTimers({ now: NOW }));
afterEach(() => {
  jest.restoreAllMocks();
  jest.useRealTimers();
});

it('asks for everything once within two seconds after the server is back, each screen at another moment', () => {
  for (const [random, ms] of [
    [0, 0],
    [0.5, 1000],
    [0.999, 1998],
  ]) {
    jest.spyOn(Math, 'random').mockReturnValue(random);
    const { show, asks, end } = page();
    pass(MINUTE);
    show({ server: back });
    pass(Math.max(0, ms - 1));
    expect(asks()).toEqual(ms === 0 ? [1, 1] : [0, 0]);
    pass(1);
    expect(asks()).toEqual([1, 1]);
    pass(MINUTE);
    expect(asks()).toEqual([1, 1]);
    end();
  }
});

it('asks after a sleep, too, and not when the page is opened', () => {
  const { show, asks, end } = page();
  pass(MINUTE);
  expect(asks()).toEqual([0, 0]);
  show({ awakeSince: NOW + MINUTE });
  pass(2 * SECOND);
  expect(asks()).toEqual([1, 1]);
  end();
});

it('tells of the trouble until new data are there', () => {
  const { show, connection, end } = page();
  show({ server: back });
  expect(connection()).toBe(LOST);
  show({ wall: wallOf({ answeredAt: NOW + SECOND, failedAt: NOW - MINUTE }) });
  expect(connection()).toBe(LOST);
  show({ wall: wallOf({ answeredAt: NOW + SECOND }) });
  expect(connection().kind).toBe('reached');
  end();
});

it('does not tell of it for ever where none come, and tells of the next one', () => {
  const { show, connection, end } = page();
  show({ server: back });
  pass(14 * SECOND);
  expect(connection()).toBe(LOST);
  pass(SECOND);
  expect(connection().kind).toBe('reached');
  show({ server: { ...lost, connection: { kind: 'signedOut' } } });
  expect(connection().kind).toBe('signedOut');
  end();
});

it('does nothing to a dashboard of another form', () => {
  const { result } = renderHook(() =>
    useReturn(back, { wall: BEFORE, awakeSince: 0, request: panelRequest({ scopedVars: {} }) })
  );
  pass(2 * SECOND);
  expect(result.current).toBe(LOST);
});
