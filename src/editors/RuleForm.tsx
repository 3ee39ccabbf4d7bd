import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Combobox, Field, FieldSet, useStyles2 } from '@grafana/ui';
import { useId } from 'react';

import { t } from '../locales/t';
import { type Problem } from '../rule/rule';
import { readRuleInput } from '../rule/read';
import { problemParts } from '../rule/words';
import { BoundsInput } from './BoundsInput';
import { DraftInput } from './DraftInput';
import { type FormField, formGroups } from './formGroups';
import { type RawRule, getRaw, isRangeOperator, setRaw, toRawRule } from './rawRule';

interface RuleFormProps {
  /** Prefix of the inputs' ids; the option pane gives one. */
  id?: string;
  value: unknown;
  onChange: (value: unknown) => void;
}

/**
 * A plain, complete form for a rule. It stores what was typed even where it can't be used yet, and says what is wrong
 * beside the input.
 */
export default function RuleForm({ id, value, onChange }: RuleFormProps) {
  const styles = useStyles2(getStyles);
  const ownId = useId();
  const raw = toRawRule(value);
  const { problems } = readRuleInput(value, 'override');
  const unplaced = problems.filter(({ field }) => field === 'rule');
  return (
    <div className={styles.form}>
      {unplaced.map((problem) => (
        <p key={problem.code + problem.found} className={styles.problem}>
          {mendWords(problem)}
        </p>
      ))}
      {formGroups(t).map((group) => (
        <FieldSet key={group.label} label={group.label} className={styles.group}>
          {group.fields.map((field) => (
            <RuleFormField
              key={field.name}
              id={`${id ?? ownId}-${field.name}`}
              field={field}
              raw={raw}
              problem={problems.find((candidate) => candidate.field === field.name)}
              onChange={(changed) => onChange(setRaw(raw, field.name, changed))}
            />
          ))}
        </FieldSet>
      ))}
    </div>
  );
}

/** Beside its input a problem need not say where it is. */
function mendWords(problem: Problem): string {
  const { what, mend } = problemParts(t, problem);
  return `${what} ${mend}`;
}

interface RuleFormFieldProps {
  id: string;
  field: FormField;
  raw: RawRule;
  problem: Problem | undefined;
  onChange: (value: unknown) => void;
}

function RuleFormField({ id, field, raw, problem, onChange }: RuleFormFieldProps) {
  return (
    <Field
      htmlFor={id}
      label={field.label}
      description={field.description}
      invalid={problem !== undefined}
      error={problem && mendWords(problem)}
    >
      <RuleInput id={id} field={field} raw={raw} onChange={onChange} />
    </Field>
  );
}

function RuleInput({ id, field, raw, onChange }: Omit<RuleFormFieldProps, 'problem'>) {
  const value = getRaw(raw, field.name);
  switch (field.kind) {
    case 'choice':
      return (
        <Combobox
          id={id}
          options={field.options}
          value={typeof value === 'string' ? value : null}
          placeholder={t('editors.rule.inherited', 'Inherited')}
          isClearable
          onChange={(option) => onChange(option?.value)}
        />
      );
    case 'bounds':
      return <BoundsInput id={id} label={field.label} range={isRangeOperator(raw)} value={value} onChange={onChange} />;
    default:
      return (
        <DraftInput
          id={id}
          kind={field.kind}
          value={typeof value === 'string' ? value : value === undefined ? '' : JSON.stringify(value)}
          placeholder={field.placeholder}
          onChange={(text) => onChange(text === '' ? undefined : text)}
        />
      );
  }
}

const getStyles = (theme: GrafanaTheme2) => ({
  form: css({
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(1),
  }),
  group: css({
    marginBottom: theme.spacing(1),
    legend: {
      fontSize: theme.typography.h6.fontSize,
      marginBottom: theme.spacing(1),
    },
  }),
  problem: css({
    color: theme.colors.error.text,
    fontSize: theme.typography.bodySmall.fontSize,
    margin: 0,
  }),
});
