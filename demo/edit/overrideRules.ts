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
  return { ...rule, properties: replaceAt(rule.properties, index, { ...rule.properties[index], value }) };
}

/** A rule without one of its properties. */
export function withoutProperty(rule: ConfigOverrideRule, index: number): ConfigOverrideRule {
  return { ...rule, properties: removeAt(rule.properties, index) };
}

export function replaceAt<T>(list: readonly T[], index: number, value: T): T[] {
  return list.map((old, i) => (i === index ? value : old));
}

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
