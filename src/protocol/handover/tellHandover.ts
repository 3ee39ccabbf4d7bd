import { countBy, orderBy, sortBy, uniqBy } from 'lodash';

import type { Instant } from '../../evaluation/evaluation';
import { countedAs, tally, worstFirst } from '../ranking';
import { acceptedUntil } from '../responses/accepted';
import type { BreachResponse } from '../responses/breachResponse';
import { changesOf } from './changedRules';
import type {
  Accepted,
  Handover,
  HandoverBreach,
  HandoverInput,
  HandoverMetric,
  HandoverPanel,
  HandoverSubject,
  Needing,
} from './handover';
import { figuresOf } from './handoverFigures';
import type { RowsSince } from './handoverRows';
import { beganSince, worsenedSince } from './handoverRows';
import type { Read, Shown } from './readMetric';
import { toRead } from './readMetric';
import type { RecordedMetric } from './recordedMetrics';
import { recordedMetrics, recordedRows } from './recordedMetrics';
import { subjectOf } from './subject';
import { isUnjudged } from './unjudged';
import { elsewhere, shortRanges, untracked } from './untold';

/** The same of one of which only the record tells. */
interface ReadOfRecord extends RecordedMetric, Pick<RowsSince, 'rows' | 'told'> {}

/**
 * What one shift tells the next, over all panels of a dashboard: what needs somebody now, what began, ended, is accepted
 * and was changed since a moment, what nobody can say, and the figures of that time. One metric that several panels show
 * counts once, and so does a breach that the data and the record tell of. Pure: the same input gives an equal handover.
 */
export function tellHandover(input: HandoverInput): Handover {
  const { panels, notRead, since, timeZone, responses, records = [] } = input;
  const now = momentOf(panels, input.now);
  const shown = metricsOf(panels);
  const judgedHere = shown.filter(({ metric, isUnasked }) => !isUnasked && metric.kind === 'ruled');
  const onRecord = recordedMetrics(input, identitiesOf(judgedHere));
  const labelled = withLabels(shown, onRecord);
  const all = shown.map((one): Read => toRead({ ...one, label: labelled(one) }, since, records));
  const recorded = onRecord
    .map((one) => ({ ...one, label: labelled(one) }))
    .map((one): ReadOfRecord => ({ ...one, ...recordedRows(one, { ...input, at: now.at }) }))
    .filter(({ rows }) => rows.length > 0);
  const judged = all.filter(({ isUnasked }) => !isUnasked);
  const metrics = judged.map(({ metric }) => metric);
  const ranked = worstFirst(metrics).map((index) => judged[index]);
  const ruled = judged.filter(({ metric }) => metric.kind === 'ruled');
  const rows = orderBy(
    [...ruled, ...recorded].flatMap((one) => one.rows),
    ({ row }) => row.knownFrom,
    'desc'
  );
  const openOnRecord = openAlone([...ruled.filter(({ metric }) => isUnjudged(metric)), ...recorded]);
  const notTracked = untracked(panels, ruled, recorded.length > 0 ? responses : undefined);
  return {
    since,
    ...now,
    ruled: ruled.length,
    tally: tally(metrics),
    needs: ranked.filter(needsSomebody).map((one) => needing(one, since)),
    openOnRecord: openOnRecord.filter((one) => !isAccepted(one, now.at)),
    began: rows.filter(beganSince(since)),
    worse: orderBy(rows.filter(worsenedSince(since)), ({ row }) => row.worstSince, 'desc'),
    ended: orderBy(
      rows.filter(({ row }) => row.until !== undefined),
      ({ row }) => row.until,
      'desc'
    ),
    accepted: sortBy([...acceptedOf(ruled), ...openOnRecord.flatMap((one) => acceptedAlone(one, now.at))], 'until'),
    changed: all.filter(({ metric }) => metric.kind === 'ruled').flatMap((one) => changesOf(one, since, now.at)),
    cantJudge: ranked.filter(({ metric }) => isUnjudged(metric)),
    notRead: [...notRead, ...shortRanges(ruled, since), ...notTracked],
    elsewhere: elsewhere(
      [responses, ...panels.map(({ protocol }) => protocol.responses)],
      metrics,
      new Set(recorded.map(({ identity }) => identity)),
      since
    ),
    figures: figuresOf({
      ...{ called: [...ruled, ...recorded], all, since, at: now.at, timeZone },
      isTracked: notTracked.length === 0,
    }),
  };
}

