import type { Column, QueryResult, QueryWindow, WireFrame } from '../queryResult';
import { toWireFrame } from '../queryResult';
import { cellsToColumn, csvToColumns } from './csv';
import { parseLabels } from './labels';
import { parseWaveValue, parseWaveValues, predictableSeries } from './predictable';
import { randomWalk } from './randomWalk';

/** A TestData query as dashboards save it, as far as the scenarios below read it. */
export interface TestDataQuery {
  refId: string;
  scenarioId?: string;
  alias?: string;
  labels?: string;
  csvContent?: string;
  csvWave?: Array<{ timeStep?: number; valuesCSV?: string; labels?: string; name?: string }>;
  pulseWave?: { timeStep?: number; onCount?: number; offCount?: number; onValue?: unknown; offValue?: unknown };
  seriesCount?: number;
  startValue?: number;
  spread?: number;
  noise?: number;
  min?: number | null;
  max?: number | null;
  dropPercent?: number;
  stringInput?: string;
}

type Scenario = (query: TestDataQuery, window: QueryWindow) => WireFrame[] | Promise<WireFrame[]>;

const LONGEST_DELAY_MS = 60_000;

const SCENARIOS: Record<string, Scenario> = {
  csv_content: (query) => (query.csvContent ? [csvFrame(query, query.csvContent)] : []),
  csv_metric_values: (query, window) => [csvMetricValues(query, window)],
  datapoints_outside_range: (query, window) => [outsideRange(query, window)],
  predictable_csv_wave: (query, window) => (query.csvWave ?? []).map((wave) => waveFrame(query, wave, window)),
  predictable_pulse: (query, window) => [pulseFrame(query, window)],
  random_walk: (query, window) =>
    Array.from({ length: query.seriesCount ?? 1 }, (_, index) => randomWalkFrame(query, window, index)),
  random_walk_with_error: (query, window) => [randomWalkFrame(query, window, 0)],
  slow_query: async (query, window) => {
    await new Promise((resolve) => setTimeout(resolve, parseDelay(query.stringInput)));
    return [randomWalkFrame(query, window, 0)];
  },
};

/**
 * Answers a TestData query as the real data source does: a scenario that it does not know, that answers nothing
 * (`no_data_points`), or that can't read its input has no result at all, which a panel shows as "No data".
 * @throws for `server_error_500` without input, as the real one panics
 */
export async function queryTestData(query: TestDataQuery, window: QueryWindow): Promise<QueryResult | undefined> {
  const id = query.scenarioId ?? 'random_walk';
  if (id === 'server_error_500' && !query.stringInput) {
    throw new Error('Internal Server Error - Test Data Panic!');
  }
  if (id === 'error_with_source') {
    return { status: 500, error: 'error', frames: [] };
  }
  const scenario = SCENARIOS[id === 'server_error_500' ? 'csv_metric_values' : id];
  if (scenario === undefined) {
    return undefined;
  }
  try {
    const frames = await scenario(query, window);
    if (id === 'random_walk_with_error') {
      const error = 'this is an error and it can include URLs http://grafana.com/';
      return { status: 500, error, frames };
    }
    return frames.length > 0 ? { status: 200, frames } : undefined;
  } catch (error) {
    console.error(`TestData ${id} (query ${query.refId}): ${error instanceof Error ? error.message : String(error)}`);
    return undefined;
  }
}

function csvFrame(query: TestDataQuery, csv: string): WireFrame {
  return toWireFrame(query.refId, csvToColumns(csv), { name: query.alias || undefined });
}

function waveFrame(
  query: TestDataQuery,
  wave: NonNullable<TestDataQuery['csvWave']>[number],
  { from, to }: QueryWindow
): WireFrame {
  const timeStep = Math.trunc((wave.timeStep ?? 0) * 1000);
  const [time, value] = predictableSeries({ from, to, timeStep, values: parseWaveValues(wave.valuesCSV ?? '') });
  return toWireFrame(query.refId, [time, { ...value, labels: parseLabels(wave.labels) }], {
    name: wave.name || seriesName(query, 0),
    meta: { type: 'timeseries-multi' },
  });
}

function pulseFrame(query: TestDataQuery, { from, to }: QueryWindow): WireFrame {
  const { timeStep = 0, onCount = 0, offCount = 0, onValue, offValue } = query.pulseWave ?? {};
  const on = parseWaveValue(onValue);
  const off = parseWaveValue(offValue);
  const values = Array.from({ length: onCount + offCount }, (_, index) => (index < onCount ? on : off));
  const [time, value] = predictableSeries({ from, to, timeStep: timeStep * 1000, values });
  return toWireFrame(query.refId, [time, { ...value, labels: parseLabels(query.labels) }], {
    name: seriesName(query, 0),
    meta: { type: 'timeseries-multi' },
  });
}

function randomWalkFrame(query: TestDataQuery, { from, to, intervalMs }: QueryWindow, index: number): WireFrame {
  const [time, value] = randomWalk({
    from,
    to,
    intervalMs,
    seed: [query.refId, query.alias, query.labels, index].join('|'),
    startValue: query.startValue,
    spread: query.spread ?? 1,
    noise: query.noise ?? 0,
    min: query.min ?? undefined,
    max: query.max ?? undefined,
    dropPercent: query.dropPercent ?? 0,
  });
  const named: Column = { ...value, name: seriesName(query, index), labels: parseLabels(query.labels, index) };
  return toWireFrame(query.refId, [time, named], { meta: { type: 'timeseries-multi', custom: { customStat: 10 } } });
}

function csvMetricValues(query: TestDataQuery, { from, to }: QueryWindow): WireFrame {
  const cells = (query.stringInput ?? '').replaceAll(' ', '');
  if (cells === '') {
    return toWireFrame(query.refId, []);
  }
  const column = cellsToColumn(cells.split(','));
  const count = column.values.length;
  const step = count > 1 ? Math.trunc((to - from) / (count - 1)) : 0;
  return toWireFrame(query.refId, [
    { name: 'time', type: 'time', values: column.values.map((_, index) => from + index * step) },
    { ...column, name: seriesName(query, 0) },
  ]);
}

function outsideRange(query: TestDataQuery, { from }: QueryWindow): WireFrame {
  const hour = 3_600_000;
  return toWireFrame(
    query.refId,
    [
      { name: 'Time', type: 'time', values: [from - hour] },
      { name: 'Value', type: 'number', values: [10] },
    ],
    { name: seriesName(query, 0) }
  );
}

function seriesName({ alias, refId }: TestDataQuery, index: number): string {
  return alias || `${refId}-series${index > 0 ? index : ''}`;
}

const UNIT_MS: Record<string, number> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 };

function parseDelay(text: string | undefined): number {
  const parts = [...(text ?? '').matchAll(/([\d.]+)(ms|s|m|h)/g)];
  const total = parts.reduce((sum, [, amount, unit]) => sum + Number(amount) * UNIT_MS[unit], 0);
  return Math.min(total, LONGEST_DELAY_MS);
}
