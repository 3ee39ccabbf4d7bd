import type { ComboboxOption } from '@grafana/ui';

import type { RuleField } from '../../rule/fields';
import type { Translate } from '../../words/translate';

/** One input of the form. */
export type FormField = { name: RuleField; label: string; description?: string; placeholder?: string } & (
  | { kind: 'text' | 'prose' | 'markdown' | 'contact' | 'bounds' | 'number' | 'series' }
  | { kind: 'choice'; options: ComboboxOption[] }
  | { kind: 'duration'; suggestions: readonly string[] }
);

/** Inputs that answer one question, beyond the five that the form opens with. */
export interface FormGroup {
  name: 'threshold' | 'data' | 'who' | 'do' | 'automation' | 'upkeep';
  label: string;
  fields: readonly FormField[];
}

/** The fields of the five inputs that the form opens with; `action` by its first step alone. */
export const FIRST_FIELDS = ['operator', 'critical', 'for', 'owner', 'action', 'escalateTo'] as const;

/** Every other field of a rule, in the order in which a person asks. */
export function formGroups(t: Translate): FormGroup[] {
  return [
    { name: 'threshold', label: t('editors.more.threshold', 'Threshold'), fields: thresholdFields(t) },
    { name: 'data', label: t('editors.more.data', 'Data'), fields: dataFields(t) },
    { name: 'who', label: t('editors.more.who', 'Who'), fields: whoFields(t) },
    { name: 'do', label: t('editors.more.do', 'What they do'), fields: actionFields(t) },
    { name: 'automation', label: t('editors.more.automation', 'What happens by itself'), fields: automationFields(t) },
    { name: 'upkeep', label: t('editors.more.upkeep', 'Upkeep'), fields: upkeepFields(t) },
  ];
}

/** The operators in words, as they go on after "Act when the value is". */
export function operatorOptions(t: Translate): ComboboxOption[] {
  return [
    { value: 'auto', label: t('editors.operator.auto', 'Auto') },
    { value: '>', label: t('editors.operator.gt', 'above (>)') },
    { value: '>=', label: t('editors.operator.gte', 'at or above (>=)') },
    { value: '<', label: t('editors.operator.lt', 'below (<)') },
    { value: '<=', label: t('editors.operator.lte', 'at or below (<=)') },
    { value: 'outside', label: t('editors.operator.outside', 'outside of two levels') },
    { value: 'outsideIncluded', label: t('editors.operator.outside-included', 'outside of two levels, or on them') },
    { value: 'inside', label: t('editors.operator.inside', 'between two levels') },
    { value: 'insideIncluded', label: t('editors.operator.inside-included', 'between two levels, or on them') },
  ];
}

/** How long a condition has to hold: what people choose most. */
export const LASTING = ['0', '5m', '15m', '1h', '1d', '2d', '1w'] as const;

