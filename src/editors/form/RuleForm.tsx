import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, useStyles2 } from '@grafana/ui';
import { useId, useState } from 'react';

import { t } from '../../locales/t';
import { BackTestResult } from '../backTest/BackTestResult';
import { ContextOnly } from './ContextOnly';
import { CopyFrom } from './CopyFrom';
import { FirstInputs } from './FirstInputs';
import { MoreGroups } from './MoreGroups';
import { OwnRuleMenu, ScopeLine } from './ScopeLine';
import { inheritedText } from './FormRow';
import type { FormModel } from './formModel';
import { toFormModel } from './formModel';
import type { RawRule } from '../rawRule';
import { asText, isBlank, toRawRule } from '../rawRule';
import { useAsked } from './useAsked';
import type { FormScope } from './useFormScope';
import { useFormScope } from './useFormScope';
import { earlierOf, endOf, presentOf, withEarlier } from './versions';

interface RuleFormProps {
  /** Prefix of the inputs' ids; the option pane gives one. */
  id?: string;
  value: unknown;
  /** Whether the rule is an override's; else it is the panel's default. */
  isOverride?: boolean;
  onChange: (value: unknown) => void;
}

/**
 * The form of a rule. It opens with the five inputs that are enough for a whole one. It stores what was typed even where
 * it can't be used yet, and says what is wrong beside the input.
 */
export default function RuleForm({ id, value, isOverride = false, onChange }: RuleFormProps) {
  const styles = useStyles2(getStyles);
  const ownId = useId();
  const scope = useFormScope(value, isOverride);
  const { root, asked } = useAsked(scope.place);
  const [opened, setOpened] = useState<number>();
  const raw = toRawRule(value);
  const isEarlier = opened !== undefined && opened < earlierOf(raw).length;
  const form = { idPrefix: id ?? ownId, scope, t };
  return (
    <div ref={root} className={styles.form} role="group" aria-label={t('editors.rule.form', 'Rule')}>
      <ScopeLine scope={scope} asked={asked} />
      {isEarlier ? (
        <EarlierVersion
          form={{ ...form, idPrefix: `${form.idPrefix}-${opened}` }}
          raw={raw}
          place={opened}
          onChange={onChange}
          onBack={() => setOpened(undefined)}
        />
      ) : (
        <Present form={form} value={value} onChange={onChange} onOpen={setOpened} />
      )}
    </div>
  );
}

type FormParts = Omit<Parameters<typeof toFormModel>[0], 'value' | 'onChange'>;

interface PresentProps {
  form: FormParts;
  value: unknown;
  onChange: (value: unknown) => void;
  onOpen: (place: number) => void;
}

function Present({ form: parts, value, onChange, onOpen }: PresentProps) {
  const styles = useStyles2(getStyles);
  const raw = toRawRule(value);
  const form = toFormModel({ ...parts, value, onChange });
  const context = useContextOnly(raw, (reason) => form.set('noRule', reason));
  const problem = form.problem('rule');
  return (
    <>
      {problem && (
        <p role="alert" className={styles.problem}>
          {problem}
        </p>
      )}
      {context.isOn ? (
        <ContextOnly form={form} onBack={context.leave} />
      ) : (
        <>
          <InheritedContext form={form} />
          <FirstInputs form={form} />
          <BackTestResult scope={parts.scope} />
          <MoreGroups form={form} versions={{ onChange, onOpen }} />
          <div className={styles.actions}>
            <OwnRuleMenu scope={parts.scope} />
            <CopyFrom scope={parts.scope} raw={raw} onChange={onChange} />
            <Button size="sm" variant="secondary" fill="text" icon="eye" onClick={context.enter}>
              {t('editors.context.enter', 'Context only')}
            </Button>
          </div>
        </>
      )}
    </>
  );
}

/** Says where a rule further down declares the metric context: only a level of its own outranks that. */
function InheritedContext({ form }: { form: FormModel }) {
  const styles = useStyles2(getStyles);
  const reason = inheritedText(form.inherited('noRule'));
  return reason ? (
    <p className={styles.note}>
      {t('editors.context.inherited', 'Context only so far: “{{reason}}”. A level of its own ends that.', { reason })}
    </p>
  ) : null;
}

/** Whether the metric is for context alone. The reason is kept while one goes back and forth. */
function useContextOnly(raw: RawRule, store: (reason: string | undefined) => void) {
  const stored = isBlank(raw.noRule) ? undefined : asText(raw.noRule);
  const [reason, setReason] = useState<string>();
  const [chosen, setChosen] = useState<boolean>();
  return {
    isOn: chosen ?? stored !== undefined,
    enter: () => {
      setChosen(true);
      store(reason ?? t('editors.context.default-reason', 'Shown for context'));
    },
    leave: () => {
      setChosen(false);
      setReason(stored);
      store(undefined);
    },
  };
}

interface EarlierVersionProps {
  form: FormParts;
  raw: RawRule;
  place: number;
  onChange: (value: unknown) => void;
  onBack: () => void;
}

/** A former version, to be read and mended as the present one. */
function EarlierVersion({ form: parts, raw, place, onChange, onBack }: EarlierVersionProps) {
  const styles = useStyles2(getStyles);
  // What it inherited then is not known here.
  const scope: FormScope = { ...parts.scope, inherited: () => undefined };
  const form = toFormModel({
    ...parts,
    scope,
    value: presentOf(toRawRule(earlierOf(raw)[place])),
    onChange: (version) => onChange(withEarlier(raw, place, version)),
  });
  return (
    <>
      <div className={styles.earlier}>
        <strong>
          {t('editors.versions.opened', 'The version in force until {{end}}', { end: endOf(raw, place) ?? '?' })}
        </strong>
        <Button size="sm" variant="secondary" icon="arrow-left" onClick={onBack}>
          {t('editors.versions.back', 'Back to the present rule')}
        </Button>
      </div>
      <FirstInputs form={form} />
      <MoreGroups form={form} />
    </>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  form: css({
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(1.5),
    scrollMarginTop: theme.spacing(6),
  }),
  actions: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(0.5), marginLeft: theme.spacing(-1) }),
  earlier: css({
    display: 'grid',
    justifyItems: 'start',
    gap: theme.spacing(1),
    padding: theme.spacing(1),
    background: theme.colors.background.secondary,
    borderRadius: theme.shape.radius.default,
  }),
  note: css({ ...theme.typography.bodySmall, margin: 0, color: theme.colors.text.secondary }),
  problem: css({
    ...theme.typography.bodySmall,
    margin: 0,
    color: theme.colors.error.text,
  }),
});
