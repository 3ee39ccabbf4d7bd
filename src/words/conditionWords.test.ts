import { toCondition, OPERATORS, isRange } from '../rule/condition';
import type { Operator } from '../rule/level';
import { plain as t } from '../testing/plain';
import { mergeRule } from '../rule/sources';
import { actWhen, actWhenSentence, conditionWords, thresholdLineNames } from './conditionWords';
const percent = (value: number) => `${value} %`;

it.each<[Operator, string]>([
  ['>', 'above 20 %'],
  ['>=', 'at or above 20 %'],
  ['<', 'below 20 %'],
  ['<=', 'at or below 20 %'],
  ['outside', 'outside 2 % to 4 %'],
  ['outsideIncluded', 'at or outside 2 % to 4 %'],
  ['inside', 'between 2 % and 4 %'],
  ['insideIncluded', 'from 2 % to 4 %'],
])('%s reads %j', (operator, words) => {
  expect(conditionWords(t, toCondition(operator, isRange(operator) ? [2, 4] : 20)!, percent)).toBe(words);
});

it('every operator has words of its own', () => {
  const words = OPERATORS.map((operator) =>
    conditionWords(t, toCondition(operator, isRange(operator) ? [2, 2] : 2)!, percent)
  );
  expect(new Set(words).size).toBe(OPERATORS.length);
});

describe('thresholdLineNames', () => {
  it.each([
    [{ operator: '<', critical: 20 }, 'Demand Gen', ['Critical < 20 %: Demand Gen']],
    [{ operator: '>=', warning: 6 }, undefined, ['Warning ≥ 6 %']],
    [{ operator: 'outside', critical: [2, 4] }, 'RevOps', ['Critical < 2 %: RevOps', 'Critical > 4 %: RevOps']],
    [{ operator: 'insideIncluded', critical: [2, 4] }, undefined, ['Critical ≥ 2 %', 'Critical ≤ 4 %']],
  ])('%j of %s', (stored, owner, names) => {
    expect(thresholdLineNames(t, mergeRule({ default: stored }).levels[0], percent, owner)).toEqual(names);
  });
});

describe('actWhen', () => {
  it('says the parts in which a person asks', () => {
    const rule = mergeRule({
      default: { operator: '<', warning: 24, critical: 20, recovery: { critical: 22 }, for: '2d', keepFiringFor: '1h' },
    });
    expect(actWhen(t, rule, percent)).toEqual({
      condition: 'below 20 %',
      severity: 'critical',
      lasting: 'for 2 d',
      other: 'warning below 24 %',
      recovery: 'over when above 22 %',
      keepFiring: 'stays open 1 h longer',
    });
    expect(actWhenSentence(t, rule, percent)).toBe('below 20 % for 2 d');
  });

  it('leaves out what a rule lacks', () => {
    const rule = mergeRule({ default: { operator: '>', warning: 1 } });
    expect(actWhen(t, rule, percent)).toEqual({ condition: 'above 1 %', severity: 'warning' });
    expect(actWhen(t, mergeRule({}), percent)).toEqual({});
  });

  it.each([
    ['>', 10, 8, 'over when below 8 %'],
    ['>=', 10, 8, 'over when at or below 8 %'],
    ['outside', [2, 6], [3, 5], 'over when between 3 % and 5 %'],
    ['inside', [3, 5], [2, 6], 'over when outside 2 % to 6 %'],
  ])('%s %j', (operator, critical, recovery, words) => {
    const rule = mergeRule({ default: { operator, critical, recovery: { critical: recovery } } });
    expect(actWhen(t, rule, percent).recovery).toBe(words);
  });
});
