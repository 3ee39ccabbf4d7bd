import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Icon, useStyles2 } from '@grafana/ui';

import { t } from '../../locales/t';
import type { RuleField } from '../../rule/fields';
import { isOf } from '../../rule/fields';
import type { FormModel } from './formModel';
import { noteId, outrankedId, problemId } from '../inputs/ids';
import { outrankedWords } from './inherited';

/** What was understood of what is typed, told politely, and what is wrong with it. */
export function RowNotes({ form, field }: { form: FormModel; field: RuleField }) {
  const styles = useStyles2(getStyles);
  const id = form.idOf(field);
  const problem = form.problem(field);
  const outranked = form.outranked(field);
  return (
    <>
      {outranked && (
        <p id={outrankedId(id)} className={styles.note}>
          {outrankedWords(t, outranked, isOf(field, 'level', 'recovery') ? form.formatLevel : undefined)}
        </p>
      )}
      {/* It is there before it says something, so that a screen reader listens to it. */}
      <p id={noteId(id)} aria-live="polite" className={styles.note}>
        {form.note(field)}
      </p>
      {problem && (
        <p id={problemId(id)} role="alert" className={styles.problem}>
          <Icon name="exclamation-triangle" size="sm" className={styles.icon} />
          <span>{problem}</span>
        </p>
      )}
    </>
  );
}

const getStyles = (theme: GrafanaTheme2) => {
  const line = { ...theme.typography.bodySmall, margin: 0, overflowWrap: 'anywhere' } as const;
  return {
    note: css({
      ...line,
      color: theme.colors.text.secondary,
      '&:not(:empty)': { marginTop: theme.spacing(0.25) },
    }),
    problem: css({
      ...line,
      display: 'flex',
      gap: theme.spacing(0.5),
      marginTop: theme.spacing(0.25),
      color: theme.colors.error.text,
    }),
    icon: css({ flexShrink: 0, marginTop: theme.spacing(0.25) }),
  };
};
