import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';

/** What a notice of one line takes of the panel's height, px. */
export const NOTICE_HEIGHT = 26;

/** A notice above the chart: one quiet line, cut off where it is too long. */
export function noticeStyle(theme: GrafanaTheme2): string {
  return css({
    ...theme.typography.bodySmall,
    height: NOTICE_HEIGHT,
    lineHeight: `${NOTICE_HEIGHT}px`,
    margin: 0,
    padding: theme.spacing(0, 1),
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    color: theme.colors.text.secondary,
    background: theme.colors.background.secondary,
  });
}
