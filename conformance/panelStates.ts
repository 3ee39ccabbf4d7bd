import { createDataFrame, FieldType } from '@grafana/data';

import { evaluate, INACTIVE } from '../src/evaluation/evaluate';
import type { Evaluation, Judgement, Samples } from '../src/evaluation/evaluation';

import { findMetrics } from '../src/frames/metrics';
import type { Metric } from '../src/protocol/metric';

import type { Case, Series } from './cases';
import { LAST_TICK, lookbackTicks } from './cases';

/** A level's state as Prometheus counts: recovering is firing. */
export type PromState = 'inactive' | 'pending' | 'firing';

/** The state at each tick from 0 to the last. */
export type States = readonly PromState[];

const PROM_STATE: Readonly<Record<string, PromState>> = {
  normal: 'inactive',
  pending: 'pending',
  firing: 'firing',
  recovering: 'firing',
};

/** With unknown history the panel is asked at every fifth evaluation only: its claims have properties of their own. */
const UNKNOWN_EVERY = 5;

/** What the panel says of a series, a list a level, and where its ways of being asked contradict one another. */
interface Told {
  states: States[];
  contradiction?: string;
}

/** What the panel says of a series at every evaluation. Each form of input is judged in each way of asking. */
export function panelStates(given: Case, series: Series, stepSeconds: number): Told {
  const [first, ...others] = formsOf(given, series, stepSeconds).flatMap(({ name, samples, judgement }) => {
    const asked = askEveryTick(samples, judgement, stepSeconds);
    return [
      { name: `${name}, judged at every tick`, states: asked },
      { name: `${name}, told afterwards`, states: toldAfterwards(samples, judgement, stepSeconds) },
      { name: `${name}, with unknown history`, states: askEveryTick(samples, judgement, stepSeconds, asked) },
    ];
  });
  const other = others.find(({ states }) => show(states) !== show(first.states));
  return {
    states: first.states,
    contradiction: other && `${first.name}:\n${show(first.states)}\n${other.name}:\n${show(other.states)}`,
  };
}

/** States as letters, a line a level. */
export function show(states: readonly States[]): string {
  return states.map((level) => level.map((state) => (state === 'inactive' ? '.' : state[0])).join('')).join('\n');
}

interface Form {
  name: string;
  samples: Samples;
  judgement: Judgement;
}

function formsOf(given: Case, series: Series, stepSeconds: number): Form[] {
  const stepMs = stepSeconds * 1000;
  const common = {
    levels: given.levels.map(({ severity, condition }) => ({ severity, condition, hold: condition })),
    forMs: given.forTicks * stepMs,
    keepFiringForMs: given.keepFiringForTicks * stepMs,
    noData: 'show' as const,
  };
  const stepped = steppedForms(series, stepSeconds).map(
    ({ name, metric: { samples, intervalMs, everyStep } }): Form => ({
      name,
      samples,
      judgement: { ...common, intervalMs, everyStep },
    })
  );
  // A panel that gets raw samples doesn't see the mark of a series that has ended; and what is NaN there is no sample.
  if (series.some(({ mark }) => mark === 'stale' || Number.isNaN(mark))) {
    return stepped;
  }
  const lookback = lookbackTicks(stepSeconds);
  const raw: Form = {
    name: 'raw samples',
    samples: {
      times: series.map(({ tick }) => tick * stepMs),
      values: series.map(({ mark }) => mark as number | null),
    },
    judgement: { ...common, staleAfterMs: lookback * stepMs, intervalMs: stepMs },
  };
  const unaided = { ...raw, name: 'raw samples alone', judgement: { ...raw.judgement, intervalMs: undefined } };
  return endsBetweenEvaluations(series, lookback, given.keepFiringForTicks)
    ? [raw, ...stepped]
    : [raw, unaided, ...stepped];
}

/**
 * Whether it matters that a value is gone one ms after the lookback, when no engine looks: where a value comes at the
 * very next evaluation, or at the evaluation that would end keep firing. There the panel agrees with an engine only if
 * it knows its interval.
 */
function endsBetweenEvaluations(series: Series, lookback: number, keepFiringForTicks: number): boolean {
  const ticks = series.filter(({ mark }) => mark !== null).map(({ tick }) => tick);
  return ticks.slice(1).some((tick, index) => {
    const absentFrom = ticks[index] + lookback + 1;
    return tick >= absentFrom && (tick === absentFrom || ticks.includes(absentFrom + keepFiringForTicks));
  });
}

