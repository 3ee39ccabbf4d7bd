import { css, cx } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';

import { overdueOf } from '../../protocol/overdue';
import type { MetricProtocol } from '../../protocol/protocol';
import { isLoud } from '../../words/badge';
import { SeriesColor } from './SeriesColor';
import { StateBadge } from './StateBadge';
import { t } from '../../locales/t';
import { acceptedWords } from '../../words/acceptedWords';
import { deadlineWords } from '../../words/deadlineWords';
import { briefSinceWords, sinceWords } from '../../words/sinceWords';
import type { TimeWords } from '../../words/whenWords';

interface CardHeadProps {
  metric: MetricProtocol;
  times: TimeWords;
  open: boolean;
  /** The id of the name, which is the card's heading. */
  nameId: string;
  /** The name has the colour of its series, which is one of several in a chart. */
  isColored: boolean;
  /** The begin of what is in view, epoch ms. */
  viewFrom: number;
}

/**
 * State first, and whether it is overdue, value right, and the name: in one line on a closed card, under the state on an
 * open one.
 */
export function CardHead({ metric, times, open, nameId, isColored, viewFrom }: CardHeadProps) {
  const styles = useStyles2(getStyles);
  const { last, format, now, name } = metric;
  // An open card says of a late word whose it is, and whose turn it is, below.
  const isToldBelow = open && overdueOf(metric)?.kind === 'word';
  const deadline = isToldBelow ? undefined : deadlineWords(t, metric, times);
  const overdue = deadline?.isOverdue ? deadline.words : undefined;
  const aside = overdue ?? acceptedWords(t, metric, times, open);
  const since =
    open || !now.live ? sinceWords(t, metric, times) : aside ? undefined : briefSinceWords(t, metric, times);
  // A value that is not of now: too old, or the last one that had enough volume.
  const old = now.state === 'stale' || now.state === 'error' || now.state === 'nodata' || metric.tooFew !== undefined;
  // Younger values are drawn, or none: a value says what day it is of where the chart does not end with it.
  const isDrawnOn = metric.unsettledFrom !== undefined || metric.tooFew !== undefined;
  const isEarlier = isDrawnOn || (last !== undefined && last.time < viewFrom);
  return (
    <div className={cx(styles.head, open && styles.openHead)}>
      <div className={styles.state}>
        <StateBadge metric={metric} />
        {aside && <span className={overdue ? styles.overdue : styles.since}>{aside}</span>}
        {since && <span className={styles.since}>{since}</span>}
        {!open && (
          <h3 id={nameId} className={styles.name}>
            {isColored && <SeriesColor color={metric.color} />}
            {name}
          </h3>
        )}
      </div>
      {last && (
        <span className={cx(styles.value, (open || isLoud(metric)) && styles.large, old && styles.old)}>
          {format(last.value)}
          {isEarlier && (
            <span className={styles.date}>
              {' '}
              {t('views.card.value-on', 'on {{date}}', { date: times.date(last.time) })}
            </span>
          )}
        </span>
      )}
      {open && (
        <h3 id={nameId} className={cx(styles.name, styles.openName)}>
          {isColored && <SeriesColor color={metric.color} />}
          {name}
        </h3>
      )}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  head: css({
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    alignItems: 'baseline',
    columnGap: theme.spacing(1.5),
  }),
  openHead: css({ rowGap: theme.spacing(0.75) }),
  state: css({ display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', columnGap: theme.spacing(1), minWidth: 0 }),
  overdue: css({ fontWeight: theme.typography.fontWeightBold, color: theme.colors.text.maxContrast }),
  since: css({ ...theme.typography.bodySmall, color: theme.colors.text.secondary }),
  name: css({
    margin: 0,
    minWidth: 0,
    fontSize: theme.typography.body.fontSize,
    fontWeight: theme.typography.fontWeightMedium,
    lineHeight: theme.typography.body.lineHeight,
    letterSpacing: 'normal',
    color: theme.colors.text.maxContrast,
    overflowWrap: 'anywhere',
  }),
  openName: css({
    gridColumn: '1 / -1',
    fontSize: theme.typography.h5.fontSize,
    lineHeight: theme.typography.h5.lineHeight,
  }),
  value: css({
    fontWeight: theme.typography.fontWeightMedium,
    fontVariantNumeric: 'tabular-nums',
    color: theme.colors.text.maxContrast,
    whiteSpace: 'nowrap',
  }),
  large: css({
    fontSize: 20,
    lineHeight: 1,
    '@container (max-width: 160px)': { fontSize: theme.typography.body.fontSize },
  }),
  date: css({ ...theme.typography.bodySmall, fontWeight: 'normal', color: theme.colors.text.secondary }),
  old: css({ color: theme.colors.text.secondary }),
});
