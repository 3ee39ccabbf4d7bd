import type { BreachRecord } from '../protocol/records/breachRecord';
import type { Stretch } from '../protocol/stretch';
import type { StoredAnnotation } from './annotationStore';
import { readBreachRecord, readBreachRecords } from './breachAnnotation';

/**
 * What is known of the records of one dashboard: what was read last, and what this browser wrote or removed since, of which
 * a read that was asked for before does not know.
 */
export class KnownRecords {
  private records?: readonly BreachRecord[];
  private arrived?: { found: readonly StoredAnnotation[]; askedAt: number };
  /** What this browser wrote or removed (undefined), and when. */
  private readonly fresh = new Map<number, { record?: BreachRecord; at: number }>();

  /**
   * @param now - Epoch ms.
   * @param onChange - Something else is known than before.
   */
  constructor(
    private readonly now: () => number,
    private readonly onChange: () => void
  ) {}

  /** Whether the store was read. */
  get isKnown(): boolean {
    return this.records !== undefined;
  }

  /** All of them, of the whole dashboard; none until the store was read. */
  get all(): readonly BreachRecord[] {
    return this.records ?? [];
  }

  /** Keeps what a read of the whole dashboard found, until it is taken. */
  arrive(found: readonly StoredAnnotation[], askedAt: number): void {
    this.arrived = { found, askedAt };
  }

  /** What was read while something was written may not know of it: so it is taken when nothing is. */
  takeArrived(): void {
    if (this.arrived) {
      const { found, askedAt } = this.arrived;
      this.arrived = undefined;
      this.records = this.withFresh(readBreachRecords(found), askedAt);
      this.forgetBefore(askedAt);
      this.onChange();
    }
  }

  /**
   * Takes what a read of a part of the time found, ends included. What was written before is kept all the same: a read of
   * all that was asked for earlier may still come, and does not know of it.
   */
  takePart(found: readonly StoredAnnotation[], part: Stretch, askedAt: number): void {
    const beside = this.all.filter(({ shown }) => !overlapsInclusive(shown, part));
    this.records = this.withFresh([...beside, ...readBreachRecords(found)], askedAt);
    this.onChange();
  }

  /** What was written now. */
  keep(annotation: StoredAnnotation): void {
    const record = readBreachRecord(annotation);
    if (record && this.records) {
      this.fresh.set(record.id, { record, at: this.now() });
      this.records = [...this.records.filter(({ id }) => id !== record.id), record];
      this.onChange();
    }
  }

  /** What was removed now. */
  forget(id: number): void {
    this.fresh.set(id, { at: this.now() });
    this.records = this.records?.filter((record) => record.id !== id);
    this.onChange();
  }

  /** Records as they were read, with what was written or removed since the read was asked for. */
  private withFresh(records: readonly BreachRecord[], askedAt: number): BreachRecord[] {
    const since = new Map([...this.fresh].filter(([, { at }]) => at >= askedAt));
    const written = [...since.values()].flatMap(({ record }) => record ?? []);
    return [...records.filter(({ id }) => !since.has(id)), ...written];
  }

  private forgetBefore(askedAt: number): void {
    this.fresh.forEach(({ at }, id) => at < askedAt && this.fresh.delete(id));
  }
}

function overlapsInclusive(a: Stretch, b: Stretch): boolean {
  return a.from <= b.to && a.to >= b.from;
}
