import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';

import { t } from '../../locales/t';
import type { MetricProtocol } from '../../protocol/protocol';
import type { CheckedQuestion } from '../../words/engine/checkedAnswer';
import { checkedAnswer } from '../../words/engine/checkedAnswer';

export interface CheckedProps {
  metric: MetricProtocol;
  question: CheckedQuestion;
}

/** Beside an answer: that an engine does what it says, or the difference; of an automation without one, that it is stated. */
export function Checked({ metric, question }: CheckedProps) {
  const styles = useStyles2(getStyles);
  const words =
    checkedAnswer(t, metric, question) ??
    (question === 'automation' ? t('views.engine.stated', 'not checked') : undefined);
  return words === undefined ? null : <span className={styles.aside}>{`(${words})`}</span>;
}

const getStyles = (theme: GrafanaTheme2) => ({
  aside: css({ color: theme.colors.text.secondary }),
});
