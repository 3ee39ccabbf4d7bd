import { css } from '@emotion/css';
import type { GrafanaTheme2, PanelProps } from '@grafana/data';
import { FieldType } from '@grafana/data';
import { useStyles2, useTheme2 } from '@grafana/ui';
import { useMemo } from 'react';

import { lastTick } from './lastTick';
import { HIDDEN_AXIS } from './nativeValues';
import type { PlotArea } from './usePlotArea';
import { useTextWidth } from './useTextWidth';

interface LastTimeLabelProps {
  panel: Pick<PanelProps, 'data' | 'timeRange' | 'timeZone' | 'transparent'>;
  /** Options of the host chart, as it saves them itself. */
  options: Record<string, unknown>;
  area: PlotArea;
}

/** The font of the axes of a native chart, and where its labels stand below the plot, px. */
const FONT_PX = 12;
const BELOW_PX = 8;

/** How near to the edge of the chart a label is as good as cut off, px: its last letter is not drawn to the pixel. */
const EDGE_PX = 1;

/** Between two labels, px: where a label would have to come closer to the one before it, there is none. */
const APART_PX = 4;

/**
 * The last label of the time axis, whole, where the host chart cuts it off: the chart writes it around its tick, and has
 * 8 px beyond its plot, whatever its width.
 */
export function LastTimeLabel({ panel, options, area }: LastTimeLabelProps) {
  const styles = useStyles2(getStyles, panel.transparent);
  const theme = useTheme2();
  const widthOf = useTextWidth(FONT_PX);
  const { timeRange, data } = panel;
  const [from, to] = [timeRange.from.valueOf(), timeRange.to.valueOf()];
  const timeZone = zoneOf(options.timezone, panel.timeZone);
  const { width, height, left, top, beyond } = area;
  const isPlain = useMemo(() => isPlainAxis(data.series), [data.series]);
  const tick = useMemo(
    () => (isPlain && timeZone !== undefined && from < to ? lastTick({ from, to, width, timeZone, theme }) : undefined),
    [isPlain, timeZone, from, to, width, theme]
  );
  if (!tick) {
    return null;
  }
  const wide = Math.ceil(widthOf(tick.text));
  const cut = ((tick.time - from) / (to - from)) * width + wide / 2 - (width + beyond);
  return cut > -EDGE_PX ? (
    <span
      className={styles.label}
      style={{ left: left + width + beyond - wide - 1, width: wide + 1, top: top + height + BELOW_PX }}
      aria-hidden="true"
      data-testid="protocol-last-time"
    >
      {wide + cut + APART_PX <= tick.apart && tick.text}
    </span>
  ) : null;
}

/** The one zone that the time axis is in; undefined where it has several, each with labels of its own. */
function zoneOf(chosen: unknown, timeZone: string): string | undefined {
  const [first, ...others] = Array.isArray(chosen) ? (chosen as unknown[]) : [];
  return others.length > 0 ? undefined : typeof first === 'string' && first !== '' ? first : timeZone;
}

/** Whether the time axis is shown, and writes moments as Grafana does. */
function isPlainAxis(series: PanelProps['data']['series']): boolean {
  const config = series.flatMap(({ fields }) => fields).find(({ type }) => type === FieldType.time)?.config;
  return config?.custom?.axisPlacement !== HIDDEN_AXIS && !config?.unit?.startsWith('time:');
}

const getStyles = (theme: GrafanaTheme2, transparent: boolean) => ({
  // In the colour of what is behind the chart, over the label that is cut off.
  label: css({
    position: 'absolute',
    height: FONT_PX + 4,
    fontSize: FONT_PX,
    lineHeight: `${FONT_PX + 4}px`,
    textAlign: 'right',
    whiteSpace: 'nowrap',
    color: theme.colors.text.primary,
    background: theme.colors.background[transparent ? 'canvas' : 'primary'],
    pointerEvents: 'none',
  }),
});
