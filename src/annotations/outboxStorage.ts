import { isObject } from '../rule/isObject';
import type { NewAnnotation } from './annotationStore';

/** What is to be done in the store: to write an intervention, or to take it back. */
export interface OutboxEntry {
  /** Of the intervention. */
  key: string;
  task: 'write' | 'remove';
  annotation: NewAnnotation;
  /** Whether it may be in the store already: a request went out, and nobody knows what became of it. */
  mayBeThere: boolean;
  /** How often it was tried in vain. */
  tries: number;
  /** When it is tried next, epoch ms; undefined: no more, unless somebody asks for it. */
  nextTry?: number;
  /** What the store answered last. */
  answer?: string;
  /** The tab that tries it, and until when others leave it to that one, epoch ms. */
  owner: string;
  ownedUntil: number;
}

/** Where an outbox is kept over a reload. All tabs of a browser have the same one. */
export interface OutboxStorage {
  entries: () => OutboxEntry[];
  put: (entry: OutboxEntry) => void;
  drop: (key: string) => void;
  /** The keys of what was taken back, with when, epoch ms. */
  undone: () => Map<string, number>;
  putUndone: (key: string, at: number) => void;
  dropUndone: (key: string) => void;
}

/**
 * An outbox in the browser's storage: each entry by itself, so that tabs don't overwrite what others wrote. Where the
 * browser keeps nothing (a full storage, a private window) it is kept in memory for as long as the page lives.
 *
 * @param box - Whose it is: of one person and one dashboard.
 */
export function browserOutbox(storage: Storage | undefined, box: string): OutboxStorage {
  const items = new Items(storage, `protocol.outbox.${box}.`);
  const undone = new Items(storage, `protocol.undone.${box}.`);
  return {
    entries: () => [...items.all()].map(([key, value]) => readEntry(key, value)).filter((entry) => entry !== undefined),
    put: (entry) => items.put(entry.key, entry),
    drop: (key) => items.drop(key),
    undone: () => new Map([...undone.all()].flatMap(([key, at]) => (typeof at === 'number' ? [[key, at]] : []))),
    putUndone: (key, at) => undone.put(key, at),
    dropUndone: (key) => undone.drop(key),
  };
}

/** Values under the keys of a storage that begin alike. */
class Items {
  /** What the storage did not take. */
  private readonly kept = new Map<string, unknown>();

  constructor(
    private readonly storage: Storage | undefined,
    private readonly prefix: string
  ) {}

  all(): Map<string, unknown> {
    return new Map([...this.stored(), ...this.kept]);
  }

  put(key: string, value: unknown): void {
    try {
      if (!this.storage) {
        throw new Error('none');
      }
      this.storage.setItem(this.prefix + key, JSON.stringify(value));
      this.kept.delete(key);
    } catch {
      this.kept.set(key, value);
    }
  }

  drop(key: string): void {
    this.kept.delete(key);
    try {
      this.storage?.removeItem(this.prefix + key);
    } catch {
      // A storage that can't be written to has nothing of ours.
    }
  }

  private stored(): Array<[string, unknown]> {
    try {
      const { storage } = this;
      return Object.keys(storage ?? {})
        .filter((name) => name.startsWith(this.prefix))
        .map((name): [string, unknown] => [name.slice(this.prefix.length), parse(storage?.getItem(name))]);
    } catch {
      return [];
    }
  }
}

function parse(text: string | null | undefined): unknown {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return undefined;
  }
}

/** Storages are written to by anybody: what can't be an entry is none. */
function readEntry(key: string, value: unknown): OutboxEntry | undefined {
  if (!isObject(value) || value.key !== key) {
    return undefined;
  }
  const annotation = readAnnotation(value.annotation);
  const { task, mayBeThere, tries, nextTry, answer, owner, ownedUntil } = value;
  if (!annotation || (task !== 'write' && task !== 'remove')) {
    return undefined;
  }
  return {
    key,
    task,
    annotation,
    mayBeThere: mayBeThere !== false,
    tries: typeof tries === 'number' ? tries : 0,
    nextTry: typeof nextTry === 'number' ? nextTry : undefined,
    answer: typeof answer === 'string' ? answer : undefined,
    owner: typeof owner === 'string' ? owner : '',
    ownedUntil: typeof ownedUntil === 'number' ? ownedUntil : 0,
  };
}

function readAnnotation(value: unknown): NewAnnotation | undefined {
  if (!isObject(value)) {
    return undefined;
  }
  const { dashboardUid, panelId, time, text, tags, data } = value;
  const isWhole =
    typeof dashboardUid === 'string' &&
    typeof panelId === 'number' &&
    typeof time === 'number' &&
    typeof text === 'string' &&
    Array.isArray(tags) &&
    tags.every((tag): tag is string => typeof tag === 'string');
  return isWhole ? { dashboardUid, panelId, time, text, tags, data } : undefined;
}
