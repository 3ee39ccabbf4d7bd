import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';

import type { MetricProtocol } from '../../protocol/protocol';
import { t } from '../../locales/t';
import { upkeepWords } from '../../words/upkeepWords';
import type { TimeWords } from '../../words/whenWords';

interface UpkeepNoteProps {
  metric: MetricProtocol;
  times: TimeWords;
}

/** That the agreement is due for review, or no longer what was agreed: quietly, and nothing where it is in order. */
export function UpkeepNote({ metric, times }: UpkeepNoteProps) {
  const styles = useStyles2(getStyles);
  const words = upkeepWords(t, metric, times);
  return words.length === 0 ? null : <p className={styles.note}>{words.join(' ')}</p>;
}

const getStyles = (theme: GrafanaTheme2) => ({
  note: css({ ...theme.typography.bodySmall, margin: 0, color: theme.colors.text.secondary }),
});
