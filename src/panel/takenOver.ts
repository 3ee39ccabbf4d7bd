import type { FieldConfigSource } from '@grafana/data';

import { isRecord } from '../rule/isRecord';

/** A visualization other than Time series that the panel took over, with the field config that only it understands. */
export interface TakenOver {
  pluginId: string;
  fieldConfig: FieldConfigSource;
}

/**
 * Reads the option `takenOver` as it was saved.
 *
 * @returns undefined where it names no visualization; a field config that is none counts as empty
 */
export function readTakenOver(saved: unknown): TakenOver | undefined {
  if (!isRecord(saved) || typeof saved.pluginId !== 'string' || saved.pluginId === '') {
    return undefined;
  }
  const { pluginId, fieldConfig } = saved;
  return { pluginId, fieldConfig: isFieldConfig(fieldConfig) ? fieldConfig : { defaults: {}, overrides: [] } };
}

/** Panels of Grafana's former Angular kind hand over `{ angular }` instead. */
export function isFieldConfig(value: unknown): value is FieldConfigSource {
  return isRecord(value) && isRecord(value.defaults) && Array.isArray(value.overrides);
}

/** The host chart's own options as they were saved; none where that is no object. */
export function readChartOptions(saved: unknown): Record<string, unknown> {
  return isRecord(saved) ? saved : NO_OPTIONS;
}

const NO_OPTIONS: Record<string, unknown> = {};
