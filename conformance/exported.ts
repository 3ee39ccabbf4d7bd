import fc from 'fast-check';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'yaml';

import { dashboardAlerts } from '../src/alerting/export/exportDashboard';
import type { MadeRule, PrometheusRule } from '../src/alerting/export/prometheus/prometheusRules';
import { prometheusFile, prometheusRules } from '../src/alerting/export/prometheus/prometheusRules';
import { readSavedDashboard } from '../src/frames/savedDashboard';
import { toJudgements } from '../src/protocol/versions';
import { sift, Volumes } from '../src/protocol/volume';
import type { Samples } from '../src/evaluation/evaluation';
import type { RuleHistory } from '../src/rule/rule';
import { mergeHistory } from '../src/rule/history';
import { english } from '../src/words/english';
import type { Series } from './cases';
import { LAST_TICK, lookbackTicks } from './cases';
import type { ExportedCase } from './exportedCases';
import { anyExportedCase, stored } from './exportedCases';
import type { PromState } from './panelStates';
import { askEveryTick, steppedSamples } from './panelStates';
import { checkRules, testRules } from './promtool';
import { RULE_FILE, seriesNotation } from './promtoolFiles';

const STEP_SECONDS = [30, 60];
const CASES_PER_BATCH = 60;
const VOLUME = 'Volume';

/** What was compared, and the first case in which the exported rules disagree with the panel. */
export interface ExportComparison {
  cases: number;
  rules: number;
  /** Levels that Prometheus has no words for. */
  refused: number;
  evaluations: number;
  active: number;
  /** How many rules have a recovery threshold, a hold, a delay, series apart, a least volume. */
  having: Record<'recovery' | 'hold' | 'settle' | 'apart' | 'volume', number>;
  failure?: string;
}

/**
 * Exports random rules of dashboards, has promtool check the files, and compares at every evaluation what Prometheus makes
 * of them with what the panel says.
 *
 * @param cases - How many rules, at least.
 * @param folder - Where the files of a failing case are written.
 */
export async function compareExports(cases: number, seed: number, folder: string): Promise<ExportComparison> {
  const having = { recovery: 0, hold: 0, settle: 0, apart: 0, volume: 0 };
  const total: ExportComparison = { cases: 0, rules: 0, refused: 0, evaluations: 0, active: 0, having };
  for (let batch = seed; total.cases < cases && total.failure === undefined; batch++) {
    const stepSeconds = STEP_SECONDS[batch % STEP_SECONDS.length];
    const given = fc.sample(anyExportedCase(lookbackTicks(stepSeconds)), { seed: batch, numRuns: CASES_PER_BATCH });
    const exported = given.map((one, index) => exportCase(one, index, stepSeconds));
    count(total, exported);
    total.failure = await compare(exported, stepSeconds, join(folder, `export-seed-${batch}`));
  }
  return total;
}

/** A case, the rules that it is exported as, and the alerts that they have to raise, a list a tick. */
interface ExportedRules {
  given: ExportedCase;
  made: ReadonlyArray<MadeRule<PrometheusRule>>;
  refused: number;
  expected: readonly string[][];
  input: object[];
}

function count(total: ExportComparison, exported: readonly ExportedRules[]): void {
  for (const { given, made, refused, expected } of exported) {
    const rules = made.length;
    total.cases++;
    total.rules += rules;
    total.refused += refused;
    total.evaluations += rules * given.series.length * (LAST_TICK + 1);
    total.active += expected.flat().length;
    total.having.recovery += Object.keys(given.recovery).length > 0 ? rules : 0;
    total.having.hold += given.holdTicks === undefined ? 0 : rules;
    total.having.settle += given.settleTicks > 0 ? rules : 0;
    total.having.apart += given.apart === undefined ? 0 : rules;
    total.having.volume += given.minVolume === undefined ? 0 : rules;
  }
}

async function compare(exported: readonly ExportedRules[], stepSeconds: number, folder: string) {
  const failing = await failureOf(exported, stepSeconds);
  if (failing === undefined) {
    return undefined;
  }
  for (const one of exported) {
    const failure = await failureOf([one], stepSeconds);
    if (failure !== undefined) {
      await mkdir(folder, { recursive: true });
      await writeFile(join(folder, RULE_FILE), ruleText([one]));
      await writeFile(join(folder, 'test.yml'), JSON.stringify(testOf([one], stepSeconds), null, 2));
      const run = `promtool test rules ${join(folder, 'test.yml')}`;
      return [run, fc.stringify(one.given), ruleText([one]), failure.slice(0, 4000)].join('\n');
    }
  }
  return failing.slice(0, 4000);
}

async function failureOf(exported: readonly ExportedRules[], stepSeconds: number): Promise<string | undefined> {
  const rules = ruleText(exported);
  const checked = await checkRules(rules);
  if (checked.code !== 0) {
    return checked.output;
  }
  const { code, output } = await testRules(rules, testOf(exported, stepSeconds));
  return code === 0 ? undefined : output;
}

function ruleText(exported: readonly ExportedRules[]): string {
  const made = exported.flatMap((one) => one.made);
  return stringify(made.length > 0 ? prometheusFile(made) : { groups: [] }, { lineWidth: 0 });
}

function testOf(exported: readonly ExportedRules[], stepSeconds: number): object {
  const step = `${stepSeconds}s`;
  return {
    rule_files: [RULE_FILE],
    evaluation_interval: step,
    tests: [
      {
        interval: step,
        input_series: exported.flatMap(({ input }) => input),
        promql_expr_test: Array.from({ length: LAST_TICK + 1 }, (_, tick) => ({
          expr: 'ALERTS',
          eval_time: `${tick * stepSeconds}s`,
          exp_samples: exported.flatMap(({ expected }) => expected[tick].map((labels) => ({ labels, value: 1 }))),
        })),
      },
    ],
  };
}

