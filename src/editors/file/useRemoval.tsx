import { Button, useStyles2 } from '@grafana/ui';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import type { ReactNode } from 'react';
import { useEffect, useRef, useState } from 'react';

import { t } from '../../locales/t';
import { rulesWords } from './importWords';

interface Removal {
  remove: () => void;
  /** The way back, as long as no other file is there. */
  undo: ReactNode;
}

/**
 * Removes the rule file that a panel keeps, and brings it back.
 *
 * @param file - As it is saved.
 * @param count - How many rules are in it.
 */
export function useRemoval(file: unknown, count: number, onChange: (file: unknown) => void): Removal {
  const [removed, setRemoved] = useState<{ file: unknown; count: number }>();
  return {
    remove: () => {
      setRemoved({ file, count });
      onChange(undefined);
    },
    undo: removed && count === 0 && <Undo count={removed.count} onUndo={() => onChange(removed.file)} />,
  };
}

function Undo({ count, onUndo }: { count: number; onUndo: () => void }) {
  const styles = useStyles2(getStyles);
  const button = useRef<HTMLButtonElement>(null);
  // What was pressed is gone.
  useEffect(() => button.current?.focus(), []);
  return (
    <p role="status" className={styles.line}>
      {t('editors.file.removed', '{{rules}} removed.', { rules: rulesWords(t, count) })}{' '}
      <Button ref={button} size="sm" variant="secondary" icon="history" onClick={onUndo}>
        {t('editors.file.undo', 'Undo')}
      </Button>
    </p>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  line: css({ ...theme.typography.bodySmall, margin: 0, color: theme.colors.text.secondary }),
});
