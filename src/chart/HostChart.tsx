import type { PanelData, PanelPlugin, PanelProps } from '@grafana/data';
import { memo, useMemo } from 'react';

interface HostChartProps {
  plugin: PanelPlugin;
  /** The props that Grafana gave the Protocol panel. */
  panel: PanelProps;
  /** Options of the host chart, as it saves them itself. */
  options: Record<string, unknown>;
  data: PanelData;
  width: number;
  height: number;
}

/**
 * The native visualization inside the panel. It gets the very props that Grafana would give it, and inherits sync,
 * events and legend toggling from the panel's context. Remembered: a tick of the clock that changes no mark draws nothing.
 */
export const HostChart = memo(function HostChart({ plugin, panel, options, data, width, height }: HostChartProps) {
  const NativePanel = plugin.panel;
  const withDefaults = useMemo(() => ({ ...plugin.defaults, ...options }), [plugin, options]);
  if (!NativePanel || width <= 0 || height <= 0) {
    return null;
  }
  return <NativePanel {...panel} data={data} options={withDefaults} width={width} height={height} />;
});