/** What a range query gives, read from frames as Prometheus returns them: without the steps that it has no value at, and with null there. */
function steppedForms(series: Series, stepSeconds: number): Array<{ name: string; metric: Metric }> {
  const { times, values } = steppedSamples(series, stepSeconds);
  const byTime = new Map(times.map((time, row) => [time, values[row]]));
  const ticks = Array.from({ length: LAST_TICK + 1 }, (_, tick) => tick * stepSeconds * 1000);
  const withNulls = ticks.map((time) => byTime.get(time) ?? null);
  return [
    { name: 'values at the step', metric: metricOf(times, values, stepSeconds) },
    { name: 'values at the step, null where there is none', metric: metricOf(ticks, withNulls, stepSeconds) },
  ];
}

function metricOf(times: number[], values: Array<number | null>, stepSeconds: number): Metric {
  const frame = createDataFrame({
    meta: { custom: { resultType: 'matrix' } },
    fields: [
      { name: 'Time', type: FieldType.time, config: { interval: stepSeconds * 1000 }, values: times },
      { name: 'Value', type: FieldType.number, values },
    ],
  });
  const metrics = findMetrics([frame]);
  if (typeof metrics === 'string') {
    throw new Error(`A frame without a metric: ${metrics}`);
  }
  return metrics[0];
}

/** What a range query gives: at each step the newest sample that is not too old; a step without one is left out. */
export function steppedSamples(series: Series, stepSeconds: number): { times: number[]; values: number[] } {
  const lookback = lookbackTicks(stepSeconds);
  const times: number[] = [];
  const values: number[] = [];
  for (let tick = 0; tick <= LAST_TICK; tick++) {
    const newest = series.findLast((place) => place.tick <= tick && place.mark !== null);
    if (newest && typeof newest.mark === 'number' && tick - newest.tick <= lookback) {
      times.push(tick * stepSeconds * 1000);
      values.push(newest.mark);
    }
  }
  return { times, values };
}

/**
 * @param instead - What to take where the state is unknown; left out, the history before the first sample is known to be
 * inactive, as it is for an engine that has just started.
 */
export function askEveryTick(
  samples: Samples,
  judgement: Judgement,
  stepSeconds: number,
  instead?: readonly States[]
): PromState[][] {
  const states: PromState[][] = judgement.levels.map(() => []);
  const start = instead ? undefined : INACTIVE;
  for (let tick = 0; tick <= LAST_TICK; tick++) {
    if (instead && tick % UNKNOWN_EVERY > 0) {
      states.forEach((level, index) => level.push(instead[index][tick]));
      continue;
    }
    const at = tick * stepSeconds * 1000;
    const { levels } = evaluate(samples, judgement, { from: 0, to: at, now: at }, start).evaluation;
    levels.forEach(({ state }, index) => {
      states[index].push(PROM_STATE[state] ?? instead?.[index][tick]);
    });
  }
  return states;
}

function toldAfterwards(samples: Samples, judgement: Judgement, stepSeconds: number): PromState[][] {
  const step = stepSeconds * 1000;
  const to = LAST_TICK * step;
  const { evaluation } = evaluate(samples, judgement, { from: 0, to }, INACTIVE);
  return judgement.levels.map(({ severity }) =>
    Array.from({ length: LAST_TICK + 1 }, (_, tick) => toldAt(evaluation, judgement, severity, tick * step))
  );
}

function toldAt(
  { breaches, pendings }: Evaluation,
  { keepFiringForMs }: Judgement,
  severity: string,
  at: number
): PromState {
  const during = (from: number | null, to: number | undefined) => from! <= at && at < (to ?? Infinity);
  const fires = breaches.some((breach) => {
    // What stopped firing and has not recovered yet is kept firing.
    const end = breach.end !== undefined && keepFiringForMs > 0 ? breach.recoveredAt : breach.end;
    return breach.severity === severity && during(breach.firingSince, end);
  });
  if (fires) {
    return 'firing';
  }
  return pendings.some((one) => one.severity === severity && during(one.from, one.to)) ? 'pending' : 'inactive';
}
