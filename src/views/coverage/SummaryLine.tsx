import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import type { ReactNode } from 'react';

import type { Protocol } from '../../protocol/protocol';
import { t } from '../../locales/t';
import { judgedWords } from '../../words/judgedWords';
import { coverageWords, tallyWords } from '../../words/summaryWords';

/** The height of the line, for a layout that must know what is left. */
export const SUMMARY_HEIGHT = 22;

/** Whether there is more to say of the metrics together than the card of a single one says. */
export function hasSummary({ metrics, judgedOn }: Pick<Protocol, 'metrics' | 'judgedOn'>, isLoading: boolean): boolean {
  return metrics.length !== 1 || isLoading || judgedOn.mode !== 'view';
}

interface SummaryLineProps {
  protocol: Protocol;
  /** More of what is judged is under way. */
  isLoading?: boolean;
  /** In the place of the words of how many rules are complete: what opens to say more. */
  coverageButton?: ReactNode;
}

/**
 * Whether there is more to come, what the states are judged on where it is not the view, how the metrics stand, and how
 * many rules are complete.
 */
export function SummaryLine({ protocol, isLoading, coverageButton }: SummaryLineProps) {
  const styles = useStyles2(getStyles);
  const coverage = coverageWords(t, protocol);
  const judged = judgedWords(t, protocol);
  return (
    <p className={styles.line}>
      {isLoading && <span role="status">{t('views.faces.loading', 'Loading…')}</span>}
      {judged && (
        <span className={styles.judged} title={judged}>
          {judged}
        </span>
      )}
      <span className={styles.tally}>
        {tallyWords(t, protocol).map((words, place) => (
          <span key={words}>{place === 0 ? words : ` · ${words}`}</span>
        ))}
      </span>
      {coverageButton ?? (coverage && <span title={coverage}>{coverage}</span>)}
    </p>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  line: css({
    ...theme.typography.bodySmall,
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'flex-end',
    gap: theme.spacing(2),
    height: SUMMARY_HEIGHT,
    margin: 0,
    padding: theme.spacing(0, 1),
    color: theme.colors.text.secondary,
    whiteSpace: 'nowrap',
    overflow: 'hidden',
    // How many rules are complete can be cut: it opens to say so. How the metrics stand can't.
    '& > *': { overflow: 'hidden', textOverflow: 'ellipsis' },
  }),
  judged: css({ flex: '1 10 auto' }),
  // Where there is too little room, the last ones go, whole, to a second row that is out of sight: those that are normal.
  tally: css({
    display: 'flex',
    flexWrap: 'wrap',
    flexShrink: 0,
    maxWidth: 'calc(100% - 8em)',
    justifyContent: 'flex-end',
    height: SUMMARY_HEIGHT,
    lineHeight: `${SUMMARY_HEIGHT}px`,
    whiteSpace: 'pre',
  }),
});
