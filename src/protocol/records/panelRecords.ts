import type { Breach } from '../../evaluation/evaluation';
import { firesFrom } from '../../evaluation/figures';
import type { MetricProtocol } from '../protocol';
import type { BreachRecord, ComputedBreach, EngineRecord } from './breachRecord';
import { isRecordOf, shareTime } from './breachRecord';
import { correctedAmong } from './planRecords';

/** What is on the record of the breaches of a panel. */
export interface PanelRecords {
  /** Of its metrics, in any order. */
  records: readonly BreachRecord[];
  /** What the alert engine wrote for it. */
  engine: readonly EngineRecord[];
  /** From here on its look-back shows all that fired, epoch ms; undefined where it has none. */
  lookedFrom?: number;
}

/** Who recorded a breach. */
export type RecordedBy = { by: 'panel'; record: BreachRecord } | { by: 'engine'; name: string };

type Identified = Pick<MetricProtocol, 'identity'>;

/** Whether a breach is on the record, in whatever range it is looked at; undefined where it is not. */
export function recordedBy(
  { records, engine }: Pick<PanelRecords, 'records' | 'engine'>,
  { identity }: Identified,
  breach: Breach
): RecordedBy | undefined {
  const moment = identity === undefined ? undefined : momentOfBreach(identity, breach);
  if (!moment) {
    return undefined;
  }
  const record = records.find((one) => isRecordOf(one, moment));
  if (record) {
    return { by: 'panel', record };
  }
  const alert = engine.find((one) => one.identity === identity && shareTime(one.stretch, moment.stretch));
  return alert && { by: 'engine', name: alert.name };
}

/**
 * The records of a metric whose breach its look-back no longer shows: it fired then, and the data or the rule was corrected
 * since. Of what the look-back can't decide nothing is claimed.
 */
export function correctedRecords(
  { records, lookedFrom }: Pick<PanelRecords, 'records' | 'lookedFrom'>,
  { identity, judged, rule, stepMs = 0, now }: Identified & Pick<MetricProtocol, 'judged' | 'rule' | 'stepMs' | 'now'>
): BreachRecord[] {
  const isKnown = judged.on === 'lookBack' && now.state !== 'error' && now.state !== 'nodata';
  if (identity === undefined || lookedFrom === undefined || !isKnown) {
    return [];
  }
  const own = records.filter((record) => record.identity === identity);
  const computed = judged.breaches.map((breach) => momentOfBreach(identity, breach));
  const decidedFrom = lookedFrom + rule.forMs + rule.keepFiringForMs + 2 * stepMs;
  return correctedAmong(own, computed, decidedFrom);
}

/** What the alert engine fired for a metric without a breach in what is judged, or in what is in view. */
export function engineAlone({ engine }: Pick<PanelRecords, 'engine'>, metric: MetricProtocol): EngineRecord[] {
  const { identity, judged, view } = metric;
  const breaches = [...view.breaches, ...(judged.on === 'awaited' ? [] : judged.breaches)];
  return engine.filter(
    (one) =>
      one.identity === identity &&
      !breaches.some((breach) => shareTime(one.stretch, momentOfBreach(one.identity, breach).stretch))
  );
}

/** A breach that the data show, as records are told by; of what is open to Infinity. */
export function momentOfBreach(identity: string, breach: Breach): ComputedBreach {
  const { severity, onset, end = Infinity, firingSince } = breach;
  return {
    identity,
    severity,
    stretch: { from: onset ?? firesFrom(breach), to: end },
    isOpen: breach.end === undefined,
    isSinceBefore: firingSince === null,
    firedAt: firesFrom(breach),
    judgedTo: Infinity,
  };
}
