import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';

import type { MetricProtocol } from '../../protocol/protocol';
import { t } from '../../locales/t';
import { reviewWords } from '../../words/reviewWords';
import type { TimeWords } from '../../words/whenWords';

interface UpkeepNoteProps {
  metric: MetricProtocol;
  times: TimeWords;
}

/** That the agreement is due for review: quietly, and nothing where it is not. */
export function UpkeepNote({ metric, times }: UpkeepNoteProps) {
  const styles = useStyles2(getStyles);
  const words = reviewWords(t, metric, times);
  return words === undefined ? null : <p className={styles.note}>{words}</p>;
}

const getStyles = (theme: GrafanaTheme2) => ({
  note: css({ ...theme.typography.bodySmall, margin: 0, color: theme.colors.text.secondary }),
});
