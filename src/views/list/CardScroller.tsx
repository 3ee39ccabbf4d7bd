import { css } from '@emotion/css';
import { ScrollContainer } from '@grafana/ui';
import type { ReactNode } from 'react';
import { useMemo, useState } from 'react';

import { t } from '../../locales/t';
import type { MetricProtocol, Protocol } from '../../protocol/protocol';
import { isLoud } from '../../words/badge';
import { latePart } from '../parts/latePart';

// Most panels have one metric that fires at most, and that one is in view.
const FiringBelow = latePart(() => import(/* webpackChunkName: "firing-below" */ './FiringBelow'), {
  what: () => t('views.list.below-part', 'What is in breach below'),
});

interface CardScrollerProps {
  protocol: Pick<Protocol, 'metrics' | 'worstFirst'>;
  /** The cards, worst first. */
  children: ReactNode;
}

/** Scrolls cards, and names those that fire below what is seen. */
export function CardScroller({ protocol: { metrics, worstFirst }, children }: CardScrollerProps) {
  const [content, setContent] = useState<HTMLElement | null>(null);
  const firing = useMemo(() => firingOf(worstFirst.map((index) => metrics[index])), [metrics, worstFirst]);
  return (
    <div className={frame}>
      <ScrollContainer overflowX="hidden">
        <div ref={setContent} className={inside}>
          {children}
        </div>
      </ScrollContainer>
      {content && firing.length > 1 && <FiringBelow firing={firing} content={content} />}
    </div>
  );
}

/** The metrics that fire, in the order in which they are given. */
function firingOf(metrics: readonly MetricProtocol[]): readonly MetricProtocol[] {
  return metrics.filter(isLoud);
}

const frame = css({ position: 'relative', flex: '1 1 0', minWidth: 0, minHeight: 0, display: 'flex', height: '100%' });
const inside = css({ display: 'flex', flexDirection: 'column', flexShrink: 0 });
