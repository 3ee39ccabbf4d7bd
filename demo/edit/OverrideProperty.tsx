import { DynamicConfigValue, FieldConfigPropertyItem, StandardEditorContext } from '@grafana/data';
import { ErrorBoundaryAlert, Field, IconButton, Label, Stack } from '@grafana/ui';

interface OverridePropertyProps {
  id: string;
  property: DynamicConfigValue;
  /** Missing where the visualization doesn't know the option. */
  item: FieldConfigPropertyItem | undefined;
  context: StandardEditorContext<unknown>;
  onChange: (value: unknown) => void;
  /** Missing where the property can't be removed. */
  onRemove?: () => void;
}

/** One option that an override sets, with the option's own override editor. */
export function OverrideProperty({ id, property, item, context, onChange, onRemove }: OverridePropertyProps) {
  if (!item) {
    return null;
  }
  const Editor = item.override;
  const label = (
    <Stack justifyContent="space-between">
      <Label htmlFor={id} description={item.description} category={item.category?.filter((name) => name !== item.name)}>
        {item.name}
      </Label>
      {onRemove && <IconButton name="times" tooltip="Remove property" onClick={onRemove} />}
    </Stack>
  );
  return (
    <Field label={label} role="group" aria-label={`Override property ${item.name}`}>
      <ErrorBoundaryAlert title={`The editor of ${item.name} failed`} dependencies={[property.value]}>
        <Editor id={id} value={property.value} onChange={onChange} item={item} context={context} />
      </ErrorBoundaryAlert>
    </Field>
  );
}
