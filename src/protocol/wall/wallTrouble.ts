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

/** That a panel was asked for its data. */
export interface Asking {
  /** Epoch ms. */
  askedAt: number;
  /** How often its fixed look-back is asked for, ms, whatever refreshes the dashboard; undefined: what is in view is judged. */
  stepMs?: number;
}

/** What a wall knows beside its metrics. */
export interface WallFacts {
  /** Epoch ms, of the screen's own clock. */
  now: number;
  /** Of each panel that it shows, when it was asked at last. */
  askings: readonly Asking[];
  /** When the oldest of what it shows as current was asked for, epoch ms; undefined where nothing has come. */
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
  const away = awayTrouble(facts, old !== undefined || isOfBeforeSleep(facts));
  // Who just woke up gets the time of a refresh before its data are called old.
  const isJustBack = away !== undefined && facts.now - facts.awakeSince <= PATIENCE_MS;
  return (isJustBack ? away : old) ?? (failed > 0 ? { kind: 'queryFailed', failed } : away);
}

/** Whether what a wall shows is of now: else its colours fade. */
export function isCurrent(trouble: WallTrouble | undefined): boolean {
  return trouble === undefined || trouble.kind === 'queryFailed' || (trouble.kind === 'away' && !trouble.isOld);
}

/** Each panel is asked in its own time: one with a look-back of an hour must not hide that the others are old. */
function ageTrouble({ now, askings, answeredAt, refreshMs }: WallFacts): WallTrouble | undefined {
  const old = askings.filter(({ askedAt, stepMs }) => now - askedAt > patienceOf(stepMs, refreshMs));
  if (old.length === 0) {
    return undefined;
  }
  const askedAt = answeredAt ?? Math.min(...old.map((one) => one.askedAt));
  const isRefreshed = old.some(({ stepMs }) => periodOf(stepMs, refreshMs) !== undefined);
  return { kind: isRefreshed ? 'old' : 'noRefresh', askedAt };
}

/** How long data are of now, ms. */
function patienceOf(stepMs: number | undefined, refreshMs: number | undefined): number {
  const period = periodOf(stepMs, refreshMs);
  return period === undefined ? UNREFRESHED_MS : Math.max(2 * period, period + PATIENCE_MS);
}

function periodOf(stepMs: number | undefined, refreshMs: number | undefined): number | undefined {
  return stepMs === undefined ? refreshMs : Math.max(stepMs, refreshMs ?? 0);
}

/** However slowly a look-back is asked for: what was asked before a sleep is not of now. */
function isOfBeforeSleep({ awakeSince, answeredAt }: WallFacts): boolean {
  return answeredAt !== undefined && answeredAt < awakeSince;
}

function awayTrouble({ now, awakeSince, awayMs }: WallFacts, isOld: boolean): WallTrouble | undefined {
  return awayMs !== undefined && now - awakeSince < TOLD_MS ? { kind: 'away', ms: awayMs, isOld } : undefined;
}
