import { css, cx } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, useStyles2 } from '@grafana/ui';
import { useCallback, useState } from 'react';

import { t } from '../../locales/t';
import type { RowAnswer } from '../../protocol/breaches/answeredRows';
import type { Intervention } from '../../protocol/responses/intervention';
import type { BreachCell } from '../../words/breachCells';
import type { BreachColumn } from '../../words/breachColumns';
import { breachColumnName, breachColumns } from '../../words/breachColumns';
import type { ToldBreach } from '../../words/breachTold';
import { Glyph } from '../card/Glyph';
import { useInView } from '../list/useInView';
import type { RespondBarProps } from '../responses/RespondBar';
import { RespondBar } from '../responses/RespondBar';

interface BreachTableProps {
  /** Newest first. */
  told: readonly ToldBreach[];
  label: string;
  /** Whether what people did is: without it there are no columns for it. */
  isTracked: boolean;
  /** What records what a person did about a row; undefined where nothing can be recorded. */
  respond?: RowRespond;
}

/** What records, whatever the row. */
type RowRespond = Pick<RespondBarProps, 'recorder' | 'times' | 'timeZone' | 'name'>;

/** How many rows at first, and how many more each time that one comes to the end. */
const STEP = 50;

/** A row a breach; where it is narrow, its cells are under one another. */
export function BreachTable({ told, label, isTracked, respond }: BreachTableProps) {
  const styles = useStyles2(getStyles);
  const [most, setMost] = useState(STEP);
  const [opened, setOpened] = useState<string>();
  const showMore = useCallback(() => setMost((before) => before + STEP), []);
  const end = useInView(showMore);
  const hidden = told.length - most;
  const columns = breachColumns(isTracked);
  return (
    <>
      <table className={styles.table} aria-label={label}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col" className={cx(column === 'worst' && styles.number)}>
                {breachColumnName(t, column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {told.slice(0, most).map((breach) => (
            <BreachRowView
              key={breach.key}
              breach={breach}
              columns={columns}
              respond={respond}
              isOpen={opened === breach.key}
              onToggle={() => setOpened(opened === breach.key ? undefined : breach.key)}
            />
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

interface BreachRowViewProps extends Pick<BreachTableProps, 'respond'> {
  breach: ToldBreach;
  columns: readonly BreachColumn[];
  /** Whether somebody records something of it. */
  isOpen: boolean;
  onToggle: () => void;
}

function BreachRowView({ breach, columns, respond, isOpen, onToggle }: BreachRowViewProps) {
  const styles = useStyles2(getStyles);
  const { cells, severity, answer } = breach;
  return (
    <>
      <tr>
        {columns.map((column) => (
          <td
            key={column}
            data-label={breachColumnName(t, column)}
            className={cx(column === 'worst' && styles.number, isEmpty(cells[column]) && styles.empty)}
          >
            {column === 'since' && (
              <span className={cx(styles.severity, styles[severity])}>
                <Glyph badge={severity} />
                {cells.severity}
              </span>
            )}
            {cells[column] && (
              <Cell
                cell={cells[column]}
                isFirst={column === 'since'}
                isLacking={column === 'firstResponse' && answer?.isUnanswered === true}
              />
            )}
            {column === 'done' && answer && respond && (
              <Button
                size="sm"
                fill="text"
                className={styles.respond}
                aria-expanded={isOpen}
                aria-label={t('views.breaches.respond-to', 'Respond: {{severity}} {{since}}', {
                  severity: cells.severity,
                  since: cells.since.words,
                })}
                onClick={onToggle}
              >
                {t('views.breaches.respond', 'Respond…')}
              </Button>
            )}
          </td>
        ))}
      </tr>
      {isOpen && answer && respond && (
        <tr>
          <td colSpan={columns.length} className={styles.responding}>
            <RespondBar {...respond} breach={answer.address} own={ownOf(answer, respond)} />
          </td>
        </tr>
      )}
    </>
  );
}

function ownOf({ response }: RowAnswer, { recorder }: RowRespond): readonly Intervention[] {
  return (response?.interventions ?? []).filter(({ key, source }) => source === 'annotations' && recorder.isOwn(key));
}

function isEmpty(cell: BreachCell | undefined): boolean {
  return cell === undefined || (cell.words === '' && cell.aside === undefined);
}

interface CellProps {
  cell: BreachCell;
  isFirst: boolean;
  /** It says that something is lacking. */
  isLacking: boolean;
}

function Cell({ cell: { words, aside, lines, late }, isFirst, isLacking }: CellProps) {
  const styles = useStyles2(getStyles);
  return (
    <>
      {lines && lines.length > 1 ? (
        <ul className={styles.lines}>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      ) : (
        <span className={cx(isFirst && styles.since, isLacking && styles.warning)}>{words}</span>
      )}
      {aside && <span className={styles.aside}> {aside}</span>}
      {late && <span className={styles.late}>{late}</span>}
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
      alignItems: 'baseline',
      gap: theme.spacing(0.5),
      marginRight: theme.spacing(0.75),
      fontWeight: theme.typography.fontWeightMedium,
      svg: { alignSelf: 'center', width: 12, height: 12 },
    }),
    critical: css({ color: theme.colors.error.text }),
    warning: css({ color: theme.colors.warning.text }),
    since: css({ color: theme.colors.text.maxContrast }),
    late: css({
      display: 'block',
      color: theme.colors.text.maxContrast,
      fontWeight: theme.typography.fontWeightBold,
    }),
    aside: css({ color: theme.colors.text.secondary }),
    lines: css({ listStyle: 'none', margin: 0, padding: 0 }),
    respond: css({ display: 'block', marginLeft: theme.spacing(-1) }),
    responding: css({ '&&': { borderTop: 'none', paddingTop: 0 }, [narrow]: { '&&::before': { content: 'none' } } }),
  };
};
