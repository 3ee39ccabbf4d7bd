import type { GrafanaTheme2 } from '@grafana/data';
import { Button, useStyles2 } from '@grafana/ui';
import { useEffect, useRef } from 'react';

import { t } from '../../locales/t';
import type { Intervention } from '../../protocol/responses/intervention';
import { interventionWords } from '../../words/responses/interventionWords';
import type { TimeWords } from '../../words/whenWords';
import { saidLine } from './saidLine';

/** How long what was just recorded can be taken back. */
const UNDO_MS = 15_000;

interface RecordedProps {
  intervention: Intervention;
  times: TimeWords;
  onUndo: () => void;
  onGone: () => void;
}

/** What was just recorded, with a moment to take it back. */
export function Recorded({ intervention, times, onUndo, onGone }: RecordedProps) {
  const styles = useStyles2(getStyles);
  const undo = useRef<HTMLButtonElement>(null);
  const gone = useRef(onGone);
  useEffect(() => {
    gone.current = onGone;
  });
  useEffect(() => {
    // The form that had the focus is gone.
    undo.current?.focus();
    const timer = setTimeout(() => gone.current(), UNDO_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <p className={styles.line}>
      <span role="status">
        {t('views.response.recorded', 'You said: {{words}}.', { words: interventionWords(t, intervention, times) })}
      </span>
      <Button
        ref={undo}
        size="sm"
        fill="text"
        onClick={() => {
          onUndo();
          onGone();
        }}
      >
        {t('views.response.undo', 'Undo')}
      </Button>
    </p>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  line: saidLine(theme),
});
