import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, useStyles2 } from '@grafana/ui';
import { memo, useState } from 'react';

import type { Protocol } from '../protocol/protocol';
import { isFiring } from './badge';
import { type CardContext, RuleCard } from './RuleCard';
import { t } from '../locales/t';

interface Props extends Omit<CardContext, 'span'> {
  protocol: Protocol;
  /** Every card is a line until somebody opens it, the firing ones, too. */
  closed?: boolean;
}

/** More cards than a person scans; the rest is asked for. Worst come first, so what is hidden is calmer. */
const FIRST = 50;

/**
 * The cards of many series, worst first, a line each. The worst one is open while it fires. Remembered: the panel
 * renders more often than its protocol changes.
 */
export const CardList = memo(function CardList({ protocol, closed = false, ...context }: Props) {
  const styles = useStyles2(getStyles);
  const [all, setAll] = useState(false);
  const order = all ? protocol.worstFirst : protocol.worstFirst.slice(0, FIRST);
  const hidden = protocol.worstFirst.length - order.length;
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
                defaultOpen={!closed && place === 0 && isFiring(metric)}
                dense
              />
            </li>
          );
        })}
      </ul>
      {hidden > 0 && (
        <Button className={styles.rest} size="sm" fill="text" variant="secondary" onClick={() => setAll(true)}>
          {t('views.list.show-rest', 'Show {{hidden}} more', { hidden })}
        </Button>
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
