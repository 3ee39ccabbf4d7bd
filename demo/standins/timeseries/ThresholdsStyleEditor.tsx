import type { SelectableValue, StandardEditorProps } from '@grafana/data';
import type { GraphThresholdsStyleConfig, GraphThresholdsStyleMode } from '@grafana/schema';
import { Select } from '@grafana/ui';

interface Settings {
  options: Array<SelectableValue<GraphThresholdsStyleMode>>;
}

/** How the chart shows thresholds: not at all, as lines, as regions. */
export function ThresholdsStyleEditor({
  value,
  onChange,
  item,
  id,
}: StandardEditorProps<GraphThresholdsStyleConfig, Settings>) {
  return (
    <Select
      inputId={id}
      value={value?.mode}
      options={item.settings?.options ?? []}
      onChange={(option) => option.value && onChange({ ...value, mode: option.value })}
    />
  );
}
