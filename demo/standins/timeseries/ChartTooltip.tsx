import { css, cx } from '@emotion/css';
import type { DataFrame, Field, GrafanaTheme2, LinkModel } from '@grafana/data';
import { FieldType, formattedValueToString } from '@grafana/data';
import type { VizTooltipOptions } from '@grafana/schema';
import { SortOrder, TooltipDisplayMode } from '@grafana/schema';
import type { SeriesTableRowProps } from '@grafana/ui';
import { ScrollContainer, SeriesTable, useStyles2 } from '@grafana/ui';
import { VizTooltipFooter } from '@grafana-ui-internal/components/VizTooltip/VizTooltipFooter';
import { VizTooltipWrapper } from '@grafana-ui-internal/components/VizTooltip/VizTooltipWrapper';

interface ChartTooltipProps {
  frame: DataFrame;
  dataIdxs: Array<number | null>;
  seriesIdx: number | null;
  options: VizTooltipOptions;
  isPinned: boolean;
  dataLinks: LinkModel[];
}

/** Time and values under the cursor; pinned, the links too. */
export function ChartTooltip({ frame, dataIdxs, seriesIdx, options, isPinned, dataLinks }: ChartTooltipProps) {
  const styles = useStyles2(getStyles);
  const [timeField] = frame.fields;
  const time: unknown = timeField.values[dataIdxs[0] ?? -1];
  const showLinks = isPinned || dataLinks.some(({ oneClick }) => oneClick === true);
  const table = (
    <SeriesTable timestamp={format(timeField, time)} series={rowsOf(frame, dataIdxs, seriesIdx, options)} />
  );
  return (
    <VizTooltipWrapper>
      <div className={cx(styles.content, isPinned && styles.pinned)}>
        {options.maxHeight ? <ScrollContainer maxHeight={`${options.maxHeight}px`}>{table}</ScrollContainer> : table}
      </div>
      {showLinks && dataLinks.length > 0 && <VizTooltipFooter dataLinks={dataLinks} />}
    </VizTooltipWrapper>
  );
}

function rowsOf(
  frame: DataFrame,
  dataIdxs: Array<number | null>,
  seriesIdx: number | null,
  { mode, sort = SortOrder.None, hideZeros }: VizTooltipOptions
): SeriesTableRowProps[] {
  const single = mode === TooltipDisplayMode.Single;
  const rows = frame.fields
    .map((field, index) => ({ field, index, value: valueAt(field, dataIdxs[index]) }))
    .filter(({ field, index }) => index > 0 && isShown(field) && (!single || index === seriesIdx))
    .filter(({ value }) => value !== undefined && value !== null && !(hideZeros && value === 0));
  if (sort !== SortOrder.None && !single) {
    const direction = sort === SortOrder.Ascending ? 1 : -1;
    rows.sort((a, b) => direction * (Number(a.value) - Number(b.value)));
  }
  return rows.map(({ field, index, value }) => {
    const display = field.display?.(value);
    return {
      label: field.state?.displayName ?? field.name,
      value: display ? formattedValueToString(display) : String(value),
      color: display?.color,
      isActive: !single && index === seriesIdx,
    };
  });
}

function isShown({ type, config }: Field): boolean {
  const isValue = type === FieldType.number || type === FieldType.enum;
  return isValue && !config.custom?.hideFrom?.tooltip && !config.custom?.hideFrom?.viz;
}

function valueAt(field: Field, row: number | null | undefined): unknown {
  return row === null || row === undefined ? undefined : field.values[row];
}

function format(field: Field, value: unknown): string {
  return field.display ? formattedValueToString(field.display(value)) : String(value);
}

const getStyles = (theme: GrafanaTheme2) => ({
  content: css({ padding: theme.spacing(1), minWidth: 150 }),
  pinned: css({ paddingRight: theme.spacing(4) }),
});
