import { css, cx } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';

import type { MetricProtocol } from '../../protocol/protocol';
import { acceptedUntil } from '../../protocol/responses/accepted';
import { badgeOf, TONES } from '../../words/badge';
import { Glyph } from './Glyph';
import { t } from '../../locales/t';
import { stateWord } from '../../words/stateWord';

interface StateBadgeProps {
  metric: Pick<MetricProtocol, 'kind' | 'now' | 'crossed' | 'response' | 'upcoming'>;
}

/** The state of a metric by glyph, word and colour; what is lived with for now has the colour of what is quiet. */
export function StateBadge({ metric }: StateBadgeProps) {
  const styles = useStyles2(getStyles);
  const badge = badgeOf(metric);
  const tone = acceptedUntil(metric) === undefined ? TONES[badge] : 'neutral';
  return (
    <span className={cx(styles.badge, styles[tone])} data-state={badge}>
      <Glyph badge={badge} />
      <span>{stateWord(t, badge)}</span>
    </span>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  badge: css({
    display: 'inline-flex',
    alignItems: 'baseline',
    gap: theme.spacing(0.75),
    fontWeight: theme.typography.fontWeightMedium,
    svg: { flexShrink: 0, alignSelf: 'center', width: 14, height: 14 },
  }),
  critical: css({ color: theme.colors.error.text }),
  warning: css({ color: theme.colors.warning.text }),
  normal: css({ color: theme.colors.success.text }),
  neutral: css({ color: theme.colors.text.secondary }),
});
