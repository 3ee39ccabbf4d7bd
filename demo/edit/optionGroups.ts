import { ComponentType } from 'react';
import { StandardEditorContext, StandardEditorProps } from '@grafana/data';

/** Where else, besides the defaults, a field option is set: in an override rule, or in the data's own config. */
export type ElsewhereSet = 'rule' | 'data';

/** One option of the pane: its editor, and all that the editor is given. */
export interface OptionRow {
  /** Unique on the page; the id of the input, which the label points to. */
  id: string;
  title: string;
  description?: string;
  editor: ComponentType<StandardEditorProps>;
  item: StandardEditorProps['item'];
  context: StandardEditorContext<unknown>;
  value: unknown;
  onChange: (value: unknown) => void;
  elsewhere: ElsewhereSet[];
}

/** A category of options under one heading. */
export interface OptionGroup {
  id: string;
  title: string;
  rows: OptionRow[];
  groups: OptionGroup[];
  /** How many things the options of the group hold (thresholds, mappings, links); shown while it is closed. */
  itemsCount?: number;
}

/** Groups in the order in which they were first asked for, each made once. */
export class OptionGroupList {
  readonly groups: OptionGroup[] = [];

  constructor(private readonly defaultTitle: string) {}

  /** The group of a category; options without one belong to the group of the plugin itself. */
  of(category: readonly string[] | undefined): OptionGroup {
    return groupIn(this.groups, category?.[0] ?? this.defaultTitle);
  }
}

/** The group with a title among some, added where it is missing. */
export function groupIn(groups: OptionGroup[], title: string): OptionGroup {
  const known = groups.find((group) => group.title === title);
  if (known) {
    return known;
  }
  const added: OptionGroup = { id: title, title, rows: [], groups: [] };
  groups.push(added);
  return added;
}
