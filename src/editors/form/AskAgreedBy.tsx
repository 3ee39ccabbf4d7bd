import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, Field, Input, useStyles2 } from '@grafana/ui';
import { useEffect, useId, useRef, useState } from 'react';

import { t } from '../../locales/t';
import { nameList } from '../../words/nameList';
import { questionWords } from '../../words/missingWords';
import { isBlank } from '../rawRule';
import type { FormModel } from './formModel';
import { placeWords } from './inherited';
import { openAnswers } from './openAnswers';
import type { FormScope } from './useFormScope';

interface AskAgreedByProps {
  form: FormModel;
  scope: FormScope;
  /** Who agreed last; blank where nobody did. */
  last: string;
  onAgree: (by: string) => void;
  onCancel: () => void;
}

/** Asks who agreed on the rule as it stands, and says what it leaves open. It is written for nobody unasked, and by nobody. */
export function AskAgreedBy({ form, scope, last, onAgree, onCancel }: AskAgreedByProps) {
  const styles = useStyles2(getStyles);
  const id = useId();
  const reasonId = useId();
  const input = useRef<HTMLInputElement>(null);
  const [by, setBy] = useState(last);
  useEffect(() => {
    input.current?.focus();
    input.current?.select();
  }, []);
  const notes = [openNote(form), partNote(form)].filter((note) => note !== undefined);
  const isNobody = by.trim() === '';
  return (
    <form
      className={styles.ask}
      aria-label={t('editors.agreement.ask', 'Mark as agreed')}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isNobody) {
          onAgree(by.trim());
        }
      }}
    >
      <Field noMargin htmlFor={id} label={byWhom(scope)}>
        <Input
          id={id}
          ref={input}
          value={by}
          aria-describedby={isNobody ? reasonId : undefined}
          placeholder={t('editors.agreement.by-placeholder', 'Sales and Finance')}
          onChange={({ currentTarget }) => setBy(currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') {
              event.stopPropagation();
              onCancel();
            }
          }}
        />
      </Field>
      {notes.map((note) => (
        <p key={note} className={styles.note}>
          {note}
        </p>
      ))}
      <div className={styles.buttons}>
        <Button
          size="sm"
          type="submit"
          icon="check"
          disabled={isNobody}
          aria-describedby={isNobody ? reasonId : undefined}
        >
          {t('editors.agreement.agree', 'Agreed today')}
        </Button>
        <Button size="sm" variant="secondary" fill="text" onClick={onCancel}>
          {t('editors.agreement.cancel', 'Cancel')}
        </Button>
        {isNobody && (
          <p id={reasonId} className={styles.reason}>
            {t('editors.agreement.nobody', 'Write first who agreed.')}
          </p>
        )}
      </div>
    </form>
  );
}

/** Asks who agreed, and names what is signed, where that is known. */
function byWhom({ place, metrics }: FormScope): string {
  if (place === 'default') {
    return t('editors.agreement.by-for-all', 'Agreed by whom, for all metrics of this panel?');
  }
  return metrics.length > 0
    ? t('editors.agreement.by-for', 'Agreed by whom, for {{names}}?', {
        names: nameList(
          t,
          metrics.map(({ name }) => name)
        ),
      })
    : t('editors.agreement.by', 'Agreed by whom?');
}

/** What a whole rule would say, too. */
function openNote(form: FormModel): string | undefined {
  const open = openAnswers(form);
  return open.length === 0
    ? undefined
    : t('editors.agreement.open', 'Nobody says yet {{what}}. It can be agreed all the same.', {
        what: open.map((question) => questionWords(t, question)).join(', '),
      });
}

/** That a level from elsewhere is signed there, or, one of Grafana's thresholds, by nobody. */
function partNote({ get, inherited }: FormModel): string | undefined {
  const below = inherited('critical') ?? inherited('warning');
  const isOwn = !isBlank(get('critical')) || !isBlank(get('warning'));
  if (isOwn || below === undefined || below.differs) {
    return undefined;
  }
  return below.from === 'thresholds'
    ? t(
        'editors.agreement.part-thresholds',
        'This covers what is written here, not the level: that is from the {{place}}. Write it here to agree on it.',
        { place: placeWords(t, below.from) }
      )
    : t('editors.agreement.part', 'This covers what is written here. The level is from the {{place}}: mark it there.', {
        place: placeWords(t, below.from),
      });
}

const getStyles = (theme: GrafanaTheme2) => ({
  ask: css({
    display: 'grid',
    gap: theme.spacing(0.75),
    width: '100%',
    padding: theme.spacing(1),
    background: theme.colors.background.secondary,
    borderLeft: `2px solid ${theme.colors.info.border}`,
    borderRadius: theme.shape.radius.default,
  }),
  note: css({ ...theme.typography.bodySmall, margin: 0, color: theme.colors.text.primary }),
  buttons: css({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: theme.spacing(0.5) }),
  reason: css({ ...theme.typography.bodySmall, margin: 0, color: theme.colors.text.secondary }),
});
