import { css } from '@emotion/css';
import {
  FALLBACK_COLOR,
  FieldColor,
  FieldColorConfigSettings,
  FieldColorMode,
  FieldColorModeId,
  fieldColorModeRegistry,
  FieldColorSeriesByMode,
  GrafanaTheme2,
  SelectableValue,
  StandardEditorProps,
} from '@grafana/data';
import { ColorPicker, Field, RadioButtonGroup, Select, Stack, useStyles2, useTheme2 } from '@grafana/ui';

type FieldColorEditorProps = StandardEditorProps<FieldColor | undefined, FieldColorConfigSettings>;

const SERIES_BY: Array<SelectableValue<FieldColorSeriesByMode>> = [
  { label: 'Last', value: 'last' },
  { label: 'Min', value: 'min' },
  { label: 'Max', value: 'max' },
];

/** The standard editor `fieldColor`: the color scheme, and what that scheme needs to know. */
export function FieldColorEditor({ value, onChange, item, id }: FieldColorEditorProps) {
  const styles = useStyles2(getStyles);
  const mode = value?.mode ?? FieldColorModeId.Thresholds;
  const change = (part: Partial<FieldColor>) => onChange({ ...value, mode, ...part });
  const scheme = fieldColorModeRegistry.getIfExists(mode);
  const oneColor = mode === FieldColorModeId.Fixed || mode === FieldColorModeId.Shades;

  return (
    <>
      <Stack alignItems="center" gap={1}>
        <div className={styles.scheme}>
          <Select
            inputId={id}
            minMenuHeight={200}
            options={schemeOptions(Boolean(item.settings?.byValueSupport))}
            value={mode}
            onChange={(chosen) => change({ mode: chosen.value ?? mode })}
          />
        </div>
        {oneColor && (
          <ColorPicker
            color={value?.fixedColor ?? FALLBACK_COLOR}
            onChange={(fixedColor) => change({ fixedColor })}
            enableNamedColors
          />
        )}
      </Stack>
      {item.settings?.bySeriesSupport && scheme?.isByValue && (
        <Field className={styles.seriesBy} label="Color series by" noMargin>
          <RadioButtonGroup
            aria-label="Color series by"
            options={SERIES_BY}
            value={value?.seriesBy ?? 'last'}
            onChange={(seriesBy) => change({ seriesBy })}
          />
        </Field>
      )}
    </>
  );
}

/** The schemes on offer, those that share a group under its heading, in the registry's order. */
function schemeOptions(byValue: boolean): Array<SelectableValue<string>> {
  const options: Array<SelectableValue<string>> = [];
  const offered = fieldColorModeRegistry
    .list()
    .filter((mode) => !mode.excludeFromPicker && (byValue || !mode.isByValue));
  for (const mode of offered) {
    const option = {
      value: mode.id,
      label: mode.isByValue ? `${mode.name} (by value)` : mode.name,
      description: mode.description,
      component: () => <Palette mode={mode} />,
    };
    const group = options.find(({ label }) => mode.group && label === mode.group);
    if (group) {
      group.options.push(option);
    } else {
      options.push(mode.group ? { label: mode.group, options: [option] } : option);
    }
  }
  return options;
}

/** The colors of a scheme as a bar: a gradient, or a stripe each. */
function Palette({ mode }: { mode: FieldColorMode }) {
  const theme = useTheme2();
  const styles = useStyles2(getStyles);
  const colors = mode.getColors?.(theme).map(theme.visualization.getColorByName) ?? [];
  if (colors.length === 0) {
    return null;
  }
  const stops = mode.isContinuous
    ? colors
    : colors.map((color, i) => `${color} ${(i / colors.length) * 100}% ${((i + 1) / colors.length) * 100}%`);
  return <div className={styles.palette} style={{ background: `linear-gradient(90deg, ${stops.join(', ')})` }} />;
}

const getStyles = (theme: GrafanaTheme2) => ({
  scheme: css({ flex: 1, minWidth: 0 }),
  seriesBy: css({ marginTop: theme.spacing(2) }),
  palette: css({
    height: theme.spacing(1),
    marginTop: theme.spacing(0.25),
    borderRadius: theme.shape.radius.default,
  }),
});
