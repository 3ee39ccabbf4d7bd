import type { ScheduleProblemCode } from '../../time/schedule';
import type { Told } from '../tellProtocol';

/** A panel that the wall shows, told. */
export interface WallPanel {
  /** Unique on the wall, and the same at each refresh: a tile is found again by it. */
  id: string;
  /** As a reader of the dashboard sees it; undefined for the wall's own queries. */
  title?: string;
  /**
   * What it tells. The moment at which its data was asked for (`spans.judged.asked`) is what the age of the data is counted
   * from.
   */
  told: Told;
  /** What has come of its data is a part of the answer. */
  isPartial?: boolean;
}

/**
 * Something that the wall is to show, and that could not be judged: until it is, the wall is never all clear. `id` is that of
 * the panel, by which what was known of it before is found.
 */
export type NotRead =
  /** A series that several panels may have sent, so that nobody can tell which rule is meant for it. */
  | { kind: 'ruleUnclear'; name: string }
  /** A panel that the wall asks for and that is not there: it was removed, or it is on another dashboard. */
  | { kind: 'panelMissing'; id?: string; title: string }
  /** A panel that is there, of which nothing came; `message` is what its data source said, where it said something. */
  | { kind: 'panelFailed'; id?: string; title: string; message?: string }
  /** A repeat of a panel that the wall asks for: Grafana hands on the first one alone. */
  | { kind: 'otherRepeat'; title: string }
  /** A panel whose rules can't be read, since a part of the plugin could not be loaded; no title: the wall itself. */
  | { kind: 'rulesNotLoaded'; id?: string; title?: string }
  /** A panel whose data have not come yet. */
  | { kind: 'panelAwaited'; id?: string; title: string };

/** Hours that can't be read. */
export interface BadHours {
  code: ScheduleProblemCode;
  found: string;
}

/** Everything that a wall is told from. */
export interface WallInput {
  /** In the order of the dashboard; the wall's own queries are one of them. */
  panels: readonly WallPanel[];
  notRead: readonly NotRead[];
  /** Titles of panels of its dashboard that may keep rules, and that it does not ask for; left out, there are none. */
  notShown?: readonly string[];
  /** Why nobody can read when the wall is looked at, so that it never rests. */
  badHours?: BadHours;
  /** Some of it are streams, which on a wall move at each refresh alone. */
  hasStreams?: boolean;
}
