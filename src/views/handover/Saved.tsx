import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, useStyles2 } from '@grafana/ui';
import { useState } from 'react';

import { t } from '../../locales/t';
import type { SavedHistory } from '../../protocol/handover/savedHistory';
import { savedWords } from '../../words/handover/savedWords';
import type { TimeWords } from '../../words/whenWords';

interface SavedProps {
  /** Reads what was saved since then; rejects where it may not be read. */
  read: () => Promise<SavedHistory>;
  times: TimeWords;
}

/** What was saved of the dashboard: looked for when somebody asks, and not before. */
export function Saved({ read, times }: SavedProps) {
  const styles = useStyles2(getStyles);
  const [found, setFound] = useState<SavedHistory | 'reading' | 'refused'>();
  const look = () => {
    setFound('reading');
    read().then(setFound, () => setFound('refused'));
  };
  return (
    <div>
      <Button size="sm" fill="text" variant="secondary" icon="history" disabled={found === 'reading'} onClick={look}>
        {t('handover.saved.look', 'What was saved since then')}
      </Button>
      <div role="status" className={styles.status}>
        {found === 'refused' &&
          t('handover.saved.refused', 'The saved history of this dashboard can’t be read by you.')}
        {typeof found === 'object' && (
          <ul className={styles.list}>
            {savedWords(t, found, times).map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  status: css({ paddingLeft: theme.spacing(1), overflowWrap: 'anywhere' }),
  list: css({ margin: theme.spacing(0.5, 0), paddingLeft: theme.spacing(3) }),
});
