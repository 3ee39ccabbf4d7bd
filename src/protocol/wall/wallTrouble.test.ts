import { HOUR, MINUTE, SECOND } from '../../time/units';
import type { WallFacts } from './wallTrouble';
import { isCurrent, wallTrouble } from './wallTrouble';

const NOW = Date.UTC(2026, 10, 23, 9);

/** A wall that is well. */
function facts(given: Partial<WallFacts> = {}): WallFacts {
  return {
    now: NOW,
    askings: [{ askedAt: NOW - 6 * SECOND }],
    refreshMs: 10 * SECOND,
    awakeSince: NOW - 60 * MINUTE,
    connection: { kind: 'reached' },
    isUpgraded: false,
    isLive: true,
    failed: 0,
    isAwaited: false,
    ...given,
  };
}

describe('what is wrong with a wall', () => {
  it.each<[string, Partial<WallFacts>, object | undefined]>([
    ['nothing', {}, undefined],
    ['nothing yet, before the first data', { askings: [] }, undefined],
    ['no answer', { connection: { kind: 'lost', since: NOW } }, { kind: 'lost', since: NOW }],
    [
      'a server that fails',
      { connection: { kind: 'failing', since: NOW, status: 502 } },
      { kind: 'failing', status: 502 },
    ],
    ['a session that expired', { connection: { kind: 'signedOut' } }, { kind: 'signedOut' }],
    ['a dashboard that is gone', { connection: { kind: 'deleted' } }, { kind: 'deleted' }],
    ['another version of the plugin', { isUpgraded: true }, { kind: 'upgraded' }],
    ['a range that is over', { isLive: false }, { kind: 'rangeOver' }],
    ['a query that fails', { failed: 2 }, { kind: 'queryFailed', failed: 2 }],
    ['no answer yet', { askings: [], isAwaited: true, awakeSince: NOW - 30 * SECOND }, undefined],
    [
      'no answer for long',
      { askings: [], isAwaited: true, awakeSince: NOW - 31 * SECOND },
      { kind: 'noAnswer', since: NOW - 31 * SECOND },
    ],
    [
      'no connection, with data of before',
      { connection: { kind: 'lost', since: NOW }, answeredAt: NOW - MINUTE },
      { kind: 'lost', since: NOW, answeredAt: NOW - MINUTE },
    ],
    ['a refresh that is a little late', { askings: [{ askedAt: NOW - 25 * SECOND }] }, undefined],
    [
      'a refresh that is missing',
      { askings: [{ askedAt: NOW - 26 * SECOND }] },
      { kind: 'old', askedAt: NOW - 26 * SECOND },
    ],
    ['a slow refresh that is in time', { refreshMs: 5 * MINUTE, askings: [{ askedAt: NOW - 9 * MINUTE }] }, undefined],
    [
      'a slow refresh that is missing',
      { refreshMs: 5 * MINUTE, askings: [{ askedAt: NOW - 11 * MINUTE }] },
      { kind: 'old' },
    ],
    [
      'nobody who refreshes',
      { refreshMs: undefined, askings: [{ askedAt: NOW - 91 * SECOND }] },
      { kind: 'noRefresh' },
    ],
    ['nobody who refreshes, as yet', { refreshMs: undefined, askings: [{ askedAt: NOW - 80 * SECOND }] }, undefined],
    [
      'old data beside a look-back that is asked for each hour',
      {
        askings: [{ askedAt: NOW - 20 * MINUTE, stepMs: HOUR }, { askedAt: NOW - 26 * SECOND }],
        answeredAt: NOW - 20 * MINUTE,
      },
      { kind: 'old', askedAt: NOW - 20 * MINUTE },
    ],
    [
      'a look-back that is asked for each hour',
      { askings: [{ askedAt: NOW - 119 * MINUTE, stepMs: HOUR }] },
      undefined,
    ],
    ['a look-back that is missing', { askings: [{ askedAt: NOW - 121 * MINUTE, stepMs: HOUR }] }, { kind: 'old' }],
    [
      'a look-back where nobody refreshes, and what is in view',
      { refreshMs: undefined, askings: [{ askedAt: NOW - 20 * MINUTE, stepMs: HOUR }, { askedAt: NOW - 91 * SECOND }] },
      { kind: 'noRefresh' },
    ],
    ['a sleep', { awakeSince: NOW - 2 * SECOND, awayMs: 12 * MINUTE }, { kind: 'away', ms: 12 * MINUTE, isOld: false }],
    [
      'a sleep, and a slow look-back of before',
      { awakeSince: NOW - 2 * SECOND, awayMs: 12 * MINUTE, answeredAt: NOW - 12 * MINUTE },
      { kind: 'away', isOld: true },
    ],
    [
      'a sleep, and all is asked anew',
      { awakeSince: NOW - 2 * SECOND, awayMs: 12 * MINUTE, answeredAt: NOW - SECOND },
      { kind: 'away', isOld: false },
    ],
    ['a sleep a while ago', { awakeSince: NOW - 61 * SECOND, awayMs: 12 * MINUTE }, undefined],
    [
      'a short sleep with data of before',
      { awakeSince: NOW - 2 * SECOND, awayMs: 30 * SECOND, askings: [{ askedAt: NOW - 40 * SECOND }] },
      { kind: 'away', isOld: true },
    ],
    [
      'a sleep, and no data since',
      { awakeSince: NOW - 16 * SECOND, awayMs: 12 * MINUTE, askings: [{ askedAt: NOW - 12 * MINUTE }] },
      { kind: 'old' },
    ],
    [
      'a long sleep with data of before',
      { awakeSince: NOW - 2 * SECOND, awayMs: 12 * MINUTE, askings: [{ askedAt: NOW - 12 * MINUTE }] },
      { kind: 'away', isOld: true },
    ],
    ['no answer and a query that fails', { connection: { kind: 'lost', since: NOW }, failed: 1 }, { kind: 'lost' }],
    [
      'nothing that was answered for long, whatever failed since',
      { askings: [{ askedAt: NOW - HOUR }], answeredAt: NOW - 2 * HOUR },
      { kind: 'old', askedAt: NOW - 2 * HOUR },
    ],
  ])('%s', (_, given, expected) => {
    const trouble = wallTrouble(facts(given));
    if (expected === undefined) {
      expect(trouble).toBeUndefined();
    } else {
      expect(trouble).toMatchObject(expected);
    }
  });

  it('takes the colour from all that is not known to be of now', () => {
    expect(isCurrent(undefined)).toBe(true);
    expect(isCurrent({ kind: 'away', ms: MINUTE, isOld: false })).toBe(true);
    expect(isCurrent({ kind: 'away', ms: MINUTE, isOld: true })).toBe(false);
    expect(isCurrent({ kind: 'queryFailed', failed: 1 })).toBe(true);
    expect(isCurrent({ kind: 'old', askedAt: NOW })).toBe(false);
    expect(isCurrent({ kind: 'lost', since: NOW })).toBe(false);
    expect(isCurrent({ kind: 'signedOut' })).toBe(false);
  });
});
