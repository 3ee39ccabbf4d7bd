import {
  ConfigOverrideRule,
  FieldConfigOptionsRegistry,
  FieldConfigPropertyItem,
  fieldMatchers,
  SelectableValue,
} from '@grafana/data';

/** A new rule for a matcher, with no property yet; `undefined` where no such matcher is known. */
export function newRule(matcherId: string): ConfigOverrideRule | undefined {
  const matcher = fieldMatchers.getIfExists(matcherId);
  return matcher && { matcher: { id: matcher.id, options: matcher.defaultOptions }, properties: [] };
}

/** A rule with other matcher options. */
export function withMatcherOptions(rule: ConfigOverrideRule, options: unknown): ConfigOverrideRule {
  return { ...rule, matcher: { ...rule.matcher, options } };
}

/** A rule with one more property, which starts from the option's default. */
export function withProperty(rule: ConfigOverrideRule, item: FieldConfigPropertyItem): ConfigOverrideRule {
  return { ...rule, properties: [...rule.properties, { id: item.id, value: item.defaultValue }] };
}

/** A rule with the value of one property changed. */
export function withPropertyValue(rule: ConfigOverrideRule, index: number, value: unknown): ConfigOverrideRule {
  return { ...rule, properties: updateAt(rule.properties, index, (property) => ({ ...property, value })) };
}

/** A rule without one of its properties. */
export function withoutProperty(rule: ConfigOverrideRule, index: number): ConfigOverrideRule {
  return { ...rule, properties: removeAt(rule.properties, index) };
}

/** The list with one element changed; the list as it was where there is no such element any more. */
export function updateAt<T>(list: readonly T[], index: number, change: (element: T) => T): T[] {
  return list.map((old, i) => (i === index ? change(old) : old));
}

/** The list without one element. */
export function removeAt<T>(list: readonly T[], index: number): T[] {
  return list.filter((_, i) => i !== index);
}

/** What an override may set, each option named after its categories, in the registry's order. */
export function overridableOptions(registry: FieldConfigOptionsRegistry): Array<SelectableValue<string>> {
  return registry
    .list()
    .filter((item) => !item.hideFromOverrides)
    .map(({ id, name, category = [], description }) => ({
      value: id,
      label: [...category, name].join(' > '),
      description,
    }));
}
