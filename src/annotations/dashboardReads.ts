import { BREACH_TAG } from '../protocol/records/breachRecord';
import { INTERVENTION_TAG } from '../protocol/responses/interventionTag';
import { DAY, MINUTE } from '../time/units';
import type { AnnotationStore, StoredAnnotation } from './annotationStore';
import { StoreFailure } from './annotationStore';

/** What a panel needs of the log of its dashboard. */
export interface Reader {
  /** Something else is known than before. */
  onChange: () => void;
  /** From when on it shows breaches, epoch ms. */
  from: number;
  /** Whether one of its metrics is that of other dashboards, too: of those the log has to ask for all dashboards. */
  isShared: () => boolean;
}

/** Takes what was read of the store, and when it was asked for, epoch ms. */
export type Receive = (found: readonly StoredAnnotation[], askedAt: number) => void;

/** The least time of which everything is known. */
const LEAST_KNOWN = 90 * DAY;

/** The clocks of other people may be ahead. */
const AHEAD = DAY;

/** The shortest time between two reads. */
const STEP = MINUTE;

/** Who may not read is not asked for it each minute. */
const REFUSED_STEP = 30 * MINUTE;

/** One read of the store. */
export interface Reading {
  found: readonly StoredAnnotation[];
  /** From when on all is found, epoch ms. */
  knownFrom: number;
  /** When it was asked for, epoch ms. */
  at: number;
  /** Whether it was of all dashboards. */
  isShared: boolean;
}

/** What reads are made with. */
interface ReadTools {
  store: AnnotationStore;
  /** Epoch ms. */
  now: () => number;
}

/**
 * The reads of the store for one dashboard: what people said and what is on the record of breaches in one, for all panels at
 * once and at most once a minute.
 */
export class DashboardReads {
  private readonly readers = new Set<Reader>();
  private readonly receivers = new Set<Receive>();
  private last?: Reading;
  private failure?: StoreFailure;
  private asked = -Infinity;
  private isAsking = false;
  private waitUntil = -Infinity;

  constructor(
    private readonly dashboardUid: string,
    private readonly tools: ReadTools
  ) {}

  /** What the last read failed with; undefined where it did not. */
  get failed(): StoreFailure | undefined {
    return this.failure;
  }

  /** @returns What ends it. */
  follow(reader: Reader): () => void {
    this.readers.add(reader);
    return () => this.readers.delete(reader);
  }

  /**
   * Tells of all that is read. What was read last is told at once.
   *
   * @returns What ends it.
   */
  onFound(receive: Receive): () => void {
    this.receivers.add(receive);
    if (this.last) {
      receive(this.last.found, this.last.at);
    }
    return () => this.receivers.delete(receive);
  }

  /** Something else is known: each panel is told. */
  changed(): void {
    this.readers.forEach(({ onChange }) => onChange());
  }

  /**
   * Asks the store what is there, unless that was done less than a minute ago. Never rejects.
   *
   * @param onAsked - It is asked.
   * @param onAnswer - It has answered, or failed; undefined where it failed.
   */
  async read(onAsked: () => void, onAnswer: (reading: Reading | undefined) => Promise<void>): Promise<void> {
    const now = this.tools.now();
    // A clock that was set back must not make it wait.
    const isTooSoon = now < Math.max(this.asked + STEP, this.waitUntil) && now >= this.asked;
    if (this.isAsking || isTooSoon) {
      return;
    }
    this.isAsking = true;
    this.asked = now;
    onAsked();
    await onAnswer(await this.ask(now));
    // Whether a metric is shared is known only once its panel has read its rules.
    if (this.last && !this.last.isShared && this.isShared() && !this.failure) {
      await onAnswer(await this.ask(now));
    }
    this.isAsking = false;
  }

  private async ask(at: number): Promise<Reading | undefined> {
    const knownFrom = this.knownFrom(at);
    const isShared = this.isShared();
    const dashboardUid = isShared ? undefined : this.dashboardUid;
    const tags = [INTERVENTION_TAG, BREACH_TAG];
    try {
      const found = await this.tools.store.find({
        dashboardUid,
        tags,
        isAnyTag: true,
        from: knownFrom,
        to: at + AHEAD,
      });
      this.last = { found, knownFrom, at, isShared };
      this.failure = undefined;
      this.receivers.forEach((receive) => receive(found, at));
      return this.last;
    } catch (error) {
      this.failure = error instanceof StoreFailure ? error : new StoreFailure('unreachable', String(error));
      const { kind, retryAfterMs = 0 } = this.failure;
      this.waitUntil = at + (kind === 'refused' ? REFUSED_STEP : retryAfterMs);
      return undefined;
    }
  }

  private isShared(): boolean {
    return [...this.readers].some((reader) => reader.isShared());
  }

  /** Whole days, so that what is known does not begin at another moment with each read. */
  private knownFrom(at: number): number {
    const from = Math.min(at - LEAST_KNOWN, ...[...this.readers].map((reader) => reader.from));
    return Math.max(0, Math.floor(from / DAY) * DAY);
  }
}
