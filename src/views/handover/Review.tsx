import { css } from '@emotion/css';
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
        <table className={styles.table} aria-label={t('handover.review.table', 'Figures by metric')}>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {reviewColumnName(t, column)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {figures.metrics.map((row) => (
              <tr key={row.id}>
                {columns.map((column) => (
                  <td key={column} data-column={column === 'metric' ? undefined : reviewColumnName(t, column)}>
                    {reviewCell(row, column)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}

/** Where columns have no room beside one another, px. */
const NARROW = '@container (max-width: 560px)';

const getStyles = (theme: GrafanaTheme2) => ({
  frame: css({ display: 'grid', gap: theme.spacing(0.5), containerType: 'inline-size', p: { margin: 0 } }),
  table: css({
    ...theme.typography.bodySmall,
    borderCollapse: 'collapse',
    marginTop: theme.spacing(0.5),
    'th, td': {
      padding: theme.spacing(0.5, 1.5),
      textAlign: 'right',
      verticalAlign: 'top',
      fontVariantNumeric: 'tabular-nums',
    },
    'th:first-child, td:first-child': { paddingLeft: 0, textAlign: 'left' },
    th: { color: theme.colors.text.secondary, fontWeight: theme.typography.fontWeightRegular },
    td: { borderTop: `1px solid ${theme.colors.border.weak}` },
    'td[data-column]': { whiteSpace: 'nowrap' },
    [NARROW]: {
      width: '100%',
      thead: { position: 'absolute', clip: 'rect(0 0 0 0)', overflow: 'hidden', width: 1, height: 1 },
      tr: { display: 'block', borderTop: `1px solid ${theme.colors.border.weak}`, padding: theme.spacing(0.5, 0) },
      td: { display: 'flex', justifyContent: 'space-between', gap: theme.spacing(1), border: 0, padding: 0 },
      'td:first-child': { fontWeight: theme.typography.fontWeightMedium },
      'td[data-column]:empty': { display: 'none' },
      'td[data-column]::before': { content: 'attr(data-column)', color: theme.colors.text.secondary },
    },
  }),
});
