import { useState } from 'react';
import { StandardEditorProps } from '@grafana/data';
import { FieldValidationMessage, TextArea } from '@grafana/ui';
import { useDraft } from './useDraft';

/**
 * A value as JSON, saved on blur where it can be read; blank is no value. Stands in for the editors that no spec and no
 * dashboard of the local host needs.
 */
export function JsonEditor({ value, onChange, item, id }: StandardEditorProps<unknown>) {
  const draft = useDraft(value === undefined ? '' : JSON.stringify(value, null, 2));
  const [problem, setProblem] = useState<string>();

  const save = (text: string) => {
    try {
      const read: unknown = text.trim() === '' ? undefined : JSON.parse(text);
      setProblem(undefined);
      draft.settle();
      onChange(read);
    } catch (error) {
      setProblem(`Needs JSON: ${error instanceof Error ? error.message : String(error)}`);
    }
  };

  return (
    <>
      <TextArea
        id={id}
        aria-label={`${item.name} as JSON`}
        rows={3}
        value={draft.text}
        invalid={Boolean(problem)}
        onChange={(event) => draft.type(event.currentTarget.value)}
        onBlur={(event) => save(event.currentTarget.value)}
      />
      {problem && <FieldValidationMessage>{problem}</FieldValidationMessage>}
    </>
  );
}
