import type {
  Field,
  FieldConfig,
  FieldConfigEditorBuilder,
  FieldConfigSource,
  FieldOverrideContext,
} from '@grafana/data';
import { FieldType } from '@grafana/data';
import { t } from '@grafana/i18n';

import { RuleOptionEditor } from '../editors/RuleOptionEditor';
import { ruleCategory } from '../editors/form/goToForm';
import { RULE } from '../protocol/ruleProperty';
import { fingerprintOfLayers } from '../rule/fingerprint';
import { isRecord } from '../rule/isRecord';

/** The rule as it was stated for one field, by source; each still raw (`unknown` until it is read). */
export interface StatedRules {
  default?: unknown;
  /** All matching overrides as one: a later override wins field by field. */
  override?: unknown;
}

/** Registers the one field option of the panel's own: the intervention rule. */
export function addRuleOption(builder: FieldConfigEditorBuilder<unknown>) {
  builder.addCustomEditor({
    id: RULE,
    path: RULE,
    name: t('panel.rule-option.name', 'Intervention rule'),
    description: t(
      'panel.rule-option.description',
      'When to act, who acts, what they do and what happens by itself. Fields left blank are inherited.'
    ),
    category: [ruleCategory()],
    editor: RuleOptionEditor,
    override: RuleOptionEditor,
    process: stackRule,
    shouldApply: (field: Field) => field.type === FieldType.number,
  });
}

/**
 * Grafana gives a field the default and then each matching override, one after the other, and would let the last one
 * win as a whole, a blank one by taking the rule away. This stacks them instead, oldest first, so that blank fields
 * inherit field by field.
 */
function stackRule(value: unknown, context: FieldOverrideContext): StackedRules | undefined {
  const below = layersOf(context.field?.config);
  const stacked = isGiven(value) ? [...below, value] : below;
  return stacked.length > 0 ? { stacked } : undefined;
}

/** Not an array: Grafana joins those of several overrides by itself. */
interface StackedRules {
  stacked: readonly unknown[];
}

/** The rules that were stated for a field, each as it is saved, the more general first. */
export function layersOf(config: FieldConfig | undefined): readonly unknown[] {
  const rules: unknown = config?.custom?.[RULE];
  if (isRecord(rules) && Array.isArray(rules.stacked)) {
    return rules.stacked;
  }
  return isGiven(rules) ? [rules] : [];
}

/**
 * What was stated for a field, once Grafana has applied the field config.
 *
 * @param defaults `fieldConfig.defaults` as saved: tells whether the lowest layer is the panel's default rule.
 */
export function readStatedRules(field: Field, defaults: FieldConfigSource['defaults']): StatedRules {
  const layers = layersOf(field.config);
  const hasDefault = isGiven(defaults.custom?.[RULE]) && layers.length > 0;
  const overrides = hasDefault ? layers.slice(1) : layers;
  return {
    default: hasDefault ? layers[0] : undefined,
    override: overrides.length > 1 ? mergeOverrides(overrides) : overrides[0],
  };
}

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null;
}

function mergeOverrides(overrides: readonly unknown[]): unknown {
  const merged = overrides.reduce(mergeLayers);
  const agreedFingerprint = fingerprintOfLayers(overrides, merged);
  return isRecord(merged) && agreedFingerprint !== undefined ? { ...merged, agreedFingerprint } : merged;
}

function mergeLayers(below: unknown, above: unknown): unknown {
  if (!isRecord(below) || !isRecord(above)) {
    return above;
  }
  const merged: Record<string, unknown> = { ...below };
  for (const [key, value] of Object.entries(above)) {
    if (isGiven(value) && value !== '') {
      merged[key] = isRecord(value) ? mergeLayers(below[key], value) : value;
    }
  }
  return merged;
}
