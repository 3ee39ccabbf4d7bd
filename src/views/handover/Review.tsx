import { css, cx } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';

import { t } from '../../locales/t';
import type { ReviewFigures } from '../../protocol/handover/handover';
import {
  reviewCell,
  reviewColumnName,
  reviewColumns,
  reviewSentences,
  upkeepSentences,
} from '../../words/handover/reviewWords';

/** The figures of the time: how often metrics called, how soon people answered, and which rules are to be looked at. */
export function Review({ figures }: { figures: ReviewFigures }) {
  const styles = useStyles2(getStyles);
  const columns = reviewColumns(figures.isTracked);
  return (
    <div className={styles.frame}>
      <p>{reviewSentences(t, figures).join(' ')}</p>
      {upkeepSentences(t, figures).map((words) => (
        <p key={words}>{words}</p>
      ))}
      {figures.metrics.length > 0 && (
        // A table wider than a narrow panel is scrolled, by keyboard, too.
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <div
          className={styles.scroller}
          tabIndex={0}
          role="region"
          aria-label={t('handover.review.table', 'Figures by metric')}
        >
          <table className={styles.table}>
            <thead>
              <tr>
                {columns.map((column) => (
                  <th key={column} scope="col" className={cx(column !== 'metric' && styles.number)}>
                    {reviewColumnName(t, column)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {figures.metrics.map((row) => (
                <tr key={`${row.panel.key} ${row.metric.id}`}>
                  {columns.map((column) => (
                    <td key={column} className={cx(column !== 'metric' && styles.number)}>
                      {reviewCell(row, column)}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  frame: css({ display: 'grid', gap: theme.spacing(0.5), p: { margin: 0 } }),
  scroller: css({ overflowX: 'auto' }),
  table: css({
    ...theme.typography.bodySmall,
    width: '100%',
    borderCollapse: 'collapse',
    'th, td': { padding: theme.spacing(0.5, 1), textAlign: 'left', verticalAlign: 'top' },
    th: { color: theme.colors.text.secondary, fontWeight: theme.typography.fontWeightRegular },
    td: { borderTop: `1px solid ${theme.colors.border.weak}` },
  }),
  // Beside those of `th, td`, which are more specific than one class.
  number: css({ '&&&': { textAlign: 'right', fontVariantNumeric: 'tabular-nums' } }),
});
