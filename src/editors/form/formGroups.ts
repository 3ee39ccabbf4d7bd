import type { ComboboxOption } from '@grafana/ui';

import type { FieldGroup, FieldOf, RuleField } from '../../rule/fields';
import { FIELDS } from '../../rule/fields';
import { fieldWords } from '../../words/fieldWords';
import type { Translate } from '../../words/translate';

/** What the form says of a field. */
interface FieldForm {
  /** Left out, it is the name of the field. */
  label?: string;
  description?: string;
  placeholder?: string;
  /** Of a choice. */
  options?: ComboboxOption[];
  /** Of a duration: what people choose most. */
  suggestions?: readonly string[];
}

/** One input of the form; of which sort the field's kind says. */
export interface FormField extends FieldForm {
  name: GroupedField;
  label: string;
}

/** Inputs that answer one question, beyond the five that the form opens with. */
export interface FormGroup {
  name: FieldGroup;
  label: string;
  fields: readonly FormField[];
}

/** Every field that has no input among the five that the form opens with, and no control of its own. */
type GroupedField = Exclude<
  RuleField,
  | 'operator'
  | 'critical'
  | 'for'
  | 'owner'
  | 'escalateTo'
  | 'noRule'
  | 'changedOn'
  | FieldOf<'fingerprint' | 'unreadable' | 'values' | 'versions'>
>;

/** Every other field of a rule, in the order in which a person asks. */
export function formGroups(t: Translate): FormGroup[] {
  return GROUPS.map((name) => ({
    name,
    label: GROUP_WORDS[name](t),
    fields: GROUPED.filter((field) => FIELDS[field].group === name).map((field) => ({
      name: field,
      label: fieldWords(t, field),
      ...FIELD_FORMS[field](t),
    })),
  }));
}

const GROUP_WORDS: Readonly<Record<FieldGroup, (t: Translate) => string>> = {
  threshold: (t) => t('editors.more.threshold', 'When to act'),
  data: (t) => t('editors.more.data', 'Data'),
  who: (t) => t('editors.more.who', 'Who'),
  action: (t) => t('editors.more.do', 'What they do'),
  automation: (t) => t('editors.more.automation', 'What happens automatically'),
  upkeep: (t) => t('editors.more.upkeep', 'Agreement and dates'),
};
const GROUPS = Object.keys(GROUP_WORDS) as readonly FieldGroup[];

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

/** How long values go on changing: what people choose most, after not at all. */
export const SETTLING = ['0', '1d', '3d', '1w', '15d', '30d'] as const;

/** What the form says of its fields, within a group in the order in which a person asks. */
const FIELD_FORMS: Readonly<Record<GroupedField, (t: Translate) => FieldForm>> = {
  warning: (t) => ({
    description: t('editors.field.warning-help', 'Reached before the critical one.'),
  }),
  recoveryCritical: (t) => ({
    description: t('editors.field.recovery-help', 'Once it began, it goes on until the value passes this level.'),
  }),
  recoveryWarning: () => ({}),
  keepFiringFor: (t) => ({
    suggestions: ['5m', '15m', '1h', '1d'],
    description: t('editors.field.keep-firing-for-help', 'It has to stay back for so long before it is over.'),
  }),
  staleAfter: (t) => ({
    suggestions: ['5m', '15m', '1h', '1d', '2d', '1w'],
    description: t('editors.field.stale-after-help', 'A value holds for so long; then there is none until the next.'),
  }),
  due: (t) => ({
    description: t('editors.field.due-help', 'Instead of an age: until then, old data is not late.'),
    placeholder: t('editors.field.due-placeholder', 'weekdays 07:00 Europe/Berlin'),
  }),
  holidays: (t) => ({
    description: t('editors.field.holidays-help', 'Days on which nothing is due and nobody works.'),
    placeholder: t('editors.field.holidays-placeholder', '25 Dec 2026, 1 Jan 2027'),
  }),
  settleAfter: (t) => ({
    suggestions: SETTLING,
    description: t('editors.field.settle-after-help', 'New values still change for so long: shown, but not counted.'),
  }),
  minVolume: (t) => ({
    description: t('editors.field.min-volume-help', 'A value that stands for fewer is too few to say anything.'),
  }),
  volumeSeries: () => ({}),
  noData: (t) => ({
    options: [
      { value: 'show', label: t('editors.no-data.show', 'Show it as it is') },
      { value: 'alerting', label: t('editors.no-data.alerting', 'Show it as critical') },
      { value: 'normal', label: t('editors.no-data.normal', 'Show it as OK') },
      { value: 'keep', label: t('editors.no-data.keep', 'Keep the last state') },
    ],
  }),
  contact: (t) => ({
    placeholder: t('editors.field.contact-placeholder', 'Mail, phone, or a link to a chat'),
  }),
  notify: (t) => ({
    placeholder: t('editors.field.notify-placeholder', '#sales-ops'),
  }),
  respondWithin: (t) => ({
    suggestions: ['15m', '30m', '1h', '4h', '1d'],
  }),
  workingHours: (t) => ({
    description: t('editors.field.working-hours-help', 'The times to respond and to tell count in these hours.'),
    placeholder: t('editors.field.working-hours-placeholder', 'weekdays 09:00-17:30 Europe/Berlin'),
  }),
  respondUrl: (t) => ({
    description: t(
      'editors.field.respond-url-help',
      'For who may not record here. {metric}, {level}, {value}, {since}, {owner} and {link} are filled in.'
    ),
    placeholder: t('editors.field.respond-url-placeholder', 'https://forms.example.com/?metric={metric}'),
  }),
  action: (t) => ({
    label: t('editors.field.action', 'All steps'),
    description: t('editors.field.action-help', 'Markdown, a step a line. The first one is the first step above.'),
  }),
  runbook: (t) => ({
    description: t('editors.field.runbook-help', 'A page with the steps in detail.'),
    placeholder: t('editors.field.link-placeholder', 'A link: https://…'),
  }),
  automation: (t) => ({
    description: t('editors.field.automation-help', '"None" and "by hand" are answers.'),
  }),
  escalateAfter: (t) => ({
    suggestions: ['30m', '1h', '4h', '1d', '2d'],
    description: t('editors.field.escalate-after-help', 'Counted from the moment the breach begins.'),
  }),
  definition: (t) => ({
    description: t('editors.field.definition-help', 'What the metric means, so that two departments stop arguing.'),
  }),
  key: (t) => ({
    description: t('editors.field.key-help', 'One key on several screens: there it is one metric, with one history.'),
    placeholder: t('editors.field.key-placeholder', 'lead-conversion'),
  }),
  agreedBy: () => ({}),
  agreedOn: (t) => datePlaceholder(t),
  reviewBy: (t) => datePlaceholder(t),
  validFrom: (t) => ({
    description: t('editors.field.valid-from-help', 'Left blank: from the beginning.'),
    ...datePlaceholder(t),
  }),
};
const GROUPED = Object.keys(FIELD_FORMS) as readonly GroupedField[];

function datePlaceholder(t: Translate) {
  return { placeholder: t('editors.field.date-placeholder', '1 Dec 2026, or today') };
}
