import { INTERVENTION_TAG } from '../protocol/responses/interventionTag';
import { MINUTE, SECOND } from '../time/units';
import type { AnnotationStore, NewAnnotation } from './annotationStore';
import { StoreFailure } from './annotationStore';
import { idsOf } from './interventionAnnotation';
import type { OutboxEntry, OutboxStorage } from './outboxStorage';

/** What an outbox works with. */
export interface OutboxTools {
  store: AnnotationStore;
  storage: OutboxStorage;
  /** Of this tab, the same after a reload. */
  tab: string;
  /** Epoch ms. */
  now: () => number;
  /** Calls once, after a time, ms. */
  later: (call: () => void, ms: number) => void;
  /** Runs nothing of two tabs at once, where the browser can do that. */
  alone: (run: () => Promise<void>) => Promise<void>;
  /** From 0 to 1: so that many screens do not come back at one moment. */
  random: () => number;
}

/** What an outbox tells of. */
export interface OutboxListener {
  /** Something else is waiting than before. */
  onChange: () => void;
  /** It is in the store now. */
  onWritten: (id: number, annotation: NewAnnotation) => void;
  /** It is gone from the store. */
  onRemoved: (key: string) => void;
}

const FIRST_WAIT = 2 * SECOND;
const LONGEST_WAIT = 5 * MINUTE;

/** Where a store is busy, or somebody has to sign in again, and it does not say for how long. */
const BUSY_WAIT = MINUTE;
const LONGEST_BUSY = 60 * MINUTE;

/** After so many failures of the server that no wait has healed, a person decides. */
const MOST_BROKEN = 3;

/** For so long a tab may be silent before others take over what it has not written: longer than any request lasts. */
const OWNED_FOR = 2 * MINUTE;

/** What was taken back is looked for that long: a request may arrive after its sender gave up. */
const UNDONE_FOR = 24 * 60 * MINUTE;

/**
 * What is on its way to the store: tried until it is there, never written twice, kept over a reload. What may have been
 * written is looked for before it is written again. Two tabs that do it at one moment all the same leave two
 * annotations of one key, which count once wherever they are read.
 */
export class Outbox {
  /** What this tab works on. The storage alone says what there is to do: other tabs change it, too. */
  private readonly mine = new Set<string>();
  private readonly running = new Set<string>();

  constructor(
    private readonly tools: OutboxTools,
    private readonly listener: OutboxListener
  ) {}

  /** Everything that waits in this browser, also what other tabs work on. */
  waiting(): OutboxEntry[] {
    return this.tools.storage.entries();
  }

  /** Whether it was taken back: wherever it is met, it is to be removed. */
  isUndone(key: string): boolean {
    return this.tools.storage.undone().has(key);
  }

  /** Whether it is being tried at this moment. */
  isRunning(key: string): boolean {
    return this.running.has(key);
  }

  write(key: string, annotation: NewAnnotation): void {
    this.start({
      key,
      task: 'write',
      annotation,
      mayBeThere: false,
      tries: 0,
      nextTry: this.tools.now(),
      ...this.owned(),
    });
  }

  /**
   * Takes back what is written, or may be, or was to be. What was to be taken back and could not be is let go of by it: it
   * stays in the store.
   */
  remove(key: string, annotation: NewAnnotation): void {
    const { storage, now } = this.tools;
    const entry = this.find(key);
    if (entry?.task === 'remove' && entry.nextTry === undefined) {
      this.giveUp(entry);
      return;
    }
    storage.putUndone(key, now());
    if (entry?.task === 'write' && !entry.mayBeThere && !this.running.has(key)) {
      this.done(entry);
      return;
    }
    this.start({ key, task: 'remove', annotation, mayBeThere: true, tries: 0, nextTry: now(), ...this.owned() });
  }

  /** Tries at once what waits, or what was given up. */
  retry(key: string): void {
    const entry = this.find(key);
    if (entry) {
      this.start({ ...entry, tries: 0, nextTry: this.tools.now(), ...this.owned() });
    }
  }

  /** Takes up what is due: what this tab left before a reload, and what other tabs left when they were closed. */
  wake(): void {
    const { storage, now, tab } = this.tools;
    for (const entry of storage.entries()) {
      const isFree = entry.owner === tab || entry.ownedUntil <= now();
      if (isFree && !this.mine.has(entry.key)) {
        // Whoever left it may have been in the middle of it.
        this.start({ ...entry, mayBeThere: true, ...this.owned() });
      }
    }
    for (const [key, at] of storage.undone()) {
      if (at + UNDONE_FOR <= now()) {
        storage.dropUndone(key);
      }
    }
  }

  private find(key: string): OutboxEntry | undefined {
    return this.waiting().find((entry) => entry.key === key);
  }

