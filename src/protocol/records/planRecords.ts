import { sortBy } from 'lodash';

import type { BreachRecord, ComputedBreach, EngineRecord } from './breachRecord';
import { isRecordOf, isSameBreach, shareTime } from './breachRecord';

/** What a plan is made from. Breaches may carry more than is planned by. */
export interface PlanInput<B extends ComputedBreach> {
  /** Of one or more panels, in any order; only of what can be judged and recorded. */
  breaches: readonly B[];
  /** What the store has, in any order. */
  records: readonly BreachRecord[];
  engine: readonly EngineRecord[];
  /** Whether a breach is written by itself: it fires, or ended while somebody looked. */
  isLive: (breach: B) => boolean;
  may: Rights;
}

/** What a person may do with annotations of the dashboard. */
export interface Rights {
  /** To create and to change. */
  write: boolean;
  remove: boolean;
}

/** That a record ends, with the breach that tells of it; epoch ms. */
export interface RecordEnd<B extends ComputedBreach> {
  record: BreachRecord;
  breach: B;
  end: number;
}

/** What is to be done so that each breach is on the record once. */
export interface RecordPlan<B extends ComputedBreach> {
  /** Breaches that live screens write by themselves. */
  creates: readonly B[];
  /** Records whose breach has ended, or ended later than was known. */
  ends: ReadonlyArray<RecordEnd<B>>;
  /** The ids of annotations that say once more what one with a lower id says. */
  removes: readonly number[];
  /** Breaches that ended while nobody looked: a person decides. */
  offered: readonly B[];
  /** The record of each breach that has one. */
  onRecord: ReadonlyMap<B, BreachRecord>;
  /** The breaches that the alert engine has recorded. */
  byEngine: ReadonlyMap<B, EngineRecord>;
}

/**
 * Plans what to write. Pure: the same input gives an equal plan, and once a plan is carried out the next one has nothing to
 * do, whoever carries it out and however often.
 *
 * - A breach that overlaps several records belongs to the earliest; the others stay as they are.
 * - A record ends when its breach has ended, and later than it said before where its breach did; never earlier, so that
 *   screens that see other data don't undo each other's work.
 * - Of records that say the same breach, the one with the lowest id stays.
 * - What the alert engine has recorded is not written once more.
 */
export function planRecords<B extends ComputedBreach>(input: PlanInput<B>): RecordPlan<B> {
  const { breaches, records, engine, isLive, may } = input;
  const removes = twinsAmong(records);
  const gone = new Set(removes);
  const standing = byMetric(records.filter(({ id }) => !gone.has(id)));
  const onRecord = new Map<B, BreachRecord>();
  const byEngine = new Map<B, EngineRecord>();
  const lacking: B[] = [];
  for (const breach of [...breaches].sort(byTime)) {
    const record = recordOf(breach, standing.get(metricOf(breach)) ?? []);
    const alert = record ? undefined : engine.find((one) => isOfEngine(one, breach));
    if (record) {
      onRecord.set(breach, record);
    } else if (alert) {
      byEngine.set(breach, alert);
    } else if (!lacking.some((other) => isSameBreach(other, breach))) {
      lacking.push(breach);
    }
  }
  return {
    creates: may.write ? lacking.filter(isLive) : [],
    ends: may.write ? endsOf(onRecord, standing) : [],
    removes: may.remove ? removes : [],
    offered: lacking.filter((breach) => !breach.isOpen && !breach.isSinceBefore && !isLive(breach)),
    onRecord,
    byEngine,
  };
}

/**
 * The ids of the records that say once more what one with a lower id says: which of them stays is the same for all who
 * look, whatever the order in which they were written and read.
 */
export function twinsAmong(records: readonly BreachRecord[]): number[] {
  const twins: number[] = [];
  for (const same of byMetric(sortBy(records, 'id')).values()) {
    const kept: BreachRecord[] = [];
    for (const record of same) {
      if (kept.some((other) => isSameBreach(other, record))) {
        twins.push(record.id);
      } else {
        kept.push(record);
      }
    }
  }
  return twins.sort((a, b) => a - b);
}

/**
 * The records of times that were looked at, whose breach what is computed does not show: it fired then, and the data (or
 * the rule) was corrected since.
 *
 * @param breaches - All of the metric.
 * @param lookedFrom - From here on everything that fired is among them, epoch ms.
 */
export function correctedAmong(
  records: readonly BreachRecord[],
  breaches: readonly ComputedBreach[],
  lookedFrom: number
): BreachRecord[] {
  return records.filter(
    (record) => record.stretch.from >= lookedFrom && !breaches.some((breach) => isRecordOf(record, breach))
  );
}

/** In an order that is the same for all who look. */
function byTime(a: ComputedBreach, b: ComputedBreach): number {
  return a.stretch.from - b.stretch.from || (metricOf(a) < metricOf(b) ? -1 : 1);
}

/** The record of a breach: the earliest; of those that begin together the one with the lowest id. */
export function recordOf<R extends BreachRecord>(breach: ComputedBreach, records: readonly R[]): R | undefined {
  const fitting = records.filter((record) => isRecordOf(record, breach));
  // What began before is rather the last that nobody has ended than one of long ago.
  const overlapping = fitting.filter((record) => isSameBreach(record, breach));
  return overlapping.length > 0
    ? sortBy(overlapping, ['stretch.from', 'id'])[0]
    : sortBy(fitting, ['stretch.from', 'id']).at(-1);
}

function isOfEngine({ identity, stretch }: EngineRecord, breach: ComputedBreach): boolean {
  return identity === breach.identity && shareTime(stretch, breach.stretch);
}

/** A record belongs to several breaches where data was corrected: it ends when the last of them has. */
function endsOf<B extends ComputedBreach>(
  onRecord: ReadonlyMap<B, BreachRecord>,
  standing: ReadonlyMap<string, readonly BreachRecord[]>
): Array<RecordEnd<B>> {
  const last = new Map<BreachRecord, B>();
  for (const [breach, record] of onRecord) {
    const before = last.get(record);
    if (!before || breach.isOpen || (!before.isOpen && breach.stretch.to > before.stretch.to)) {
      last.set(record, breach);
    }
  }
  return [...last].flatMap(([record, breach]) => {
    const next = nextEnded(record, standing.get(metricOf(record)) ?? []);
    const end = Math.min(breach.stretch.to, next?.stretch.from ?? Infinity);
    const isNews = record.isOpen ? end >= record.stretch.from : end > record.stretch.to;
    return breach.isOpen || !isNews ? [] : [{ record, breach, end }];
  });
}

/** Where data was corrected so that two breaches became one, what ended by itself keeps its own time. */
function nextEnded(record: BreachRecord, records: readonly BreachRecord[]): BreachRecord | undefined {
  const later = records.filter(({ isOpen, stretch }) => !isOpen && stretch.from > record.stretch.from);
  return sortBy(later, 'stretch.from')[0];
}

function byMetric(records: readonly BreachRecord[]): Map<string, BreachRecord[]> {
  const groups = new Map<string, BreachRecord[]>();
  for (const record of records) {
    const group = groups.get(metricOf(record));
    if (group) {
      group.push(record);
    } else {
      groups.set(metricOf(record), [record]);
    }
  }
  return groups;
}

function metricOf({ identity, severity }: Pick<BreachRecord, 'identity' | 'severity'>): string {
  return `${severity} ${identity}`;
}
