import { css } from '@emotion/css';
import { ConfigOverrideRule, FieldConfigOptionsRegistry, isSystemOverride, StandardEditorContext } from '@grafana/data';
import { Button, Field, fieldMatchersUI, ValuePicker } from '@grafana/ui';
import { CollapsibleGroup } from './CollapsibleGroup';
import { MatcherOptions } from './MatcherOptions';
import { OverrideProperty } from './OverrideProperty';
import {
  overridableOptions,
  withMatcherOptions,
  withoutProperty,
  withProperty,
  withPropertyValue,
} from './overrideRules';

interface OverrideRuleProps {
  rule: ConfigOverrideRule;
  /** The place among the panel's rules, from 0. */
  index: number;
  registry: FieldConfigOptionsRegistry;
  context: StandardEditorContext<unknown>;
  isForcedOpen?: boolean;
  onUpdate: (change: (rule: ConfigOverrideRule) => ConfigOverrideRule) => void;
  onRemove: () => void;
}

/** One override: which fields it is for, and the options that it sets for them. */
export function OverrideRule({
  rule,
  index,
  registry,
  context,
  isForcedOpen = false,
  onUpdate,
  onRemove,
}: OverrideRuleProps) {
  const { matcher, properties } = rule;
  const id = `panel-options-override-${index}`;
  const matcherId = `${id}-matcher`;
  const matcherUi = fieldMatchersUI.getIfExists(matcher.id);
  // Grafana keeps overrides of its own (a series hidden by the legend); their properties are not for people to edit.
  const isSystem = isSystemOverride(rule);
  const canAddProperty = !isSystem && Boolean(matcher.options);

  const addProperty = (propertyId: string | undefined) => {
    const item = registry.getIfExists(propertyId);
    if (item) {
      onUpdate((current) => withProperty(current, item));
    }
  };

  return (
    <CollapsibleGroup
      id={id}
      title={`Override ${index + 1}`}
      summary={summarise(rule, registry)}
      isForcedOpen={isForcedOpen || properties.length === 0}
      actions={
        <Button
          variant="secondary"
          fill="text"
          size="sm"
          icon="trash-alt"
          tooltip="Remove override"
          aria-label="Remove override"
          onClick={onRemove}
        />
      }
    >
      <Field label={matcherUi?.name ?? `Fields by ${matcher.id}`} htmlFor={matcherId}>
        <MatcherOptions
          id={matcherId}
          matcher={matcher}
          data={context.data}
          onChange={(options) => onUpdate((current) => withMatcherOptions(current, options))}
        />
      </Field>
      {properties.map((property, place) => (
        <OverrideProperty
          key={`${property.id}-${place}`}
          id={`${id}-property-${property.id}`}
          property={property}
          item={registry.getIfExists(property.id)}
          context={{ ...context, isOverride: true }}
          onChange={(value) => onUpdate((current) => withPropertyValue(current, place, value))}
          onRemove={isSystem ? undefined : () => onUpdate((current) => withoutProperty(current, place))}
        />
      ))}
      {canAddProperty && (
        <div className={ADD_PROPERTY}>
          <ValuePicker
            label="Add override property"
            icon="plus"
            variant="secondary"
            isFullWidth
            menuPlacement="auto"
            options={overridableOptions(registry)}
            onChange={({ value }) => addProperty(value)}
          />
        </div>
      )}
    </CollapsibleGroup>
  );
}

/** The picker takes the whole width only in a flex container. */
const ADD_PROPERTY = css({ display: 'flex' });

/** A rule in a line: its fields, and the options that it sets. */
function summarise({ matcher, properties }: ConfigOverrideRule, registry: FieldConfigOptionsRegistry): string {
  const fields = fieldMatchersUI.getIfExists(matcher.id)?.optionsToLabel(matcher.options) ?? matcher.id;
  const names = properties.map(({ id }) => registry.getIfExists(id)?.name ?? id);
  return `${fields || 'no field'} › ${names.join(', ') || 'nothing yet'}`;
}
