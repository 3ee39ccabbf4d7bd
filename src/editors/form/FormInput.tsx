import { t } from '../../locales/t';
import { FIELDS, isOf } from '../../rule/fields';
import { parseDuration } from '../../time/duration';
import { BoundsInput } from '../inputs/BoundsInput';
import { ChoiceInput } from '../inputs/ChoiceInput';
import { DraftInput } from '../inputs/DraftInput';
import { FormRow, inheritedText } from './FormRow';
import type { FormField } from './formGroups';
import { LASTING } from './formGroups';
import type { FormModel } from './formModel';
import { MarkdownInput } from '../inputs/MarkdownInput';
import { asText } from '../rawRule';
import { Recognised } from '../inputs/Recognised';
import { SuggestInput } from '../inputs/SuggestInput';
import { durationWords } from '../../words/durationWords';

interface FormInputProps {
  form: FormModel;
  field: FormField;
}

/** The input of one field, with its row. */
export function FormInput({ form, field }: FormInputProps) {
  const { name, label, description } = field;
  const value = form.get(name);
  return (
    <FormRow
      form={form}
      field={name}
      label={label}
      description={description}
      notes={isOf(name, 'contact', 'link') && <Recognised text={asText(value)} words={name === 'contact'} />}
    >
      <BareInput form={form} field={field} />
    </FormRow>
  );
}

/** The row gives `invalid`. */
function BareInput({ form, field, invalid }: FormInputProps & { invalid?: boolean }) {
  const { name, label } = field;
  const value = form.get(name);
  const inherited = form.inherited(name);
  const typed = {
    value: asText(value),
    canonical: (text: string) => asText(form.read(name, text)),
    onChange: (text: string) => form.type(name, text),
  };
  const shared = {
    id: form.idOf(name),
    invalid,
    describedBy: form.describedBy(name),
    placeholder: inheritedText(inherited) ?? example(field),
  };
  switch (FIELDS[name].kind) {
    case 'noData':
      return (
        <ChoiceInput
          id={shared.id}
          invalid={invalid}
          options={field.options ?? []}
          value={value}
          inherited={inheritedText(inherited)}
          placeholder={shared.placeholder}
          onChange={(option) => form.set(name, option)}
        />
      );
    case 'level':
    case 'recovery':
      return (
        <BoundsInput
          {...shared}
          label={label}
          range={form.isRange}
          value={value}
          inherited={inherited && !inherited.differs ? inherited.value : undefined}
          formatLevel={form.formatLevel}
          read={(text) => form.read(name, text)}
          onChange={(changed, text) => form.set(name, changed, text)}
        />
      );
    case 'duration':
    case 'delay':
      return <SuggestInput {...shared} {...typed} suggestions={durations(suggested(field))} />;
    case 'series': {
      const suggestions = form.seriesNames.map((series) => ({ value: series }));
      return <SuggestInput {...shared} {...typed} suggestions={suggestions} />;
    }
    case 'markdown':
      return <MarkdownInput {...shared} {...typed} label={label} />;
    default:
      return <DraftInput {...shared} {...typed} rows={isOf(name, 'prose') ? 2 : undefined} />;
  }
}

function example(field: FormField): string | undefined {
  return isOf(field.name, 'duration', 'delay') ? suggested(field).slice(0, 3).join(', ') : field.placeholder;
}

function suggested({ suggestions = LASTING }: FormField): readonly string[] {
  return suggestions;
}

/** Durations in words, as the form says what it understood of one. */
export function durations(texts: readonly string[]) {
  return texts.map((value) => ({ value, meaning: durationWords(t, parseDuration(value) ?? 0) }));
}
