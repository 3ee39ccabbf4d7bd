import { ConfigOverrideRule, FieldConfigPropertyItem, FieldMatcherID } from '@grafana/data';
import { newRule, withMatcherOptions, withoutProperty, withProperty, withPropertyValue } from './overrideRules';

const RULE: ConfigOverrideRule = {
  matcher: { id: FieldMatcherID.byName, options: 'A' },
  properties: [
    { id: 'unit', value: 's' },
    { id: 'custom.rule', value: { owner: 'x' } },
  ],
};

it('starts a rule from its matcher, without properties', () => {
  expect(newRule(FieldMatcherID.byRegexp)).toEqual({
    matcher: { id: FieldMatcherID.byRegexp, options: '/.*/' },
    properties: [],
  });
  expect(newRule('no such matcher')).toBeUndefined();
});

it('adds a property with the default of the option', () => {
  const item = { id: 'decimals', defaultValue: 1 } as FieldConfigPropertyItem;
  expect(withProperty(RULE, item).properties).toEqual([...RULE.properties, { id: 'decimals', value: 1 }]);
});

it('changes and removes one property and leaves the given rule alone', () => {
  const before = JSON.parse(JSON.stringify(RULE));
  expect(withPropertyValue(RULE, 1, { owner: 'y' }).properties[1]).toEqual({
    id: 'custom.rule',
    value: { owner: 'y' },
  });
  expect(withoutProperty(RULE, 0).properties).toEqual([RULE.properties[1]]);
  expect(withMatcherOptions(RULE, 'B').matcher).toEqual({ id: FieldMatcherID.byName, options: 'B' });
  expect(RULE).toEqual(before);
});
