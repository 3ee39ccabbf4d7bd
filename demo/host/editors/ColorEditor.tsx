import type { FieldColor, StandardEditorProps } from '@grafana/data';
import { fieldColorModeRegistry, FieldColorModeId } from '@grafana/data';
import { ColorPickerInput, Select, Stack, ColorPicker } from '@grafana/ui';

/** One color. */
export function ColorEditor({ value, onChange }: StandardEditorProps<string>) {
  return <ColorPickerInput value={value ?? ''} onChange={onChange} returnColorAs="hex" />;
}

interface FieldColorSettings {
  byValueSupport?: boolean;
  bySeriesSupport?: boolean;
}

/** The color scheme of a field: by series, by value, or one fixed color. */
export function FieldColorEditor({ value, onChange, item, id }: StandardEditorProps<FieldColor | undefined, FieldColorSettings>) {
  const { byValueSupport = true } = item.settings ?? {};
  const modes = fieldColorModeRegistry
    .list()
    .filter((mode) => byValueSupport || !mode.isByValue)
    .map((mode) => ({ value: mode.id, label: mode.name, description: mode.description }));
  const mode = value?.mode ?? FieldColorModeId.Thresholds;
  const hasColor = mode === FieldColorModeId.Fixed || mode === FieldColorModeId.Shades;
  return (
    <Stack alignItems="center">
      <Select
        inputId={id}
        options={modes}
        value={mode}
        onChange={(option) => option.value && onChange({ ...value, mode: option.value })}
      />
      {hasColor && (
        <ColorPicker color={value?.fixedColor ?? 'green'} onChange={(fixedColor) => onChange({ mode, fixedColor })} />
      )}
    </Stack>
  );
}
