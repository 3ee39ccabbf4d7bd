import { isEqual } from 'lodash';

import type { FieldMetric } from '../../frames/metrics';
import { readNativeThresholds } from '../../frames/nativeThresholds';
import type { RuleField } from '../../rule/fields';
import type { Format } from '../../words/conditionWords';
import type { Translate } from '../../words/translate';
import { readThresholds } from '../../rule/thresholds';
import { sourceWords } from '../../words/sourceWords';
import type { StatedRule } from './formPlace';
import { rowAt } from './formPlace';
import { asText, getRaw, isBlank, toRawRule } from '../rawRule';

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

/**
 * What a rule further up says in a form's field, so that what is written in the form has no effect there.
 *
 * @param above - For each metric that the form is for, the rules above its own, lowest first.
 * @returns Undefined where none says anything for any of the metrics.
 */
export function outrankingFor(field: RuleField, above: ReadonlyArray<readonly StatedRule[]>): Inherited | undefined {
  const found = above.map((rules) => topmost(field, rules));
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

/**
 * What a rule further up says instead of what is written.
 *
 * @param formatLevel - Of a level: how it is told.
 */
export function outrankedWords(t: Translate, outranking: Inherited, formatLevel?: Format): string {
  if (outranking.differs) {
    return t('editors.outranked.differs', 'For some of its metrics an override comes first.');
  }
  const values = [outranking.value].flat();
  const value = values.map((one) => (formatLevel && typeof one === 'number' ? formatLevel(one) : brief(one)));
  return t('editors.outranked.by', 'The override comes first: {{value}}', { value: value.join(', ') });
}

/** The first line of a text is enough to know it by. */
function brief(value: unknown): string {
  const [line, ...more] = asText(value).split('\n');
  return more.length > 0 ? `${line}…` : line;
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
