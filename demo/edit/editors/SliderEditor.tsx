import { css } from '@emotion/css';
import { GrafanaTheme2, SliderFieldConfigSettings, StandardEditorProps } from '@grafana/data';
import { Slider, useStyles2 } from '@grafana/ui';
import { NumberInput } from './NumberInput';

type SliderEditorProps = StandardEditorProps<number | undefined, SliderFieldConfigSettings>;

/** The standard editor `slider`: a slider and the number beside it. */
export function SliderEditor({ value, onChange, item, id }: SliderEditorProps) {
  const styles = useStyles2(getStyles);
  const { min = 0, max = 100, step, marks, included, ariaLabelForHandle = item.name } = item.settings ?? {};
  return (
    <div className={styles.row}>
      <div className={styles.slider}>
        <Slider
          inputId={`${id}-slider`}
          min={min}
          max={max}
          step={step}
          marks={marks ?? { [min]: String(min), [max]: String(max) }}
          included={included}
          ariaLabelForHandle={ariaLabelForHandle}
          value={value ?? min}
          onChange={onChange}
          showInput={false}
        />
      </div>
      <div className={styles.number}>
        <NumberInput
          id={id}
          value={value ?? min}
          onChange={(next) => onChange(next ?? min)}
          settings={{ min, max, step }}
        />
      </div>
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  row: css({ display: 'flex', alignItems: 'center', gap: theme.spacing(2) }),
  slider: css({ flex: 1, minWidth: 0, paddingLeft: theme.spacing(0.5) }),
  number: css({ width: theme.spacing(9), flexShrink: 0 }),
});
