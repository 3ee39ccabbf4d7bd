import type { LayoutProps } from '../layouts/layoutProps';
import { CardList } from './CardList';
import { CardScroller } from './CardScroller';

/** Cards alone, worst first and a line each, where there is no room for a chart, or none to be had. */
export function Cards({ width, height, charts: _, ...list }: LayoutProps) {
  return (
    <div style={{ width, height: Math.max(height, 0) }}>
      <CardScroller protocol={list.protocol}>
        <CardList {...list} closed room={Math.max(height, 0)} />
      </CardScroller>
    </div>
  );
}
