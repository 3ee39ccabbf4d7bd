import { sortBy, uniq } from 'lodash';

import type { Breach } from '../../evaluation/evaluation';
import type { Severity } from '../../rule/level';
import type { SheetAnswer } from '../../tables/responses/answer';
import type { MetricProtocol, Protocol } from '../protocol';
import type { Intervention, Responses } from './intervention';
import { timeOf } from './linkInterventions';

/**
 * What is known of the interventions, with the answers of a response sheet among them. A sheet is the whole of its answers:
 * where nothing else tracks what people did, all of it is known from its first answer on.
 *
 * @param answers - Undefined where there is no response sheet.
 * @param protocol - Of metrics with their identities.
 */
export function withAnswers(
  responses: Responses,
  answers: readonly SheetAnswer[] | undefined,
  protocol: Pick<Protocol, 'metrics' | 'span'>
): Responses {
  if (!answers || responses.kind === 'awaited') {
    return responses;
  }
  const interventions = interventionsOf(answers, protocol.metrics);
  if (responses.kind === 'tracked') {
    return { ...responses, interventions: sortBy([...responses.interventions, ...interventions], ['at', 'key']) };
  }
  return {
    kind: 'tracked',
    cannotRecord: responses.because === 'noRead' ? 'noRight' : responses.because,
    interventions,
    unwritten: [],
    readAt: protocol.span.now ?? protocol.span.to,
    knownFrom: answers.reduce((first, { at }) => Math.min(first, at), Infinity),
  };
}

/** What a metric may be called in a response sheet: the name that the panel shows, and the key of its rule. */
export function namesOf({ name, rule }: Pick<MetricProtocol, 'name' | 'rule'>): string[] {
  const key = rule.text.key?.value.trim() ?? '';
  return key === '' ? [name.trim()] : [name.trim(), key];
}

function interventionsOf(answers: readonly SheetAnswer[], metrics: readonly MetricProtocol[]): Intervention[] {
  const byName = new Map<string, SheetAnswer[]>();
  answers.forEach((answer) => byName.set(answer.metric, [...(byName.get(answer.metric) ?? []), answer]));
  const all = metrics.flatMap((metric) => {
    const { identity } = metric;
    const own = identity === undefined ? [] : uniq(namesOf(metric)).flatMap((name) => byName.get(name) ?? []);
    return own.map((answer) => interventionOf(answer, metric, identity ?? ''));
  });
  return sortBy(all, ['at', 'key']);
}

function interventionOf(answer: SheetAnswer, metric: MetricProtocol, identity: string): Intervention {
  const { row, at, since = at, by, said, note, severity } = answer;
  const stretch = { from: Math.min(since, at), to: at };
  return {
    key: `response-sheet ${row} ${identity}`,
    at,
    by,
    breach: { identity, name: metric.name, stretch, severity: severity ?? severityAt(metric, stretch) },
    said,
    ...(note !== undefined && { note }),
    source: 'responseSheet',
  };
}

/** Who does not say of which level they speak speaks of the worst that fired then. */
function severityAt({ view, judged }: MetricProtocol, { from, to }: { from: number; to: number }): Severity {
  const breaches: readonly Breach[] = judged.on === 'awaited' ? view.breaches : [...view.breaches, ...judged.breaches];
  const then = breaches.filter((breach) => timeOf(breach).from <= to && timeOf(breach).to >= from);
  return then.some(({ severity }) => severity === 'critical') ? 'critical' : 'warning';
}
