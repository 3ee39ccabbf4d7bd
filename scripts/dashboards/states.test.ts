import { readFileSync } from 'fs';
import { join } from 'path';

import type { ThresholdsConfig } from '@grafana/data';
import { toDataFrame } from '@grafana/data';

import { csvToColumns } from '../../demo/datasources/testdata/csv';
import type { RuledMetric } from '../../src/protocol/buildProtocol';
import { buildProtocol } from '../../src/protocol/buildProtocol';
import type { FieldMetric } from '../../src/frames/metrics';
import { findMetrics } from '../../src/frames/metrics';
import { readNativeThresholds } from '../../src/frames/nativeThresholds';
import type { Deadline, MetricProtocol } from '../../src/protocol/protocol';
import { mergeHistory } from '../../src/rule/history';
import { facesCsvs } from './facesSeries.mjs';
import { fill } from './fill.mjs';
import { salesCsvs } from './salesSeries.mjs';
import { DAY, HOUR } from '../../src/time/units';

const TEMPLATES = join(__dirname, '../../provisioning/templates');
const BUSINESS_FACES = [23, 24, 25, 26, 27, 28, 29];

interface Override {
  matcher: { options: string };
  properties: Array<{ id: string; value: unknown }>;
}

interface Dashboard {
  panels: Panel[];
}

interface Panel {
  id: number;
  timeFrom?: string;
  /** None of a row. */
  targets?: Array<{ refId: string; alias: string; csvContent: string }>;
  fieldConfig: { defaults: { displayName?: string; custom: { rule?: unknown } }; overrides: Override[] };
}

/** Of every metric of Sales Ops what its panel tells, if the dashboard is written at a moment and looked at then. */
function salesOn(now: number): MetricProtocol[] {
  const rules = prefixed('sales', readJson('rules/sales.json'));
  const { panels } = fill(readJson('sales-ops.json'), {
    now,
    csvs: prefixed('sales', salesCsvs(now)),
    rules,
  }) as Dashboard;
  // The others show what these tell.
  return panels.filter(hasFigures).flatMap((panel) => judged(panel, now, 182 * DAY));
}

function hasFigures({ targets = [] }: Partial<Panel>): boolean {
  return targets.some((target) => 'csvContent' in target);
}

/** The same of the faces of business data. */
function facesOn(now: number): MetricProtocol[] {
  const csvs = prefixed('faces', facesCsvs(now));
  const { panels } = fill(readJson('faces.json'), { now, csvs, rules: {} }) as Dashboard;
  return panels
    .filter(({ id }) => BUSINESS_FACES.includes(id))
    .flatMap((panel) => judged(panel, now, panel.timeFrom === '14d' ? 14 * DAY : DAY / 4));
}

function judged(panel: Panel, now: number, length: number): readonly MetricProtocol[] {
  const span = { from: now - length, to: now, now };
  return buildProtocol(ruledOf(panel), { judged: span, view: span }, []).metrics;
}

function readJson(file: string): object {
  return JSON.parse(readFileSync(join(TEMPLATES, file), 'utf8')) as object;
}

function prefixed(prefix: string, values: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [`${prefix}/${name}`, value]));
}

function ruledOf({ targets, fieldConfig }: Panel): RuledMetric[] {
  const frames = (targets ?? []).map(({ refId, alias, csvContent }) =>
    toDataFrame({ refId, name: alias, fields: csvToColumns(csvContent) })
  );
  const metrics = findMetrics(frames);
  return typeof metrics === 'string' ? [] : metrics.map((metric) => ruled(metric, fieldConfig));
}

/** As Grafana applies a field config, as far as these panels have one. */
function ruled(metric: FieldMetric, { defaults, overrides }: Panel['fieldConfig']): RuledMetric {
  const interpolate = (text: string) =>
    text.replace(/\$\{__field\.labels\.(\w+)\}/g, (_, label: string) => metric.field.labels?.[label] ?? '');
  const properties = overrides
    .filter(({ matcher }) => [metric.name, metric.refId].includes(matcher.options))
    .flatMap((override) => override.properties);
  const property = (id: string) => properties.find((one) => one.id === id)?.value;
  const displayName = (property('displayName') ?? defaults.displayName) as string | undefined;
  const config = { thresholds: property('thresholds') as ThresholdsConfig | undefined };
  return {
    metric: { ...metric, name: displayName === undefined ? metric.name : interpolate(displayName) },
    history: mergeHistory({
      override: property('custom.rule'),
      default: defaults.custom.rule,
      thresholds: readNativeThresholds({ ...metric.field, config }),
      interpolate,
    }),
    format: String,
    formatLevel: String,
    color: '',
  };
}

function missedDue(now: MetricProtocol['now']): number | undefined {
  const missing = now.state === 'stale' ? now.age : 'because' in now ? now.because : undefined;
  return missing?.kind === 'late' ? missing.missedDue : undefined;
}

/** When something is due; not where that is not known. */
function dueAt(due: Deadline | undefined): number | undefined {
  return due?.kind === 'at' ? due.at : undefined;
}

/** "Canada: firing critical", "Canada: stale, late", "Canada: unknown, too few", "Canada: levelOnly, crossed". */
function told({ name, kind, now, crossed, tooFew }: MetricProtocol): string {
  const state = kind === 'ruled' ? [now.state, 'severity' in now && now.severity].filter(Boolean).join(' ') : kind;
  const asides = [missedDue(now) !== undefined && 'late', tooFew && 'too few', crossed && 'crossed'];
  return `${name}: ${[state, ...asides].filter(Boolean).join(', ')}`;
}