  private owned(): Pick<OutboxEntry, 'owner' | 'ownedUntil'> {
    return { owner: this.tools.tab, ownedUntil: this.tools.now() + OWNED_FOR };
  }

  private start(entry: OutboxEntry): void {
    this.keep(entry);
    this.schedule(entry);
  }

  private keep(entry: OutboxEntry): void {
    this.mine.add(entry.key);
    this.tools.storage.put(entry);
    this.listener.onChange();
  }

  private giveUp(entry: OutboxEntry): void {
    this.tools.storage.dropUndone(entry.key);
    this.done(entry);
  }

  private done({ key }: OutboxEntry): void {
    this.mine.delete(key);
    this.tools.storage.drop(key);
    this.listener.onChange();
  }

  private schedule({ key, nextTry }: OutboxEntry): void {
    if (nextTry !== undefined) {
      this.tools.later(() => void this.tryNow(key), Math.max(0, nextTry - this.tools.now()));
    }
  }

  private async tryNow(key: string): Promise<void> {
    if (!this.running.has(key) && this.isDue(key)) {
      this.running.add(key);
      this.listener.onChange();
      await this.tools.alone(() => this.tryAlone(key));
      this.running.delete(key);
      this.listener.onChange();
      // What was asked for meanwhile.
      const entry = this.find(key);
      if (entry) {
        this.schedule(entry);
      }
    }
  }

  private isDue(key: string): boolean {
    const { nextTry = Infinity } = this.find(key) ?? {};
    return nextTry <= this.tools.now();
  }

  private async tryAlone(key: string): Promise<void> {
    const entry = this.find(key);
    if (!entry) {
      // Another tab has done it.
      this.mine.delete(key);
      return;
    }
    try {
      await (entry.task === 'write' ? this.tryWrite(entry) : this.tryRemove(entry));
    } catch (error) {
      this.failed(key, entry, error);
    }
  }

  private async tryWrite(entry: OutboxEntry): Promise<void> {
    const { key, annotation } = entry;
    if (this.isUndone(key)) {
      this.keep({ ...entry, task: 'remove' });
      return;
    }
    const [there] = entry.mayBeThere ? await this.idsOf(entry) : [];
    if (this.find(key)?.task !== 'write') {
      return;
    }
    if (there === undefined) {
      this.keep({ ...entry, mayBeThere: true, ...this.owned() });
    }
    const id = there ?? (await this.tools.store.create(annotation));
    const now = this.find(key);
    if (now?.task === 'write') {
      this.done(now);
      this.listener.onWritten(id, annotation);
    }
  }

  private async tryRemove(entry: OutboxEntry): Promise<void> {
    for (const id of await this.idsOf(entry)) {
      await this.tools.store.remove(id).catch((error: unknown) => {
        if (!(error instanceof StoreFailure && error.kind === 'notFound')) {
          throw error;
        }
      });
    }
    this.done(entry);
    this.listener.onRemoved(entry.key);
  }

  private async idsOf({ key, annotation }: OutboxEntry): Promise<number[]> {
    const { dashboardUid, time } = annotation;
    const found = await this.tools.store.find({ dashboardUid, tags: [INTERVENTION_TAG], from: time, to: time });
    return idsOf(found, key);
  }

  /** @param before - The entry as it was before the try. */
  private failed(key: string, before: OutboxEntry, error: unknown): void {
    const entry = this.find(key);
    // What was changed meanwhile is tried by itself.
    if (entry?.task === before.task) {
      const failure = error instanceof StoreFailure ? error : new StoreFailure('unreachable', String(error));
      const tries = before.tries + 1;
      const wait = waitAfter(failure, tries, this.tools.random());
      const isUnknown = failure.kind === 'unreachable' || failure.kind === 'broken';
      this.keep({
        ...entry,
        mayBeThere: isUnknown ? entry.mayBeThere : before.mayBeThere,
        tries,
        nextTry: wait === undefined ? undefined : this.tools.now() + wait,
        answer: failure.message,
        owner: this.tools.tab,
        ownedUntil: this.tools.now() + (wait ?? 0) + OWNED_FOR,
      });
    }
  }
}

/** How long to wait before the next try, ms; undefined: a person has to decide. */
export function waitAfter({ kind, retryAfterMs }: StoreFailure, tries: number, random: number): number | undefined {
  const growing = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** (tries - 1)) * (0.5 + random / 2);
  switch (kind) {
    case 'busy':
      return Math.min(Math.max(retryAfterMs ?? BUSY_WAIT, FIRST_WAIT), LONGEST_BUSY) + growing;
    case 'expired':
      return BUSY_WAIT;
    case 'unreachable':
      return growing;
    case 'broken':
      return tries < MOST_BROKEN ? growing : undefined;
    default:
      return undefined;
  }
}
