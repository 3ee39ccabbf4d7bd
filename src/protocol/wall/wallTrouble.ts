import { SECOND } from '../../time/units';

/** How the page's last attempt to reach its server ended. */
export type Connection =
  | { kind: 'reached' }
  /** No answer, since then, epoch ms. */
  | { kind: 'lost'; since: number }
  /** The server answered that it can't, since then. */
  | { kind: 'failing'; since: number; status: number }
  /** Nobody is signed in any more. */
  | { kind: 'signedOut' }
  /** Who is signed in may not see the dashboard. */
  | { kind: 'forbidden' }
  /** The dashboard is not there any more. */
  | { kind: 'deleted' };

/** What a wall knows beside its metrics. */
export interface WallFacts {
  /** Epoch ms, of the screen's own clock. */
  now: number;
  /** When the oldest of what it shows was asked for, epoch ms. */
  askedAt?: number;
  /** When the last of it that was answered was asked for, epoch ms; undefined: the same. */
  answeredAt?: number;
  /** How often the dashboard refreshes, ms; undefined: not at all. */
  refreshMs?: number;
  /** Since when the page has been there without a break, epoch ms. */
  awakeSince: number;
  /** How long it stood still before that, ms; undefined: it did not. */
  awayMs?: number;
  connection: Connection;
  /** Another version of the plugin is on the server than the one that runs here. */
  isUpgraded: boolean;
  /** Whether the range of the dashboard ends now. */
  isLive: boolean;
  /** How many queries fail. */
  failed: number;
  /** Nothing has come yet. */
  isAwaited: boolean;
}

/** What has to be said above all that a wall shows. */
export type WallTrouble =
  | (Exclude<Connection, { kind: 'reached' }> & { /** Of when what is shown is. */ answeredAt?: number })
  | { kind: 'upgraded' }
  /** The data are not of now, though they should be. */
  | { kind: 'old'; askedAt: number }
  /** Nobody refreshes the dashboard. */
  | { kind: 'noRefresh'; askedAt: number }
  | { kind: 'rangeOver' }
  /** Nothing has come since the page was opened. */
  | { kind: 'noAnswer'; since: number }
  | { kind: 'queryFailed'; failed: number }
  /** It was asleep, or stood still, and is back; `isOld`: its data are still of before. */
  | { kind: 'away'; ms: number; isOld: boolean };

/** A break that is no longer than this is nothing to speak of. */
export const NOTICED_BREAK_MS = 10 * SECOND;

/** How long it is said that the page was away. */
const TOLD_MS = 60 * SECOND;

/** A refresh may take this long, beyond the time between two. */
const PATIENCE_MS = 15 * SECOND;

/** The first answer of a dashboard may take so long. */
const FIRST_ANSWER_MS = 30 * SECOND;

/** Data of a dashboard that nobody refreshes are of now for so long. */
const UNREFRESHED_MS = 90 * SECOND;

/** What is wrong with a wall, the worst first that makes the others idle; undefined where all that it shows is of now. */
export function wallTrouble(facts: WallFacts): WallTrouble | undefined {
  const { connection, isUpgraded, isLive, failed, isAwaited, awakeSince, answeredAt } = facts;
  if (connection.kind !== 'reached') {
    return { ...connection, answeredAt };
  }
  if (isUpgraded) {
    return { kind: 'upgraded' };
  }
  if (!isLive) {
    return { kind: 'rangeOver' };
  }
  if (isAwaited && facts.now - awakeSince > FIRST_ANSWER_MS) {
    return { kind: 'noAnswer', since: awakeSince };
  }
  const old = ageTrouble(facts);
  const away = awayTrouble(facts, old !== undefined);
  // Who just woke up gets the time of a refresh before its data are called old.
  const isJustBack = away !== undefined && facts.now - facts.awakeSince <= PATIENCE_MS;
  return (isJustBack ? away : old) ?? (failed > 0 ? { kind: 'queryFailed', failed } : away);
}

/** Whether what a wall shows is of now: else its colours fade. */
export function isCurrent(trouble: WallTrouble | undefined): boolean {
  return trouble === undefined || trouble.kind === 'queryFailed' || (trouble.kind === 'away' && !trouble.isOld);
}

function ageTrouble({ now, askedAt, answeredAt = askedAt, refreshMs }: WallFacts): WallTrouble | undefined {
  if (askedAt === undefined || answeredAt === undefined) {
    return undefined;
  }
  if (refreshMs === undefined) {
    return now - askedAt > UNREFRESHED_MS ? { kind: 'noRefresh', askedAt: answeredAt } : undefined;
  }
  return now - askedAt > Math.max(2 * refreshMs, refreshMs + PATIENCE_MS)
    ? { kind: 'old', askedAt: answeredAt }
    : undefined;
}

function awayTrouble({ now, awakeSince, awayMs }: WallFacts, isOld: boolean): WallTrouble | undefined {
  return awayMs !== undefined && now - awakeSince < TOLD_MS ? { kind: 'away', ms: awayMs, isOld } : undefined;
}
