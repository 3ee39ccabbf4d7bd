import { FieldType, formattedValueToString, type DataFrame, type LinkModel } from '@grafana/data';
import { SortOrder, TooltipDisplayMode, type VizTooltipOptions } from '@grafana/schema';
import { getContentItems } from '@grafana-ui-internal/components/VizTooltip/utils';
import { VizTooltipContent } from '@grafana-ui-internal/components/VizTooltip/VizTooltipContent';
import { VizTooltipFooter } from '@grafana-ui-internal/components/VizTooltip/VizTooltipFooter';
import { VizTooltipHeader } from '@grafana-ui-internal/components/VizTooltip/VizTooltipHeader';
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
  const { mode = TooltipDisplayMode.Single, sort = SortOrder.None, hideZeros, maxHeight } = options;
  const [timeField] = frame.fields;
  const time: unknown = timeField.values[dataIdxs[0] ?? -1];
  const items = getContentItems(
    frame.fields,
    timeField,
    dataIdxs,
    seriesIdx,
    mode,
    sort,
    (field) => field.type === FieldType.number || field.type === FieldType.enum,
    hideZeros
  );
  const showLinks = isPinned || dataLinks.some(({ oneClick }) => oneClick === true);
  const header = { label: '', value: timeField.display ? formattedValueToString(timeField.display(time)) : String(time) };
  return (
    <VizTooltipWrapper>
      <VizTooltipHeader item={header} isPinned={isPinned} />
      <VizTooltipContent
        items={items}
        isPinned={isPinned}
        scrollable={mode === TooltipDisplayMode.Multi && maxHeight !== undefined}
        maxHeight={maxHeight}
      />
      {showLinks && seriesIdx !== null && <VizTooltipFooter dataLinks={dataLinks} />}
    </VizTooltipWrapper>
  );
}
