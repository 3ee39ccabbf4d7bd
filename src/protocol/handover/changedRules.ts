import { parseMoment } from '../../time/moment';
import { DAY } from '../../time/units';
import { agreementNow } from '../coverage';
import type { MetricProtocol } from '../protocol';
import { changeAfter, changesIn } from '../versions';
import type { ChangedRule } from './handover';
import type { Shown } from './readMetric';
import { subjectOf } from './subject';

/** The versions of a metric's rule that came into force since a moment, or that are to, and what nobody agreed to; epoch ms. */
export function changesOf({ metric, ...one }: Shown, since: number, at: number): ChangedRule[] {
  const of = { ...subjectOf(one), metric };
  const inForce = changesIn(metric.history, { from: since, to: at, now: at }).map((change) => ({
    ...of,
    change,
    isUpcoming: false,
    isNotAgreed: agreementNow(metric)?.state === 'changed',
  }));
  const upcoming = changeAfter(metric.history, at);
  const corrected =
    inForce.length === 0 && wasCorrected(metric, since) ? [{ ...of, isUpcoming: false, isNotAgreed: true }] : [];
  return [
    ...inForce,
    ...corrected,
    ...(upcoming
      ? [{ ...of, change: upcoming, isUpcoming: true, isNotAgreed: isUnsigned(metric, upcoming.after) }]
      : []),
  ];
}

/** Whether what was agreed was changed since then without a version of its own. */
function wasCorrected(metric: MetricProtocol, since: number): boolean {
  const agreement = agreementNow(metric);
  const { time = -Infinity } = agreement?.state === 'changed' ? parseMoment(agreement.changedOn ?? '') : {};
  // A day is midnight UTC; whoever changed it did so later on that day.
  return time > since - DAY;
}

/** Whether somebody signed the rule in force and nobody the one to come. */
function isUnsigned(metric: MetricProtocol, after: MetricProtocol['rule']): boolean {
  const next = agreementNow({ kind: metric.kind, rule: after })?.state;
  return agreementNow(metric) !== undefined && (next === undefined || next === 'changed');
}
