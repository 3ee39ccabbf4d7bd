import { ScrollContainer } from '@grafana/ui';

import type { LayoutProps } from '../layouts/layoutProps';
import { CardList } from './CardList';

/** Cards alone, worst first and a line each, where there is no room for a chart, or none to be had. */
export function Cards({ width, height, charts: _, ...list }: LayoutProps) {
  return (
    <div style={{ width, height: Math.max(height, 0) }}>
      <ScrollContainer overflowX="hidden" height="100%">
        <CardList {...list} closed room={Math.max(height, 0)} />
      </ScrollContainer>
    </div>
  );
}
