import { useState } from 'react';
import { StandardEditorProps } from '@grafana/data';
import { FieldValidationMessage, TextArea } from '@grafana/ui';
import { useDraft } from './useDraft';

/** A list as JSON; saves on blur when it reads as a list. Stands in for an editor that Grafana doesn't publish. */
export function JsonListEditor({ value, onChange, item, id }: StandardEditorProps<unknown[] | undefined>) {
  const draft = useDraft(JSON.stringify(value ?? [], null, 2));
  const [problem, setProblem] = useState<string>();

  const save = (text: string) => {
    try {
      const list: unknown = JSON.parse(text.trim() || '[]');
      if (!Array.isArray(list)) {
        throw new Error('not a list');
      }
      setProblem(undefined);
      draft.settle();
      onChange(list);
    } catch (error) {
      setProblem(`Needs a JSON list: ${error instanceof Error ? error.message : String(error)}`);
    }
  };

  return (
    <>
      <TextArea
        id={id}
        aria-label={`${item.name} as JSON`}
        rows={5}
        value={draft.text}
        invalid={Boolean(problem)}
        onChange={(event) => draft.type(event.currentTarget.value)}
        onBlur={(event) => save(event.currentTarget.value)}
      />
      {problem && <FieldValidationMessage>{problem}</FieldValidationMessage>}
    </>
  );
}
