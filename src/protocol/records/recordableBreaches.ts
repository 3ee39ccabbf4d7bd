import type { Breach } from '../../evaluation/evaluation';
import { firesFrom } from '../../evaluation/figures';
import { ruleAt } from '../../rule/history';
import type { Level } from '../../rule/level';
import type { Rule } from '../../rule/rule';
import type { MetricProtocol, Protocol } from '../protocol';
import { firingBreaches } from '../responses/firingBreaches';
import type { ComputedBreach } from './breachRecord';

/** A breach of the look-back with what its record tells. */
export interface RecordableBreach extends ComputedBreach {
  metric: MetricProtocol;
  breach: Breach;
  /** The version of the rule that it fired by, and its level. */
  rule: Rule;
  level?: Level;
}

/**
 * The breaches of a panel's look-back that may be recorded: of metrics with a rule and an identity, of which no query
 * failed. What fires only because of what the rule makes of missing data, or on a value that by an estimate is too old, is
 * not among them.
 */
export function recordableBreaches({ metrics, errors }: Pick<Protocol, 'metrics' | 'errors'>): RecordableBreach[] {
  const failed = (metric: MetricProtocol) => errors.some(({ refId }) => refId === undefined || refId === metric.refId);
  return metrics.filter((metric) => !failed(metric)).flatMap(breachesOf);
}

function breachesOf(metric: MetricProtocol): RecordableBreach[] {
  const { identity, kind, judged, now } = metric;
  if (identity === undefined || kind !== 'ruled' || judged.on !== 'lookBack' || !now.live || isMissing(metric)) {
    return [];
  }
  const judgedTo = now.judgedTo ?? now.at;
  const isDoubtful = now.state === 'firing' && (now.age ?? now.because) !== undefined;
  return firingBreaches(metric).flatMap((breach): RecordableBreach[] => {
    const firedAt = firesFrom(breach);
    const isOpen = breach.end === undefined || isRecovering(metric, breach);
    if (firedAt === -Infinity || (isOpen && isDoubtful)) {
      return [];
    }
    const { severity, onset, end = judgedTo } = breach;
    const from = onset ?? firedAt;
    const rule = ruleAt(metric.history, firedAt);
    return [
      {
        identity,
        severity,
        stretch: { from, to: Math.max(from, isOpen ? judgedTo : end) },
        isOpen,
        isSinceBefore: breach.firingSince === null,
        judgedTo,
        metric,
        breach,
        firedAt,
        rule,
        level: rule.levels.find((level) => level.severity === severity),
      },
    ];
  });
}

/** With `keepFiringFor` the last breach of a level may go on. */
function isRecovering({ judged }: MetricProtocol, { severity, recoveredAt, end }: Breach): boolean {
  if (judged.on === 'awaited' || recoveredAt !== undefined) {
    return false;
  }
  const level = judged.levels.find((one) => one.severity === severity);
  const last = judged.breaches.filter((one) => one.severity === severity).at(-1);
  return level?.state === 'recovering' && last?.end === end;
}

/** A failed query says nothing of an end. */
function isMissing({ now }: MetricProtocol): boolean {
  return now.state === 'error';
}
