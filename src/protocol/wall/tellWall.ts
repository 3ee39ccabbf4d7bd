import type { WallCounts, WallMood } from './wallCounts';
import { wallCounts, wallMood } from './wallCounts';
import type { WallInput, WallPanel } from './wallInput';
import type { Proof } from './emptyAnswers';
import { provedInput } from './emptyAnswers';
import type { Unread } from './failures';
import { errorsOf, hasCome } from './failures';
import type { WallMetric } from './wallMetrics';
import { askedAtOf, wallMetrics } from './wallMetrics';
import type { Asking } from './wallTrouble';
import type { WallNotice } from './wallNotices';
import { wallNotices } from './wallNotices';
import { wallOrder } from './wallOrder';

/** Something in the strip at the foot of a wall. */
export type StripItem = { kind: 'metric'; of: WallMetric } | { kind: 'unread'; of: Unread };

/** Everything that a wall shows. */
export interface Wall {
  /** All of its metrics, in the order of the wall. */
  metrics: readonly WallMetric[];
  /** What fires, in the order of its tiles. */
  firing: readonly WallMetric[];
  /** What can't be judged, and what could not be read; then what is on its way; then what is normal. */
  strip: readonly StripItem[];
  /** How many of the strip, from the first on, can't be judged. */
  unjudged: number;
  counts: WallCounts;
  mood: WallMood;
  /** When the oldest of its data was asked for, epoch ms. */
  askedAt?: number;
  /**
   * When the oldest of its data that came was asked for, epoch ms. A query that failed is no answer, whatever its panel shows
   * beside it: where all fail this is of the last that did not.
   */
  answeredAt?: number;
  /** Of each panel that answers, when it was asked at last; of one that answered before and is under way, when that was. */
  askings: readonly Asking[];
  /** When what was asked for at last that only seems to be an answer, epoch ms; undefined where there is nothing like it. */
  unprovedAt?: number;
  /** Whether all of its ranges end now: else its states are not of now. */
  isLive: boolean;
  /** When the first of the ranges ends that are over, epoch ms; undefined where all end now. */
  endedAt?: number;
  /** How many queries fail. */
  failed: number;
  /** How much of what it is to show did not come: what fails, what is under way, what is not there. */
  withheld: number;
  /** When the first of the panels of which something fails was asked, epoch ms; undefined where nothing fails. */
  failedAt?: number;
  /** Titles of the panels of its dashboard that may keep rules and are not on it. */
  notShown: readonly string[];
  /** What is said of it in one line. */
  notices: readonly WallNotice[];
  /** Nothing has come yet. */
  isAwaited: boolean;
}

const ALWAYS: Proof = { from: -Infinity, to: Infinity };

/** Tells a wall again and again: what it shows keeps its place, and does not go while its query fails. */
export class WallTeller {
  private shown: readonly WallMetric[] = [];
  private answeredAt?: number;
  private askings: ReadonlyMap<string, Asking> = new Map();

  /**
   * @param proof - when an answer without values is one; left out: always
   * @returns What there is to show; the same input gives the same.
   */
  tell(given: WallInput, proof: Proof = ALWAYS): Wall {
    const input = provedInput(given, this.shown, proof);
    const { notShown = [] } = input;
    const { metrics, unread, failed, withheld } = wallMetrics(input, this.shown);
    this.shown = wallOrder(metrics, this.shown);
    const counts = wallCounts(this.shown, unread);
    const at = (...places: Array<WallMetric['place']>) =>
      this.shown.filter(({ place }) => places.includes(place)).map((of): StripItem => ({ kind: 'metric', of }));
    const unjudged = [...at('unjudged'), ...unread.map((of): StripItem => ({ kind: 'unread', of }))];
    this.answeredAt = oldest(input.panels.filter(hasAnswered)) ?? this.answeredAt;
    this.askings = askingsOf(input, this.askings);
    const endedAt = firstEnd(input.panels);
    return {
      metrics: this.shown,
      firing: this.shown.filter(({ place }) => place === 'critical' || place === 'warning'),
      strip: [...unjudged, ...at('marked'), ...at('normal')],
      unjudged: unjudged.length,
      counts,
      mood: wallMood(counts, notShown.length === 0),
      askedAt: oldest(input.panels),
      answeredAt: this.answeredAt,
      askings: [...this.askings.values()],
      unprovedAt: input.unprovedAt,
      isLive: endedAt === undefined,
      endedAt,
      failed,
      withheld,
      failedAt: oldest(input.panels.filter((panel) => errorsOf(panel).length > 0)),
      notShown,
      notices: wallNotices(input),
      isAwaited:
        this.shown.length === 0 &&
        unread.every(({ kind }) => kind === 'panelAwaited') &&
        (input.panels.some(({ told }) => 'nothing' in told && told.awaited) ||
          (input.panels.length === 0 && unread.length > 0)),
    };
  }
}

/** Whether something of what it shows came: of a panel of several queries one may fail for ever. */
function hasAnswered(panel: WallPanel): boolean {
  const { told } = panel;
  const errors = errorsOf(panel);
  const metrics = 'protocol' in told ? told.protocol.metrics : [];
  return metrics.length > 0
    ? metrics.some((metric) => hasCome(metric, errors))
    : errors.length === 0 && !('nothing' in told && told.awaited);
}

function firstEnd(panels: readonly WallPanel[]): number | undefined {
  const ends = panels.flatMap(({ told: { spans } }) => (spans.judged.now === undefined ? [spans.judged.to] : []));
  return ends.length === 0 ? undefined : Math.min(...ends);
}

/** What failed whole is told as that, and not as old. */
function askingsOf({ panels, notRead }: WallInput, former: ReadonlyMap<string, Asking>): ReadonlyMap<string, Asking> {
  const awaited = notRead.flatMap((one) => (one.kind === 'panelAwaited' && one.id !== undefined ? [one.id] : []));
  const here = panels.flatMap(({ id, told }): Array<[string, Asking]> => {
    const askedAt = askedAtOf(told.spans);
    if (askedAt === undefined || ('nothing' in told && told.errors.length > 0)) {
      return [];
    }
    const judgedOn = 'protocol' in told ? told.protocol.judgedOn : undefined;
    const stepMs = judgedOn?.mode === 'fixed' && !judgedOn.awaited ? judgedOn.stepMs : undefined;
    return [[id, { askedAt, stepMs }]];
  });
  const underWay = awaited.flatMap((id): Array<[string, Asking]> => {
    const before = former.get(id);
    return before ? [[id, before]] : [];
  });
  return new Map([...underWay, ...here]);
}

function oldest(panels: readonly WallPanel[]): number | undefined {
  const asked = panels.map(({ told }) => askedAtOf(told.spans)).filter((at) => at !== undefined);
  return asked.length === 0 ? undefined : Math.min(...asked);
}
