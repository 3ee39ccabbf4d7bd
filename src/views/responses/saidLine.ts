import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';

/** A line of what somebody said, with its buttons beside it where there is room. */
export function saidLine(theme: GrafanaTheme2): string {
  return css({
    ...theme.typography.bodySmall,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0, 0.5),
    margin: 0,
    color: theme.colors.text.secondary,
    b: { fontWeight: theme.typography.fontWeightMedium, color: theme.colors.text.primary },
  });
}
