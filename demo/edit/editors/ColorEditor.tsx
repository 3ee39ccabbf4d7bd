import { css } from '@emotion/css';
import { FALLBACK_COLOR, GrafanaTheme2, StandardEditorProps } from '@grafana/data';
import { ColorPicker, IconButton, useStyles2 } from '@grafana/ui';

interface ColorSettings {
  placeholder?: string;
  enableNamedColors?: boolean;
  isClearable?: boolean;
}

type Props = StandardEditorProps<string | undefined, ColorSettings>;

/** The standard editor `color`: a swatch that opens the picker, and the color's name. */
export function ColorEditor({ value, onChange, item, id }: Props) {
  const styles = useStyles2(getStyles);
  const { placeholder = 'Select color', enableNamedColors = true, isClearable } = item.settings ?? {};
  return (
    <div className={styles.box}>
      <ColorPicker id={id} color={value ?? FALLBACK_COLOR} onChange={onChange} enableNamedColors={enableNamedColors} />
      <span className={value ? styles.name : styles.placeholder}>{value ?? placeholder}</span>
      {isClearable && value && <IconButton name="times" tooltip="Clear color" onClick={() => onChange(undefined)} />}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => {
  const text = { flex: 1, overflow: 'hidden', textOverflow: 'ellipsis' };
  return {
    box: css({
      display: 'flex',
      alignItems: 'center',
      gap: theme.spacing(1),
      height: theme.spacing(theme.components.height.md),
      padding: theme.spacing(0, 1),
      background: theme.components.input.background,
      border: `1px solid ${theme.components.input.borderColor}`,
      borderRadius: theme.shape.radius.default,
    }),
    name: css(text),
    placeholder: css({ ...text, color: theme.colors.text.secondary }),
  };
};
