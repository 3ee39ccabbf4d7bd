import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, useStyles2 } from '@grafana/ui';

import type { Span } from '../../evaluation/evaluation';
import type { MetricProtocol } from '../../protocol/protocol';
import { ActNow } from './ActNow';
import { Answers } from './Answers';
import { Markdown } from '../text/Markdown';
import { Missing } from './Missing';
import { Problems } from './Problems';
import { said } from '../../words/said';
import { CardRespond, CardResponse } from '../responses/lateResponses';
import { StateStrip } from '../strip/StateStrip';
import { UpkeepNote } from './UpkeepNote';
import { t } from '../../locales/t';
import { agreedWords } from '../../words/agreedWords';
import { changeNotes } from '../../words/changeNotes';
import { noteWords } from '../../words/noteWords';
import { settledNote } from '../../words/settledWords';
import type { TimeWords } from '../../words/whenWords';

interface CardBodyProps {
  metric: MetricProtocol;
  span: Span;
  times: TimeWords;
  timeZone: string;
  /** Who does what first, and until when, comes before all else. */
  actFirst: boolean;
  onEditRule?: () => void;
}

/** What an open card says below its name: the meaning, the history, the answers, and what is missing. */
export function CardBody({ metric, span, times, timeZone, actFirst, onEditRule }: CardBodyProps) {
  const styles = useStyles2(getStyles);
  const definition = said(metric.rule, 'definition');
  const agreed = agreedWords(t, metric, times);
  const notes = [...noteWords(t, metric, times), settledNote(t, metric, times)].filter((note) => note !== undefined);
  const changes = changeNotes(t, metric, times);
  return (
    <div className={styles.body}>
      {metric.response?.open && <CardResponse metric={metric} times={times} />}
      {actFirst && <ActNow metric={metric} times={times} />}
      {notes.length > 0 && (
        <p className={styles.note}>
          {notes.join(' ')}
          {isEstimated(metric.now) && onEditRule && (
            <Button className={styles.mend} size="sm" variant="secondary" fill="outline" onClick={onEditRule}>
              {t('views.card.state-age-limit', 'State it')}
            </Button>
          )}
        </p>
      )}
      {(definition || agreed) && (
        <div className={styles.meaning}>
          {definition && <Markdown text={definition} />} {agreed && <p>{agreed}.</p>}
        </div>
      )}
      {changes.length > 0 && <p className={styles.changes}>{changes.join(' ')}</p>}
      <UpkeepNote metric={metric} times={times} />
      <Problems metric={metric} />
      <StateStrip metric={metric} span={span} times={times} />
      {metric.kind === 'context' ? (
        <p className={styles.note}>{said(metric.rule, 'noRule')}</p>
      ) : (
        <Answers metric={metric} times={times} />
      )}
      {metric.response?.open && <CardRespond metric={metric} times={times} timeZone={timeZone} />}
      <Missing metric={metric} onEditRule={onEditRule} />
    </div>
  );
}

/** Whether nobody has said how old a value may be, and this one seems too old. */
function isEstimated(now: MetricProtocol['now']): boolean {
  return 'age' in now && now.age?.kind === 'old' && now.age.estimated;
}

const getStyles = (theme: GrafanaTheme2) => ({
  body: css({ display: 'grid', gap: theme.spacing(0.75) }),
  meaning: css({
    ...theme.typography.bodySmall,
    color: theme.colors.text.secondary,
    p: { margin: 0 },
    // A meaning of one paragraph and the agreement run on in one.
    '& > div, & > p, & > div > p:only-child': { display: 'inline' },
  }),
  changes: css({ ...theme.typography.bodySmall, margin: 0, color: theme.colors.text.secondary }),
  note: css({ margin: 0, color: theme.colors.text.primary }),
  mend: css({ marginLeft: theme.spacing(1), verticalAlign: 'middle' }),
});
