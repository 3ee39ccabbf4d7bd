import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';

import type { Protocol } from '../protocol/protocol';
import { t } from '../locales/t';
import { coverageWords, tallyWords } from './words/summaryWords';

/** The height of the line, for a layout that must know what is left. */
export const SUMMARY_HEIGHT = 22;

/** How the metrics of a panel stand, and how many have a whole rule, in one line. */
export function SummaryLine({ protocol }: { protocol: Protocol }) {
  const styles = useStyles2(getStyles);
  const coverage = coverageWords(t, protocol);
  return (
    <p className={styles.line}>
      <span>{tallyWords(t, protocol.tally).join(' · ')}</span>
      {coverage && <span>{coverage}</span>}
    </p>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  line: css({
    ...theme.typography.bodySmall,
    display: 'flex',
    justifyContent: 'flex-end',
    gap: theme.spacing(2),
    height: SUMMARY_HEIGHT,
    margin: 0,
    padding: theme.spacing(0, 1),
    color: theme.colors.text.secondary,
    whiteSpace: 'nowrap',
    overflow: 'hidden',
    span: { overflow: 'hidden', textOverflow: 'ellipsis' },
    // How the metrics stand comes before how many are agreed on.
    'span + span': { flexShrink: 1000 },
  }),
});
