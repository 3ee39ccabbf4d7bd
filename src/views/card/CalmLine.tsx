import { css, cx } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { useMemo } from 'react';

import type { MetricProtocol } from '../../protocol/protocol';
import { markdownSteps } from '../text/markdown';
import { said } from '../../words/said';
import { t } from '../../locales/t';
import { notAgreedWords } from '../../words/agreedWords';
import { levelWords } from '../../words/levelWords';
import { upcomingDeadlineWords } from '../../words/deadlineWords';
import { noteWords } from '../../words/noteWords';
import { briefOwnerWords } from '../../words/roleNames';
import { briefSettledNote } from '../../words/settledWords';
import type { TimeWords } from '../../words/whenWords';

interface CalmLineProps {
  metric: MetricProtocol;
  times: TimeWords;
  /** One line, in a list. */
  dense?: boolean;
}

/** The whole rule in one breath: "Act above 6 h for 1 d: SDR lead, page the rota". */
export function CalmLine({ metric, times, dense = false }: CalmLineProps) {
  const styles = useStyles2(getStyles);
  const { rule, kind } = metric;
  const action = said(rule, 'action');
  const step = useMemo(() => (action === undefined ? undefined : markdownSteps(action).at(0)), [action]);
  const level = kind === 'ruled' ? levelWords(t, metric) : undefined;
  const due = upcomingDeadlineWords(t, metric, times);
  const owner = briefOwnerWords(t, metric);
  const notes = [...noteWords(t, metric, times), briefSettledNote(t, metric, times)].filter(Boolean).join(' ');
  const changed = notAgreedWords(t, metric, times);
  const reason = kind === 'context' ? said(rule, 'noRule') : undefined;
  if (!notes && !due && !level && !reason) {
    return null;
  }
  return (
    <p className={cx(styles.line, dense && styles.dense)}>
      {notes && `${notes} `}
      {due && <b>{due} </b>}
      {level && (
        <>
          {t('views.line.act', 'Act')} <b>{level.condition}</b>
          {level.lasting && ` ${level.lasting}`}
          {(owner || step) && ': '}
          {owner && <b>{owner}</b>}
          {owner && step && ' · '}
          {step}
        </>
      )}
      {reason}
      {changed && ` · ${changed}`}
    </p>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  line: css({
    margin: 0,
    minWidth: 0,
    color: theme.colors.text.secondary,
    overflowWrap: 'anywhere',
    display: '-webkit-box',
    WebkitBoxOrient: 'vertical',
    WebkitLineClamp: 3,
    overflow: 'hidden',
    b: { whiteSpace: 'nowrap', fontWeight: theme.typography.fontWeightMedium, color: theme.colors.text.primary },
  }),
  dense: css({ ...theme.typography.bodySmall, WebkitLineClamp: 2 }),
});
