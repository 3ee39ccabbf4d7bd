import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, Field, Input, useStyles2 } from '@grafana/ui';
import type { FormEvent } from 'react';
import { useId, useState } from 'react';

import { t } from '../../locales/t';
import type { Said, SaidKind } from '../../protocol/responses/intervention';
import { panelZone } from '../../time/timeZone';
import { DAY } from '../../time/units';
import { fromWallTime, toWallTime } from '../../time/wallTimes';
import type { AskProps } from './askProps';
import { useFormFocus } from './useFormFocus';

interface AskSaidProps extends AskProps {
  kind: Exclude<SaidKind, 'taken'>;
}

/** Asks what goes with what somebody says: to whom, until when, and a note. */
export function AskSaid({ kind, timeZone, onRecord, onCancel }: AskSaidProps) {
  const styles = useStyles2(getStyles);
  const zone = panelZone(timeZone);
  const [to, setTo] = useState('');
  const [until, setUntil] = useState(() => toWallTime(zone, Date.now() + 7 * DAY));
  const [note, setNote] = useState('');
  const said = saidOf(kind, { to: to.trim(), until: fromWallTime(zone, until) });
  const isWhole = said !== undefined && (note.trim() !== '' || !NEEDS_NOTE.has(kind));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isWhole) {
      onRecord(said, note.trim() || undefined);
    }
  };
  return (
    <div {...useFormFocus(onCancel)}>
      <form className={styles.form} onSubmit={submit}>
        {kind === 'handedOver' && <Labelled label={t('views.response.to', 'Handed to')} value={to} onChange={setTo} />}
        {kind === 'accepted' && (
          <Labelled
            label={t('views.response.until', 'Accepted until ({{timeZone}})', { timeZone: zone })}
            value={until}
            onChange={setUntil}
            type="datetime-local"
          />
        )}
        <Labelled label={noteLabel(kind)} value={note} onChange={setNote} />
        <div className={styles.buttons}>
          <Button type="submit" size="sm" disabled={!isWhole}>
            {t('views.response.record', 'Record')}
          </Button>
          <Button size="sm" variant="secondary" fill="text" onClick={onCancel}>
            {t('views.response.cancel', 'Cancel')}
          </Button>
        </div>
      </form>
    </div>
  );
}

/** What says nothing without a note. */
const NEEDS_NOTE: ReadonlySet<SaidKind> = new Set(['acted', 'accepted', 'ruleWrong']);

function saidOf(kind: AskSaidProps['kind'], { to, until }: { to: string; until?: number }): Said | undefined {
  switch (kind) {
    case 'handedOver':
      return to === '' ? undefined : { kind, to };
    case 'accepted':
      return until === undefined || until <= Date.now() ? undefined : { kind, until };
    default:
      return { kind };
  }
}

function noteLabel(kind: AskSaidProps['kind']): string {
  switch (kind) {
    case 'acted':
      return t('views.response.what-done', 'What was done');
    case 'accepted':
      return t('views.response.why-accepted', 'Why: known, decided, lived with');
    case 'ruleWrong':
      return t('views.response.what-wrong', 'What is wrong with the rule');
    default:
      return t('views.response.note', 'Note (optional)');
  }
}

interface LabelledProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  type?: 'text' | 'datetime-local';
}

/** As much as a tag and a text of an annotation take easily. */
const MOST_LETTERS = 500;

function Labelled({ label, value, onChange, type = 'text' }: LabelledProps) {
  const id = useId();
  return (
    <Field noMargin label={label} htmlFor={id}>
      <Input
        id={id}
        type={type}
        value={value}
        maxLength={type === 'text' ? MOST_LETTERS : undefined}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </Field>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  form: css({ display: 'grid', gap: theme.spacing(1), maxWidth: 420 }),
  buttons: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) }),
});
