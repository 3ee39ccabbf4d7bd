import { toCondition, OPERATORS, isRange } from './condition';
import type { Operator } from './level';
import { mergeRule } from './sources';
import type { Translate } from './translate';
import { actWhen, actWhenSentence, conditionWords, fieldWords, problemWords, thresholdLineNames } from './words';

const t: Translate = (_key, text, values = {}) => text.replace(/{{(\w+)}}/g, (_, name: string) => String(values[name]));
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
      warning: 'warning below 24 %',
      recovery: 'recovers above 22 %',
      keepFiring: 'keeps firing for 1 h',
    });
    expect(actWhenSentence(t, rule, percent)).toBe('below 20 % for 2 d');
  });

  it('leaves out what a rule lacks', () => {
    const rule = mergeRule({ default: { operator: '>', warning: 1 } });
    expect(actWhen(t, rule, percent)).toEqual({ condition: 'above 1 %', severity: 'warning' });
    expect(actWhen(t, mergeRule({}), percent)).toEqual({});
  });

  it.each([
    ['>', 10, 8, 'recovers below 8 %'],
    ['>=', 10, 8, 'recovers at or below 8 %'],
    ['outside', [2, 6], [3, 5], 'recovers between 3 % and 5 %'],
    ['inside', [3, 5], [2, 6], 'recovers outside 2 % to 6 %'],
  ])('%s %j', (operator, critical, recovery, words) => {
    const rule = mergeRule({ default: { operator, critical, recovery: { critical: recovery } } });
    expect(actWhen(t, rule, percent).recovery).toBe(words);
  });
});

describe('problemWords', () => {
  it('says what is wrong, where, how to mend it, and what holds until then', () => {
    const rule = mergeRule({ default: { for: '2 dayz' } });
    expect(problemWords(t, rule.problems[0], rule)).toBe(
      'For, in the panel\'s default rule: "2 dayz" is not a duration. Write it like 5m, 2d or 1h30m. Until then the rule acts at once.'
    );
  });

  it('says that another source gives it, where one does', () => {
    const rule = mergeRule({ override: { for: '2 dayz' }, default: { for: '2d' } });
    expect(problemWords(t, rule.problems[0], rule)).toContain("Until then it is taken from the panel's default rule.");
  });

  it('promises nothing without the rule', () => {
    const rule = mergeRule({ default: { for: '2 dayz' } });
    expect(problemWords(t, rule.problems[0])).toContain('Until then it counts as not given.');
  });

  it('has whole words for every problem that a rule can have', () => {
    const stored = {
      operator: '=>',
      warning: 'x',
      critical: [1],
      recovery: { warning: 'y' },
      for: 'z',
      noData: 'n',
      owner: {},
      agreedOn: 'soon',
      ownr: 1,
    };
    const sources = [
      { default: stored },
      { default: 7 },
      { default: { critical: 1 } },
      { default: { operator: '>', warning: 2, critical: 1, recovery: { critical: 9 } } },
    ];
    const words = sources.flatMap((source) => {
      const rule = mergeRule(source);
      return rule.problems.map((problem) => problemWords(t, problem, rule));
    });
    expect(words).toHaveLength(13);
    words.forEach((text) => expect(text).toMatch(/^[A-Z][^:]+: \S.+\. [A-Z].+\.$/));
    expect(words.join()).not.toMatch(/undefined|{{/);
  });

  it('every field has a name', () => {
    expect(fieldWords(t, 'respondUrl')).toBe('Respond URL');
  });
});
