import type { StandardEditorProps } from '@grafana/data';
import { Text } from '@grafana/ui';

/** For values whose editor is not on npm: says what is set, and that it stays. */
export function UneditableEditor({ value }: StandardEditorProps<unknown>) {
  const count = Array.isArray(value) ? value.length : 0;
  return (
    <Text color="secondary" variant="bodySmall">
      {count > 0 ? `${count} set. ` : 'None set. '}The local host shows these but has no editor for them.
    </Text>
  );
}
