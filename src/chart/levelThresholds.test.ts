import type { Field } from '@grafana/data';
import { FieldType, ThresholdsMode } from '@grafana/data';

import type { Condition, Level, Severity } from '../rule/level';
import { levelSteps, withLevels } from './levelThresholds';

const colorOf = (severity: Severity) => (severity === 'critical' ? 'red' : 'orange');

const always = () => true;

const level = (severity: Severity, condition: Condition): Level => ({ severity, condition, hold: condition });

const BELOW = [level('warning', { operator: '<', bounds: [24] }), level('critical', { operator: '<', bounds: [20] })];

function field(config: Field['config'] = {}): Field {
  return { name: 'conversion', type: FieldType.number, values: [], config };
}

describe('levelSteps', () => {
  it.each<[string, Level[], Array<[number, string]>]>([
    [
      'above',
      [level('warning', { operator: '>', bounds: [70] }), level('critical', { operator: '>=', bounds: [80] })],
      [
        [-Infinity, 'transparent'],
        [70, 'orange'],
        [80, 'red'],
      ],
    ],
    [
      'below: each line has the colour of the step under it',
      BELOW,
      [
        [-Infinity, 'red'],
        [20, 'orange'],
        [24, 'transparent'],
      ],
    ],
    [
      'outside',
      [level('critical', { operator: 'outside', bounds: [-8, 8] })],
      [
        [-Infinity, 'red'],
        [-8, 'transparent'],
        [8, 'red'],
      ],
    ],
    [
      'inside',
      [level('warning', { operator: 'inside', bounds: [2, 4] })],
      [
        [-Infinity, 'orange'],
        [2, 'transparent'],
        [4, 'orange'],
      ],
    ],
  ])('draws %s', (_, levels, steps) => {
    expect(levelSteps(levels, colorOf, always)).toEqual({
      mode: ThresholdsMode.Absolute,
      steps: steps.map(([value, color]) => ({ value, color })),
    });
  });
});

describe('levelSteps out of view', () => {
  it('draws no line beyond the axis, and keeps the colours of the others', () => {
    const outside = [level('critical', { operator: 'outside', bounds: [-8, 8] })];
    expect(levelSteps(outside, colorOf, (value) => value > 0).steps).toEqual([
      { value: -Infinity, color: 'transparent' },
      { value: 8, color: 'red' },
    ]);
    expect(levelSteps(BELOW, colorOf, (value) => value > 22).steps).toEqual([
      { value: -Infinity, color: 'orange' },
      { value: 24, color: 'transparent' },
    ]);
  });
});

describe('withLevels', () => {
  it('draws dashed lines where the user chose no style', () => {
    expect(withLevels(field(), BELOW, false, true, colorOf, always).config).toMatchObject({
      thresholds: { steps: [{ color: 'red' }, { value: 20 }, { value: 24 }] },
      custom: { thresholdsStyle: { mode: 'dashed' } },
    });
  });

  it("keeps the user's style", () => {
    const styled = field({ custom: { thresholdsStyle: { mode: 'area' } } });
    expect(withLevels(styled, BELOW, false, true, colorOf, always).config.custom.thresholdsStyle.mode).toBe('area');
  });

  it('draws lines that several series share once', () => {
    expect(withLevels(field(), BELOW, false, false, colorOf, always).config.custom.thresholdsStyle.mode).toBe('off');
  });

  it("leaves a field's own thresholds as they are", () => {
    const thresholds = { mode: ThresholdsMode.Absolute, steps: [{ value: -Infinity, color: 'purple' }] };
    expect(withLevels(field({ thresholds }), BELOW, true, true, colorOf, always).config.thresholds).toBe(thresholds);
  });

  it('does not recolour a field that is coloured by its thresholds', () => {
    const byThresholds = field({ color: { mode: 'thresholds' } });
    expect(withLevels(byThresholds, BELOW, false, true, colorOf, always)).toBe(byThresholds);
  });

  it('mutates nothing', () => {
    const before = field({ custom: { thresholdsStyle: { mode: 'off' } } });
    withLevels(before, BELOW, false, true, colorOf, always);
    expect(before).toEqual(field({ custom: { thresholdsStyle: { mode: 'off' } } }));
  });
});
