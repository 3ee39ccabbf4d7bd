import { css, cx } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';

import type { LayoutProps } from './layoutProps';
import { chartHeights } from './rowHeights';
import { CardScroller } from '../list/CardScroller';
import { RuleCard } from '../card/RuleCard';
import { roomFor } from '../card/room';
import { chartWidth, isStacked, splitWidth } from './split';
import { useHeights } from './useHeights';

/** A row a metric, worst first: its chart, and its rule card beside it, or below where it is narrow. */
export function Rows({ protocol, charts, width, height, ...context }: LayoutProps) {
  const styles = useStyles2(getStyles);
  const { heights, measure } = useHeights();
  const stacked = isStacked(width);
  const metrics = protocol.worstFirst.map((index) => protocol.metrics[index]);
  const chartHeight = chartHeights(metrics, { height, stacked, cards: heights });
  return (
    <div style={{ width, height }}>
      <CardScroller protocol={protocol}>
        {metrics.map((metric, index) => (
          <div key={metric.id} className={cx(styles.row, stacked && styles.stacked)}>
            <div className={styles.chart} style={{ width: splitWidth(width), height: chartHeight[index] }}>
              {charts(metric, { width: chartWidth(width), height: chartHeight[index] - GAP })}
            </div>
            <div className={cx(styles.card, stacked && styles.stackedCard)}>
              <RuleCard
                {...context}
                metric={metric}
                span={protocol.span}
                room={roomFor(stacked ? height - chartHeight[index] : height, heights[metric.id] ?? 0)}
                cardRef={measure(metric.id)}
              />
            </div>
          </div>
        ))}
      </CardScroller>
    </div>
  );
}

/** Between a row's chart and the line below it, px. */
const GAP = 8;

const getStyles = (theme: GrafanaTheme2) => ({
  row: css({
    display: 'flex',
    flexShrink: 0,
    '& + &': { borderTop: `1px solid ${theme.colors.border.weak}` },
  }),
  stacked: css({ flexDirection: 'column', '& > *:first-child': { position: 'static' } }),
  chart: css({ flexShrink: 0, alignSelf: 'flex-start', position: 'sticky', top: 0, paddingTop: theme.spacing(0.5) }),
  card: css({
    flex: '1 1 auto',
    display: 'flex',
    minWidth: 0,
    width: 0,
    borderLeft: `1px solid ${theme.colors.border.weak}`,
  }),
  stackedCard: css({ width: 'auto', borderLeft: 'none' }),
});
