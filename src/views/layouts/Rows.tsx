import { css, cx } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { ScrollContainer, useStyles2 } from '@grafana/ui';
import type { ReactNode } from 'react';

import type { MetricProtocol, Protocol } from '../../protocol/protocol';
import { chartHeights } from './rowHeights';
import type { CardContext } from '../card/RuleCard';
import { RuleCard } from '../card/RuleCard';
import { chartWidth, isStacked, splitWidth } from './split';
import { useHeights } from './useHeights';

/** The size of a chart, px. */
export interface ChartSize {
  width: number;
  height: number;
}

interface RowsProps extends Omit<CardContext, 'span'> {
  protocol: Protocol;
  width: number;
  height: number;
  /** Draws the chart of one metric. */
  charts: (metric: MetricProtocol, size: ChartSize) => ReactNode;
}

/** A row a metric: its chart, and its rule card beside it, or below where it is narrow. */
export function Rows({ protocol, charts, width, height, ...context }: RowsProps) {
  const styles = useStyles2(getStyles);
  const { heights, measure } = useHeights();
  const stacked = isStacked(width);
  const chartHeight = chartHeights(protocol.metrics, { height, stacked, cards: heights });
  return (
    <div style={{ width, height }}>
      <ScrollContainer overflowX="hidden" height="100%">
        {protocol.metrics.map((metric, index) => (
          <div key={metric.id} className={cx(styles.row, stacked && styles.stacked)}>
            <div className={styles.chart} style={{ width: splitWidth(width), height: chartHeight[index] }}>
              {charts(metric, { width: chartWidth(width), height: chartHeight[index] - GAP })}
            </div>
            <div className={cx(styles.card, stacked && styles.stackedCard)}>
              <RuleCard
                {...context}
                metric={metric}
                span={protocol.span}
                low={(heights[metric.id] ?? 0) > (stacked ? height - chartHeight[index] : height)}
                cardRef={measure(metric.id)}
              />
            </div>
          </div>
        ))}
      </ScrollContainer>
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
