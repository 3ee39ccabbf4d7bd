import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Field, IconButton, Label, useStyles2 } from '@grafana/ui';
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
  const reset = t('editors.row.reset', 'Clear what is written here: {{label}}', { label });
  const id = hintId(form.idOf(field));
  // Where rows share a line there is no room beside the label, and the inputs are to stay on one height.
  const isBeside = inherited !== undefined && !isStated && tells;
  const head = (
    <div className={styles.head}>
      <div className={description === undefined ? styles.label : styles.described}>
        <Label htmlFor={inputId} description={description}>
          {label}
        </Label>
      </div>
      {isBeside && (
        <p id={id} className={styles.origin}>
          {originWords(t, inherited)}
        </p>
      )}
    </div>
  );
  return (
    <div className={styles.row}>
      <Field noMargin htmlFor={inputId} label={head} invalid={form.problem(field) !== undefined}>
        {children}
      </Field>
      {inherited && !isBeside && (
        <p id={id} className={styles.hint}>
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
          // On the way of the Tab key is the next input: the keyboard clears by emptying this one. (A tooltip of Grafana
          // would put its button there.)
          tabIndex={-1}
          aria-label={reset}
          title={reset}
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
  // Where both have no room in one line, the origin goes below the label.
  head: css({ display: 'flex', flexWrap: 'wrap', justifyContent: 'space-between', columnGap: theme.spacing(1) }),
  label: css({ flex: 'none' }),
  described: css({ flex: '1 1 0' }),
  origin: css({ ...theme.typography.bodySmall, flex: 'none', margin: 0, color: theme.colors.text.secondary }),
  reset: css({ position: 'absolute', top: 0, right: 0, margin: 0 }),
});
