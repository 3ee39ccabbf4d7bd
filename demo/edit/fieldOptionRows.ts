import {
  DataFrame,
  FieldConfigOptionsRegistry,
  FieldConfigPropertyItem,
  FieldConfigSource,
  StandardEditorContext,
} from '@grafana/data';
import { getFieldDefault, withFieldDefault } from './fieldDefaults';
import { ElsewhereSet, OptionGroupList } from './optionGroups';
import { getAt } from './paths';

interface Options {
  idPrefix: string;
  registry: FieldConfigOptionsRegistry;
  fieldConfig: FieldConfigSource;
  /** Changes the field config as it is then: some editors (the color picker) report late. */
  update: (change: (fieldConfig: FieldConfigSource) => FieldConfigSource) => void;
  context: StandardEditorContext<unknown>;
  groups: OptionGroupList;
}

/** Puts the field options of a plugin, as defaults for all fields, into groups. */
export function collectFieldOptions({ idPrefix, registry, fieldConfig, update, context, groups }: Options): void {
  for (const item of registry.list()) {
    if (item.hideFromDefaults || !isShown(item, fieldConfig, context)) {
      continue;
    }
    const group = groups.of(item.category);
    const value = getFieldDefault(fieldConfig, item);
    if (item.getItemsCount) {
      group.itemsCount = item.getItemsCount(value);
    }
    group.rows.push({
      id: `${idPrefix}-${item.path}`,
      title: item.name,
      description: item.description,
      editor: item.editor,
      item,
      context,
      value,
      onChange: (next) => update((current) => withFieldDefault(current, item, next)),
      elsewhere: setElsewhere(item, fieldConfig, context.data),
    });
  }
}

/** A custom option's `showIf` looks at the custom defaults, a standard one's at all defaults. */
function isShown(
  { showIf, isCustom }: FieldConfigPropertyItem,
  { defaults }: FieldConfigSource,
  { data, annotations }: StandardEditorContext<unknown>
): boolean {
  return !showIf || Boolean(showIf(isCustom ? defaults.custom : defaults, data, annotations));
}

function setElsewhere(
  { id, path }: FieldConfigPropertyItem,
  { overrides }: FieldConfigSource,
  data: DataFrame[]
): ElsewhereSet[] {
  const inRule = overrides.some((rule) => rule.properties.some((property) => property.id === id));
  const inData = data.some((frame) => frame.fields.some((field) => (getAt(field.config, path) ?? null) !== null));
  return [...(inData ? (['data'] as const) : []), ...(inRule ? (['rule'] as const) : [])];
}
