import type { DataFrame, FieldConfigSource, GrafanaTheme2, ScopedVars } from '@grafana/data';
import { getFieldSeriesColor } from '@grafana/data';

import type { PanelMetric, StatedRule } from '../protocol/input';
import type { NoMetric } from '../protocol/metric';
import { levelFormatter } from './levelFormat';
import type { FieldMetric } from './metrics';
import { fieldFormatter, findMetrics } from './metrics';
import { readNativeThresholds } from './nativeThresholds';
import { affixesOf } from './sheetTable';
import { readStatedRules } from './statedRules';

/** What a panel's frames are read with. */
export interface FrameContext {
  /** The panel's field config as it is saved; it is applied to the frames already. */
  fieldConfig: FieldConfigSource;
  theme: GrafanaTheme2;
  /** Of the dates in a level. */
  timeZone?: string;
  /** Whether every row that the queries returned is still there; left out, all are. */
  rowsKept?: boolean;
  replaceVariables: (text: string, scopedVars?: ScopedVars) => string;
}

/**
 * The metrics in a panel's data as the protocol takes them: plain, with their looks and with what states their rules.
 *
 * @param series - With the field config applied, as Grafana gives them to a panel. Never mutated.
 * @returns the metrics in the order of the data, or why there is none
 */
export function panelMetrics(series: DataFrame[], context: FrameContext): PanelMetric[] | NoMetric {
  const found = findMetrics(series, { rowsKept: context.rowsKept ?? true });
  return typeof found === 'string' ? found : found.map((metric) => panelMetric(metric, series, context));
}

function panelMetric({ field, frame, ...metric }: FieldMetric, series: DataFrame[], context: FrameContext) {
  return {
    metric,
    format: fieldFormatter(field),
    formatLevel: levelFormatter(field, context.timeZone),
    color: getFieldSeriesColor(field, context.theme).color,
    affixes: () => affixesOf(field),
    rule: ruleOf({ ...metric, field, frame }, series, context),
  };
}

function ruleOf(metric: FieldMetric, series: DataFrame[], context: FrameContext): StatedRule {
  const { field, frame, frameIndex, fieldIndex } = metric;
  // What `${__field.labels.team}` and the like are read from.
  const scopedVars = {
    ...field.state?.scopedVars,
    __dataContext: { value: { data: series, frame, frameIndex, field, fieldIndex } },
  };
  return {
    ...readStatedRules(field, context.fieldConfig.defaults),
    thresholds: readNativeThresholds(field),
    interpolate: (text) => context.replaceVariables(text, scopedVars),
  };
}
