import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';

import { t } from '../../locales/t';
import { BoundsInput } from '../inputs/BoundsInput';
import { ChoiceInput } from '../inputs/ChoiceInput';
import { DraftInput } from '../inputs/DraftInput';
import { durations } from './FormInput';
import { FormRow, inheritedText } from './FormRow';
import { firstStepOf, laterSteps, withFirstStep } from './firstStep';
import { LASTING, operatorOptions, SETTLING } from './formGroups';
import type { FormModel } from './formModel';
import { LeftOut } from './LeftOut';
import { LevelSuggestions } from './LevelSuggestions';
import { asText, isBlank } from '../rawRule';
import { RowNotes } from './RowNotes';
import { Recognised } from '../inputs/Recognised';
import { SuggestInput } from '../inputs/SuggestInput';
import { fieldWords } from '../../words/fieldWords';

interface FirstInputsProps {
  form: FormModel;
}

/** The inputs that are enough for a whole rule: five, and of figures of days one more. */
export function FirstInputs({ form }: FirstInputsProps) {
  const text = (field: 'for' | 'settleAfter' | 'owner' | 'escalateTo', example: string) => {
    const inherited = form.inherited(field);
    return {
      id: form.idOf(field),
      value: asText(form.get(field)),
      placeholder: inheritedText(inherited) ?? example,
      describedBy: form.describedBy(field),
      canonical: (typed: string) => asText(form.read(field, typed)),
      onChange: (typed: string) => form.type(field, typed),
    };
  };
  return (
    <>
      <ActWhen form={form} />
      <LevelSuggestions form={form} />
      <FormRow form={form} field="for" label={fieldWords(t, 'for')}>
        <SuggestInput
          {...text('for', t('editors.first.for-example', '5m, 2d, 1h30m; blank: at once'))}
          suggestions={durations(LASTING)}
        />
      </FormRow>
      {form.asksSettling && (
        <FormRow
          form={form}
          field="settleAfter"
          label={t('editors.first.settle-after', 'Do new values still change? For how long?')}
        >
          <SuggestInput
            {...text('settleAfter', t('editors.first.settle-after-example', '15d, or no'))}
            suggestions={settling()}
          />
        </FormRow>
      )}
      <FormRow
        form={form}
        field="owner"
        label={fieldWords(t, 'owner')}
        notes={<Recognised text={asText(form.get('owner'))} words={false} />}
      >
        <DraftInput {...text('owner', t('editors.first.who-example', 'A person or a role: Demand Gen'))} />
      </FormRow>
      <FirstStep form={form} />
      <FormRow form={form} field="escalateTo" label={fieldWords(t, 'escalateTo')}>
        <DraftInput
          {...text('escalateTo', t('editors.first.escalate-to-example', 'Who takes over when nobody acts'))}
        />
      </FormRow>
    </>
  );
}

/** How long values may go on changing, the first of them not at all. */
function settling() {
  const [, ...lengths] = durations(SETTLING);
  return [{ value: '0', meaning: t('editors.first.settled', 'no, they are final') }, ...lengths];
}

/** The operator in words and the critical level, as one sentence. */
function ActWhen({ form }: FirstInputsProps) {
  const styles = useStyles2(getStyles);
  const label = t('editors.first.critical', 'Critical level');
  const isAsked = [form.idOf('operator'), form.idOf('critical')].some((id) => id === form.ask?.inputId);
  return (
    <div>
      <div className={form.isRange ? styles.stacked : styles.sentence}>
        <FormRow form={form} field="operator" tells={false} label={fieldWords(t, 'operator')}>
          <Operator form={form} />
        </FormRow>
        <FormRow form={form} field="critical" tells={false} label={fieldWords(t, 'critical')}>
          <Critical form={form} label={label} />
        </FormRow>
      </div>
      <RowNotes form={form} field="operator" />
      <RowNotes form={form} field="critical" />
      <LeftOut form={form} />
      {isAsked && form.ask?.node}
    </div>
  );
}

function Operator({ form, invalid }: FirstInputsProps & { invalid?: boolean }) {
  return (
    <ChoiceInput
      id={form.idOf('operator')}
      invalid={invalid}
      options={operatorOptions(t)}
      value={form.get('operator')}
      inherited={inheritedText(form.inherited('operator'))}
      placeholder={t('editors.first.operator-example', 'Choose')}
      onChange={(operator) => form.set('operator', operator)}
    />
  );
}

function Critical({ form, label, invalid }: FirstInputsProps & { label: string; invalid?: boolean }) {
  const inherited = form.inherited('critical');
  return (
    <BoundsInput
      id={form.idOf('critical')}
      label={label}
      range={form.isRange}
      value={form.get('critical')}
      inherited={inherited && !inherited.differs ? inherited.value : undefined}
      formatLevel={form.formatLevel}
      describedBy={form.describedBy('critical')}
      invalid={invalid}
      read={(typed) => form.read('critical', typed)}
      onChange={(value, typed) => form.set('critical', value, typed)}
    />
  );
}

/** The first step of the action. Its other steps stay as they are, inherited ones too. */
function FirstStep({ form }: FirstInputsProps) {
  const styles = useStyles2(getStyles);
  const stated = form.get('action');
  const inherited = form.inherited('action');
  const below = inheritedText(inherited) ?? '';
  const own = asText(stated);
  const base = isBlank(stated) ? below : own;
  const later = laterSteps(base);
  const inputId = `${form.idOf('action')}-first`;
  const put = (step: string) => {
    const action = withFirstStep(base, step);
    return action.trim() === '' || action === withFirstStep(below, '') ? undefined : action;
  };
  return (
    <FormRow
      form={form}
      field="action"
      inputId={inputId}
      label={fieldWords(t, 'action')}
      notes={
        later > 0 && (
          <p className={styles.note}>
            {t('editors.first.later-steps', 'Later steps: {{count}}, under “What they do”', { count: later })}
          </p>
        )
      }
    >
      <DraftInput
        id={inputId}
        value={firstStepOf(own)}
        placeholder={firstStepOf(below) || t('editors.first.step-example', 'Call the five oldest leads')}
        describedBy={form.describedBy('action')}
        canonical={(step) => firstStepOf(put(step) ?? '')}
        onChange={(step) => form.set('action', put(step), { inputId })}
      />
    </FormRow>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  sentence: css({
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
    gap: theme.spacing(1),
  }),
  stacked: css({ display: 'grid', gap: theme.spacing(1) }),
  note: css({
    ...theme.typography.bodySmall,
    margin: theme.spacing(0.25, 0, 0),
    color: theme.colors.text.secondary,
  }),
});
