import { sortBy, uniq } from 'lodash';

import type { Breach } from '../../evaluation/evaluation';
import type { Severity } from '../../rule/level';
import type { SheetAnswer } from '../../tables/responses/answer';
import { worstSeverity } from '../breaches/breachSpan';
import type { MetricProtocol, Protocol } from '../protocol';
import type { Stretch } from '../stretch';
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
  const interventions = answersOf(answers, protocol.metrics.flatMap(subjectOf));
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

/** What an answer of a response sheet may be of. */
export interface SheetSubject {
  /** The hash of its identity. */
  identity: string;
  name: string;
  /** What it may be called there. */
  names: readonly string[];
  breaches: readonly Breach[];
}

/** What the answers of a response sheet say of some metrics; ascending by when. */
export function answersOf(answers: readonly SheetAnswer[], subjects: readonly SheetSubject[]): Intervention[] {
  const byName = new Map<string, SheetAnswer[]>();
  answers.forEach((answer) => byName.set(answer.metric, [...(byName.get(answer.metric) ?? []), answer]));
  const all = subjects.flatMap((subject) =>
    uniq(subject.names)
      .flatMap((name) => byName.get(name) ?? [])
      .map((answer) => interventionOf(answer, subject))
  );
  return sortBy(all, ['at', 'key']);
}

function subjectOf(metric: MetricProtocol): SheetSubject[] {
  const { identity, name, view, judged } = metric;
  const breaches = judged.on === 'awaited' ? view.breaches : [...view.breaches, ...judged.breaches];
  return identity === undefined ? [] : [{ identity, name, names: namesOf(metric), breaches }];
}

function interventionOf(answer: SheetAnswer, { identity, name, breaches }: SheetSubject): Intervention {
  const { row, at, since = at, by, said, note, severity } = answer;
  const stretch = { from: Math.min(since, at), to: at };
  return {
    key: `response-sheet ${row} ${identity}`,
    at,
    by,
    breach: { identity, name, stretch, severity: severity ?? severityAt(breaches, stretch) },
    said,
    ...(note !== undefined && { note }),
    source: 'responseSheet',
  };
}

/** Who does not say of which level they speak speaks of the worst that fired then. */
function severityAt(breaches: readonly Breach[], { from, to }: Stretch): Severity {
  const then = breaches.filter((breach) => timeOf(breach).from <= to && timeOf(breach).to >= from);
  return worstSeverity(then);
}
