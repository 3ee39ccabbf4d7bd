import { css, cx } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, useStyles2 } from '@grafana/ui';
import { useCallback, useState } from 'react';

import { t } from '../../locales/t';
import type { BreachCell } from '../../words/breachCells';
import type { BreachColumn } from '../../words/breachColumns';
import { BREACH_COLUMNS, breachColumnName } from '../../words/breachColumns';
import type { ToldBreach } from '../../words/breachCsv';
import { Glyph } from '../card/Glyph';
import { useInView } from '../list/useInView';

interface BreachTableProps {
  /** Newest first. */
  told: readonly ToldBreach[];
  label: string;
}

/** How many rows at first, and how many more each time that one comes to the end. */
const STEP = 50;

/** A row a breach; where it is narrow, its cells are under one another. */
export function BreachTable({ told, label }: BreachTableProps) {
  const styles = useStyles2(getStyles);
  const [most, setMost] = useState(STEP);
  const showMore = useCallback(() => setMost((before) => before + STEP), []);
  const end = useInView(showMore);
  const hidden = told.length - most;
  return (
    <>
      <table className={styles.table} aria-label={label}>
        <thead>
          <tr>
            {BREACH_COLUMNS.map((column) => (
              <th key={column} scope="col" className={cx(column === 'worst' && styles.number)}>
                {breachColumnName(t, column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {told.slice(0, most).map((breach) => (
            <BreachRowView key={breach.row.key} {...breach} />
          ))}
        </tbody>
      </table>
      {hidden > 0 && (
        // Another element each time, so that it is noticed again where one screen holds more than a step.
        <div ref={end} key={most}>
          <Button size="sm" fill="text" variant="secondary" onClick={showMore}>
            {t('views.breaches.show-rest', 'Show {{hidden}} more', { hidden })}
          </Button>
        </div>
      )}
    </>
  );
}

function BreachRowView({ row, cells }: ToldBreach) {
  const styles = useStyles2(getStyles);
  return (
    <tr>
      {BREACH_COLUMNS.map((column) => (
        <td
          key={column}
          data-label={breachColumnName(t, column)}
          className={cx(column === 'worst' && styles.number, cells[column].words === '' && styles.empty)}
        >
          {column === 'since' && (
            <span className={cx(styles.severity, styles[row.severity])}>
              <Glyph badge={row.severity} />
              {cells.severity}
            </span>
          )}
          <Cell cell={cells[column]} column={column} />
          {column === 'due' && cells.overdue && <span className={styles.overdue}>{cells.overdue}</span>}
        </td>
      ))}
    </tr>
  );
}

function Cell({ cell, column }: { cell: BreachCell; column: BreachColumn }) {
  const styles = useStyles2(getStyles);
  return (
    <>
      <span className={cx(column === 'since' && styles.since)}>{cell.words}</span>
      {cell.aside && <span className={styles.aside}> {cell.aside}</span>}
    </>
  );
}

const getStyles = (theme: GrafanaTheme2) => {
  const narrow = '@container (max-width: 719px)';
  return {
    table: css({
      width: '100%',
      fontSize: theme.typography.bodySmall.fontSize,
      th: {
        ...theme.typography.bodySmall,
        position: 'sticky',
        top: 0,
        padding: theme.spacing(0.5, 1.5, 0.5, 0),
        background: theme.colors.background.primary,
        color: theme.colors.text.secondary,
        whiteSpace: 'nowrap',
      },
      td: {
        padding: theme.spacing(0.75, 1.5, 0.75, 0),
        borderTop: `1px solid ${theme.colors.border.weak}`,
        verticalAlign: 'top',
        overflowWrap: 'anywhere',
      },
      [narrow]: {
        '&, tbody': { display: 'block' },
        thead: { position: 'absolute', clipPath: 'inset(50%)', width: 1, height: 1, overflow: 'hidden' },
        tr: {
          display: 'block',
          padding: theme.spacing(0.75, 0),
          borderTop: `1px solid ${theme.colors.border.weak}`,
        },
        td: { display: 'block', padding: theme.spacing(0.125, 0), border: 'none' },
        'td::before': {
          content: 'attr(data-label)',
          display: 'inline-block',
          width: '8em',
          color: theme.colors.text.secondary,
        },
        'td:first-of-type::before': { content: 'none' },
      },
    }),
    number: css({
      '&&': { textAlign: 'right', paddingRight: theme.spacing(3) },
      fontVariantNumeric: 'tabular-nums',
      whiteSpace: 'nowrap',
      [narrow]: { '&&': { textAlign: 'left' } },
    }),
    empty: css({ [narrow]: { '&&': { display: 'none' } } }),
    severity: css({
      display: 'inline-flex',
      alignItems: 'center',
      gap: theme.spacing(0.5),
      marginRight: theme.spacing(0.75),
      fontWeight: theme.typography.fontWeightMedium,
      svg: { width: 12, height: 12 },
    }),
    critical: css({ color: theme.colors.error.text }),
    warning: css({ color: theme.colors.warning.text }),
    since: css({ color: theme.colors.text.maxContrast }),
    overdue: css({
      display: 'block',
      color: theme.colors.text.maxContrast,
      fontWeight: theme.typography.fontWeightBold,
    }),
    aside: css({ color: theme.colors.text.secondary }),
  };
};
