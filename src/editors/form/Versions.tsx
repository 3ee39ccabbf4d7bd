import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, Field, IconButton, Input, useStyles2 } from '@grafana/ui';
import { useEffect, useId, useRef, useState } from 'react';

import { t } from '../../locales/t';
import type { FormModel } from './formModel';
import type { RawRule } from '../rawRule';
import { asText, toRawRule } from '../rawRule';
import { today } from './today';
import { earlierOf, endOf, withNewVersion, withoutEarlier } from './versions';

interface VersionsProps {
  form: FormModel;
  onChange: (raw: RawRule | undefined) => void;
  /** Opens a former version in the form. */
  onOpen: (place: number) => void;
}

/** The former versions of a rule, and the way to the next one. */
export function Versions({ form, onChange, onOpen }: VersionsProps) {
  const styles = useStyles2(getStyles);
  const [isDating, setIsDating] = useState(false);
  const { raw } = form;
  const problem = form.problem('earlier');
  return (
    <div className={styles.versions}>
      {problem && (
        <p role="alert" className={styles.problem}>
          {problem}
        </p>
      )}
      {earlierOf(raw).length > 0 && (
        <ul className={styles.list} aria-label={t('editors.versions.earlier', 'Earlier versions')}>
          {earlierOf(raw).map((version, place) => {
            const span = spanWords(toRawRule(version), endOf(raw, place));
            return (
              <li key={place} className={styles.version}>
                <Button size="sm" fill="text" className={styles.open} onClick={() => onOpen(place)}>
                  {span}
                </Button>
                <IconButton
                  name="trash-alt"
                  size="sm"
                  tooltip={t('editors.versions.remove', 'Remove the version {{span}}', { span })}
                  onClick={() => onChange(withoutEarlier(raw, place))}
                />
              </li>
            );
          })}
        </ul>
      )}
      {isDating ? (
        <NewVersion
          onCancel={() => setIsDating(false)}
          onBegin={(date) => {
            setIsDating(false);
            onChange(withNewVersion(raw, date));
          }}
        />
      ) : (
        <Button size="sm" variant="secondary" icon="calendar-alt" onClick={() => setIsDating(true)}>
          {t('editors.versions.change', 'Change from a date on…')}
        </Button>
      )}
    </div>
  );
}

/** "2026-01-01 to 2026-06-01". */
function spanWords(version: RawRule, end = '?'): string {
  const from = asText(version.validFrom);
  return from === ''
    ? t('editors.versions.until', 'until {{end}}', { end })
    : t('editors.versions.span', '{{from}} to {{end}}', { from, end });
}

interface NewVersionProps {
  onBegin: (date: string) => void;
  onCancel: () => void;
}

function NewVersion({ onBegin, onCancel }: NewVersionProps) {
  const id = useId();
  const styles = useStyles2(getStyles);
  const [date, setDate] = useState(today);
  const input = useRef<HTMLInputElement>(null);
  // The button that had the focus is gone.
  useEffect(() => input.current?.focus(), []);
  return (
    <div className={styles.dating}>
      <Field
        noMargin
        htmlFor={id}
        label={t('editors.versions.from', 'The new version is in force from')}
        description={t('editors.versions.from-help', 'What is stated until now is kept for the time before.')}
      >
        <Input id={id} type="date" ref={input} value={date} onChange={(event) => setDate(event.currentTarget.value)} />
      </Field>
      <div className={styles.buttons}>
        <Button size="sm" disabled={date === ''} onClick={() => onBegin(date)}>
          {t('editors.versions.begin', 'Begin the new version')}
        </Button>
        <Button size="sm" variant="secondary" fill="text" onClick={onCancel}>
          {t('editors.versions.cancel', 'Cancel')}
        </Button>
      </div>
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  versions: css({ display: 'grid', justifyItems: 'start', gap: theme.spacing(1) }),
  list: css({ width: '100%', margin: 0, padding: 0, listStyle: 'none' }),
  version: css({ display: 'flex', alignItems: 'center', justifyContent: 'space-between' }),
  open: css({ paddingLeft: 0 }),
  dating: css({ display: 'grid', gap: theme.spacing(1), width: '100%' }),
  buttons: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) }),
  problem: css({ ...theme.typography.bodySmall, margin: 0, color: theme.colors.error.text }),
});
