import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Field, IconButton, useStyles2 } from '@grafana/ui';
import type { ReactElement, ReactNode } from 'react';

import { t } from '../../locales/t';
import type { RuleField } from '../../rule/fields';
import type { Translate } from '../../words/translate';
import type { FormModel } from './formModel';
import { hintId } from '../inputs/ids';
import type { Inherited } from './inherited';
import { placeWords } from './inherited';
import { asText, isBlank } from '../rawRule';
import { RowNotes } from './RowNotes';

interface FormRowProps {
  form: FormModel;
  field: RuleField;
  /** The id of the input; left out, that of the field. */
  inputId?: string;
  label: string;
  description?: string;
  /** More about what was typed, below the input. */
  notes?: ReactNode;
  /** Whether what is said and asked about what was typed stands here; where rows share a line it is told below that. */
  tells?: boolean;
  children: ReactElement<Record<string, unknown>>;
}

/** One input with its label, what is said of what was typed, where its value comes from, and the way back to that. */
export function FormRow(props: FormRowProps) {
  const {
    form,
    field,
    inputId = props.form.idOf(props.field),
    label,
    description,
    notes,
    tells = true,
    children,
  } = props;
  const styles = useStyles2(getStyles);
  const inherited = form.inherited(field);
  const isStated = !isBlank(form.get(field));
  return (
    <div className={styles.row}>
      <Field
        noMargin
        htmlFor={inputId}
        label={label}
        description={description}
        invalid={form.problem(field) !== undefined}
      >
        {children}
      </Field>
      {inherited && (
        <p id={hintId(form.idOf(field))} className={isStated ? styles.hint : styles.origin}>
          {isStated ? insteadWords(t, inherited, form.get(field)) : originWords(t, inherited)}
        </p>
      )}
      {tells && <RowNotes form={form} field={field} />}
      {notes}
      {tells && form.ask?.inputId === inputId && form.ask.node}
      {inherited && isStated && (
        <IconButton
          className={styles.reset}
          name="history"
          size="sm"
          tooltip={t('editors.row.reset', 'Clear what is written here: {{label}}', { label })}
          onClick={() => form.set(field, undefined)}
        />
      )}
    </div>
  );
}

/** What is inherited, as the text of an empty input. */
export function inheritedText(inherited: Inherited | undefined): string | undefined {
  return inherited && !inherited.differs ? asText(inherited.value) : undefined;
}

/** Beside the label of an empty input, whose placeholder is the value. */
function originWords(t: Translate, inherited: Inherited): string {
  return inherited.differs
    ? t('editors.row.differs', 'differs by metric')
    : t('editors.row.from', 'from {{from}}', { from: placeWords(t, inherited.from) });
}

function insteadWords(t: Translate, inherited: Inherited, own: unknown): string {
  if (!inherited.differs && asText(own).trim() === asText(inherited.value).trim()) {
    return t('editors.row.same', 'The same, from {{from}}', { from: placeWords(t, inherited.from) });
  }
  return inherited.differs
    ? t('editors.row.instead-differs', 'Instead of what comes from elsewhere, which differs from metric to metric')
    : t('editors.row.instead', 'Instead of {{value}}, from {{from}}', {
        value: shortened(asText(inherited.value)),
        from: placeWords(t, inherited.from),
      });
}

const MOST_SHOWN = 40;

function shortened(text: string): string {
  const [line, ...more] = text.split('\n');
  return line.length > MOST_SHOWN || more.length > 0 ? `${line.slice(0, MOST_SHOWN)}…` : line;
}

const getStyles = (theme: GrafanaTheme2) => ({
  row: css({ position: 'relative' }),
  hint: css({
    ...theme.typography.bodySmall,
    margin: theme.spacing(0.25, 0, 0),
    color: theme.colors.text.secondary,
    overflowWrap: 'anywhere',
  }),
  origin: css({
    ...theme.typography.bodySmall,
    position: 'absolute',
    top: 0,
    right: 0,
    margin: 0,
    color: theme.colors.text.secondary,
  }),
  reset: css({ position: 'absolute', top: 0, right: 0, margin: 0 }),
});
