import { orderBy, sum, uniqBy } from 'lodash';

import { withFinding } from '../coverage';
import type { MetricProtocol } from '../protocol';
import type { AnsweredBreach } from '../responses/responseFigures';
import { toldFigures } from '../responses/responseFigures';
import type { CalledFigures, HandoverMetric, HandoverSubject, ReviewFigures } from './handover';
import type { RowsSince } from './handoverRows';
import { beganSince, worsenedSince } from './handoverRows';
import { subjectOf } from './subject';

/** What the figures are counted from. */
interface Counted {
  /** What called, or may have: also what only the record tells of. */
  called: ReadonlyArray<HandoverSubject & Pick<RowsSince, 'rows' | 'told'>>;
  /** All metrics, for what is to be looked at of their rules. */
  all: readonly HandoverMetric[];
  /** Whether what people did is tracked of all that called. */
  isTracked: boolean;
  since: number;
  at: number;
  timeZone: string;
}

/** The figures of a review: how often metrics called, how soon people answered, and which rules are to be looked at. */
export function figuresOf({ called, all, isTracked, since, at, timeZone }: Counted): ReviewFigures {
  const metrics = orderBy(
    called.map((one) => calledFigures(one, since, at)).filter((one) => one.called > 0 || one.firedMs > 0),
    ['called', 'firedMs'],
    ['desc', 'desc']
  );
  const told: AnsweredBreach[] = called.flatMap((one) => [...one.told]);
  const of = (finding: 'reviewPast' | 'levelOnly') => metricsWith(finding, all, timeZone);
  return {
    metrics,
    total: {
      ...toldFigures(told),
      called: sum(metrics.map((one) => one.called)),
      firedMs: sum(metrics.map(({ firedMs }) => firedMs)),
    },
    isTracked,
    ruleWrong: called.flatMap((one) => calledWrong(one, since)),
    reviewPast: of('reviewPast'),
    levelOnly: of('levelOnly'),
  };
}

function metricsWith(finding: 'reviewPast' | 'levelOnly', all: readonly HandoverMetric[], timeZone: string) {
  const metrics = all.map(({ metric }) => metric);
  const found: ReadonlySet<MetricProtocol> = new Set(withFinding(finding, metrics, timeZone));
  return all.filter(({ metric }) => found.has(metric));
}

function calledFigures({ rows, told, ...one }: Counted['called'][number], since: number, at: number): CalledFigures {
  const endOf = ({ row, record }: RowsSince['rows'][number]) => Math.min(row.until ?? record?.seenTo ?? at, at);
  return {
    ...toldFigures(told),
    ...subjectOf(one),
    called: rows.filter(beganSince(since)).length,
    worse: rows.filter(worsenedSince(since)).length,
    firedMs: sum(rows.map((each) => Math.max(0, endOf(each) - Math.max(each.row.knownFrom, since)))),
  };
}

function calledWrong({ rows, ...one }: Counted['called'][number], since: number): ReviewFigures['ruleWrong'] {
  const said = rows.flatMap(({ response }) =>
    (response?.interventions ?? []).filter((one) => one.said.kind === 'ruleWrong' && one.at >= since)
  );
  return said.length === 0 ? [] : [{ ...subjectOf(one), said: uniqBy(said, 'key') }];
}
