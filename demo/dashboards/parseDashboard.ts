import type { DataQuery, DataSourceRef } from '@grafana/schema';
import { DashboardCursorSync } from '@grafana/schema';
import type {
  AnnotationModel,
  DashboardLinkModel,
  DashboardModel,
  GridPosition,
  PanelModel,
  VariableModel,
} from './model';

type Json = Record<string, unknown>;

const ANNOTATION_COLOR = 'rgba(0, 211, 255, 1)';

/** Reads a saved dashboard; what is missing or of a wrong type gets Grafana's default. */
export function parseDashboard(saved: unknown): DashboardModel {
  const json = record(saved);
  const time = record(json.time);
  const timepicker = record(json.timepicker);
  return {
    uid: text(json.uid) ?? '',
    title: text(json.title) ?? 'Untitled',
    description: text(json.description),
    tags: list(json.tags).filter((tag) => typeof tag === 'string'),
    panels: list(json.panels).map(parsePanel),
    variables: list(record(json.templating).list).map(parseVariable),
    annotations: withBuiltIn(list(record(json.annotations).list).map(parseAnnotation)),
    links: list(json.links).map(parseLink),
    time: { from: text(time.from) ?? 'now-6h', to: text(time.to) ?? 'now' },
    timezone: text(json.timezone) ?? 'browser',
    fiscalYearStartMonth: number(json.fiscalYearStartMonth),
    weekStart: text(json.weekStart),
    refresh: text(json.refresh) ?? '',
    refreshIntervals: Array.isArray(timepicker.refresh_intervals)
      ? timepicker.refresh_intervals.filter((entry) => typeof entry === 'string')
      : undefined,
    hideTimePicker: timepicker.hidden === true,
    cursorSync: cursorSync(json.graphTooltip),
  };
}

function parsePanel(saved: unknown): PanelModel {
  const json = record(saved);
  const fieldConfig = record(json.fieldConfig);
  return {
    id: number(json.id) ?? 0,
    type: text(json.type) ?? 'timeseries',
    title: text(json.title) ?? '',
    description: text(json.description),
    gridPos: parsePosition(json.gridPos),
    transparent: json.transparent === true,
    datasource: dataSource(json.datasource),
    targets: list(json.targets) as DataQuery[],
    fieldConfig: {
      defaults: record(fieldConfig.defaults),
      overrides: list(fieldConfig.overrides) as PanelModel['fieldConfig']['overrides'],
    },
    options: record(json.options),
    transformations: list(json.transformations) as PanelModel['transformations'],
    pluginVersion: text(json.pluginVersion),
    maxDataPoints: number(json.maxDataPoints),
    interval: text(json.interval),
    timeFrom: text(json.timeFrom),
    timeShift: text(json.timeShift),
    hideTimeOverride: json.hideTimeOverride === true,
    repeat: text(json.repeat),
    repeatDirection: json.repeatDirection === 'v' ? 'v' : 'h',
    maxPerRow: number(json.maxPerRow) ?? 4,
    links: list(json.links),
    collapsed: json.collapsed === true,
    panels: list(json.panels).map(parsePanel),
  };
}

function parsePosition(saved: unknown): GridPosition {
  const { x, y, w, h } = record(saved);
  return { x: number(x) ?? 0, y: number(y) ?? 0, w: number(w) ?? 12, h: number(h) ?? 8 };
}

function parseVariable(saved: unknown): VariableModel {
  const json = record(saved);
  return {
    type: text(json.type) ?? 'custom',
    name: text(json.name) ?? '',
    label: text(json.label),
    description: text(json.description),
    hide: number(json.hide) ?? 0,
    query: json.query,
    datasource: dataSource(json.datasource),
    regex: text(json.regex) ?? '',
    refresh: number(json.refresh) ?? 1,
    sort: number(json.sort) ?? 0,
    current: record(json.current),
    multi: json.multi === true,
    includeAll: json.includeAll === true,
    allValue: text(json.allValue),
    skipUrlSync: json.skipUrlSync === true,
    auto: json.auto === true,
    autoCount: number(json.auto_count) ?? 30,
    autoMin: text(json.auto_min) ?? '10s',
  };
}

function parseAnnotation(saved: unknown): AnnotationModel {
  const json = record(saved);
  return {
    name: text(json.name) ?? 'Annotations',
    enable: json.enable !== false,
    hide: json.hide === true,
    iconColor: text(json.iconColor) ?? ANNOTATION_COLOR,
    query: json,
  };
}

/** Every dashboard shows its own annotations, also where its file does not say so. */
function withBuiltIn(models: AnnotationModel[]): AnnotationModel[] {
  if (models.some(({ query }) => Boolean(query.builtIn))) {
    return models;
  }
  const name = 'Annotations & Alerts';
  const datasource = { type: 'grafana', uid: '-- Grafana --' };
  return [
    {
      name,
      enable: true,
      hide: true,
      iconColor: ANNOTATION_COLOR,
      query: { builtIn: 1, datasource, type: 'dashboard' },
    },
    ...models,
  ];
}

function parseLink(saved: unknown): DashboardLinkModel {
  const json = record(saved);
  return {
    title: text(json.title) ?? '',
    type: json.type === 'dashboards' ? 'dashboards' : 'link',
    url: text(json.url) ?? '',
    tags: list(json.tags).filter((tag) => typeof tag === 'string'),
    tooltip: text(json.tooltip),
    targetBlank: json.targetBlank === true,
    keepTime: json.keepTime === true,
    includeVars: json.includeVars === true,
  };
}

function cursorSync(saved: unknown): DashboardCursorSync {
  return saved === 1
    ? DashboardCursorSync.Crosshair
    : saved === 2
      ? DashboardCursorSync.Tooltip
      : DashboardCursorSync.Off;
}

function dataSource(saved: unknown): DataSourceRef | undefined {
  if (typeof saved === 'string') {
    return { uid: saved };
  }
  const { uid, type } = record(saved);
  return text(uid) === undefined && text(type) === undefined ? undefined : { uid: text(uid), type: text(type) };
}

function record(value: unknown): Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function number(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}
