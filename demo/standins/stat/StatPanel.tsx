import type { DisplayValueAlignmentFactors, FieldDisplay, PanelProps } from '@grafana/data';
import { getDisplayValueAlignmentFactors, getFieldDisplayValues } from '@grafana/data';
import { config } from '@grafana/runtime';
import type {
  BigValueColorMode,
  BigValueGraphMode,
  BigValueJustifyMode,
  BigValueTextMode,
  PercentChangeColorMode,
  SingleStatBaseOptions,
} from '@grafana/schema';
import type { VizRepeaterRenderValueProps } from '@grafana/ui';
import { BigValue, DataLinksContextMenu, VizRepeater } from '@grafana/ui';

/** The panel options of Stat. */
export interface StatOptions extends SingleStatBaseOptions {
  colorMode: BigValueColorMode;
  graphMode: BigValueGraphMode;
  justifyMode: BigValueJustifyMode;
  textMode: BigValueTextMode;
  wideLayout: boolean;
  showPercentChange: boolean;
  percentChangeColorMode: PercentChangeColorMode;
}

/** The stand-in for Stat: a big number a series, with a sparkline. */
export function StatPanel({
  data,
  options,
  fieldConfig,
  width,
  height,
  replaceVariables,
  timeZone,
  renderCounter,
}: PanelProps<StatOptions>) {
  const getValues = () =>
    getFieldDisplayValues({
      fieldConfig,
      reduceOptions: options.reduceOptions,
      replaceVariables,
      theme: config.theme2,
      data: data.series,
      sparkline: options.graphMode !== 'none',
      timeZone,
    });
  const renderValue = ({
    value,
    alignmentFactors,
    width: w,
    height: h,
    count,
  }: VizRepeaterRenderValueProps<FieldDisplay, DisplayValueAlignmentFactors>) => {
    const bigValue = (
      <BigValue
        value={value.display}
        count={count}
        sparkline={value.sparkline}
        colorMode={options.colorMode}
        graphMode={options.graphMode}
        justifyMode={options.justifyMode}
        textMode={options.textMode}
        alignmentFactors={alignmentFactors}
        text={options.text}
        width={w}
        height={h}
        theme={config.theme2}
        disableWideLayout={!options.wideLayout}
        percentChangeColorMode={options.percentChangeColorMode}
      />
    );
    const { hasLinks, getLinks } = value;
    return hasLinks && getLinks ? (
      <DataLinksContextMenu links={getLinks}>{() => bigValue}</DataLinksContextMenu>
    ) : (
      bigValue
    );
  };
  return (
    <VizRepeater
      getValues={getValues}
      getAlignmentFactors={(values: FieldDisplay[]) => getDisplayValueAlignmentFactors(values)}
      renderValue={renderValue}
      width={width}
      height={height}
      source={data}
      itemSpacing={3}
      renderCounter={renderCounter}
      autoGrid
      orientation={options.orientation}
    />
  );
}
