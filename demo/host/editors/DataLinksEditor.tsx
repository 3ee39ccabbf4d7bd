import type { DataLink, DataLinksFieldConfigSettings, StandardEditorProps } from '@grafana/data';
import { DataLinksInlineEditor } from '@grafana/ui';

/** The links that a value offers. */
export function DataLinksEditor({ value, onChange, context, item }: StandardEditorProps<DataLink[], DataLinksFieldConfigSettings>) {
  return (
    <DataLinksInlineEditor
      links={value}
      onChange={onChange}
      data={context.data}
      getSuggestions={() => context.getSuggestions?.() ?? []}
      showOneClick={item.settings?.showOneClick}
    />
  );
}
