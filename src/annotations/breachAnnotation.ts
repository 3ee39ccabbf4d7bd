import { fnv1a64 } from '../protocol/fnv';
import { inAscii } from '../protocol/identity';
import type { BreachRecord } from '../protocol/records/breachRecord';
import { BREACH_TAG } from '../protocol/records/breachRecord';
import type { EngineChange } from '../protocol/records/engineRecords';
import type { RecordableBreach } from '../protocol/records/recordableBreaches';
import { says } from '../rule/answers';
import { isObject } from '../rule/isObject';
import type { Rule } from '../rule/rule';
import type { Changes, NewAnnotation, StoredAnnotation } from './annotationStore';
import { breachText, briefly } from './breachText';
import { identityTag } from './interventionAnnotation';

/** The form of `data`. */
const FORM = 1;

/** Where a breach is seen. */
export interface Place {
  dashboardUid: string;
  panelId: number;
}

/** The annotation of a breach (docs/recording.md): a point while it is open, a region where it has ended. */
export function toBreachAnnotation(found: RecordableBreach, { dashboardUid, panelId }: Place): NewAnnotation {
  const { identity, severity, firedAt, isOpen, stretch } = found;
  return {
    dashboardUid,
    panelId,
    time: Math.round(firedAt),
    ...(!isOpen && { timeEnd: Math.round(Math.max(firedAt, stretch.to)) }),
    text: breachText(found, isOpen ? undefined : stretch.to),
    tags: [BREACH_TAG, identityTag(identity), `protocol-severity:${severity}`],
    data: { ...dataOf(found), ...(!isOpen && endData(found, stretch.to)) },
  };
}

/** What makes a record that of a breach that has ended. What else it tells stays as it was written. */
export function endChanges(record: BreachRecord, found: RecordableBreach, end: number): Changes {
  return {
    timeEnd: Math.round(Math.max(record.shown.from, end)),
    text: breachText(found, end),
    data: { ...record.data, ...endData(found, end) },
  };
}

function dataOf({ identity, severity, stretch, judgedTo, metric, breach, firedAt, rule, level }: RecordableBreach) {
  const { forMs, keepFiringForMs, text } = rule;
  return {
    form: FORM,
    identity,
    severity,
    name: metric.name,
    from: stretch.from,
    seenTo: judgedTo,
    onset: breach.onset,
    firingSince: breach.firingSince,
    ...(breach.firingSince === null && { knownFrom: firedAt }),
    ...(level && { operator: level.condition.operator, bounds: level.condition.bounds }),
    forMs,
    ...(keepFiringForMs > 0 && { keepFiringForMs }),
    rule: ruleMark(rule),
    ...(says(rule, 'owner') && { owner: briefly(text.owner?.value) }),
    ...(says(rule, 'runbook') && { runbook: briefly(text.runbook?.value) }),
    ...(metric.stepMs !== undefined && { stepMs: metric.stepMs }),
    ...worstOf({ breach, metric }),
  };
}

function endData({ breach, metric, firedAt }: RecordableBreach, end: number) {
  return { end, durationMs: Math.max(0, end - firedAt), ...worstOf({ breach, metric }) };
}

function worstOf({ breach: { worst }, metric }: Pick<RecordableBreach, 'breach' | 'metric'>) {
  return worst ? { worst: { ...worst, text: metric.format(worst.value) } } : {};
}

/**
 * A fingerprint of the rule that a breach fired by, as it was judged: levels, durations and what was agreed to be done, with
 * variables put in. Another one says that the rule was another.
 */
export function ruleMark({ levels, forMs, keepFiringForMs, noData, text }: Rule): string {
  const { owner, action, automation, escalateTo, runbook } = text;
  const said = [owner, action, automation, escalateTo, runbook].map((one) => one?.value.trim() ?? '');
  return `r1-${fnv1a64(inAscii(JSON.stringify([levels, forMs, keepFiringForMs, noData, said])))}`;
}

/** @returns Undefined where it is none, or can't be read: then it is somebody else's, and never touched. */
export function readBreachRecord({ id, time, timeEnd, tags, data }: StoredAnnotation): BreachRecord | undefined {
  if (!tags.includes(BREACH_TAG) || !isObject(data) || data.form !== FORM) {
    return undefined;
  }
  const { identity, severity, from, seenTo, end } = data;
  if (typeof identity !== 'string' || identity === '' || (severity !== 'warning' && severity !== 'critical')) {
    return undefined;
  }
  const to = isMoment(end) ? end : seenTo;
  if (!isMoment(from) || !isMoment(to)) {
    return undefined;
  }
  return {
    id,
    identity,
    severity,
    stretch: { from, to: Math.max(from, to) },
    isOpen: !isMoment(end),
    shown: { from: time, to: timeEnd },
    data,
  };
}

/** The breaches that some annotations record. */
export function readBreachRecords(annotations: readonly StoredAnnotation[]): BreachRecord[] {
  return annotations.map(readBreachRecord).filter((record) => record !== undefined);
}

/** What the alert engine wrote: firing is `Alerting`, also for want of data or with an error. */
export function readEngineChanges(annotations: readonly StoredAnnotation[]): EngineChange[] {
  return annotations.flatMap(({ id, time, tags, alert }) =>
    alert
      ? [
          {
            id,
            alertId: alert.alertId,
            name: alert.name,
            panelId: alert.panelId,
            at: time,
            isFiring: /^alerting\b/i.test(alert.newState),
            labels: Object.fromEntries(tags.map(labelOf)),
          },
        ]
      : []
  );
}

/** The engine keeps the labels of an instance as tags. */
function labelOf(tag: string): [string, string] {
  const colon = tag.indexOf(':');
  return colon < 0 ? [tag, ''] : [tag.slice(0, colon), tag.slice(colon + 1)];
}

function isMoment(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}
