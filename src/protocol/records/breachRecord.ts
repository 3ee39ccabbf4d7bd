import type { Severity } from '../../rule/level';
import type { Stretch } from '../stretch';

/** The tag that every annotation of a breach has (docs/recording.md). */
export const BREACH_TAG = 'protocol:breach';

/** What makes two breaches one: who they are of, how bad, and when. */
export interface BreachMoment {
  /** The hash of the metric's identity (`identityHash`). */
  identity: string;
  severity: Severity;
  /**
   * From its onset (or the first moment at which it is known) to its end; of one that is open to the last moment at which
   * it is known to fire.
   */
  stretch: Stretch;
  isOpen: boolean;
}

/** A breach as the panel computes it from its look-back. */
export interface ComputedBreach extends BreachMoment {
  /** It began before what is looked at. */
  isSinceBefore: boolean;
  /** When it fired, or from when on it is known to, epoch ms. */
  firedAt: number;
  /** The moment up to which its level was judged, epoch ms. */
  judgedTo: number;
}

/** A breach as it stands in the store. */
export interface BreachRecord extends BreachMoment {
  /** Of its annotation. */
  id: number;
  /** Where the annotation stands on a time axis, epoch ms; of a point both are the same. */
  shown: Stretch;
  /** All that the annotation tells of it, to be kept when more is told. */
  data: Readonly<Record<string, unknown>>;
}

/** That the alert engine fired, by what it wrote for the panel: whatever level of the metric that was for. */
export interface EngineRecord {
  /** Of the annotation of the change to firing. */
  id: number;
  /** The hash of the identity of the metric that its alert is of. */
  identity: string;
  /** From firing to the next change; to Infinity where there was none. */
  stretch: Stretch;
  /** The alert rule, as the engine calls it. */
  name: string;
}

/**
 * Whether two stretches share time. An end is exclusive, so that what ends where the other begins is none of it; those that
 * begin together share it, however short they are.
 */
export function shareTime(a: Stretch, b: Stretch): boolean {
  return a.from === b.from || (a.from < b.from ? b.from < a.to : a.from < b.to);
}

/** Whether two are one breach, by who they are of, how bad and when (design: same identity, severity, overlapping time). */
export function isSameBreach(a: BreachMoment, b: BreachMoment): boolean {
  return a.identity === b.identity && a.severity === b.severity && shareTime(a.stretch, b.stretch);
}

/**
 * Whether a record is of a computed breach. One that began before what is looked at goes on from a record that nobody has
 * ended: between the two nobody saw it recover.
 */
export function isRecordOf(record: BreachRecord, breach: ComputedBreach): boolean {
  return (
    isSameBreach(record, breach) ||
    (breach.isSinceBefore &&
      record.isOpen &&
      record.identity === breach.identity &&
      record.severity === breach.severity &&
      record.stretch.from <= breach.stretch.from)
  );
}
