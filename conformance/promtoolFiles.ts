import type { Condition, Operator } from '../src/rule/level';

import type { Case, Mark, Series } from './cases';
import { LAST_TICK } from './cases';
import type { States } from './panelStates';

/** A case with the states that the panel gives it: of each series, of each level. */
export interface Judged {
  given: Case;
  states: ReadonlyArray<readonly States[]>;
}

/** The two files of a promtool run, as objects: JSON is YAML. */
export interface PromtoolFiles {
  rules: object;
  test: object;
}

/** The name of the rule file beside a unit test file. */
export const RULE_FILE = 'rules.yml';

const EXPRESSIONS: Readonly<Record<Operator, (metric: string, bounds: readonly number[]) => string>> = {
  '>': (metric, [a]) => `${metric} > ${a}`,
  '>=': (metric, [a]) => `${metric} >= ${a}`,
  '<': (metric, [a]) => `${metric} < ${a}`,
  '<=': (metric, [a]) => `${metric} <= ${a}`,
  outside: (metric, [a, b]) => `${metric} < ${a} or ${metric} > ${b}`,
  outsideIncluded: (metric, [a, b]) => `${metric} <= ${a} or ${metric} >= ${b}`,
  inside: (metric, [a, b]) => `${metric} > ${a} and ${metric} < ${b}`,
  insideIncluded: (metric, [a, b]) => `${metric} >= ${a} and ${metric} <= ${b}`,
};

/** A rule file, and a unit test that expects of Prometheus, at every evaluation, the alerts that the panel has. */
export function promtoolFiles(judged: readonly Judged[], stepSeconds: number): PromtoolFiles {
  const step = `${stepSeconds}s`;
  return {
    rules: {
      groups: [
        { name: 'conformance', rules: judged.flatMap(({ given }, index) => alertRules(given, index, stepSeconds)) },
      ],
    },
    test: {
      rule_files: [RULE_FILE],
      evaluation_interval: step,
      tests: [
        {
          interval: step,
          input_series: judged.flatMap(({ given }, index) =>
            given.series.map((series, number) => ({
              series: `${metricName(index)}{series="${number}"}`,
              values: seriesNotation(series),
            }))
          ),
          promql_expr_test: Array.from({ length: LAST_TICK + 1 }, (_, tick) => ({
            expr: 'ALERTS',
            eval_time: `${tick * stepSeconds}s`,
            exp_samples: expectedAlerts(judged, tick),
          })),
        },
      ],
    },
  };
}

/** The name of a case's alert. */
export function alertName(index: number, severity: string): string {
  return `case${index}_${severity}`;
}

function metricName(index: number): string {
  return `m${index}`;
}

function alertRules(given: Case, index: number, stepSeconds: number): object[] {
  return given.levels.map(({ severity, condition }) => ({
    alert: alertName(index, severity),
    expr: expression(condition, metricName(index)),
    for: `${given.forTicks * stepSeconds}s`,
    keep_firing_for: `${given.keepFiringForTicks * stepSeconds}s`,
  }));
}

function expression({ operator, bounds }: Condition, metric: string): string {
  return EXPRESSIONS[operator](metric, bounds);
}

/** A series in promtool's notation: a mark a tick, `_` where there is no sample. */
export function seriesNotation(series: Series): string {
  const marks = new Map(series.map(({ tick, mark }) => [tick, mark]));
  const length = series.length > 0 ? series[series.length - 1].tick + 1 : 1;
  return Array.from({ length }, (_, tick) => notation(marks.get(tick) ?? null)).join(' ');
}

function notation(mark: Mark): string {
  if (mark === null) {
    return '_';
  }
  if (typeof mark === 'number' && !Number.isFinite(mark) && !Number.isNaN(mark)) {
    return mark > 0 ? 'Inf' : '-Inf';
  }
  // String(-0) is 0.
  return Object.is(mark, -0) ? '-0' : String(mark);
}

function expectedAlerts(judged: readonly Judged[], tick: number): object[] {
  return judged.flatMap(({ given, states }, index) =>
    given.levels.flatMap(({ severity }, level) =>
      states.flatMap((ofSeries, number) => {
        const state = ofSeries[level][tick];
        const labels = `alertname="${alertName(index, severity)}",alertstate="${state}",series="${number}"`;
        return state === 'inactive' ? [] : [{ labels: `ALERTS{${labels}}`, value: 1 }];
      })
    )
  );
}
