import type { DataTransformerConfig, FieldConfigSource } from '@grafana/data';
import type { DashboardCursorSync, DataQuery, DataSourceRef } from '@grafana/schema';

/** What the local host reads of a saved dashboard (the classic JSON, schema version 36 and later). */
export interface DashboardModel {
  uid: string;
  title: string;
  description?: string;
  tags: string[];
  panels: PanelModel[];
  variables: VariableModel[];
  annotations: AnnotationModel[];
  links: DashboardLinkModel[];
  time: { from: string; to: string };
  timezone: string;
  fiscalYearStartMonth?: number;
  weekStart?: string;
  /** Empty where it does not refresh by itself. */
  refresh: string;
  refreshIntervals?: string[];
  hideTimePicker: boolean;
  cursorSync: DashboardCursorSync;
}

export interface GridPosition {
  x: number;
  y: number;
  w: number;
  h: number;
}

export interface PanelModel {
  id: number;
  type: string;
  title: string;
  description?: string;
  gridPos: GridPosition;
  transparent: boolean;
  datasource?: DataSourceRef;
  targets: DataQuery[];
  fieldConfig: FieldConfigSource;
  options: Record<string, unknown>;
  transformations: DataTransformerConfig[];
  pluginVersion?: string;
  maxDataPoints?: number;
  interval?: string;
  timeFrom?: string;
  timeShift?: string;
  hideTimeOverride?: boolean;
  repeat?: string;
  repeatDirection: 'h' | 'v';
  maxPerRow: number;
  links: unknown[];
  /** Rows only. */
  collapsed: boolean;
  panels: PanelModel[];
}

export interface VariableModel {
  type: string;
  name: string;
  label?: string;
  description?: string;
  /** 0 shows label and value, 1 the value only, 2 nothing. */
  hide: number;
  query: unknown;
  datasource?: DataSourceRef;
  regex: string;
  refresh: number;
  sort: number;
  current: { text?: unknown; value?: unknown };
  multi: boolean;
  includeAll: boolean;
  allValue?: string;
  skipUrlSync: boolean;
  auto: boolean;
  autoCount: number;
  autoMin: string;
}

/** A link at the top of a dashboard: to an address, or to all dashboards with some tags. */
export interface DashboardLinkModel {
  type: 'link' | 'dashboards';
  title: string;
  url: string;
  tags: string[];
  tooltip?: string;
  targetBlank: boolean;
  keepTime: boolean;
  includeVars: boolean;
}

export interface AnnotationModel {
  name: string;
  enable: boolean;
  hide: boolean;
  iconColor: string;
  /** The query as it was saved, for the data source to read. */
  query: Record<string, unknown>;
}
