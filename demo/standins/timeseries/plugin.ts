import { PanelPlugin } from '@grafana/data';
import { commonOptionsBuilder } from '@grafana/ui';
import { JsonEditor } from '../../edit/editors/JsonEditor';
import { graphFieldConfig } from './fieldConfig';
import type { GraphFieldConfig, VizTooltipOptions } from '@grafana/schema';
import { SortOrder, TooltipDisplayMode } from '@grafana/schema';
import type { TimeSeriesOptions } from './options';
import { TimeSeriesPanel } from './TimeSeriesPanel';

const TOOLTIP_DEFAULTS: VizTooltipOptions = {
  mode: TooltipDisplayMode.Single,
  sort: SortOrder.None,
  hideZeros: false,
};

/** Stands for Grafana's Time series: the same option ids, paths and defaults, drawn by @grafana/ui's own chart. */
export const plugin = new PanelPlugin<TimeSeriesOptions, GraphFieldConfig>(TimeSeriesPanel)
  .useFieldConfig(graphFieldConfig)
  .setPanelOptions((builder) => {
    commonOptionsBuilder.addTooltipOptions(builder, false, true, { tooltip: TOOLTIP_DEFAULTS });
    commonOptionsBuilder.addLegendOptions(builder);
    builder.addCustomEditor({
      id: 'timezone',
      path: 'timezone',
      name: 'Time zone',
      category: ['Axis'],
      editor: JsonEditor,
      defaultValue: undefined,
    });
  })
  .setDataSupport({ annotations: true, alertStates: true });
