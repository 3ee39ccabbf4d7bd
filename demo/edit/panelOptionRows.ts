import { PanelOptionsEditorBuilder, PanelOptionsEditorItem, PanelPlugin, StandardEditorContext } from '@grafana/data';
import { groupIn, OptionGroup, OptionGroupList } from './optionGroups';

type PanelOptionsSupplier = ReturnType<PanelPlugin['getPanelOptionsSupplier']>;

/** Reading and writing the options that an editor sees; nested options see a part of the whole. */
export interface ValueAccess {
  getValue: (path: string) => unknown;
  onChange: (path: string, value: unknown) => void;
  getContext?: (parent: StandardEditorContext<unknown>) => StandardEditorContext<unknown>;
}

/** What `addNestedOptions` puts among the items; `@grafana/data` keeps the class and its guard to itself. */
interface NestedPanelOptions extends PanelOptionsEditorItem {
  getBuilder: () => PanelOptionsSupplier;
  getNestedValueAccess: (parent: ValueAccess) => ValueAccess;
}

interface Options {
  /** Makes the ids of the rows unique. */
  idPrefix: string;
  supplier: PanelOptionsSupplier;
  access: ValueAccess;
  context: StandardEditorContext<unknown>;
  groups: OptionGroupList;
  /** Nested options stay in their parent's group, or in groups below it. */
  parent?: OptionGroup;
}

/** Puts the panel options of a plugin into groups, leaving out those whose `showIf` says so. */
export function collectPanelOptions({ idPrefix, supplier, access, context, groups, parent }: Options): void {
  const builder = new PanelOptionsEditorBuilder<unknown>();
  supplier(builder, context);

  for (const item of builder.getItems()) {
    if (item.showIf && !item.showIf(context.options, context.data, context.annotations)) {
      continue;
    }
    const id = `${idPrefix}-${item.id}`;
    const group = groupOf(item, groups, parent);

    if (isNested(item)) {
      const nested = item.getNestedValueAccess(access);
      collectPanelOptions({
        idPrefix: `${id}-${item.path}`,
        supplier: item.getBuilder(),
        access: nested,
        context: nested.getContext?.(context) ?? { ...context, options: access.getValue(item.path) },
        groups,
        parent: group,
      });
      continue;
    }

    group.rows.push({
      id,
      title: item.name,
      description: item.description,
      editor: item.editor,
      item,
      context,
      value: access.getValue(item.path),
      onChange: (value) => access.onChange(item.path, value),
      elsewhere: [],
    });
  }
}

function groupOf(item: PanelOptionsEditorItem, groups: OptionGroupList, parent?: OptionGroup): OptionGroup {
  if (!parent) {
    return groups.of(item.category);
  }
  const below = item.category?.[0];
  return below ? groupIn(parent.groups, below) : parent;
}

function isNested(item: PanelOptionsEditorItem): item is NestedPanelOptions {
  return item.id === 'nested-panel-options';
}
