import type { Operator } from '../rule/level';
import type { FieldChange, FieldValue, VersionChange } from '../tables/file/ruleChanges';
import type { Format } from './conditionWords';
import { fieldWords } from './fieldWords';
import type { Translate } from './translate';

/** A changed field in words. */
export interface FieldChangeWords {
  field: string;
  before?: string;
  after?: string;
}

/** More of a text is not told. */
const MOST_CHARACTERS = 60;

/** What is told of two texts before they differ. */
const COMMON_CHARACTERS = 12;

/** A changed field in words: levels in the unit of their field, long texts from where they differ. */
export function fieldChangeWords(
  t: Translate,
  { field, before, after }: FieldChange,
  format: Format
): FieldChangeWords {
  const [former, next] = [before, after].map((value) => value !== undefined && valueWords(t, field, value, format));
  const start = former && next ? differingFrom(former, next) : 0;
  return {
    field: fieldWords(t, field),
    ...(former && { before: excerpt(former, start) }),
    ...(next && { after: excerpt(next, start) }),
  };
}

/** Which version of a rule a change is about: "From 2026-12-01"; undefined for one that was there since ever. */
export function versionChangeWords(t: Translate, { kind, from }: VersionChange): string | undefined {
  if (kind === 'removed') {
    return from === undefined
      ? t('rule.change.version-ever', 'The version from the beginning goes')
      : t('rule.change.version-removed', 'The version from {{from}} goes', { from });
  }
  return from && t('rule.change.version-from', 'From {{from}}', { from });
}

function valueWords(t: Translate, field: FieldChange['field'], value: FieldValue, format: Format): string {
  if (Array.isArray(value)) {
    const [low, high] = value;
    return t('rule.change.range', '{{low}} to {{high}}', { low: format(low), high: format(high) });
  }
  if (typeof value === 'number') {
    return field === 'minVolume' ? String(value) : format(value);
  }
  if (field === 'operator') {
    return operatorWords(t, value);
  }
  return value.trim().replace(/\s+/g, ' ');
}

/** An operator as it goes on after "act when". What is none stays as it was written. */
function operatorWords(t: Translate, operator: string): string {
  const words: Readonly<Record<Operator | 'auto', string>> = {
    '>': t('rule.operator.above', 'above'),
    '>=': t('rule.operator.at-or-above', 'at or above'),
    '<': t('rule.operator.below', 'below'),
    '<=': t('rule.operator.at-or-below', 'at or below'),
    outside: t('rule.operator.outside', 'outside'),
    outsideIncluded: t('rule.operator.outside-included', 'at or outside'),
    inside: t('rule.operator.inside', 'between'),
    insideIncluded: t('rule.operator.inside-included', 'between, or at'),
    auto: t('rule.operator.auto', 'as the levels tell'),
  };
  return Object.hasOwn(words, operator) ? words[operator as Operator] : operator;
}

/** Where two texts begin to differ, a little before that; 0 where that is near the beginning. */
function differingFrom(before: string, after: string): number {
  let common = 0;
  while (common < before.length && before[common] === after[common]) {
    common++;
  }
  return Math.max(before.length, after.length) <= MOST_CHARACTERS ? 0 : Math.max(0, common - COMMON_CHARACTERS);
}

function excerpt(text: string, start: number): string {
  const rest = [...text.slice(start).trimStart()];
  const told = rest.length > MOST_CHARACTERS ? `${rest.slice(0, MOST_CHARACTERS - 1).join('')}…` : rest.join('');
  return start > 0 ? `…${told}` : told;
}
