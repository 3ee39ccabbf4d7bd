import React from 'react';
import { css } from '@emotion/css';
import {
  ConfigOverrideRule,
  FieldConfigOptionsRegistry,
  FieldConfigSource,
  GrafanaTheme2,
  StandardEditorContext,
} from '@grafana/data';
import { fieldMatchersUI, useStyles2, ValuePicker } from '@grafana/ui';
import { OverrideRule } from './OverrideRule';
import { newRule, removeAt, replaceAt } from './overrideRules';
import { ruleMatches } from './searchOptions';

interface Props {
  fieldConfig: FieldConfigSource;
  registry: FieldConfigOptionsRegistry;
  context: StandardEditorContext<unknown>;
  /** With a search, only the rules that it finds are shown, opened. */
  query?: string;
  onChange: (fieldConfig: FieldConfigSource) => void;
}

/** The overrides of a panel: field options for some fields only. */
export function OverridesSection({ fieldConfig, registry, context, query = '', onChange }: Props) {
  const styles = useStyles2(getStyles);
  const { overrides } = fieldConfig;
  const save = (next: ConfigOverrideRule[]) => onChange({ ...fieldConfig, overrides: next });
  const add = (matcherId: string | undefined) => {
    const rule = matcherId && newRule(matcherId);
    if (rule) {
      save([...overrides, rule]);
    }
  };

  return (
    <>
      {overrides.map((rule, index) =>
        query && !ruleMatches(rule, registry, query) ? null : (
          <OverrideRule
            // A rule has no identity but its place; its length tells a new list from a changed one.
            key={`${index} of ${overrides.length}`}
            rule={rule}
            index={index}
            registry={registry}
            context={context}
            isForcedOpen={query !== ''}
            onChange={(next) => save(replaceAt(overrides, index, next))}
            onRemove={() => save(removeAt(overrides, index))}
          />
        )
      )}
      <div className={styles.add}>
        <ValuePicker
          label="Add field override"
          icon="plus"
          variant="secondary"
          size="md"
          isFullWidth
          menuPlacement="auto"
          options={fieldMatchersUI
            .list()
            .filter((matcher) => !matcher.excludeFromPicker)
            .map(({ id, name, description }) => ({ value: id, label: name, description }))}
          onChange={({ value }) => add(value)}
        />
      </div>
    </>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  add: css({
    display: 'flex',
    padding: theme.spacing(2),
    borderTop: `1px solid ${theme.colors.border.weak}`,
  }),
});
