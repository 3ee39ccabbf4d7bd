import { css } from '@emotion/css';
import type { DataFrame, GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { useMemo } from 'react';

import { t } from '../locales/t';
import type { MetricProtocol } from '../protocol/protocol';
import { valuesBeyond } from './edges';
import type { Axes } from './levelScale';

interface BeyondMarksProps {
  metrics: readonly MetricProtocol[];
  series: readonly DataFrame[];
  span: { from: number; to: number };
  /** The axes that end where the settled values do, whether they are drawn so or not. */
  axes: Axes;
  isWhole: boolean;
  onWhole: (isWhole: boolean) => void;
}

/** The values that leave an axis which ends where the settled ones do; a press shows the whole axis, another one not. */
export function BeyondMarks({ metrics, series, span, axes, isWhole, onWhole }: BeyondMarksProps) {
  const styles = useStyles2(getStyles);
  const beyond = useMemo(() => valuesBeyond(metrics, series, axes, span), [metrics, series, axes, span]);
  return beyond.map(({ side, metric, value, time }) => {
    const text = `${side === 'above' ? '↑' : '↓'} ${metric.format(value)}`;
    const share = (time - span.from) / (span.to - span.from);
    return (
      <button
        key={side}
        type="button"
        className={styles.mark}
        style={{ [side === 'above' ? 'top' : 'bottom']: 2, right: `calc(${Math.max(0, 1 - share) * 90}% + 2px)` }}
        aria-pressed={isWhole}
        aria-label={t('chart.beyond.label', '{{text}}, not final: show the whole axis', { text })}
        onClick={() => onWhole(!isWhole)}
      >
        {isWhole ? t('chart.beyond.back', 'Axis of final values') : text}
      </button>
    );
  });
}

const getStyles = (theme: GrafanaTheme2) => ({
  mark: css({
    position: 'absolute',
    padding: theme.spacing(0, 0.5),
    border: `1px solid ${theme.colors.border.medium}`,
    borderRadius: theme.shape.radius.default,
    fontSize: theme.typography.bodySmall.fontSize,
    lineHeight: '16px',
    whiteSpace: 'nowrap',
    color: theme.colors.text.secondary,
    background: theme.colors.background.primary,
    pointerEvents: 'auto',
    cursor: 'pointer',
    '&:hover, &:focus-visible': { color: theme.colors.text.primary, borderColor: theme.colors.border.strong },
  }),
});
