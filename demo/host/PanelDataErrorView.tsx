import { css } from '@emotion/css';
import type { DataFrame, GrafanaTheme2 } from '@grafana/data';
import { FieldType } from '@grafana/data';
import { selectors } from '@grafana/e2e-selectors';
import type { PanelDataErrorViewProps } from '@grafana/runtime';
import { useStyles2 } from '@grafana/ui';

/** What a panel shows instead of itself where the data does not fit it. */
export function PanelDataErrorView(props: PanelDataErrorViewProps) {
  const styles = useStyles2(getStyles);
  return (
    <div className={styles.center}>
      <div data-testid={selectors.components.Panels.Panel.PanelDataErrorMessage}>{messageFor(props)}</div>
    </div>
  );
}

function messageFor({ data, fieldConfig, message, ...needs }: PanelDataErrorViewProps): string {
  const { series } = data;
  if (series.length === 0 || series.every((frame) => frame.length === 0)) {
    return fieldConfig?.defaults.noValue ?? 'No data';
  }
  if (message) {
    return message;
  }
  if (needs.needsStringField && !hasField(series, FieldType.string)) {
    return 'Data is missing a string field';
  }
  if (needs.needsNumberField && !hasField(series, FieldType.number)) {
    return 'Data is missing a number field';
  }
  if (needs.needsTimeField && !hasField(series, FieldType.time)) {
    return 'Data is missing a time field';
  }
  return 'Cannot visualize data';
}

function hasField(series: DataFrame[], type: FieldType): boolean {
  return series.some((frame) => frame.fields.some((field) => field.type === type));
}

const getStyles = (theme: GrafanaTheme2) => ({
  center: css({
    display: 'flex',
    height: '100%',
    width: '100%',
    alignItems: 'center',
    justifyContent: 'center',
    color: theme.colors.text.secondary,
    fontSize: theme.typography.size.lg,
  }),
});
