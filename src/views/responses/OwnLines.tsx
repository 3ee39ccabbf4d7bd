import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, useStyles2 } from '@grafana/ui';

import { t } from '../../locales/t';
import type { Intervention } from '../../protocol/responses/intervention';
import { interventionWords } from '../../words/responses/interventionWords';
import type { TimeWords } from '../../words/whenWords';
import { saidLine } from './saidLine';

interface OwnLinesProps {
  /** Ascending by when it was said. */
  own: readonly Intervention[];
  times: TimeWords;
  onTakeBack: (key: string) => void;
}

/** What this person recorded of a breach, each with the button that takes it back. */
export function OwnLines({ own, times, onTakeBack }: OwnLinesProps) {
  const styles = useStyles2(getStyles);
  return own.length === 0 ? null : (
    <ul className={styles.list} aria-label={t('views.response.own', 'What you recorded')}>
      {own.map((one) => {
        const words = interventionWords(t, one, times);
        return (
          <li key={one.key} className={styles.line}>
            <span>{t('views.breaches.said-at', '{{at}}: {{words}}', { at: times.at(one.at), words })}</span>
            <Button
              size="sm"
              fill="text"
              variant="secondary"
              aria-label={t('views.response.take-back-of', 'Take back: {{words}}', { words })}
              onClick={() => onTakeBack(one.key)}
            >
              {t('views.response.take-back', 'Take back')}
            </Button>
          </li>
        );
      })}
    </ul>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  list: css({ listStyle: 'none', margin: 0, padding: 0 }),
  line: saidLine(theme),
});
