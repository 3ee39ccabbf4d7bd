import fc from 'fast-check';

import { fingerprintOf } from './fingerprint';
import { ruleKind } from './kind';
import type { RuleSources } from './sources';
import { mergeRule } from './sources';

const STYLED = {
  mode: 'absolute',
  steps: [
    { value: null, color: 'green' },
    { value: 70, color: 'orange' },
    { value: 90, color: 'red' },
  ],
  styled: true,
};

const BOTH = ['warning', 'critical'];

const told = (sources: RuleSources) => {
  const { levels, unreadable } = mergeRule(sources);
  return [levels.map(({ severity }) => severity), unreadable];
};

const PERCENT = { ...STYLED, mode: 'percentage' };

describe('what can’t be read', () => {
  it.each<[string, RuleSources, string[], string[]]>([
    ['a level', { default: { operator: '>', warning: 5, critical: '1O' } }, ['warning'], ['critical']],
    ['both', { default: { operator: '>', warning: 'x', critical: 'y' } }, [], ['warning', 'critical']],
    ['an operator', { default: { operator: '><', warning: 5, critical: 6 } }, [], ['warning', 'critical']],
    ['for', { default: { operator: '>', critical: 6, for: 'a while' } }, [], ['critical']],
    ['settleAfter', { default: { operator: '>', critical: 6, settleAfter: 'soon' } }, [], ['critical']],
    [
      'a least volume',
      { default: { operator: '>', critical: 6, minVolume: 'x', volumeSeries: 'N' } },
      [],
      ['critical'],
    ],
    ['a least volume of nothing', { default: { operator: '>', critical: 6, minVolume: 'x' } }, ['critical'], []],
    ['keepFiringFor', { default: { operator: '>', warning: 5, critical: 6, keepFiringFor: 'x' } }, [], BOTH],
    ['keepFiringFor, beside colours', { default: { keepFiringFor: 'x' }, thresholds: STYLED }, [], BOTH],
    [
      'keepFiringFor behind one that can be',
      { override: { keepFiringFor: '5m' }, default: { operator: '>', critical: 6, keepFiringFor: 'x' } },
      ['critical'],
      [],
    ],
    [
      'a recovery',
      { default: { operator: '>', warning: 5, critical: 6, recovery: { critical: 'x' } } },
      ['warning'],
      ['critical'],
    ],
    [
      'a recovery, beside colours',
      { override: { recovery: { warning: 'x' } }, thresholds: STYLED },
      ['critical'],
      ['warning'],
    ],
    [
      'a recovery, before the default',
      { override: { recovery: { critical: 'x' } }, default: { operator: '>', critical: 6, recovery: { critical: 5 } } },
      [],
      ['critical'],
    ],
    [
      'a recovery of two numbers for one',
      { default: { operator: '>', critical: 6, recovery: { critical: [4, 5] } } },
      [],
      ['critical'],
    ],
    [
      'a recovery of one number for two',
      { default: { operator: 'outside', critical: [1, 6], recovery: { critical: 5 } } },
      [],
      ['critical'],
    ],
    [
      'a recovery of no level',
      { default: { operator: '>', critical: 6, recovery: { warning: 'x' } } },
      ['critical'],
      [],
    ],
    [
      'a recovery on the other side',
      { default: { operator: '>', critical: 6, recovery: { critical: 7 } } },
      ['critical'],
      [],
    ],
    ['a recovery of neither', { default: { operator: '>', warning: 5, critical: 6, recovery: 'x' } }, [], BOTH],
    [
      'a warning that comes too late for a critical whose end can’t be read',
      { default: { operator: '>', warning: 7, critical: 6, recovery: { critical: 'x' } } },
      [],
      ['critical'],
    ],
    ['a number for a range', { default: { operator: 'outside', critical: 6 } }, [], ['critical']],
    ['a direction', { default: { critical: 6 } }, [], ['critical']],
    ['one of two that tell the direction', { default: { warning: 'x', critical: 6 } }, [], ['warning', 'critical']],
    ['a level, beside colours', { override: { critical: 'x' }, thresholds: STYLED }, [], ['critical']],
    ['an operator, beside colours', { override: { operator: 'x' }, thresholds: STYLED }, [], ['warning', 'critical']],
    [
      'an override, before the default',
      { override: { critical: 'x' }, default: { operator: '>', critical: 6 } },
      [],
      ['critical'],
    ],
    [
      'a default, behind an override',
      { override: { operator: '>', critical: 6 }, default: { critical: 'x' } },
      ['critical'],
      [],
    ],
    ['percentages of nothing', { thresholds: PERCENT }, [], ['warning', 'critical']],
    ['percentages of a range', { thresholds: { ...PERCENT, min: 0, max: 10 } }, ['warning', 'critical'], []],
    ['one percentage of nothing', { default: { critical: 6 }, thresholds: PERCENT }, ['critical'], ['warning']],
    [
      'percentages on the other side',
      { default: { operator: '<', critical: 6 }, thresholds: PERCENT },
      ['critical'],
      [],
    ],
    [
      'percentages beside an operator',
      { default: { operator: 'x' }, thresholds: PERCENT },
      [],
      ['warning', 'critical'],
    ],
    ['a warning that comes too late', { default: { operator: '>', warning: 7, critical: 6 } }, ['critical'], []],
  ])('%s leaves no guess', (_, sources, levels, unreadable) => {
    expect(told(sources)).toEqual([levels, unreadable]);
  });

  it('is a rule, and says what was written', () => {
    const rule = mergeRule({ sheet: { owner: 'Ana', critical: 'many' } });
    expect(ruleKind(rule)).toBe('ruled');
    expect(rule.problems).toMatchObject([{ field: 'critical', source: 'sheet', found: 'many' }]);
  });

  it('says what percentages are missing, for each level that they are of', () => {
    const { problems } = mergeRule({ default: { owner: 'Ana' }, thresholds: PERCENT });
    expect(problems).toMatchObject([
      { field: 'warning', source: 'thresholds', code: 'percentWithoutRange', found: '70 %' },
      { field: 'critical', source: 'thresholds', code: 'percentWithoutRange', found: '90 %' },
    ]);
  });

  it('never judges a level by what another source or a default says in the place of what was written', () => {
    const field = fc.constantFrom('operator', 'warning', 'critical', 'for', 'keepFiringFor');
    fc.assert(
      fc.property(field, fc.constantFrom('override', 'sheet'), fc.string({ minLength: 1 }), (name, source, text) => {
        const written = `?${text}`;
        const whole = { operator: '>', warning: 5, critical: 6, for: '5m', keepFiringFor: '5m' };
        const { levels, unreadable } = mergeRule({ [source]: { [name]: written }, default: whole });
        const isLevel = name === 'warning' || name === 'critical';
        expect(unreadable).toEqual(isLevel ? [name] : ['warning', 'critical']);
        expect(levels.map(({ severity }) => severity)).toEqual(
          isLevel ? [name === 'warning' ? 'critical' : 'warning'] : []
        );
      })
    );
  });

  it('never ends a level by what another source says in the place of what was written', () => {
    fc.assert(
      fc.property(fc.constantFrom('override', 'sheet'), fc.string({ minLength: 1 }), (source, text) => {
        const whole = { operator: '>', warning: 5, critical: 6, recovery: { warning: 4, critical: 5 } };
        expect(told({ [source]: { recovery: { critical: `?${text}` } }, default: whole })).toEqual([
          ['warning'],
          ['critical'],
        ]);
      })
    );
  });

  it('is agreed on as it was written, whatever the unit of the metric is', () => {
    const stored = { operator: '<', critical: '20 %', owner: 'Ana' };
    const marked = { ...stored, agreedFingerprint: fingerprintOf(stored) };
    expect(mergeRule({ default: marked, unit: { unit: 'percent' } }).signatures).toEqual([
      { source: 'default', state: 'kept' },
    ]);
    expect(mergeRule({ default: marked, unit: { unit: 'percentunit' } }).signatures).toEqual([
      { source: 'default', state: 'kept' },
    ]);
    expect(mergeRule({ default: { ...marked, critical: '25 %' } }).signatures).toEqual([
      { source: 'default', state: 'changed' },
    ]);
  });
});
