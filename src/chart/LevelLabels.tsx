import { css, cx } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { colorManipulator } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import type { RefObject } from 'react';

import { t } from '../locales/t';
import type { Severity } from '../rule/level';
import { usePlotArea } from './usePlotArea';
import { useValueZoom } from './useValueZoom';

/** The name of a threshold line, at the line's height: 0 at the lower end of the plot, 1 at its upper. */
export interface LevelLabel {
  text: string;
  position: number;
  /** Undefined for a level that nobody agreed to act on: neutral ink. */
  severity?: Severity;
}

interface LevelLabelsProps {
  labels: readonly LevelLabel[];
  /** How much of the time axis has settled, 0 to 1: what is younger is named as such where there is room. */
  settled: number;
  /** The element that the host chart is in. */
  chart: RefObject<HTMLElement>;
  /** What the chart shows: other data shows the whole value axis again. */
  data: unknown;
}

/** Labels nearer to each other than this, in pixels, take turns on the left and on the right. */
const CLOSE_PX = 16;

/** The widths in which "not settled yet" can be read, and what that means. */
const UNSETTLED_PX = 84;
const UNSETTLED_WORDS_PX = 200;

/** Space that a label above its line needs. */
const HEIGHT_PX = 15;

/**
 * Names on the threshold lines of a chart, and on what has not settled. They take no clicks: the chart below stays the user's. What moves them is
 * followed here, so that the chart need not be rendered again for its labels.
 */
export function LevelLabels({ labels, settled, chart, data }: LevelLabelsProps) {
  const styles = useStyles2(getStyles);
  const area = usePlotArea(chart);
  const zoomed = useValueZoom(chart, data);
  if (!area || zoomed) {
    return null;
  }
  const { left, top, width, height } = area;
  return (
    <div className={styles.area} style={{ left, top, width, height }}>
      {placeLabels(labels, height).map(({ text, severity, y, side }) => (
        <span
          key={`${text} ${y}`}
          className={cx(styles.label, severity ? styles[severity] : styles.neutral)}
          style={{ [side]: 6, top: y < HEIGHT_PX ? y + 1 : y - HEIGHT_PX }}
        >
          {text}
        </span>
      ))}
      {width * (1 - settled) >= UNSETTLED_PX && (
        <span className={cx(styles.label, styles.neutral)} style={{ left: width * settled + 1, bottom: 2 }}>
          {width * (1 - settled) >= UNSETTLED_WORDS_PX
            ? t('chart.label.unsettled-means', 'not settled yet: drawn, not judged')
            : t('chart.label.unsettled', 'not settled yet')}
        </span>
      )}
    </div>
  );
}

/** Where each label in view goes: its line's distance from the plot's top, px, and the side that has room. */
function placeLabels(labels: readonly LevelLabel[], height: number) {
  const placed = labels
    .filter(({ position }) => position >= 0 && position <= 1)
    .map((label) => ({ ...label, y: (1 - label.position) * height, side: 'left' as 'left' | 'right' }))
    .sort((a, b) => a.y - b.y);
  for (let i = 1; i < placed.length; i++) {
    const above = placed[i - 1];
    placed[i].side = placed[i].y - above.y < CLOSE_PX && above.side === 'left' ? 'right' : 'left';
  }
  return placed;
}

const getStyles = (theme: GrafanaTheme2) => ({
  area: css({
    position: 'absolute',
    overflow: 'hidden',
    pointerEvents: 'none',
  }),
  label: css({
    position: 'absolute',
    maxWidth: '70%',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    fontSize: theme.typography.bodySmall.fontSize,
    lineHeight: `${HEIGHT_PX}px`,
    padding: '0 2px',
    // Lines may pass below the words.
    background: colorManipulator.alpha(theme.colors.background.primary, 0.7),
  }),
  critical: css({ color: theme.colors.error.text }),
  warning: css({ color: theme.colors.warning.text }),
  neutral: css({ color: theme.colors.text.secondary }),
});
