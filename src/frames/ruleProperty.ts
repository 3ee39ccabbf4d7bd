/** Where a rule is kept in a field's custom config. */
export const RULE = 'rule';

/** The property of an override that holds a rule. */
export const RULE_PROPERTY = `custom.${RULE}`;
