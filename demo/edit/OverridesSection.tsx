import { css } from '@emotion/css';
import { ConfigOverrideRule, FieldConfigOptionsRegistry, GrafanaTheme2, StandardEditorContext } from '@grafana/data';
import { fieldMatchersUI, useStyles2, ValuePicker } from '@grafana/ui';
import { OverrideRule } from './OverrideRule';
import { newRule, removeAt, updateAt } from './overrideRules';
import { ruleMatches } from './searchOptions';

interface OverridesSectionProps {
  overrides: readonly ConfigOverrideRule[];
  registry: FieldConfigOptionsRegistry;
  context: StandardEditorContext<unknown>;
  /** With a search, only the rules that it finds are shown, opened. */
  query?: string;
  /** Takes a change of the rules as they are then: some editors (the color picker) report late. */
  onUpdate: (change: (rules: ConfigOverrideRule[]) => ConfigOverrideRule[]) => void;
}

/** The overrides of a panel: field options for some fields only. */
export function OverridesSection({ overrides, registry, context, query = '', onUpdate }: OverridesSectionProps) {
  const styles = useStyles2(getStyles);
  const add = (matcherId: string | undefined) => {
    const rule = matcherId && newRule(matcherId);
    if (rule) {
      onUpdate((rules) => [...rules, rule]);
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
            onUpdate={(change) => onUpdate((rules) => updateAt(rules, index, change))}
            onRemove={() => onUpdate((rules) => removeAt(rules, index))}
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
