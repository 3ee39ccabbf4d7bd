import { MINUTE } from '../scripts/dashboards/time.mjs';

/** What the benchmark draws: one chart of 20 series of 5,000 samples, a sample a minute. */
const SERIES = 20;
const SAMPLES = 5000;

const RULE = {
  operator: '>',
  warning: 85,
  critical: 92,
  for: '5m',
  recovery: { critical: 88 },
  keepFiringFor: '5m',
  definition: 'Share of workers that are busy.',
  owner: 'Team ${__field.name}',
  action: '1. Look at the queue\n2. Add workers',
  automation: 'None',
  escalateAfter: '4h',
  escalateTo: 'Head of service',
};

/** A seeded walk that is drawn back to its middle, so that every run draws the same; some 3 % of it is above 85. */
function walk(seed, length) {
  let state = seed * 7919 + 17;
  let value = 50;
  return Array.from({ length }, () => {
    state = (state * 48271) % 2147483647;
    value += (state / 2147483647 - 0.5) * 14 - (value - 50) * 0.018;
    return value.toFixed(1);
  }).join(',');
}

function waves() {
  return Array.from({ length: SERIES }, (_, index) => ({
    name: `worker ${index + 1}`,
    timeStep: 60,
    // Lengths without a common factor, so that the series do not repeat together.
    valuesCSV: walk(index + 1, 601 + index * 2),
  }));
}

function dashboard(uid, title, panels) {
  return {
    uid,
    title,
    tags: ['protocol-bench'],
    schemaVersion: 41,
    version: 1,
    timezone: 'utc',
    time: { from: `now-${SAMPLES}m`, to: 'now' },
    refresh: '',
    graphTooltip: 0,
    templating: { list: [] },
    annotations: { list: [] },
    panels,
  };
}

function panel(type, custom, options) {
  const datasource = { type: 'grafana-testdata-datasource', uid: 'testdata' };
  return {
    id: 1,
    type,
    title: 'Workers',
    gridPos: { x: 0, y: 0, w: 24, h: 20 },
    datasource,
    maxDataPoints: SAMPLES * 2,
    targets: [{ refId: 'A', datasource, scenarioId: 'predictable_csv_wave', csvWave: waves() }],
    fieldConfig: { defaults: { unit: 'percent', color: { mode: 'palette-classic' }, custom }, overrides: [] },
    options,
  };
}

const CHART = {
  legend: { showLegend: true, displayMode: 'list', placement: 'bottom', calcs: [] },
  tooltip: { mode: 'single', sort: 'none' },
};

export const EMPTY = dashboard('bench-empty', 'Bench: empty', []);

/** The bare host chart, and the same chart with its rules and the list. */
export const BARE = dashboard('bench-bare', 'Bench: bare chart', [panel('timeseries', { lineWidth: 1 }, CHART)]);
export const PROTOCOL = dashboard('bench-protocol', 'Bench: protocol', [
  panel('protocolops-protocol-panel', { lineWidth: 1, rule: RULE }, { layout: 'list', chart: CHART }),
]);

/** Ten panels of ten metrics each, refreshed four times a minute. */
export const MANY = {
  ...dashboard(
    'bench-many',
    'Bench: many metrics',
    Array.from({ length: 10 }, (_, index) => few(index))
  ),
  time: { from: 'now-1h', to: 'now' },
  refresh: '15s',
};

/** What a wall has to bear: 1,000 metrics of 500 samples, and of them some that fire. */
const WALL_METRICS = 1000;
const WALL_SAMPLES = 500;

/** The wall, a Stat panel of the same metrics, and the same data with nothing drawn of it. */
export const WALL = wide('bench-wall', 'Bench: wall', 'protocolops-protocol-panel', { layout: 'wall' });
export const STAT = wide('bench-stat', 'Bench: stat', 'stat', statOptions(''));
export const PIPELINE = wide('bench-pipeline', 'Bench: data alone', 'stat', statOptions('/^none of them$/'));

function wide(uid, title, type, options) {
  const one = panel(type, type === 'stat' ? {} : { rule: RULE }, options);
  const [target] = one.targets;
  const csvWave = Array.from({ length: WALL_METRICS }, (_, index) => ({
    name: `worker ${index + 1}`,
    timeStep: 60,
    valuesCSV: walk(index + 1, 97 + (index % 50)),
  }));
  return {
    ...dashboard(uid, title, [{ ...one, maxDataPoints: WALL_SAMPLES * 2, targets: [{ ...target, csvWave }] }]),
    time: { from: `now-${WALL_SAMPLES}m`, to: 'now' },
  };
}

function statOptions(fields) {
  return {
    reduceOptions: { values: false, calcs: ['lastNotNull'], fields },
    orientation: 'auto',
    textMode: 'value_and_name',
    colorMode: 'value',
    graphMode: 'none',
    justifyMode: 'auto',
    wideLayout: true,
    showPercentChange: false,
    percentChangeColorMode: 'standard',
  };
}

function few(index) {
  const one = panel('protocolops-protocol-panel', { lineWidth: 1, rule: RULE }, { layout: 'list', chart: CHART });
  const [{ csvWave, ...target }] = one.targets;
  return {
    ...one,
    id: index + 1,
    gridPos: { x: 12 * (index % 2), y: 8 * Math.floor(index / 2), w: 12, h: 8 },
    targets: [{ ...target, csvWave: csvWave.slice(0, 10) }],
    maxDataPoints: 100,
  };
}

const RECORDING = { layout: 'list', chart: CHART, record: true, lookBack: '1h', step: '1m' };

/** The same ten panels with recording on, and with levels that none of their values reaches. */
export const CALM_RECORDED = {
  ...MANY,
  uid: 'bench-recorded',
  title: 'Bench: recording, calm',
  panels: MANY.panels.map((one) => ({
    ...one,
    fieldConfig: {
      ...one.fieldConfig,
      defaults: { custom: { rule: { ...RULE, warning: '', critical: 1000, recovery: {} } } },
    },
    options: RECORDING,
  })),
};

/** One metric that fires five minutes from now, for ten minutes: a sample a minute. */
export function recorded(now) {
  const minutes = Array.from({ length: 120 }, (_, row) => row - 60);
  const rows = minutes.map((minute) => [
    new Date(now + minute * MINUTE).toISOString(),
    minute >= 5 && minute < 15 ? 90 : 40,
  ]);
  const one = panel(
    'protocolops-protocol-panel',
    { rule: { ...RULE, warning: '', critical: 80, for: '', recovery: {} } },
    RECORDING
  );
  const [{ datasource }] = one.targets;
  const csvContent = [['Time', 'Busy'], ...rows].map((row) => row.join(',')).join('\n');
  const targets = [{ refId: 'A', datasource, scenarioId: 'csv_content', csvContent }];
  return {
    ...dashboard('bench-fires', 'Bench: recording', [{ ...one, targets }]),
    time: { from: 'now-1h', to: 'now' },
    refresh: '15s',
  };
}
