import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, useStyles2 } from '@grafana/ui';
import { memo, useCallback, useState } from 'react';

import type { Protocol } from '../../protocol/protocol';
import { isLoud } from '../../words/badge';
import type { Attend } from '../layouts/useAttention';
import type { CardContext } from '../card/RuleCard';
import { RuleCard } from '../card/RuleCard';
import { roomFor } from '../card/room';
import { t } from '../../locales/t';
import { useInView } from './useInView';

interface CardListProps extends Omit<CardContext, 'span'> {
  protocol: Protocol;
  /** Every card is a line until somebody opens it, the firing ones, too. */
  closed?: boolean;
  /** The height that the list is seen in, px: cards beyond it are made when one scrolls to them. */
  room: number;
  /** Told which cards a person looks at. */
  attend?: Attend;
}

/** The least height of a closed card, px. */
const LINE = 56;

/** The height that an open card of a firing metric needs, px. */
const OPEN = 400;

/** How many cards more, each time that one comes to the end. */
const STEP = 20;

/**
 * The cards of many series, worst first, a line each. The worst one is open while it fires. Remembered: the panel
 * renders more often than its protocol changes.
 */
export const CardList = memo(function CardList({ protocol, closed = false, room, ...context }: CardListProps) {
  const styles = useStyles2(getStyles);
  const [more, setMore] = useState(0);
  const order = protocol.worstFirst.slice(0, Math.ceil(room / LINE) + more);
  const hidden = protocol.worstFirst.length - order.length;
  const showMore = useCallback(() => setMore((before) => before + STEP), []);
  const end = useInView(showMore);
  return (
    <>
      <ul className={styles.list} aria-label={t('views.list.label', 'Metrics, worst first')}>
        {order.map((index, place) => {
          const metric = protocol.metrics[index];
          return (
            <li key={metric.id}>
              <RuleCard
                {...context}
                metric={metric}
                span={protocol.span}
                defaultOpen={!closed && place === 0 && isLoud(metric)}
                dense
                room={roomFor(room, OPEN)}
              />
            </li>
          );
        })}
      </ul>
      {hidden > 0 && (
        // Another element each time, so that it is noticed again where one screen holds more than a step.
        <div ref={end} key={order.length} data-more>
          <Button className={styles.rest} size="sm" fill="text" variant="secondary" onClick={showMore}>
            {t('views.list.show-rest', 'Show {{hidden}} more', { hidden })}
          </Button>
        </div>
      )}
    </>
  );
});

const getStyles = (theme: GrafanaTheme2) => ({
  list: css({
    listStyle: 'none',
    margin: 0,
    padding: 0,
    // What is scrolled out of sight is not laid out.
    '& > li': { contentVisibility: 'auto', containIntrinsicSize: 'auto 60px' },
    '& > li + li': { borderTop: `1px solid ${theme.colors.border.weak}` },
  }),
  rest: css({ alignSelf: 'start', flexShrink: 0, margin: theme.spacing(0.5, 1) }),
});
