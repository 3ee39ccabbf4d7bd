import { css, cx } from '@emotion/css';
import { ScrollContainer, useStyles2 } from '@grafana/ui';
import type { ReactNode } from 'react';

import type { Protocol } from '../../protocol/protocol';
import { CardList } from '../list/CardList';
import type { CardContext } from '../card/RuleCard';
import type { ChartSize } from './Rows';
import type { Attention } from './useAttention';
import { useAttention } from './useAttention';
import { chartWidth, isStacked, splitWidth } from './split';

interface Props extends Omit<CardContext, 'span'> {
  protocol: Protocol;
  width: number;
  height: number;
  /** Draws the one chart of all metrics. */
  chart: (size: ChartSize, attention: Attention) => ReactNode;
}

/** One chart of many series, with their cards as a list, worst first. */
export function ChartWithList({ protocol, chart, width, height, ...context }: Props) {
  const styles = useStyles2(getStyles);
  const [attention, attend] = useAttention(protocol);
  const stacked = isStacked(width);
  const size = { width: chartWidth(width), height: stacked ? Math.floor(Math.max(120, height * 0.45)) : height };
  return (
    <div className={cx(styles.frame, stacked && styles.stacked)} style={{ width, height }}>
      <div className={styles.chart} style={{ ...size, width: splitWidth(width) }}>
        {chart(size, attention)}
      </div>
      <div className={styles.list}>
        <ScrollContainer overflowX="hidden">
          <CardList {...context} attend={attend} protocol={protocol} room={stacked ? height - size.height : height} />
        </ScrollContainer>
      </div>
    </div>
  );
}

const getStyles = () => ({
  frame: css({ display: 'flex' }),
  stacked: css({ flexDirection: 'column' }),
  chart: css({ flexShrink: 0 }),
  list: css({ flex: '1 1 0', minWidth: 0, minHeight: 0, display: 'flex', flexDirection: 'column' }),
});
