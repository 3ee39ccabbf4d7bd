import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, Field, Input, useStyles2 } from '@grafana/ui';
import { useEffect, useId, useRef, useState } from 'react';

import { t } from '../../locales/t';
import { today } from './today';

interface StartDateProps {
  label: string;
  help: string;
  /** What beginning is called. */
  begin: string;
  onBegin: (date: string) => void;
  onCancel: () => void;
}

/** Asks from which day on a version is in force; today, until another is chosen. */
export function StartDate({ label, help, begin, onBegin, onCancel }: StartDateProps) {
  const id = useId();
  const styles = useStyles2(getStyles);
  const [date, setDate] = useState(() => today().date);
  const input = useRef<HTMLInputElement>(null);
  // The button that had the focus is gone.
  useEffect(() => input.current?.focus({ preventScroll: true }), []);
  return (
    <div className={styles.dating}>
      <Field noMargin htmlFor={id} label={label} description={help}>
        <Input id={id} type="date" ref={input} value={date} onChange={(event) => setDate(event.currentTarget.value)} />
      </Field>
      <div className={styles.buttons}>
        <Button size="sm" disabled={date === ''} onClick={() => onBegin(date)}>
          {begin}
        </Button>
        <Button size="sm" variant="secondary" fill="text" onClick={onCancel}>
          {t('editors.versions.cancel', 'Cancel')}
        </Button>
      </div>
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  dating: css({ display: 'grid', gap: theme.spacing(1), width: '100%' }),
  buttons: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) }),
});
