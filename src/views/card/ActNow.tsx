import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { useMemo } from 'react';

import type { MetricProtocol } from '../../protocol/protocol';
import { markdownSteps } from '../text/markdown';
import { said } from '../../words/said';
import { upcomingDeadlineWords } from '../../words/deadlineWords';
import { t } from '../../locales/t';
import { briefOwnerWords } from '../../words/roleNames';
import type { TimeWords } from '../../words/whenWords';

interface ActNowProps {
  metric: MetricProtocol;
  times: TimeWords;
}

/** Who does what first, and until when, in one breath: "Demand Gen · Pause paid campaigns · Due today 14:05." */
export function ActNow({ metric, times }: ActNowProps) {
  const styles = useStyles2(getStyles);
  const action = said(metric.rule, 'action');
  const step = useMemo(() => (action === undefined ? undefined : markdownSteps(action).at(0)), [action]);
  const owner = briefOwnerWords(t, metric);
  const parts = [owner && <b>{owner}</b>, step, upcomingDeadlineWords(t, metric, times)].filter(Boolean);
  return parts.length === 0 ? null : (
    <p className={styles.line}>
      {parts.map((part, index) => (
        <span key={index}>{part}</span>
      ))}
    </p>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  line: css({
    margin: 0,
    color: theme.colors.text.maxContrast,
    overflowWrap: 'anywhere',
    b: { fontWeight: theme.typography.fontWeightBold },
    'span + span::before': { content: '" · "' },
  }),
});
