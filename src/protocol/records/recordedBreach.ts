import { sortBy } from 'lodash';

import type { Breach } from '../../evaluation/evaluation';
import { firesFrom } from '../../evaluation/figures';
import { isObject } from '../../rule/isObject';
import type { BreachRecord, ComputedBreach } from './breachRecord';
import { isSameBreach } from './breachRecord';
import { momentOfBreach } from './panelRecords';
import { recordOf } from './planRecords';

/** A record with where it was made; undefined where its store does not say. */
export interface PlacedRecord extends BreachRecord {
  place?: { dashboardUid: string; panelId: number };
}

/** The breaches of a metric by its data and by the record, each once. */
export interface JoinedBreaches {
  /** Ascending by when they fire. */
  breaches: readonly Breach[];
  /** Those of them that only the record shows. */
  fromRecord: ReadonlyMap<Breach, BreachRecord>;
  /**
   * Of those, the ones of which nobody recorded an end, though they are over: they end where they were last known to fire.
   */
  endUnknown: ReadonlySet<Breach>;
}

interface Joining {
  /** The hash of the metric's identity. */
  identity: string;
  /** Whether what nobody recorded an end of may still be open: nothing else says what the metric's state is. */
  mayBeOpen: boolean;
  /** So far data and record may be off, ms: the step on which the data are judged. */
  stepMs?: number;
}

/** A breach as its record tells it; open where nobody has recorded an end. */
export function breachOfRecord({ severity, stretch, isOpen, shown, data }: BreachRecord): Breach {
  const firingSince = momentIn(data.firingSince) ?? null;
  const worst = worstIn(data.worst);
  return {
    severity,
    onset: momentIn(data.onset) ?? null,
    firingSince,
    ...(firingSince === null && { knownFrom: momentIn(data.knownFrom) ?? shown.from }),
    ...(!isOpen && { end: stretch.to }),
    ...(worst && { worst }),
  };
}

/**
 * Joins what the data show of a metric's breaches with what is on the record of them. What both show counts once, by
 * severity and overlapping time (design); of what the data know no beginning the record may.
 *
 * @param breaches - By the data, ascending by when they fire.
 * @param records - Of this metric alone.
 */
export function joinRecords(
  breaches: readonly Breach[],
  records: readonly BreachRecord[],
  { identity, mayBeOpen, stepMs = 0 }: Joining
): JoinedBreaches {
  const moments = breaches.map((breach) => momentOfBreach(identity, breach));
  const completed = breaches.map((breach, index) => withBeginning(breach, recordOf(moments[index], records)));
  const ofData = new Set(moments.flatMap((moment) => recordOf(moment, records) ?? []));
  const alone = records.filter((record) => !ofData.has(record) && !moments.some((one) => isShown(record, one, stepMs)));
  const told = sortBy(alone, ['shown.from', 'id']).map((record) => ({ record, breach: breachOfRecord(record) }));
  const all = [...completed, ...told.map(({ breach }) => breach)];
  const fromRecord = new Map<Breach, BreachRecord>();
  const endUnknown = new Set<Breach>();
  for (const { record, breach } of told) {
    const isOver = record.isOpen && !(mayBeOpen && isLast(breach, all));
    const ended: Breach = isOver ? { ...breach, end: Math.max(record.stretch.to, firesFrom(breach)) } : breach;
    fromRecord.set(ended, record);
    if (isOver) {
      endUnknown.add(ended);
    }
  }
  return { breaches: sortBy([...completed, ...fromRecord.keys()], firesFrom), fromRecord, endUnknown };
}

/** A coarser step moves what it shows by as much as a step of both. */
function isShown(record: BreachRecord, moment: ComputedBreach, stepMs: number): boolean {
  const slack = stepMs + (momentIn(record.data.stepMs) ?? 0);
  const { from, to } = record.stretch;
  return isSameBreach({ ...record, stretch: { from: from - slack, to: to + slack } }, moment);
}

/** What began before the data in view is that which the record saw begin. */
function withBeginning(breach: Breach, record: BreachRecord | undefined): Breach {
  const { onset, firingSince } = record ? breachOfRecord(record) : breach;
  return breach.firingSince === null && firingSince !== null && firingSince <= firesFrom(breach)
    ? { ...breach, onset, firingSince, knownFrom: undefined }
    : breach;
}

/** What began after it, of the same severity, says that it was over by then. */
function isLast(breach: Breach, all: readonly Breach[]): boolean {
  return !all.some((other) => other.severity === breach.severity && firesFrom(other) > firesFrom(breach));
}

function worstIn(worst: unknown): Breach['worst'] {
  const { value, time } = isObject(worst) ? worst : {};
  const at = momentIn(time);
  return typeof value === 'number' && at !== undefined ? { value, time: at } : undefined;
}

/** Anybody may have written it. */
function momentIn(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}
