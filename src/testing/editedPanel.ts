import type { ConfigOverrideRule, FieldConfigSource, PanelData } from '@grafana/data';
import { FieldType, LoadingState, dateTime, toDataFrame } from '@grafana/data';

import type { EditedPanel } from '../editors/editedPanel';
import { MINUTE } from '../time/units';

/** An override with a rule for the field of a name. */
export function overrideOf(name: string, rule: unknown): ConfigOverrideRule {
  return { matcher: { id: 'byName', options: name }, properties: [{ id: 'custom.rule', value: rule }] };
}

/** A panel in the editor, with a series a name, one value a step up to 12:00. */
export function editedPanelOf(
  series: Record<string, number[]>,
  rules: { default?: unknown; overrides?: ConfigOverrideRule[] } = {},
  changed: (fieldConfig: FieldConfigSource) => void = () => {},
  step = MINUTE
): EditedPanel {
  const now = Date.UTC(2026, 0, 1, 12);
  const length = Math.max(...Object.values(series).map((values) => values.length));
  const time = Array.from({ length }, (_, index) => now - (length - 1 - index) * step);
  const frame = toDataFrame({
    refId: 'A',
    fields: [
      { name: 'Time', type: FieldType.time, values: time },
      ...Object.entries(series).map(([name, values]) => ({ name, type: FieldType.number, values })),
    ],
  });
  const [from, to] = [dateTime(time[0]), dateTime(now)];
  const data: PanelData = {
    state: LoadingState.Done,
    series: [frame],
    timeRange: { from, to, raw: { from: 'now-1h', to: 'now' } },
  };
  return {
    data,
    fieldConfig: { defaults: { custom: { rule: rules.default } }, overrides: rules.overrides ?? [] },
    timeZone: 'utc',
    onFieldConfigChange: changed,
  };
}
