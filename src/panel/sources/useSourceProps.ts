import type { PanelData, PanelProps } from '@grafana/data';
import { useTheme2 } from '@grafana/ui';
import { useMemo } from 'react';

import { getHostPlugin } from '../../chart/hostPlugin';
import type { ScenePanel } from '../../frames/scenePanels';
import pluginJson from '../../plugin.json';
import type { ProtocolOptions } from '../options';
import { withFieldConfig } from '../withFieldConfig';
import { fieldConfigOf, optionsOf, variablesOf } from './sourceProps';

/**
 * The props that another panel of the dashboard has, or would have if it were a Protocol panel: its own data, with its own
 * field config, its own options and its own values of variables.
 *
 * @param asking - The panel that shows it.
 * @param data - What it shows, as its queries and transformations returned it.
 */
export function useSourceProps(
  asking: PanelProps<ProtocolOptions>,
  source: ScenePanel,
  data: PanelData
): PanelProps<ProtocolOptions> {
  const { type, saved, title, id } = source;
  const { fieldConfig: savedConfig, options: savedOptions } = saved;
  const fieldConfig = useMemo(() => fieldConfigOf({ type, saved: { fieldConfig: savedConfig } }), [type, savedConfig]);
  const options = useMemo(() => optionsOf({ type, saved: { options: savedOptions } }), [type, savedOptions]);
  const repeat = JSON.stringify(source.repeat);
  const replaceVariables = useMemo(
    () => variablesOf(asking.replaceVariables, JSON.parse(repeat) as ScenePanel['repeat']),
    [asking.replaceVariables, repeat]
  );
  const series = useSeries(data, fieldConfig, replaceVariables);
  const shown = useMemo(() => ({ ...data, series }), [data, series]);
  const { timezone } = data.request ?? {};
  return useMemo(
    () => ({
      ...asking,
      id: id ?? asking.id,
      title: replaceVariables(title),
      data: shown,
      fieldConfig,
      options,
      replaceVariables,
      timeRange: shown.timeRange,
      timeZone: timezone ?? asking.timeZone,
    }),
    [asking, id, title, shown, fieldConfig, options, replaceVariables, timezone]
  );
}

/** Made anew when the frames are new: while a refresh is under way Grafana gives the former ones again. */
function useSeries(
  data: PanelData,
  fieldConfig: PanelProps['fieldConfig'],
  replaceVariables: PanelProps['replaceVariables']
): PanelData['series'] {
  const theme = useTheme2();
  const { series } = data;
  const timezone = data.request?.timezone;
  return useMemo(() => {
    const plugin = getHostPlugin(pluginJson.id);
    const bare = { series, request: timezone === undefined ? undefined : { timezone } } as PanelData;
    return plugin ? withFieldConfig(bare, { plugin, fieldConfig, theme, replaceVariables }).series : series;
  }, [series, timezone, fieldConfig, theme, replaceVariables]);
}
