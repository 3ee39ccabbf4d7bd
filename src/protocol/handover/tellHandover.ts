import { orderBy, sortBy, sum, uniqBy } from 'lodash';

import { parseMoment } from '../../time/moment';
import { DAY } from '../../time/units';
import { agreementNow, withFinding } from '../coverage';
import type { MetricProtocol } from '../protocol';
import { countedAs, tally, worstFirst } from '../ranking';
import { acceptedUntil } from '../responses/accepted';
import type { Responses } from '../responses/intervention';
import type { AnsweredBreach } from '../responses/responseFigures';
import { toldFigures } from '../responses/responseFigures';
import { changeAfter, changesIn } from '../versions';
import type {
  CalledFigures,
  ChangedRule,
  Handover,
  HandoverBreach,
  HandoverInput,
  HandoverMetric,
  HandoverPanel,
  Needing,
  NotRead,
  ReviewFigures,
} from './handover';
import type { RowsSince } from './handoverRows';
import { beganSince, rowsSince } from './handoverRows';

/** A metric with its breaches since then. */
interface Read extends HandoverMetric, RowsSince, Pick<HandoverPanel, 'protocol' | 'isUnasked'> {}

/**
 * What one shift tells the next, over all panels of a dashboard: what needs somebody now, what began, ended, is accepted
 * and was changed since a moment, what nobody can say, and the figures of that time. One metric that several panels show
 * counts once. Pure: the same input gives an equal handover.
 */
export function tellHandover({ panels, notRead, since, timeZone, responses }: HandoverInput): Handover {
  const all = metricsOf(panels).map(({ protocol, ...one }): Read => ({
    ...one,
    protocol,
    ...rowsSince(one, protocol, since),
  }));
  const judged = all.filter(({ isUnasked }) => !isUnasked);
  const metrics = judged.map(({ metric }) => metric);
  const ranked = worstFirst(metrics).map((index) => judged[index]);
  const ruled = judged.filter(({ metric }) => metric.kind === 'ruled');
  const rows = orderBy(
    ruled.flatMap((one) => one.rows),
    ({ row }) => row.knownFrom,
    'desc'
  );
  const now = momentOf(panels, since);
  return {
    since,
    ...now,
    ruled: ruled.length,
    tally: tally(metrics),
    needs: ranked.filter(needsSomebody).map((one) => needing(one, since)),
    began: rows.filter(worsenedSince(since)),
    ended: orderBy(
      rows.filter(({ row }) => row.until !== undefined),
      ({ row }) => row.until,
      'desc'
    ),
    accepted: acceptedOf(ruled),
    changed: all.filter(({ metric }) => metric.kind === 'ruled').flatMap((one) => changesOf(one, since, now.at)),
    cantJudge: ranked.filter(({ metric }) => metric.kind === 'ruled' && CANT_JUDGE.has(countedAs(metric))),
    notRead: [
      ...notRead,
      ...shortRanges(ruled, since),
      ...untracked(
        panels.filter(({ isUnasked }) => !isUnasked),
        ruled
      ),
    ],
    elsewhere: elsewhere([responses, ...panels.map(({ protocol }) => protocol.responses)], metrics, since),
    figures: figuresOf(all, { since, at: now.at, timeZone }),
  };
}

const CANT_JUDGE: ReadonlySet<string> = new Set(['error', 'nodata', 'stale', 'unknown']);

type Shown = HandoverMetric & Pick<HandoverPanel, 'protocol' | 'isUnasked'>;

/** Each metric once, though several panels show it; those of one name are told apart by their panels. */
function metricsOf(panels: readonly HandoverPanel[]): Shown[] {
  const all = panels.flatMap(({ protocol, isUnasked, ...panel }) =>
    protocol.metrics.map((metric) => ({ metric, panel, protocol, isUnasked, label: metric.name }))
  );
  const once = uniqBy(all, ({ metric, panel }) => metric.identity ?? `${panel.key} ${metric.id}`);
  const counts = new Map<string, number>();
  once.forEach(({ label }) => counts.set(label, (counts.get(label) ?? 0) + 1));
  return once.map((one) =>
    counts.get(one.label) === 1 || !one.panel.title ? one : { ...one, label: `${one.label} (${one.panel.title})` }
  );
}

/** Where nothing is told yet, there is no moment to speak of. */
function momentOf(panels: readonly HandoverPanel[], since: number): Pick<Handover, 'at' | 'isLive'> {
  const shown = panels.filter(({ isUnasked }) => !isUnasked);
  if (shown.length === 0) {
    return { at: since, isLive: true };
  }
  const nows = shown.flatMap(({ protocol: { span } }) => span.now ?? []);
  const ends = shown.map(({ protocol: { span } }) => span.to);
  return { at: Math.max(...(nows.length > 0 ? nows : ends)), isLive: nows.length > 0 };
}

function needsSomebody({ metric }: HandoverMetric): boolean {
  const counted = countedAs(metric);
  return metric.kind === 'ruled' && (counted === 'critical' || counted === 'warning');
}

