import { KeyboardEvent, useState } from 'react';
import { StandardEditorProps, StringFieldConfigSettings } from '@grafana/data';
import { Button, IconButton, Input, Stack } from '@grafana/ui';

type Props = StandardEditorProps<string[] | undefined, StringFieldConfigSettings>;

/** The standard editor `strings`: a list of texts; a text made blank is taken out. */
export function StringsEditor({ value = [], onChange, item, id }: Props) {
  const [added, setAdded] = useState('');

  const replace = (index: number, text: string) =>
    onChange(value.flatMap((old, i) => (i !== index ? [old] : text.trim() ? [text.trim()] : [])));
  const add = () => {
    if (added.trim()) {
      onChange([...value, added.trim()]);
      setAdded('');
    }
  };
  const onEnter = (then: (text: string) => void) => (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Enter') {
      then(event.currentTarget.value);
    }
  };

  return (
    <Stack direction="column" gap={0.5}>
      {value.map((text, index) => (
        <Input
          key={`${index}/${text}`}
          aria-label={`${item.name} ${index + 1}`}
          defaultValue={text}
          onBlur={(event) => replace(index, event.currentTarget.value)}
          onKeyDown={onEnter((next) => replace(index, next))}
          suffix={
            <IconButton
              name="trash-alt"
              tooltip={`Remove ${item.name} ${index + 1}`}
              onClick={() => replace(index, '')}
            />
          }
        />
      ))}
      <Input
        id={id}
        placeholder={item.settings?.placeholder ?? 'Add text'}
        value={added}
        onChange={(event) => setAdded(event.currentTarget.value)}
        onKeyDown={onEnter(add)}
        addonAfter={<Button icon="plus" variant="secondary" aria-label="Add text" onClick={add} />}
      />
    </Stack>
  );
}
