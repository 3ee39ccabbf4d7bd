import { RULE_PROPERTY } from './ruleProperty';
import type { DashboardReader, Placed, PlacedRecord } from './dashboardReader';
import { under } from './dashboardReader';
import type { FoundPanel, StatedFields, StatedOverride } from './foundPanel';
import { JUDGED_OPTIONS, PROTOCOL_PANEL, SHEET_OPTIONS } from './foundPanel';
import { textOf } from './textOf';

/** What is read of a field config, by the id that an override's property has. */
const PROPERTIES: Readonly<Record<keyof StatedFields, string>> = {
  rule: RULE_PROPERTY,
  thresholds: 'thresholds',
  min: 'min',
  max: 'max',
  softMin: 'custom.axisSoftMin',
  softMax: 'custom.axisSoftMax',
  unit: 'unit',
  displayName: 'displayName',
  thresholdsStyle: 'custom.thresholdsStyle',
};

/**
 * What a panel's field config and options state of rules and levels. An override that states a field twice becomes two,
 * as Grafana applies it.
 *
 * @param panel - Where `fieldConfig` and `options` stand.
 * @param type - The id of its plugin: other panels may have left-overs of a rule, which count for nothing.
 */
export function readStated(
  reader: DashboardReader,
  panel: Placed,
  type: string
): Pick<FoundPanel, 'defaults' | 'overrides' | 'sheets' | 'judged' | 'saved'> {
  const keepsRules = type === PROTOCOL_PANEL;
  const config = under('fieldConfig', panel);
  const options = under('options', panel);
  return {
    defaults: withRules(readDefaults(under('defaults', config)), keepsRules),
    overrides: reader
      .records(under('overrides', config), 'notAnOverride')
      .flatMap((override) => readOverride(reader, override))
      .map(({ matcher, states }) => ({ matcher, states: withRules(states, keepsRules) }))
      .filter(({ states }) => Object.keys(states).length > 0),
    sheets: keepsRules ? given(SHEET_OPTIONS, (option) => under(option, options).value) : {},
    saved: { fieldConfig: config.value, options: options.value },
    judged: keepsRules ? given(JUDGED_OPTIONS, (option) => under(option, options).value) : {},
  };
}

function readDefaults(defaults: Placed): StatedFields {
  return given(NAMES, (name) => {
    const path = PROPERTIES[name].split('.');
    return path.reduce((placed, part) => under(part, placed), defaults).value;
  });
}

function readOverride(reader: DashboardReader, override: PlacedRecord): StatedOverride[] {
  const matcher = under('matcher', override);
  const id = textOf(under('id', matcher).value);
  if (id === undefined) {
    reader.report(override, 'notAnOverride');
    return [];
  }
  const stated: StatedFields[] = [{}];
  for (const property of reader.records(under('properties', override), 'notAnOverride')) {
    const name = NAMES.find((one) => PROPERTIES[one] === property.value.id);
    const { value } = under('value', property);
    if (name !== undefined && isGiven(value)) {
      const last = stated[stated.length - 1];
      stated.push(...(Object.hasOwn(last, name) ? [{}] : []));
      stated[stated.length - 1][name] = value;
    }
  }
  const options = under('options', matcher).value;
  return stated.map((states) => ({ matcher: { id, ...(options !== undefined && { options }) }, states }));
}

const NAMES = Object.keys(PROPERTIES) as Array<keyof StatedFields>;

function given<Name extends string>(
  names: readonly Name[],
  read: (name: Name) => unknown
): Partial<Record<Name, unknown>> {
  const found: Partial<Record<Name, unknown>> = {};
  for (const name of names) {
    const value = read(name);
    if (isGiven(value)) {
      found[name] = value;
    }
  }
  return found;
}

function withRules({ rule, ...native }: StatedFields, keepsRules: boolean): StatedFields {
  return keepsRules && rule !== undefined ? { rule, ...native } : native;
}

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null;
}