function needing({ metric, label, panel, rows, protocol }: Read, since: number): Needing {
  const open = rows.find(({ row }) => row.until === undefined);
  const { responses } = protocol;
  const begins = metric.now.since;
  const isTold = responses?.kind === 'tracked' && begins !== null && begins >= responses.knownFrom;
  return {
    ...{ metric, label, panel },
    isNew: open ? worsenedSince(since)(open) : begins !== null && begins >= since,
    isUnanswered: isTold && metric.response?.open !== undefined && metric.response.open.response === undefined,
  };
}

/** Whether a breach began since a moment, or what was a warning became critical. */
function worsenedSince(since: number): (breach: HandoverBreach) => boolean {
  const began = beganSince(since);
  return (breach) => began(breach) || (breach.row.worstSince ?? -Infinity) >= since;
}

function acceptedOf(all: readonly Read[]): Handover['accepted'] {
  const accepted = all.flatMap(({ metric, label, panel }) => {
    const until = countedAs(metric) === 'accepted' ? acceptedUntil(metric) : undefined;
    return until === undefined ? [] : [{ metric, label, panel, until }];
  });
  return sortBy(accepted, 'until');
}

function changesOf({ metric, label, panel }: Read, since: number, at: number): ChangedRule[] {
  const of = { metric, label, panel };
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

/** Panels ask for the range of the dashboard: it may begin later than what is to be told. */
function shortRanges(all: readonly Read[], since: number): NotRead[] {
  const short = all.filter(({ from }) => from > since);
  return short.length === 0
    ? []
    : [
        {
          kind: 'shortRange',
          from: Math.max(...short.map(({ from }) => from)),
          metrics: short.map(({ metric, label, panel }) => ({ metric, label, panel })),
        },
      ];
}

function untracked(panels: readonly HandoverPanel[], ruled: readonly Read[]): NotRead[] {
  const kinds = ruled.length === 0 ? [] : panels.map(({ protocol }) => protocol.responses?.kind ?? 'awaited');
  if (kinds.includes('untracked')) {
    return [{ kind: 'untracked' }];
  }
  return kinds.includes('awaited') ? [{ kind: 'responsesAwaited' }] : [];
}

/**
 * What was recorded on the dashboard of metrics that are not here. Where a metric has a key the record is that of all
 * dashboards, and says nothing of where a metric is shown.
 */
function elsewhere(
  known: ReadonlyArray<Responses | undefined>,
  metrics: readonly MetricProtocol[],
  since: number
): Handover['elsewhere'] {
  if (metrics.some(({ rule }) => (rule.text.key?.value.trim() ?? '') !== '')) {
    return [];
  }
  const here = new Set(metrics.flatMap(({ identity }) => identity ?? []));
  const all = known.flatMap((responses) => (responses?.kind === 'tracked' ? responses.interventions : []));
  const others = all.filter(
    ({ at, breach, source }) => source === 'annotations' && at >= since && !here.has(breach.identity)
  );
  const newest = orderBy(uniqBy(others, 'key'), 'at', 'desc');
  return uniqBy(newest, ({ breach }) => breach.identity);
}

interface ReviewContext {
  since: number;
  at: number;
  timeZone: string;
}

function figuresOf(all: readonly Read[], { since, at, timeZone }: ReviewContext): ReviewFigures {
  const ruled = all.filter(({ metric, isUnasked }) => metric.kind === 'ruled' && !isUnasked);
  const metrics = orderBy(
    ruled.map((one) => calledFigures(one, since, at)).filter(({ called, firedMs }) => called > 0 || firedMs > 0),
    ['called', 'firedMs'],
    ['desc', 'desc']
  );
  const told: AnsweredBreach[] = ruled.flatMap((one) => [...one.told]);
  const of = (finding: 'reviewPast' | 'levelOnly') => {
    const found = new Set(
      withFinding(
        finding,
        all.map(({ metric }) => metric),
        timeZone
      )
    );
    return all.filter(({ metric }) => found.has(metric)).map(({ metric, label, panel }) => ({ metric, label, panel }));
  };
  return {
    metrics,
    total: {
      ...toldFigures(told),
      called: sum(metrics.map(({ called }) => called)),
      firedMs: sum(metrics.map(({ firedMs }) => firedMs)),
    },
    isTracked: ruled.every(({ protocol }) => protocol.responses?.kind === 'tracked'),
    ruleWrong: ruled.flatMap((one) => calledWrong(one, since)),
    reviewPast: of('reviewPast'),
    levelOnly: of('levelOnly'),
  };
}

function calledFigures({ metric, label, panel, rows, told }: Read, since: number, at: number): CalledFigures {
  return {
    ...toldFigures(told),
    ...{ metric, label, panel },
    called: rows.filter(beganSince(since)).length,
    firedMs: sum(rows.map(({ row }) => Math.max(0, Math.min(row.until ?? at, at) - Math.max(row.knownFrom, since)))),
  };
}

function calledWrong({ metric, label, panel, rows }: Read, since: number): ReviewFigures['ruleWrong'] {
  const said = rows.flatMap(({ response }) =>
    (response?.interventions ?? []).filter((one) => one.said.kind === 'ruleWrong' && one.at >= since)
  );
  return said.length === 0 ? [] : [{ metric, label, panel, said: uniqBy(said, 'key') }];
}
