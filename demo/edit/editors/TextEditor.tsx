import { StandardEditorProps, StringFieldConfigSettings } from '@grafana/data';
import { TextArea } from '@grafana/ui';
import { TextInput } from './TextInput';
import { useDraft } from './useDraft';

type TextEditorProps = StandardEditorProps<string | undefined, StringFieldConfigSettings>;

/** The standard editor `text`; saves on blur and, in one line, on Enter. Blank is no value. */
export function TextEditor(props: TextEditorProps) {
  const { value, onChange, item, id } = props;
  const { placeholder, maxLength, useTextarea } = item.settings ?? {};
  return useTextarea ? (
    <LongText {...props} />
  ) : (
    <TextInput id={id} placeholder={placeholder} maxLength={maxLength} value={value} onChange={onChange} />
  );
}

function LongText({ value, onChange, item, id }: TextEditorProps) {
  const { placeholder, maxLength, rows = 5 } = item.settings ?? {};
  const draft = useDraft(value ?? '');
  const save = (text: string) => {
    const next = text.trim() || undefined;
    draft.settle();
    if (next !== (value || undefined)) {
      onChange(next);
    }
  };
  return (
    <TextArea
      id={id}
      rows={rows}
      placeholder={placeholder}
      maxLength={maxLength}
      value={draft.text}
      onChange={(event) => draft.type(event.currentTarget.value)}
      onBlur={(event) => save(event.currentTarget.value)}
    />
  );
}
