import type { MetricProtocol } from '../../protocol/protocol';
import { DAY, HOUR, MINUTE, SECOND, WEEK } from '../../time/units';
import { MOST_STEPS } from './readJudgeOn';

/** What the panel options "Look back" and "Step" may say, as text and in ms. */
export interface SuggestedLookBack {
  lookBack: string;
  step: string;
  lookBackMs: number;
  stepMs: number;
}

/** What a look-back is suggested by. */
export interface Looked {
  /** How long the range in view is. */
  rangeMs: number;
  /** The step that its queries were asked for; undefined where that is not known. */
  intervalMs?: number;
  metrics: ReadonlyArray<Pick<MetricProtocol, 'kind' | 'rule' | 'stepMs'>>;
}

/** Steps as people write them, ascending. */
const STEPS: ReadonlyArray<readonly [ms: number, text: string]> = [
  ...[5, 10, 15, 30].map((n) => [n * SECOND, `${n}s`] as const),
  ...[1, 2, 5, 10, 15, 30].map((n) => [n * MINUTE, `${n}m`] as const),
  ...[1, 2, 3, 6, 12].map((n) => [n * HOUR, `${n}h`] as const),
  ...[1, 7].map((n) => [n * DAY, `${n}d`] as const),
];

/** Days of local time may be an hour shorter or longer. */
const NEARLY_DAY = DAY - 4 * HOUR;

/**
 * A look-back for the rules of a panel: as long as what is in view, and at least twice as long as any of them takes to fire
 * and to end, with three values of each metric in it. The step is that of the view from a minute to an hour, and no longer
 * than a rule's `for` and `staleAfter`. Where that were more steps than a data source answers, the look-back is shorter, and
 * where it must not be, the step is longer.
 */
export function suggestLookBack({ rangeMs, intervalMs = MINUTE, metrics }: Looked): SuggestedLookBack {
  const ruled = metrics.filter(({ kind }) => kind === 'ruled');
  const needsMs = Math.max(0, ...ruled.map(needsOf));
  const shortestMs = Math.min(
    ...ruled.flatMap(({ rule }) => [rule.forMs, rule.staleAfterMs ?? 0]).filter((ms) => ms > 0)
  );
  const wishedMs = Math.min(Math.max(intervalMs, MINUTE), HOUR, shortestMs);
  const wished = STEPS.findLast(([ms]) => ms <= wishedMs) ?? STEPS[0];
  const most = wholeUnits(wished[0] * MOST_STEPS, Math.floor);
  const inView = wholeUnits(rangeMs, Math.round);
  const needed = wholeUnits(needsMs, Math.ceil);
  const { ms: lookBackMs, text: lookBack } = longest(inView.ms > most.ms ? most : inView, needed);
  const [stepMs, step] =
    STEPS.find(([ms]) => ms >= wished[0] && lookBackMs / ms <= MOST_STEPS) ?? STEPS[STEPS.length - 1];
  return { lookBack, step, lookBackMs, stepMs };
}

/** How much has to be looked at to judge a rule, ms. */
function needsOf({ rule, stepMs = 0 }: Looked['metrics'][number]): number {
  const { forMs, keepFiringForMs, settleAfterMs = 0, staleAfterMs = 0, due } = rule;
  // Over a weekend nothing is due, as a rule.
  const holdMs = due ? WEEK : Number.isFinite(staleAfterMs) ? staleAfterMs : 0;
  return 2 * (forMs + keepFiringForMs + settleAfterMs) + Math.max(holdMs, 3 * stepMs);
}

interface Length {
  ms: number;
  text: string;
}

function longest(one: Length, other: Length): Length {
  return one.ms >= other.ms ? one : other;
}

/** A length in days, in hours where it is shorter than a day, and at least an hour. */
function wholeUnits(ms: number, round: (units: number) => number): Length {
  const [size, name] = ms >= NEARLY_DAY ? [DAY, 'd'] : [HOUR, 'h'];
  const units = Math.max(1, round(ms / size));
  return { ms: units * size, text: `${units}${name}` };
}
