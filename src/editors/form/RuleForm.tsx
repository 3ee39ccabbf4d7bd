import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, useStyles2 } from '@grafana/ui';
import { useId, useMemo, useState } from 'react';

import { t } from '../../locales/t';
import { BackTestResult } from '../backTest/BackTestResult';
import type { RuleField } from '../../rule/fields';
import { FIELDS } from '../../rule/fields';
import { isRecord } from '../../rule/isRecord';
import type { Problem } from '../../rule/rule';
import { readRuleInput, versionName } from '../../rule/read';
import { AlertRules } from '../engine/AlertRules';
import { Agreement } from './Agreement';
import { AskSince } from './AskSince';
import { ContextOnly } from './ContextOnly';
import { CopyFrom } from './CopyFrom';
import { FirstInputs } from './FirstInputs';
import { Lockable } from './Lockable';
import { MoreGroups } from './MoreGroups';
import { Origins } from './Origins';
import { PasteTable } from './PasteTable';
import { OwnRuleMenu, ScopeLine } from './ScopeLine';
import { filePlace } from './formPlace';
import { inheritedText } from './FormRow';
import type { FormModel } from './formModel';
import { toFormModel } from './formModel';
import type { RawRule } from '../rawRule';
import { asText, isBlank } from '../rawRule';
import { today } from './today';
import { useAsked } from './useAsked';
import { isSlow } from '../slowFigures';
import type { FormScope } from './useFormScope';
import { useFormScope } from './useFormScope';
import { useTyped } from './useTyped';
import type { FormVersions } from './useVersions';
import { useVersions } from './useVersions';
import { ruleOf } from './versions';
import { VersionTabs } from './VersionTabs';

interface RuleFormProps {
  /** Prefix of the inputs' ids; the option pane gives one. */
  id?: string;
  value: unknown;
  /** Whether the rule is an override's; else it is the panel's default. */
  isOverride?: boolean;
  /** Of a row of the rule file: the name or glob that it gives. */
  fileRow?: string;
  onChange: (value: unknown) => void;
}

/**
 * The form of a rule. It opens with the inputs that are enough for a whole one. It stores what was typed even where
 * it can't be used yet, and says what is wrong beside the input.
 */
export default function RuleForm({ id, value, isOverride = false, fileRow, onChange }: RuleFormProps) {
  const styles = useStyles2(getStyles);
  const ownId = useId();
  const scope = useFormScope(value, fileRow === undefined ? (isOverride ? 'override' : 'default') : filePlace(fileRow));
  const { root, asked } = useAsked(scope.place);
  const versions = useVersions(value, onChange, scope.below);
  const time = versions.testedAt ?? today().now;
  const form = toFormModel({
    ...openVersion(value, versions),
    idPrefix: id ?? ownId,
    scope,
    // What a former version inherited then is not known here.
    inherited: versions.span.when === 'past' ? () => undefined : scope.inheritedAt(time),
    outranked: scope.outrankedAt(time),
    asksSettling: useAsksSettling(scope),
    typed: useTyped(),
    ask: versions.asked && {
      inputId: versions.asked.inputId,
      node: <AskSince versions={versions} timeZone={scope.panel?.timeZone ?? 'browser'} />,
    },
    t,
  });
  const hasVersions = useHasVersions(versions);
  return (
    <div ref={root} className={styles.form} role="group" aria-label={t('editors.rule.form', 'Rule')}>
      <ScopeLine scope={scope} asked={asked} />
      <PasteTable place={scope.place} isEmpty={ruleOf(versions.all) === undefined} />
      <Origins scope={scope} asked={asked} />
      {hasVersions && <VersionTabs versions={versions} scope={scope} problems={problemsElsewhere(value, versions)} />}
      {form.ask && form.ask.inputId === undefined && form.ask.node}
      <Version form={form} scope={scope} versions={versions} />
    </div>
  );
}

/**
 * Whether the form asks first for how long new values still change: of figures of days. Once it does, it goes on, so that
 * no input is gone from under the hands while data are loaded.
 */
