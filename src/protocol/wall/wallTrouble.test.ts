import { HOUR, MINUTE, SECOND } from '../../time/units';
import type { WallFacts } from './wallTrouble';
import { isCurrent, wallTrouble } from './wallTrouble';

const NOW = Date.UTC(2026, 10, 23, 9);

/** A wall that is well. */
function facts(given: Partial<WallFacts> = {}): WallFacts {
  return {
    now: NOW,
    askedAt: NOW - 6 * SECOND,
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
    ['nothing yet, before the first data', { askedAt: undefined }, undefined],
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
    ['no answer yet', { askedAt: undefined, isAwaited: true, awakeSince: NOW - 30 * SECOND }, undefined],
    [
      'no answer for long',
      { askedAt: undefined, isAwaited: true, awakeSince: NOW - 31 * SECOND },
      { kind: 'noAnswer', since: NOW - 31 * SECOND },
    ],
    [
      'no connection, with data of before',
      { connection: { kind: 'lost', since: NOW }, answeredAt: NOW - MINUTE },
      { kind: 'lost', since: NOW, answeredAt: NOW - MINUTE },
    ],
    ['a refresh that is a little late', { askedAt: NOW - 25 * SECOND }, undefined],
    ['a refresh that is missing', { askedAt: NOW - 26 * SECOND }, { kind: 'old', askedAt: NOW - 26 * SECOND }],
    ['a slow refresh that is in time', { refreshMs: 5 * MINUTE, askedAt: NOW - 9 * MINUTE }, undefined],
    ['a slow refresh that is missing', { refreshMs: 5 * MINUTE, askedAt: NOW - 11 * MINUTE }, { kind: 'old' }],
    ['nobody who refreshes', { refreshMs: undefined, askedAt: NOW - 91 * SECOND }, { kind: 'noRefresh' }],
    ['nobody who refreshes, as yet', { refreshMs: undefined, askedAt: NOW - 80 * SECOND }, undefined],
    ['a sleep', { awakeSince: NOW - 2 * SECOND, awayMs: 12 * MINUTE }, { kind: 'away', ms: 12 * MINUTE, isOld: false }],
    ['a sleep a while ago', { awakeSince: NOW - 61 * SECOND, awayMs: 12 * MINUTE }, undefined],
    [
      'a short sleep with data of before',
      { awakeSince: NOW - 2 * SECOND, awayMs: 30 * SECOND, askedAt: NOW - 40 * SECOND },
      { kind: 'away', isOld: true },
    ],
    [
      'a sleep, and no data since',
      { awakeSince: NOW - 16 * SECOND, awayMs: 12 * MINUTE, askedAt: NOW - 12 * MINUTE },
      { kind: 'old' },
    ],
    [
      'a long sleep with data of before',
      { awakeSince: NOW - 2 * SECOND, awayMs: 12 * MINUTE, askedAt: NOW - 12 * MINUTE },
      { kind: 'away', isOld: true },
    ],
    ['no answer and a query that fails', { connection: { kind: 'lost', since: NOW }, failed: 1 }, { kind: 'lost' }],
    [
      'nothing that was answered for long, whatever failed since',
      { askedAt: NOW - HOUR, answeredAt: NOW - 2 * HOUR },
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
