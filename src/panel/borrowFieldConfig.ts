import type { FieldConfigPropertyItem, PanelPlugin, SetFieldConfigOptionsArgs } from '@grafana/data';
import { FieldConfigProperty } from '@grafana/data';

import { addRuleOption } from './ruleOption';

type StandardOptions = NonNullable<SetFieldConfigOptionsArgs['standardOptions']>;

/**
 * The field options of the panel: all of the host chart's, and the intervention rule. Borrowed instead of declared, so
 * that a panel has exactly the options of the Grafana that it runs in and a switched panel keeps every key.
 *
 * @param host - the native Time series; undefined where it could not be loaded: then only the rule and Grafana's
 * standard options are there.
 */
export function borrowFieldConfig(host: PanelPlugin | undefined): SetFieldConfigOptionsArgs {
  const items = host?.fieldConfigRegistry.list() ?? [];
  return {
    ...(host && { standardOptions: borrowStandard(items), disableStandardOptions: missingStandard(items) }),
    useCustomConfig: (builder) => {
      addRuleOption(builder);
      for (const item of items.filter(({ isCustom }) => isCustom)) {
        // The registry has prefixed the id, and the builder's registry will do so again.
        builder.addCustomEditor({ ...item, id: item.id.replace(/^custom\./, '') });
      }
    },
  };
}

function borrowStandard(items: FieldConfigPropertyItem[]): StandardOptions {
  const options: StandardOptions = {};
  for (const id of Object.values(FieldConfigProperty)) {
    const item = items.find((candidate) => candidate.id === id);
    if (item) {
      options[id] = {
        defaultValue: item.defaultValue,
        settings: item.settings,
        hideFromDefaults: item.hideFromDefaults,
      };
    }
  }
  return options;
}

function missingStandard(items: FieldConfigPropertyItem[]): FieldConfigProperty[] {
  return Object.values(FieldConfigProperty).filter((id) => !items.some((item) => item.id === id));
}
