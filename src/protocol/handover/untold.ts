import { orderBy, uniqBy } from 'lodash';

import type { MetricProtocol } from '../protocol';
import type { Responses } from '../responses/intervention';
import type { Handover, HandoverPanel, NotRead } from './handover';
import type { Read } from './readMetric';
import { subjectOf } from './subject';

/** Panels ask for the range of the dashboard: it may begin later than what is to be told. */
export function shortRanges(all: readonly Read[], since: number): NotRead[] {
  const short = all.filter(({ from }) => from > since);
  const kinds = [
    { kind: 'shortRange', of: short.filter(({ isRecording }) => !isRecording) },
    { kind: 'recordBefore', of: short.filter(({ isRecording }) => isRecording) },
  ] as const;
  return kinds
    .filter(({ of }) => of.length > 0)
    .map(({ kind, of }) => ({
      kind,
      from: Math.max(...of.map(({ from }) => from)),
      metrics: of.map(({ metric, ...one }) => ({ ...subjectOf(one), metric })),
    }));
}

/**
 * That what people did is not tracked, or not read yet.
 *
 * @param ofRecord - What is known of the interventions where something is told from the record alone.
 */
export function untracked(
  panels: readonly HandoverPanel[],
  ruled: readonly Read[],
  ofRecord: Responses | undefined
): NotRead[] {
  const asked = ruled.length === 0 ? [] : panels.filter(({ isUnasked }) => !isUnasked);
  const kinds = [
    ...asked.map(({ protocol }) => protocol.responses?.kind ?? 'awaited'),
    ...(ofRecord ? [ofRecord.kind] : []),
  ];
  if (kinds.includes('untracked')) {
    return [{ kind: 'untracked' }];
  }
  return kinds.includes('awaited') ? [{ kind: 'responsesAwaited' }] : [];
}

/**
 * What was recorded on the dashboard of metrics that are not here. Where a metric has a key the record is that of all
 * dashboards, and says nothing of where a metric is shown.
 *
 * @param told - The identities of others that are told of.
 */
export function elsewhere(
  known: ReadonlyArray<Responses | undefined>,
  metrics: readonly MetricProtocol[],
  told: ReadonlySet<string>,
  since: number
): Handover['elsewhere'] {
  if (metrics.some(({ rule }) => (rule.text.key?.value.trim() ?? '') !== '')) {
    return [];
  }
  const here = new Set([...metrics.flatMap(({ identity }) => identity ?? []), ...told]);
  const all = known.flatMap((responses) => (responses?.kind === 'tracked' ? responses.interventions : []));
  const others = all.filter(
    ({ at, breach, source }) => source === 'annotations' && at >= since && !here.has(breach.identity)
  );
  const newest = orderBy(uniqBy(others, 'key'), 'at', 'desc');
  return uniqBy(newest, ({ breach }) => breach.identity);
}
