import { isEqual } from 'lodash';

import type { FieldMetric } from '../../frames/metrics';
import { readNativeThresholds } from '../../frames/nativeThresholds';
import type { RuleField } from '../../rule/fields';
import type { Translate } from '../../words/translate';
import { readThresholds } from '../../rule/thresholds';
import { sourceWords } from '../../words/sourceWords';
import type { StatedRule } from './formPlace';
import { rowAt } from './formPlace';
import { getRaw, isBlank, toRawRule } from '../rawRule';

/** What a blank field takes over: a value with where it is stated, or several values, one metric's unlike another's. */
export type Inherited =
  { value: unknown; from: StatedRule['place'] | 'thresholds'; differs?: false } | { differs: true };

/**
 * What a form's field inherits where it is left blank: the topmost of the rules below that states it, for levels in the
 * end Grafana's thresholds.
 *
 * @param below - For each metric that the form is for, the rules below its own, lowest first.
 * @returns Undefined where nothing is inherited.
 */
export function inheritedFor(
  field: RuleField,
  below: ReadonlyArray<{ metric: FieldMetric; rules: readonly StatedRule[] }>
): Inherited | undefined {
  const found = below.map(({ metric, rules }) => topmost(field, rules) ?? ofThresholds(field, metric));
  const [first] = found;
  return found.every((one) => isEqual(one, first)) ? first : { differs: true };
}

function topmost(field: RuleField, rules: readonly StatedRule[]): Inherited | undefined {
  const stated = rules.map(({ place, value }) => ({ from: place, value: getRaw(toRawRule(value), field) }));
  return stated.filter(({ value }) => !isBlank(value)).at(-1);
}

function ofThresholds(name: RuleField, { field }: FieldMetric): Inherited | undefined {
  if (name !== 'warning' && name !== 'critical') {
    return undefined;
  }
  const value = readThresholds(readNativeThresholds(field)).levels?.[name];
  return value === undefined ? undefined : { value, from: 'thresholds' };
}

/** Where a rule stands on which somebody agreed, in words that go on after "in". */
export function agreedPlaceWords(t: Translate, place: StatedRule['place']): string {
  const row = rowAt(place);
  return sourceWords(
    t,
    typeof place === 'number' ? 'override' : place === 'default' ? 'default' : 'sheet',
    row === undefined ? undefined : { kind: 'file', metric: row }
  );
}

/** Where an inherited value is stated, in words that go on after "from". */
export function placeWords(t: Translate, from: StatedRule['place'] | 'thresholds'): string {
  if (from === 'default') {
    return t('editors.inherited.default', 'rule for all');
  }
  if (from === 'sheet') {
    return t('editors.inherited.sheet', 'rule sheet');
  }
  if (from === 'thresholds') {
    return t('editors.inherited.thresholds', 'thresholds');
  }
  return typeof from === 'number'
    ? t('editors.inherited.override', 'override {{number}}', { number: from + 1 })
    : t('editors.inherited.file', 'rule file');
}