/** Each metric once, though several panels show it. */
function metricsOf(panels: readonly HandoverPanel[]): Shown[] {
  const all = panels.flatMap(({ protocol, isUnasked, isRecording, ...panel }) =>
    protocol.metrics.map((metric): Shown => {
      const { id, name, stepMs } = metric;
      return {
        ...{ id: `${panel.key} ${id}`, name, label: name, stepMs },
        ...{ metric, panel, protocol, isUnasked, isRecording },
      };
    })
  );
  return uniqBy(all, ({ id, metric }) => metric.identity ?? id);
}

function identitiesOf(metrics: readonly HandoverMetric[]): Set<string> {
  return new Set(metrics.flatMap(({ metric }) => metric.identity ?? []));
}

/**
 * Metrics of one name are told apart by their panels. What a panel's rule names, without data, and what its record tells of
 * is one.
 */
function withLabels(shown: readonly Shown[], onRecord: readonly RecordedMetric[]): (one: HandoverSubject) => string {
  const named = new Set(shown.flatMap((one) => (one.isUnasked ? [placeAndName(one)] : [])));
  const apart = [...shown, ...onRecord.filter((one) => !named.has(placeAndName(one)))];
  const counts = countBy(apart, 'name');
  return ({ name, panel }) => (counts[name] > 1 && panel.title ? `${name} (${panel.title})` : name);
}

function placeAndName({ name, panel }: HandoverSubject): string {
  return `${panel.panelId} ${name}`;
}

/** What nobody recorded an end of, and nothing else tells of; critical first, then the longest. */
function openAlone(all: ReadonlyArray<Pick<RowsSince, 'rows'>>): HandoverBreach[] {
  const open = all.flatMap(({ rows }) => rows.filter(({ row, record }) => row.until === undefined && record));
  return sortBy(open, [({ row }) => (row.severity === 'critical' ? 0 : 1), ({ row }) => row.knownFrom]);
}

function isAccepted({ response }: HandoverBreach, at: number): boolean {
  return (response?.acceptedUntil ?? -Infinity) > at;
}

/** That of the panels; where none of them tells anything that of the reading. */
function momentOf(panels: readonly HandoverPanel[], now: number): Pick<Handover, 'at' | 'isLive'> {
  const shown = panels.filter(({ isUnasked }) => !isUnasked);
  if (shown.length === 0) {
    return { at: now, isLive: true };
  }
  const nows = shown.flatMap(({ protocol: { span } }) => span.now ?? []);
  const ends = shown.map(({ protocol: { span } }) => span.to);
  return { at: Math.max(...(nows.length > 0 ? nows : ends)), isLive: nows.length > 0 };
}

function needsSomebody({ metric }: HandoverMetric): boolean {
  const counted = countedAs(metric);
  return metric.kind === 'ruled' && (counted === 'critical' || counted === 'warning');
}

function needing({ metric, rows, protocol, ...one }: Read, since: number): Needing {
  const open = rows.find(({ row }) => row.until === undefined);
  const { responses } = protocol;
  const begins = metric.now.since;
  const isTold = responses?.kind === 'tracked' && begins !== null && begins >= responses.knownFrom;
  return {
    ...subjectOf(one),
    metric,
    news: newsOf(open, begins, since),
    isUnanswered: isTold && metric.response?.open !== undefined && metric.response.open.response === undefined,
  };
}

/** @param begins - When its state began, where no breach of it is known. */
function newsOf(open: HandoverBreach | undefined, begins: Instant, since: number): Needing['news'] {
  if (open && worsenedSince(since)(open)) {
    return 'worse';
  }
  const isNew = open ? beganSince(since)(open) : begins !== null && begins >= since;
  return isNew ? 'new' : undefined;
}

function acceptedOf(all: readonly Read[]): Accepted[] {
  return all.flatMap(({ metric, ...one }) => {
    const until = countedAs(metric) === 'accepted' ? acceptedUntil(metric) : undefined;
    return until === undefined
      ? []
      : [{ ...subjectOf(one), until, said: acceptance(metric.response?.open?.response, until) }];
  });
}

function acceptedAlone(breach: HandoverBreach, at: number): Accepted[] {
  const { response } = breach;
  const until = response?.acceptedUntil;
  return until === undefined || until <= at
    ? []
    : [{ ...subjectOf(breach), until, said: acceptance(response, until), isOnRecordAlone: true }];
}

function acceptance(response: BreachResponse | undefined, until: number): Accepted['said'] {
  return response?.interventions.findLast(({ said }) => said.kind === 'accepted' && said.until === until);
}
