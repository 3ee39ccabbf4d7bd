import { PanelPlugin } from '@grafana/data';
import { commonOptionsBuilder } from '@grafana/ui';
import { optsWithHideZeros } from '@grafana-ui-internal/options/builder/tooltip';
import { graphFieldConfig } from './field-config';
import type { GraphFieldConfig } from '@grafana/schema';
import type { TimeSeriesOptions } from './options';
import { TimeSeriesPanel } from './TimeSeriesPanel';
import { TimeZonesEditor } from './TimeZonesEditor';

/** Stands for Grafana's Time series: the same option ids, paths and defaults, drawn by @grafana/ui's own chart. */
export const plugin = new PanelPlugin<TimeSeriesOptions, GraphFieldConfig>(TimeSeriesPanel)
  .useFieldConfig(graphFieldConfig)
  .setPanelOptions((builder) => {
    commonOptionsBuilder.addTooltipOptions(builder, false, true, optsWithHideZeros);
    commonOptionsBuilder.addLegendOptions(builder);
    builder.addCustomEditor({
      id: 'timezone',
      path: 'timezone',
      name: 'Time zone',
      category: ['Axis'],
      editor: TimeZonesEditor,
      defaultValue: undefined,
    });
  })
  .setDataSupport({ annotations: true, alertStates: true });
