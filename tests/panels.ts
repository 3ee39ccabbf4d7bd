import { NOW } from './clock';
import type { DashboardJson } from './temporaryDashboards';
import { MINUTE } from '../src/time/units';

const TESTDATA = { type: 'grafana-testdata-datasource', uid: 'testdata' };

/** A panel as dashboard JSON, as far as the specs look at it. */
export interface PanelJson {
  id: number;
  type: string;
  title: string;
  options: Record<string, unknown>;
  fieldConfig: unknown;
  targets: unknown[];
  datasource?: unknown;
  transformations?: unknown[];
}

/** A dashboard of given panels over the last six hours. */
export function dashboardOf(uid: string, panels: Array<Partial<PanelJson>>): DashboardJson {
  return {
    uid,
    title: `Test ${uid}`,
    tags: ['protocol-tests'],
    schemaVersion: 41,
    timezone: 'utc',
    time: { from: 'now-6h', to: 'now' },
    annotations: { list: [] },
    templating: { list: [] },
    panels: panels.map((panel, place) => ({
      id: place + 1,
      title: `Panel ${place + 1}`,
      gridPos: { x: 0, y: place * 12, w: 24, h: 12 },
      datasource: TESTDATA,
      ...panel,
    })),
  };
}

/** A query that returns a table. */
export function tableQuery(refId: string, rows: string[][]): unknown {
  const cellText = (cell: string) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  const csvContent = rows.map((row) => row.map(cellText).join(',')).join('\n');
  return { refId, datasource: TESTDATA, scenarioId: 'csv_content', csvContent };
}

/**
 * A query for series whose values are given, one every five minutes.
 *
 * @param after - How many of them come after now; the one before these is now.
 */
export function seriesQuery(refId: string, series: Record<string, number[]>, after = 0): unknown {
  const names = Object.keys(series);
  const length = Math.max(...names.map((name) => series[name].length));
  const rows = Array.from({ length }, (_, row) => [
    new Date(NOW - (length - 1 - row - after) * 5 * MINUTE).toISOString(),
    ...names.map((name) => series[name][row]),
  ]);
  const csvContent = [['Time', ...names], ...rows].map((row) => row.join(',')).join('\n');
  return { refId, datasource: TESTDATA, scenarioId: 'csv_content', csvContent };
}
