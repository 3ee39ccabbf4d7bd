import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, useStyles2 } from '@grafana/ui';

import { t } from '../../locales/t';
import type { Recorder, Responses } from '../../protocol/responses/intervention';
import { interventionWords } from '../../words/responses/interventionWords';
import { unwrittenWords } from '../../words/responses/recordWords';
import type { TimeWords } from '../../words/whenWords';
import { saidLine } from './saidLine';

interface UnwrittenLinesProps {
  /** Of the metric. */
  identity: string;
  responses: Extract<Responses, { kind: 'tracked' }>;
  recorder: Recorder;
  times: TimeWords;
}

/** What was recorded of a metric here and is not in the store yet: nothing of it is lost without a word. */
export function UnwrittenLines({ identity, responses, recorder, times }: UnwrittenLinesProps) {
  const styles = useStyles2(getStyles);
  const own = responses.unwritten.filter(({ intervention }) => intervention.breach.identity === identity);
  return (
    <ul className={styles.list} aria-live="polite" aria-label={t('views.response.unwritten', 'Not written yet')}>
      {own.map((unwritten) => {
        const { intervention, status } = unwritten;
        const { key } = intervention;
        return (
          <li key={key} className={styles.line}>
            <span>
              {interventionWords(t, intervention, times)}. <b>{unwrittenWords(t, unwritten, times)}</b>
            </span>
            {status !== 'writing' && (
              <>
                <Button size="sm" fill="text" onClick={() => recorder.retry(key)}>
                  {t('views.response.try-again', 'Try again')}
                </Button>
                <Button size="sm" fill="text" variant="secondary" onClick={() => recorder.undo(key)}>
                  {unwritten.isUndo ? t('views.response.let-go', 'Let go') : t('views.response.take-back', 'Take back')}
                </Button>
              </>
            )}
          </li>
        );
      })}
    </ul>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  list: css({ listStyle: 'none', margin: 0, padding: 0, '&:empty': { display: 'none' } }),
  line: saidLine(theme),
});
