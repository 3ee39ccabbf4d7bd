import type { AnnotationStore, FailureKind, NewAnnotation, StoredAnnotation } from '../annotations/annotationStore';
import { StoreFailure } from '../annotations/annotationStore';
import type { OutboxEntry, OutboxStorage } from '../annotations/outboxStorage';

/**
 * What becomes of a request: it fails and nothing is done, its reply is lost, its reply is lost and the browser sends it
 * again without a word (as they do where a connection that was used before ends), or it arrives after its sender gave up.
 */
export type Fault = FailureKind | 'lostReply' | 'sentAgain' | { lateMs: number };

/** A store in memory, with faults: for each request the next of the list; none where it is empty. */
export class MemoryAnnotations implements AnnotationStore {
  readonly items = new Map<number, StoredAnnotation & NewAnnotation>();
  readonly asked = { find: 0, create: 0, patch: 0, remove: 0 };
  faults: Array<Fault | undefined> = [];
  /** Of the clock of the test. */
  later: (call: () => void, ms: number) => void = () => undefined;
  private nextId = 1;

  find: AnnotationStore['find'] = ({ dashboardUid, tags, isAnyTag, isAlert = false, from, to }) =>
    this.answer('find', () =>
      [...this.items.values()].filter(
        (item) =>
          (dashboardUid === undefined || item.dashboardUid === dashboardUid) &&
          (item.alert !== undefined) === isAlert &&
          (isAnyTag ? tags.some((tag) => item.tags.includes(tag)) : tags.every((tag) => item.tags.includes(tag))) &&
          item.time <= to &&
          item.timeEnd >= from
      )
    );

  create: AnnotationStore['create'] = (annotation) =>
    this.answer('create', () => {
      const id = this.nextId++;
      this.items.set(id, { ...annotation, id, timeEnd: annotation.timeEnd ?? annotation.time, login: 'ana' });
      return id;
    });

  patch: AnnotationStore['patch'] = (id, changes) =>
    this.answer('patch', () => {
      const item = this.items.get(id);
      if (!item) {
        throw new StoreFailure('notFound', 'Annotation not found');
      }
      this.items.set(id, { ...item, ...changes });
    });

  remove: AnnotationStore['remove'] = (id) =>
    this.answer('remove', () => {
      this.items.delete(id);
    });

  private async answer<T>(request: keyof MemoryAnnotations['asked'], act: () => T): Promise<T> {
    this.asked[request] += 1;
    const fault = this.faults.shift();
    if (fault === undefined) {
      return act();
    }
    if (fault === 'lostReply') {
      act();
      throw new StoreFailure('unreachable', 'no reply');
    }
    if (fault === 'sentAgain') {
      act();
      return act();
    }
    if (typeof fault === 'object') {
      this.later(() => act(), fault.lateMs);
      throw new StoreFailure('unreachable', 'timeout');
    }
    throw new StoreFailure(fault, fault);
  }
}

/** What a browser keeps, for the tests of what is kept in it. */
export function memoryOutbox(): OutboxStorage {
  const entries = new Map<string, OutboxEntry>();
  const undone = new Map<string, number>();
  return {
    entries: () => [...entries.values()],
    put: (entry) => void entries.set(entry.key, entry),
    drop: (key) => void entries.delete(key),
    undone: () => new Map(undone),
    putUndone: (key, at) => void undone.set(key, at),
    dropUndone: (key) => void undone.delete(key),
  };
}
