import { css, cx } from '@emotion/css';
import { useStyles2 } from '@grafana/ui';

import { CardList } from '../list/CardList';
import { CardScroller } from '../list/CardScroller';
import type { LayoutProps } from './layoutProps';
import { chartAbove, chartWidth, isStacked, splitWidth } from './split';
import { useAttention } from './useAttention';

/** One chart of many series, with their cards as a list, worst first. */
export function ChartWithList({ protocol, charts, width, height, ...context }: LayoutProps) {
  const styles = useStyles2(getStyles);
  const [attention, attend] = useAttention(protocol);
  const stacked = isStacked(width);
  const size = {
    width: chartWidth(width),
    height: stacked ? chartAbove(Math.max(120, height * 0.45), height) : height,
  };
  return (
    <div className={cx(styles.frame, stacked && styles.stacked)} style={{ width, height }}>
      <div className={styles.chart} style={{ ...size, width: splitWidth(width) }}>
        {charts('all', size, attention)}
      </div>
      <div className={styles.list}>
        <CardScroller protocol={protocol}>
          <CardList {...context} attend={attend} protocol={protocol} room={stacked ? height - size.height : height} />
        </CardScroller>
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
