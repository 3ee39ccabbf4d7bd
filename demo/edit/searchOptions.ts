import { ConfigOverrideRule, FieldConfigOptionsRegistry } from '@grafana/data';
import { OptionGroup } from './optionGroups';

/** The groups with only the options that a search finds by title, description or heading; empty groups are left out. */
export function searchGroups(groups: readonly OptionGroup[], query: string): OptionGroup[] {
  return groups.flatMap((group) => {
    if (includes(group.title, query)) {
      return [group];
    }
    const rows = group.rows.filter(({ title, description }) => includes(title, query) || includes(description, query));
    const below = searchGroups(group.groups, query);
    return rows.length + below.length > 0 ? [{ ...group, rows, groups: below }] : [];
  });
}

/** How many options there are, with those of the groups below. */
export function countOptions(groups: readonly OptionGroup[]): number {
  return groups.reduce((sum, group) => sum + group.rows.length + countOptions(group.groups), 0);
}

/** Whether a search finds an override rule, by the name of one of its properties. */
export function ruleMatches(rule: ConfigOverrideRule, registry: FieldConfigOptionsRegistry, query: string): boolean {
  return rule.properties.some(({ id }) => {
    const item = registry.getIfExists(id);
    return includes(item?.name, query) || Boolean(item?.category?.some((title) => includes(title, query)));
  });
}

function includes(text: string | undefined, query: string): boolean {
  return text?.toLowerCase().includes(query.trim().toLowerCase()) ?? false;
}
