import type { Span } from '../../evaluation/evaluation';
import type { Severity } from '../../rule/level';
import type { MetricProtocol } from '../protocol';
import type { BreachResponse } from '../responses/breachResponse';
import { breachResponse } from '../responses/breachResponse';
import type { BreachAddress, Intervention, Responses } from '../responses/intervention';
import { linkInterventions, timeOf } from '../responses/linkInterventions';
import type { ResponseFigures } from '../responses/responseFigures';
import { canBeTold, responseFigures } from '../responses/responseFigures';
import type { Stretch } from '../stretch';
import type { BreachSpan } from './breachSpan';

/** What is on the record of a breach that the data shows. */
export interface RowAnswer {
  /** Undefined where nothing is recorded of it. */
  response?: BreachResponse;
  /** Whether it is known that nobody recorded a response. */
  isUnanswered: boolean;
  /** What is recorded of it is recorded of this. */
  address: BreachAddress;
}

/** A breach that is on the record, and that the data of the list does not show. */
export interface RecordRow {
  key: string;
  severity: Severity;
  /** From the first to the last moment that was spoken of. */
  stretch: Stretch;
  response: BreachResponse;
}

/** The rows of a list with what people did about them. */
export interface AnsweredRows {
  /** In the order of the rows. */
  answers: readonly RowAnswer[];
  /** Newest first. */
  onRecordAlone: readonly RecordRow[];
  figures: ResponseFigures;
}

/** A metric, as far as what people said of it is tied to its breaches. */
export type AnsweredMetric = Pick<MetricProtocol, 'identity' | 'name' | 'stepMs'> & {
  now: Pick<MetricProtocol['now'], 'at'>;
};

type Tracked = Extract<Responses, { kind: 'tracked' }>;

/**
 * What people did about the breaches of a list, and what is on the record of its span without a breach in the data.
 *
 * @param rows - Newest first, as `breachRows` tells them.
 * @returns Undefined for a metric without an identity: nothing can be tied to it.
 */
export function answeredRows(
  rows: readonly BreachSpan[],
  { identity, name, stepMs, now }: AnsweredMetric,
  span: Span,
  tracked: Tracked
): AnsweredRows | undefined {
  if (identity === undefined) {
    return undefined;
  }
  const ascending = [...rows].reverse();
  const stretches = ascending.map(({ breaches }) => breaches);
  const linked = linkInterventions(stretches, identity, tracked.interventions, stepMs);
  const answered = ascending.map(({ breaches, severity }, index) => ({
    breaches,
    response: breachResponse(linked.of[index], severity),
    isSpokenOf: linked.isSpokenOf[index],
  }));
  const addressOf = (row: BreachSpan): BreachAddress => ({
    identity,
    name,
    ...spokenOf(row, now.at),
    ...(stepMs !== undefined && { stepMs }),
  });
  return {
    answers: answered
      .map((one, index) => ({
        response: one.response,
        isUnanswered: !one.response && !one.isSpokenOf && canBeTold(one, tracked),
        address: addressOf(ascending[index]),
      }))
      .reverse(),
    onRecordAlone: recordRows(linked.orphans.filter(({ breach }) => overlaps(breach.stretch, span))),
    figures: responseFigures(answered, tracked),
  };
}

/** Of a stretch people speak of its worst breach: of the worst that is open, where one is. */
function spokenOf({ breaches }: BreachSpan, now: number): Pick<BreachAddress, 'severity' | 'stretch'> {
  const open = breaches.filter(({ end }) => end === undefined);
  const candidates = open.length > 0 ? open : breaches;
  const breach = candidates.find(({ severity }) => severity === 'critical') ?? candidates[0];
  const { from, to } = timeOf(breach);
  return { severity: breach.severity, stretch: { from: Math.min(from, now), to: Math.min(to, now) } };
}

function overlaps({ from, to }: Stretch, span: Span): boolean {
  return from <= span.to && to >= span.from;
}

/** Interventions whose times overlap speak of one breach. */
function recordRows(orphans: readonly Intervention[]): RecordRow[] {
  const groups: Array<{ stretch: Stretch; of: Intervention[] }> = [];
  for (const one of [...orphans].sort((a, b) => a.breach.stretch.from - b.breach.stretch.from)) {
    const { from, to } = one.breach.stretch;
    const last = groups.at(-1);
    if (last && from <= last.stretch.to) {
      last.of.push(one);
      last.stretch = { from: last.stretch.from, to: Math.max(last.stretch.to, to) };
    } else {
      groups.push({ stretch: { from, to }, of: [one] });
    }
  }
  return groups
    .flatMap(({ stretch, of }) => {
      const severity = of.some(({ breach }) => breach.severity === 'critical') ? 'critical' : 'warning';
      const response = breachResponse(of, severity);
      return response ? [{ key: `record ${of[0].key}`, severity, stretch, response } as const] : [];
    })
    .reverse();
}