const STATES = [
  'Week-2 lead conversion: firing critical',
  'Lead response time: normal',
  'Lead-source accuracy: normal',
  'New leads per day: context',
  'Bookings to plan, 30 days: normal',
  'Pipeline coverage: normal',
  'Commit gap, Sales to Finance: firing warning',
  'Partner-sourced pipeline: stale, late',
  'Average discount: levelOnly, crossed',
  'Open handoff disputes: pending warning',
  'Handoff to kickoff: normal',
];

/** Any day, and those that calendars are known to get wrong. */
const DAYS = {
  'a Monday before anything is due': '2026-03-02T05:59:59Z',
  'a Monday when the commits are due': '2026-03-02T08:00:00Z',
  'a Tuesday when the figures of the day are due': '2026-03-03T06:00:00Z',
  'a Friday night': '2026-03-06T23:59:59Z',
  'a Saturday': '2026-03-07T12:00:00Z',
  'a Sunday': '2026-03-08T12:00:00Z',
  'the night in which summer time begins': '2026-03-29T00:59:59Z',
  'the Monday after it': '2026-03-30T05:00:00Z',
  'the night in which summer time ends': '2026-10-25T01:30:00Z',
  'Easter Monday': '2026-04-06T10:00:00Z',
  'the Tuesday after it': '2026-04-07T05:00:00Z',
  'the days between the years': '2026-12-28T08:30:00Z',
  '1 January': '2027-01-01T00:00:00Z',
  '31 December': '2027-12-31T23:59:59Z',
  '29 February': '2028-02-29T00:00:00Z',
  'the first day of a quarter': '2026-07-01T00:00:00Z',
  'the day from which a new quarter counts': '2026-09-09T00:00:00Z',
};

describe.each(Object.entries(DAYS))('Sales Ops on %s', (_, moment) => {
  const now = Date.parse(moment);
  const metrics = salesOn(now);
  const metricOf = (name: string) => metrics.find((metric) => metric.name === name)!;

  it('shows a handful of states, the same as on every other day', () => {
    const states = metrics.map(told);
    expect(states.slice(0, STATES.length)).toEqual(STATES);
    expect(states.slice(STATES.length).filter((one) => !/: (normal|context)$/.test(one))).toEqual([
      'France: firing warning',
      'Iberia: firing critical',
      'Canada: pending warning',
      'Canada: unknown, too few',
    ]);
  });

  it('has nothing in its rules that can not be used', () => {
    expect(metrics.flatMap(({ rule }) => rule.problems)).toEqual([]);
  });

  it('judged the conversion before the quarter by the rule of then, which did not fire', () => {
    const { view, changes, now: edge, deadline } = metricOf('Week-2 lead conversion');
    expect(changes).toHaveLength(1);
    expect(edge.judgedTo).toBe(now - 15 * DAY);
    expect(view.breaches.map(({ severity }) => severity)).toEqual(['warning', 'warning', 'critical']);
    expect(view.breaches[0].onset).toBeGreaterThan(changes[0].at);
    expect(view.pendings.some(({ to = now }) => to < changes[0].at)).toBe(true);
    expect(dueAt(deadline)).toBeGreaterThan(now - DAY);
  });

  it('knows the rule of the next quarter, and does not judge by it', () => {
    const { upcoming, rule } = metricOf('Handoff to kickoff');
    expect(upcoming?.at).toBeGreaterThan(now);
    expect(rule.levels.map(({ condition }) => condition.bounds)).not.toEqual(
      upcoming?.after.levels.map(({ condition }) => condition.bounds)
    );
  });

  it('has the partners late for a week or two', () => {
    const late = now - (missedDue(metricOf('Partner-sourced pipeline').now) ?? NaN);
    expect(late).toBeGreaterThanOrEqual(6.7 * DAY);
    expect(late).toBeLessThan(22 * DAY);
  });
});

describe.each([
  '2026-03-02T00:00:00Z',
  '2026-03-02T00:30:00Z',
  '2026-03-02T00:59:59Z',
  '2026-03-29T01:59:00Z',
  '2026-06-15T12:00:00Z',
  '2026-10-25T18:00:00Z',
  '2027-12-31T23:59:59Z',
  '2028-02-29T22:45:30Z',
])('the faces of business data at %s', (moment) => {
  const now = Date.parse(moment);
  const metrics = facesOn(now);
  const metricOf = (name: string) => metrics.find((metric) => metric.name === name)!;

  it('show what they are for', () => {
    expect(metrics.map(told)).toEqual([
      'Owed: stale, late',
      'Not owed yet: normal',
      'Not settled: normal',
      'Settled and firing: firing critical',
      'Few: unknown, too few',
      'Few and firing: firing critical, too few',
      'Answers: context',
      'Fires by the new rule: firing critical',
      'Fired by the old rule: normal',
      'Stricter soon: normal',
      'After hours: firing critical',
    ]);
    expect(metrics.flatMap(({ rule }) => rule.problems)).toEqual([]);
  });

  it('are late for an hour, and due when people work', () => {
    const late = now - (missedDue(metricOf('Owed').now) ?? NaN);
    expect(Math.abs(late - HOUR)).toBeLessThan(HOUR / 60);
    const today = Math.floor(now / DAY) * DAY;
    expect(dueAt(metricOf('After hours').deadline)).toBe(today + 2 * DAY + 10 * HOUR);
    expect(dueAt(metricOf('Settled and firing').deadline)).toBeGreaterThan(now + DAY);
  });

  it('fired from the moment at which the rule changed, or no longer from then on', () => {
    const { now: edge, changes } = metricOf('Fires by the new rule');
    expect(edge.since).toBe(changes[0].at);
    const { view } = metricOf('Fired by the old rule');
    expect(view.breaches.map(({ end }) => end)).toEqual([changes[0].at]);
  });
});
