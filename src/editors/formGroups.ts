import { type ComboboxOption } from '@grafana/ui';

import { type RuleField } from '../rule/rule';
import { type Translate } from '../rule/translate';

/** One input of the form. */
export type FormField = { name: RuleField; label: string; description?: string; placeholder?: string } & (
  { kind: 'text' | 'prose' | 'date' | 'duration' | 'link' | 'bounds' } | { kind: 'choice'; options: ComboboxOption[] }
);

/** Inputs that answer one question. */
export interface FormGroup {
  label: string;
  fields: readonly FormField[];
}

/** Every field of a rule, in the order in which a person asks. */
export function formGroups(t: Translate): FormGroup[] {
  return [
    { label: t('editors.group.threshold', 'Act when'), fields: thresholdFields(t) },
    { label: t('editors.group.data', 'Missing data'), fields: dataFields(t) },
    { label: t('editors.group.who', 'Who'), fields: whoFields(t) },
    { label: t('editors.group.action', 'Do'), fields: actionFields(t) },
    { label: t('editors.group.otherwise', 'By itself, and otherwise'), fields: otherwiseFields(t) },
    { label: t('editors.group.agreement', 'The agreement'), fields: agreementFields(t) },
  ];
}

function thresholdFields(t: Translate): FormField[] {
  return [
    {
      name: 'operator',
      kind: 'choice',
      label: t('editors.field.operator', 'Operator'),
      description: t(
        'editors.field.operator-help',
        'Auto reads the direction from the levels or the threshold colours.'
      ),
      options: [
        { value: 'auto', label: t('editors.operator.auto', 'Auto') },
        { value: '>', label: t('editors.operator.gt', 'above (>)') },
        { value: '>=', label: t('editors.operator.gte', 'at or above (>=)') },
        { value: '<', label: t('editors.operator.lt', 'below (<)') },
        { value: '<=', label: t('editors.operator.lte', 'at or below (<=)') },
        { value: 'outside', label: t('editors.operator.outside', 'outside of two levels') },
        {
          value: 'outsideIncluded',
          label: t('editors.operator.outside-included', 'outside of two levels, or on them'),
        },
        { value: 'inside', label: t('editors.operator.inside', 'between two levels') },
        { value: 'insideIncluded', label: t('editors.operator.inside-included', 'between two levels, or on them') },
      ],
    },
    {
      name: 'warning',
      kind: 'bounds',
      label: t('editors.field.warning', 'Warning level'),
      description: t('editors.field.level-help', "In the field's own unit, as stored: 0.2 for 20 % of a ratio."),
    },
    { name: 'critical', kind: 'bounds', label: t('editors.field.critical', 'Critical level') },
    {
      name: 'for',
      kind: 'duration',
      label: t('editors.field.for', 'For how long'),
      description: t('editors.field.for-help', 'Pending until the condition has held for so long.'),
      placeholder: t('editors.field.for-placeholder', '5m, 2d, 1h30m; blank: at once'),
    },
    {
      name: 'recoveryWarning',
      kind: 'bounds',
      label: t('editors.field.recovery-warning', 'Warning recovers at'),
      description: t('editors.field.recovery-help', 'Once it began, it goes on until the value passes this level.'),
    },
    { name: 'recoveryCritical', kind: 'bounds', label: t('editors.field.recovery-critical', 'Critical recovers at') },
    {
      name: 'keepFiringFor',
      kind: 'duration',
      label: t('editors.field.keep-firing-for', 'Keep firing for'),
      description: t('editors.field.keep-firing-for-help', 'Recovering for so long, before it counts as recovered.'),
    },
  ];
}

function dataFields(t: Translate): FormField[] {
  return [
    {
      name: 'staleAfter',
      kind: 'duration',
      label: t('editors.field.stale-after', 'Stale after'),
      description: t('editors.field.stale-after-help', 'A value holds for so long; then there is none until the next.'),
    },
    {
      name: 'noData',
      kind: 'choice',
      label: t('editors.field.no-data', 'No data or stale'),
      options: [
        { value: 'show', label: t('editors.no-data.show', 'Show it as it is') },
        { value: 'alerting', label: t('editors.no-data.alerting', 'Show it as critical') },
        { value: 'normal', label: t('editors.no-data.normal', 'Show it as normal') },
        { value: 'keep', label: t('editors.no-data.keep', 'Keep the last state') },
      ],
    },
  ];
}

function whoFields(t: Translate): FormField[] {
  return [
    {
      name: 'owner',
      kind: 'text',
      label: t('editors.field.owner', 'Owner'),
      description: t('editors.field.owner-help', 'A person or a role. Variables work: ${__field.labels.team}'),
    },
    {
      name: 'contact',
      kind: 'link',
      label: t('editors.field.contact', 'Contact'),
      placeholder: t('editors.field.contact-placeholder', 'Mail address, phone number, link or #channel'),
    },
    { name: 'notify', kind: 'text', label: t('editors.field.notify', 'Channel that is notified') },
    { name: 'respondWithin', kind: 'duration', label: t('editors.field.respond-within', 'Respond within') },
    { name: 'respondUrl', kind: 'link', label: t('editors.field.respond-url', 'Where to respond (link)') },
  ];
}

function actionFields(t: Translate): FormField[] {
  return [
    {
      name: 'action',
      kind: 'prose',
      label: t('editors.field.action', 'Action'),
      description: t('editors.field.action-help', 'Markdown. A few steps; the first one is shown in bold.'),
    },
    { name: 'runbook', kind: 'link', label: t('editors.field.runbook', 'Runbook (link)') },
  ];
}

function otherwiseFields(t: Translate): FormField[] {
  return [
    {
      name: 'automation',
      kind: 'prose',
      label: t('editors.field.automation', 'Automation'),
      description: t('editors.field.automation-help', 'What happens by itself. "None" and "by hand" are answers.'),
    },
    { name: 'escalateAfter', kind: 'duration', label: t('editors.field.escalate-after', 'Escalate after') },
    { name: 'escalateTo', kind: 'text', label: t('editors.field.escalate-to', 'Escalate to') },
  ];
}

function agreementFields(t: Translate): FormField[] {
  return [
    {
      name: 'definition',
      kind: 'prose',
      label: t('editors.field.definition', 'Definition'),
      description: t('editors.field.definition-help', 'What the metric means, so that two departments stop arguing.'),
    },
    { name: 'agreedBy', kind: 'text', label: t('editors.field.agreed-by', 'Agreed by') },
    {
      name: 'agreedOn',
      kind: 'date',
      label: t('editors.field.agreed-on', 'Agreed on'),
      placeholder: datePlaceholder(t),
    },
    {
      name: 'reviewBy',
      kind: 'date',
      label: t('editors.field.review-by', 'Review by'),
      placeholder: datePlaceholder(t),
    },
    {
      name: 'noRule',
      kind: 'text',
      label: t('editors.field.no-rule', 'No rule, on purpose'),
      description: t('editors.field.no-rule-help', 'The reason why this is a context metric, without a rule.'),
    },
  ];
}

function datePlaceholder(t: Translate): string {
  return t('editors.field.date-placeholder', 'YYYY-MM-DD');
}
