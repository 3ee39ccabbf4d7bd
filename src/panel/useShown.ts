import type { PanelProps } from '@grafana/data';
import { useTheme2 } from '@grafana/ui';
import { useMemo } from 'react';

import type { Host } from '../chart/hostPlugin';
import type { ProtocolOptions } from './options';
import { readTakenOver } from './takenOver';
import { withFieldConfig } from './withFieldConfig';

/** The panel's props as the host chart needs them: a visualization that was taken over has field options of its own. */
export function useShown(panel: PanelProps<ProtocolOptions>, host: Host): PanelProps<ProtocolOptions> {
  const theme = useTheme2();
  const saved = panel.options.takenOver;
  const takenOver = useMemo(() => readTakenOver(saved), [saved]);
  const { data, replaceVariables } = panel;
  const overridden = useMemo(
    () =>
      takenOver && host.kind === 'ready'
        ? withFieldConfig(data, { plugin: host.plugin, fieldConfig: takenOver.fieldConfig, theme, replaceVariables })
        : data,
    [takenOver, host, data, theme, replaceVariables]
  );
  return useMemo(() => ({ ...panel, data: overridden }), [panel, overridden]);
}
