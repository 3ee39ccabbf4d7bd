import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, Field, Input, useStyles2 } from '@grafana/ui';
import type { KeyboardEvent } from 'react';
import { useEffect, useId, useRef, useState } from 'react';

import { decimalMark } from '../../locales/decimalMark';
import { t } from '../../locales/t';
import { timeWords } from '../../locales/timeWords';
import { parseMoment } from '../../time/moment';
import { noteId } from '../inputs/ids';
import { echoWords } from '../inputs/echoWords';
import type { TypedBy } from '../inputs/readTyped';
import { readTyped } from '../inputs/readTyped';
import type { RawRule } from '../rawRule';
import { asText } from '../rawRule';
import { mendWords } from './formModel';
import { today } from './today';
import { beginningOn } from './versions';

interface StartDateProps {
  label: string;
  help: string;
  /** What beginning is called. */
  begin: string;
  /** The versions beside the one that begins. */
  others: readonly RawRule[];
  /** As a panel is given it. */
  timeZone: string;
  /** @param date - An ISO date, or a moment with its zone. */
  onBegin: (date: string) => void;
  onCancel: () => void;
}

/**
 * Asks from which day on a version is in force; today, until another is typed, as any day of a rule is. It says before
 * anything happens what beginning on that day does.
 */
export function StartDate({ label, help, begin, others, timeZone, onBegin, onCancel }: StartDateProps) {
  const id = useId();
  const styles = useStyles2(getStyles);
  const [text, setText] = useState(() => today().date);
  const { date, note, problem } = readStart(text, others, timeZone);
  const input = useRef<HTMLInputElement>(null);
  // The button that had the focus is gone; what is typed replaces today.
  useEffect(() => {
    input.current?.focus({ preventScroll: true });
    input.current?.select();
  }, []);
  const beginOnEnter = (event: KeyboardEvent) => {
    if (event.key === 'Enter') {
      event.preventDefault();
      if (date !== undefined) {
        onBegin(date);
      }
    }
  };
  return (
    <div className={styles.dating}>
      <Field noMargin htmlFor={id} label={label} description={help}>
        <Input
          id={id}
          ref={input}
          value={text}
          invalid={problem !== undefined}
          aria-invalid={problem !== undefined}
          aria-describedby={noteId(id)}
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={beginOnEnter}
        />
      </Field>
      {/* It is there before it says something, so that a screen reader listens to it. */}
      <p id={noteId(id)} aria-live="polite" className={problem === undefined ? styles.note : styles.problem}>
        {problem ?? note}
      </p>
      <div className={styles.buttons}>
        <Button size="sm" disabled={date === undefined} onClick={() => date !== undefined && onBegin(date)}>
          {begin}
        </Button>
        <Button size="sm" variant="secondary" fill="text" onClick={onCancel}>
          {t('editors.versions.cancel', 'Cancel')}
        </Button>
      </div>
    </div>
  );
}

interface Start {
  /** As `validFrom` is written; undefined where the text can't be read. */
  date?: string;
  /** What was understood, and what it does. */
  note?: string;
  problem?: string;
}

/** What a text says of the day on which a version begins. */
function readStart(text: string, others: readonly RawRule[], timeZone: string): Start {
  const clock = today();
  const by: TypedBy = { units: [], decimal: decimalMark(), date: clock.date, timeZone };
  const date = asText(readTyped('validFrom', text, by)).trim();
  if (date === '') {
    return {};
  }
  const { problem } = parseMoment(date);
  if (problem) {
    return { problem: mendWords(t, { source: 'default', field: 'validFrom', ...problem }) };
  }
  const { judgesPast, until } = beginningOn(date, others, clock);
  const times = timeWords(t, { now: clock.now, timeZone });
  const notes = [
    echoWords(t, 'validFrom', text, by),
    judgesPast && t('editors.versions.judges-past', 'This checks the past since then again.'),
    until !== undefined &&
      t('editors.versions.only-until', 'Until {{day}}; from then on the rule of {{day}} counts.', {
        day: times.day(until),
      }),
  ];
  return { date, note: notes.filter(Boolean).join(' · ') };
}

const getStyles = (theme: GrafanaTheme2) => {
  const line = { ...theme.typography.bodySmall, margin: 0, overflowWrap: 'anywhere' } as const;
  return {
    dating: css({ display: 'grid', gap: theme.spacing(1), width: '100%' }),
    note: css({ ...line, color: theme.colors.text.secondary }),
    problem: css({ ...line, color: theme.colors.error.text }),
    buttons: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) }),
  };
};