function useAsksSettling({ metrics }: FormScope): boolean {
  const isSlowNow = useMemo(() => metrics.some(isSlow), [metrics]);
  const [asks, setAsks] = useState(isSlowNow);
  if (isSlowNow && !asks) {
    setAsks(true);
  }
  return asks || isSlowNow;
}

/**
 * Whether there is something to say of versions. Of a rule that is typed here for the first time there is nothing, until
 * somebody agrees on it: what came with its first letter would move the input away from under the hands.
 */
function useHasVersions({ all, raw, removed, asked }: FormVersions): boolean {
  const isStated = Object.keys(raw).length > 0;
  const [isFresh] = useState(!isStated);
  // While it is asked from when on a first word counts, nothing comes above it.
  const isBegun = asked === undefined && !isBlank(raw.validFrom);
  const isSettled = !isFresh || isBegun || [raw.agreedBy, raw.agreedOn].some((value) => !isBlank(value));
  return all.length > 1 || removed !== undefined || (isStated && isSettled);
}

/** What the inputs show, and store. */
function openVersion(value: unknown, { raw, all, isLocked, change }: FormVersions) {
  // What is no rule is told as it is.
  return { value: all.length === 1 && !isRecord(value) ? value : raw, isLocked, onChange: change };
}

/** What is wrong with versions that are not open. */
function problemsElsewhere(value: unknown, { raw, place }: FormVersions): Problem[] {
  const open = versionName(raw.validFrom, place);
  const { problems } = readRuleInput(value, 'default');
  return problems.filter(
    ({ field, version }) =>
      (field === 'earlier' && version === undefined) || (version !== undefined && version !== open)
  );
}

interface VersionProps {
  form: FormModel;
  scope: FormScope;
  versions: FormVersions;
}

/** The inputs of the open version: the very same ones for each, so that focus and place stay when another is opened. */
function Version({ form, scope, versions }: VersionProps) {
  const styles = useStyles2(getStyles);
  const { raw } = form;
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
          <Lockable isLocked={form.isLocked}>
            <FirstInputs form={form} />
          </Lockable>
          <BackTestResult scope={scope} at={versions.testedAt} isOutranked={isOutranked(form)} />
          {Object.keys(raw).length > 0 && versions.span.when !== 'past' && (
            <Agreement key={versions.place} form={form} scope={scope} versions={versions} />
          )}
          <MoreGroups form={form} />
          {!form.isLocked && (
            <div className={styles.actions}>
              <OwnRuleMenu scope={scope} />
              <CopyFrom scope={scope} raw={raw} onChange={versions.change} />
              <AlertRules scope={scope} raw={raw} onChange={versions.change} />
              <Button size="sm" variant="secondary" fill="text" icon="eye" onClick={context.enter}>
                {t('editors.context.enter', 'No rule needed')}
              </Button>
            </div>
          )}
        </>
      )}
    </>
  );
}

/** Whether anything that is written has no effect, as a rule further up says it. */
function isOutranked({ get, outranked }: FormModel): boolean {
  return ALL.some((field) => !isBlank(get(field)) && outranked(field) !== undefined);
}

const ALL = Object.keys(FIELDS) as RuleField[];

/** Says where a rule further down declares the metric context: only a level of its own outranks that. */
function InheritedContext({ form }: { form: FormModel }) {
  const styles = useStyles2(getStyles);
  const reason = inheritedText(form.inherited('noRule'));
  return reason ? (
    <p className={styles.note}>
      {t('editors.context.inherited', 'No rule needed so far: “{{reason}}”. A level of its own ends that.', { reason })}
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
      store(reason ?? t('editors.context.default-reason', 'Shown to explain the others'));
    },
    leave: () => {
      setChosen(false);
      setReason(stored);
      store(undefined);
    },
  };
}

const getStyles = (theme: GrafanaTheme2) => ({
  form: css({
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(1.5),
    scrollMarginTop: theme.spacing(6),
  }),
  actions: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(0.5), marginLeft: theme.spacing(-1) }),
  note: css({ ...theme.typography.bodySmall, margin: 0, color: theme.colors.text.secondary }),
  problem: css({
    ...theme.typography.bodySmall,
    margin: 0,
    color: theme.colors.error.text,
  }),
});