function exportCase(given: ExportedCase, index: number, stepSeconds: number): ExportedRules {
  const rule = storedRule(given, stepSeconds);
  const alerts = dashboardAlerts(readSavedDashboard(dashboardOf(given, rule, index, stepSeconds)));
  const { made, refused } = prometheusRules(english, alerts.made);
  const inputs = given.series.map((series, number) => ({ series, number }));
  return {
    given,
    made,
    refused: refused.length,
    input: [
      ...inputs.map(({ series, number }) => ({
        series: `m${index}{series="${number}"}`,
        values: seriesNotation(series),
      })),
      ...inputs.map(({ number }) => ({
        series: `v${index}{series="${number}"}`,
        values: seriesNotation(volumesOf(given)),
      })),
    ],
    expected: expectedAlerts(given, made, rule, stepSeconds),
  };
}

/** A rule as a panel keeps it. */
function storedRule({ levels, recovery, ...given }: ExportedCase, stepSeconds: number): object {
  const ticks = (count: number) => `${count * stepSeconds}s`;
  return {
    owner: 'SRE',
    action: 'Restart {{ it }}',
    operator: levels[0].condition.operator,
    ...Object.fromEntries(levels.map(({ severity, condition }) => [severity, stored(condition.bounds)])),
    recovery,
    for: ticks(given.forTicks),
    keepFiringFor: ticks(given.keepFiringForTicks),
    ...(given.holdTicks !== undefined && { staleAfter: ticks(given.holdTicks) }),
    ...(given.settleTicks > 0 && { settleAfter: ticks(given.settleTicks) }),
    ...(given.minVolume !== undefined && {
      minVolume: given.minVolume,
      volumeSeries: `${VOLUME} \${__field.labels.series}`,
    }),
  };
}

function dashboardOf({ apart }: ExportedCase, rule: object, index: number, stepSeconds: number): object {
  const panel = {
    id: 1,
    type: 'protocolops-protocol-panel',
    title: `Case ${index}`,
    datasource: { type: 'prometheus', uid: 'p' },
    options: { judgeOn: 'fixed', step: `${stepSeconds}s` },
    targets: [
      { refId: 'A', expr: `m${index} # as recorded`, legendFormat: 'case {{series}}' },
      { refId: 'B', expr: `v${index}`, legendFormat: `${VOLUME} {{series}}` },
    ],
    fieldConfig: {
      defaults: { custom: { rule } },
      overrides: [
        {
          matcher: { id: 'byFrameRefID', options: 'B' },
          properties: [{ id: 'custom.rule', value: { noRule: 'a volume' } }],
        },
        ...(apart === undefined
          ? []
          : [
              {
                matcher: { id: 'byName', options: 'case 0' },
                properties: [{ id: 'custom.rule', value: { critical: apart } }],
              },
            ]),
      ],
    },
  };
  return { uid: `d${index}`, title: `Dashboard ${index}`, panels: [panel] };
}

/** The volumes, over and over, at every tick. */
function volumesOf({ volumes }: ExportedCase): Series {
  return Array.from({ length: LAST_TICK + 1 }, (_, tick) => ({ tick, mark: volumes[tick % volumes.length] }));
}

function expectedAlerts(
  given: ExportedCase,
  made: ReadonlyArray<MadeRule<PrometheusRule>>,
  rule: object,
  stepSeconds: number
): string[][] {
  const expected: string[][] = Array.from({ length: LAST_TICK + 1 }, () => []);
  given.series.forEach((series, number) => {
    const isApart = number === 0 && given.apart !== undefined;
    const history = mergeHistory({ default: rule, ...(isApart && { override: { critical: given.apart } }) });
    const states = panelOf(given, series, history, stepSeconds);
    const { levels } = history.versions[0].rule;
    levels.forEach(({ severity }, level) => {
      const own = made.find(
        ({ alert }) =>
          alert.severity === severity && (given.apart === undefined || (alert.series.kind === 'only') === isApart)
      );
      states[level].forEach((state, tick) => {
        if (own && state !== 'inactive') {
          expected[tick].push(labelsOf(own.rule, state, number));
        }
      });
    });
  });
  return expected;
}

function panelOf(given: ExportedCase, series: Series, history: RuleHistory, stepSeconds: number): PromState[][] {
  const samples = steppedSamples(series, stepSeconds);
  const counted = given.minVolume === undefined ? samples : voluminous(given, samples, history, stepSeconds);
  const [{ judgement }] = toJudgements(history, { intervalMs: stepSeconds * 1000, everyStep: true });
  return askEveryTick(counted, judgement, stepSeconds);
}

function voluminous(given: ExportedCase, samples: Samples, history: RuleHistory, stepSeconds: number): Samples {
  const volumes = new Volumes(() => steppedSamples(volumesOf(given), stepSeconds));
  return sift(samples, history, volumes, LAST_TICK * stepSeconds * 1000).samples;
}

function labelsOf({ alert, labels }: PrometheusRule, state: PromState, series: number): string {
  const all = { alertname: alert, alertstate: state, series: String(series), ...labels };
  const pairs = Object.entries(all).map(([name, value]) => `${name}=${JSON.stringify(value)}`);
  return `ALERTS{${pairs.join(',')}}`;
}
