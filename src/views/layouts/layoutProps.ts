import type { ReactNode } from 'react';

import type { MetricProtocol, Protocol } from '../../protocol/protocol';
import type { CardContext } from '../card/RuleCard';
import type { Attention } from './useAttention';

/** The size of a chart, px. */
export interface ChartSize {
  width: number;
  height: number;
}

/** What every layout is given. */
export interface LayoutProps extends Omit<CardContext, 'span'> {
  protocol: Protocol;
  /** What there is for charts and cards, px. */
  width: number;
  height: number;
  /** Draws the chart of one metric, or the one chart of all of them, which knows at which of them a person looks. */
  charts: (of: MetricProtocol | 'all', size: ChartSize, attention?: Attention) => ReactNode;
}
