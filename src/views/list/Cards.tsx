import { ScrollContainer } from '@grafana/ui';

import type { Protocol } from '../../protocol/protocol';
import { CardList } from './CardList';
import type { CardContext } from '../card/RuleCard';

interface CardsProps extends Omit<CardContext, 'span'> {
  protocol: Protocol;
  width: number;
  height: number;
}

/** Cards alone, worst first and a line each, where there is no room for a chart, or none to be had. */
export function Cards({ width, height, ...list }: CardsProps) {
  return (
    <div style={{ width, height }}>
      <ScrollContainer overflowX="hidden" height="100%">
        <CardList {...list} closed room={height} />
      </ScrollContainer>
    </div>
  );
}
