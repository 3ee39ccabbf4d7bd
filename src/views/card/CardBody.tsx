import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, useStyles2 } from '@grafana/ui';
import { Fragment } from 'react';

import type { Span } from '../../evaluation/evaluation';
import type { MetricProtocol } from '../../protocol/protocol';
import { ActNow } from './ActNow';
import { Answers } from './Answers';
import { Asides } from './Asides';
import { Markdown } from '../text/Markdown';
import { Missing } from './Missing';
import { Problems } from './Problems';
import type { Room } from './room';
import { said } from '../../words/said';
import { CardRespond, CardResponse } from '../responses/lateResponses';
import { usePanelResponses } from '../responses/responsesContext';
import { StateStrip } from '../strip/StateStrip';
import { t } from '../../locales/t';
import { agreedWords } from '../../words/agreedWords';
import { isFiring } from '../../words/badge';
import { noteWords } from '../../words/noteWords';
import type { TimeWords } from '../../words/whenWords';

interface CardBodyProps {
  metric: MetricProtocol;
  span: Span;
  times: TimeWords;
  timeZone: string;
  room: Room;
  onEditRule?: () => void;
  /** Told whether what was just recorded can be taken back on this card. */
  onUndoable?: (undoable: boolean) => void;
}

/**
 * What an open card says below its name: the meaning, the history, the answers, what is missing, and what else is good to
 * know. Where there is little room the answers come first; where there is hardly any, who does what first, and until when.
 * What people did about the breach that fires comes before all of it.
 */
export function CardBody({ metric, span, times, timeZone, room, onEditRule, onUndoable }: CardBodyProps) {
  const styles = useStyles2(getStyles);
  const { responses } = usePanelResponses();
  // Its lines have their room before it is known what people did.
  const isOpenBreach = metric.response?.open !== undefined || (responses?.kind === 'awaited' && isFiring(metric));
  const answers = (
    <Fragment key="answers">
      {metric.kind === 'context' ? (
        <p className={styles.note}>{said(metric.rule, 'noRule')}</p>
      ) : (
        <Answers metric={metric} times={times} />
      )}
      {isOpenBreach && <CardRespond {...{ metric, times, timeZone, onUndoable }} />}
      <Missing metric={metric} onEditRule={onEditRule} />
    </Fragment>
  );
  const about = <About key="about" metric={metric} span={span} times={times} onEditRule={onEditRule} />;
  return (
    <div className={styles.body}>
      {isOpenBreach && <CardResponse metric={metric} times={times} />}
      {room === 'least' && <ActNow metric={metric} times={times} />}
      {room === 'enough' ? [about, answers] : [answers, about]}
      <Asides metric={metric} times={times} />
    </div>
  );
}

/** What keeps the state from being sure, the meaning with who agreed to it, and the history. */
function About({ metric, span, times, onEditRule }: Omit<CardBodyProps, 'room' | 'timeZone' | 'onUndoable'>) {
  const styles = useStyles2(getStyles);
  const definition = said(metric.rule, 'definition');
  const agreed = agreedWords(t, metric, times);
  const notes = noteWords(t, metric, times);
  return (
    <>
      {notes.length > 0 && (
        <p className={styles.note}>
          {notes.join(' ')}
          {isEstimated(metric.now) && onEditRule && (
            <Button className={styles.mend} size="sm" variant="secondary" fill="outline" onClick={onEditRule}>
              {t('views.card.state-age-limit', 'Set it')}
            </Button>
          )}
        </p>
      )}
      {(definition || agreed) && (
        <div className={styles.meaning}>
          {definition && <Markdown text={definition} />} {agreed && <p>{agreed}.</p>}
        </div>
      )}
      <Problems {...{ metric, times }} />
      <StateStrip metric={metric} span={span} times={times} />
    </>
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
  note: css({ margin: 0, color: theme.colors.text.primary }),
  mend: css({ marginLeft: theme.spacing(1), verticalAlign: 'middle' }),
});