function thresholdFields(t: Translate): FormField[] {
  return [
    {
      name: 'warning',
      kind: 'bounds',
      label: t('editors.field.warning', 'Warning level'),
      description: t('editors.field.warning-help', 'Reached before the critical one.'),
    },
    {
      name: 'recoveryCritical',
      kind: 'bounds',
      label: t('editors.field.recovery-critical', 'Critical recovers at'),
      description: t('editors.field.recovery-help', 'Once it began, it goes on until the value passes this level.'),
    },
    { name: 'recoveryWarning', kind: 'bounds', label: t('editors.field.recovery-warning', 'Warning recovers at') },
    {
      name: 'keepFiringFor',
      kind: 'duration',
      suggestions: ['5m', '15m', '1h', '1d'],
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
      suggestions: ['5m', '15m', '1h', '1d', '2d', '1w'],
      label: t('editors.field.stale-after', 'Stale after'),
      description: t('editors.field.stale-after-help', 'A value holds for so long; then there is none until the next.'),
    },
    {
      name: 'due',
      kind: 'text',
      label: t('editors.field.due', 'New data is due'),
      description: t('editors.field.due-help', 'Instead of an age: until then, old data is not stale.'),
      placeholder: t('editors.field.due-placeholder', 'weekdays 07:00 Europe/Berlin'),
    },
    {
      name: 'holidays',
      kind: 'text',
      label: t('editors.field.holidays', 'Holidays'),
      description: t('editors.field.holidays-help', 'Days on which nothing is due and nobody works.'),
      placeholder: t('editors.field.holidays-placeholder', '2026-12-25, 2027-01-01'),
    },
    {
      name: 'settleAfter',
      kind: 'duration',
      suggestions: ['1h', '6h', '1d', '3d'],
      label: t('editors.field.settle-after', 'Settles after'),
      description: t('editors.field.settle-after-help', 'Younger values are drawn, but not judged.'),
    },
    {
      name: 'minVolume',
      kind: 'number',
      label: t('editors.field.min-volume', 'Least volume'),
      description: t('editors.field.min-volume-help', 'A value that stands for fewer is too few to judge.'),
    },
    { name: 'volumeSeries', kind: 'series', label: t('editors.field.volume-series', 'Volume is counted in') },
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
      name: 'contact',
      kind: 'contact',
      label: t('editors.field.contact', 'Contact'),
      placeholder: t('editors.field.contact-placeholder', 'Mail, phone, or a link to a chat'),
    },
    {
      name: 'notify',
      kind: 'contact',
      label: t('editors.field.notify', 'Channel that is notified'),
      placeholder: t('editors.field.notify-placeholder', '#sales-ops'),
    },
    {
      name: 'respondWithin',
      kind: 'duration',
      suggestions: ['15m', '30m', '1h', '4h', '1d'],
      label: t('editors.field.respond-within', 'Respond within'),
    },
    {
      name: 'workingHours',
      kind: 'text',
      label: t('editors.field.working-hours', 'Working hours'),
      description: t('editors.field.working-hours-help', 'Responding and escalating count in these hours.'),
      placeholder: t('editors.field.working-hours-placeholder', 'weekdays 09:00-17:30 Europe/Berlin'),
    },
    { name: 'respondUrl', kind: 'contact', label: t('editors.field.respond-url', 'Where to respond (link)') },
  ];
}

function actionFields(t: Translate): FormField[] {
  return [
    {
      name: 'action',
      kind: 'markdown',
      label: t('editors.field.action', 'All steps'),
      description: t('editors.field.action-help', 'Markdown, a step a line. The first one is the first step above.'),
    },
    { name: 'runbook', kind: 'contact', label: t('editors.field.runbook', 'Runbook (link)') },
  ];
}

function automationFields(t: Translate): FormField[] {
  return [
    {
      name: 'automation',
      kind: 'prose',
      label: t('editors.field.automation', 'Automation'),
      description: t('editors.field.automation-help', '"None" and "by hand" are answers.'),
    },
    {
      name: 'escalateAfter',
      kind: 'duration',
      suggestions: ['30m', '1h', '4h', '1d', '2d'],
      label: t('editors.field.escalate-after', 'Escalate after'),
      description: t('editors.field.escalate-after-help', 'Counted from the moment it fires.'),
    },
  ];
}

function upkeepFields(t: Translate): FormField[] {
  return [
    {
      name: 'definition',
      kind: 'prose',
      label: t('editors.field.definition', 'Definition'),
      description: t('editors.field.definition-help', 'What the metric means, so that two departments stop arguing.'),
    },
    {
      name: 'key',
      kind: 'text',
      label: t('editors.field.key', 'Key'),
      description: t('editors.field.key-help', 'One key on several screens: there it is one metric, with one history.'),
      placeholder: t('editors.field.key-placeholder', 'lead-conversion'),
    },
    { name: 'agreedBy', kind: 'text', label: t('editors.field.agreed-by', 'Agreed by') },
    { name: 'agreedOn', kind: 'text', label: t('editors.field.agreed-on', 'Agreed on'), ...datePlaceholder(t) },
    { name: 'reviewBy', kind: 'text', label: t('editors.field.review-by', 'Review by'), ...datePlaceholder(t) },
    {
      name: 'validFrom',
      kind: 'text',
      label: t('editors.field.valid-from', 'Valid from'),
      description: t('editors.field.valid-from-help', 'Left blank: since ever.'),
      ...datePlaceholder(t),
    },
  ];
}

function datePlaceholder(t: Translate) {
  return { placeholder: t('editors.field.date-placeholder', 'YYYY-MM-DD') };
}
