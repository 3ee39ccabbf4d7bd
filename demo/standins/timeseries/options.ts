import type { OptionsWithLegend, OptionsWithTimezones, OptionsWithTooltip } from '@grafana/schema';

/** The panel options of Time series. */
export interface TimeSeriesOptions extends OptionsWithLegend, OptionsWithTooltip, OptionsWithTimezones {}
