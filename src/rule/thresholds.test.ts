import type { NativeThresholds } from './thresholds';
import { readThresholds } from './thresholds';

/** Thresholds for tests: the colours, each but the first with its value. */
function native(base: string, ...steps: Array<[number, string]>): NativeThresholds {
  return {
    mode: 'absolute',
    steps: [{ value: null, color: base }, ...steps.map(([value, color]) => ({ value, color }))],
  };
}

describe('readThresholds', () => {
  it.each([
    ['above, one step', native('green', [70, 'red']), { direction: 'above', critical: 70 }],
    ['above, two', native('green', [60, 'yellow'], [70, 'red']), { direction: 'above', warning: 60, critical: 70 }],
    [
      'above, three',
      native('green', [5, 'yellow'], [6, 'orange'], [7, 'red']),
      { direction: 'above', warning: 5, critical: 7 },
    ],
    ['two greens below red', native('green', [10, 'light-green'], [20, 'red']), { direction: 'above', critical: 20 }],
    ['a transparent base', native('transparent', [20, 'red']), { direction: 'above', critical: 20 }],
    ['below', native('red', [20, 'green']), { direction: 'below', critical: 20 }],
    ['below, two', native('red', [20, 'orange'], [24, 'green']), { direction: 'below', warning: 24, critical: 20 }],
    ['below, blue on top of green', native('red', [20, 'green'], [90, 'blue']), { direction: 'below', critical: 20 }],
    ['hex below', native('#F2495C', [20, '#73BF69']), { direction: 'below', critical: 20 }],
    ['outside', native('red', [2, 'green'], [4, 'red']), { direction: 'outside', critical: [2, 4] }],
    [
      'outside, two on each side',
      native('red', [1, 'yellow'], [2, 'green'], [4, 'yellow'], [5, 'red']),
      { direction: 'outside', warning: [2, 4], critical: [1, 5] },
    ],
    [
      'outside, uneven',
      native('red', [2, 'green'], [4, 'yellow'], [5, 'red']),
      { direction: 'outside', warning: [2, 4], critical: [2, 5] },
    ],
  ])('%s', (_, thresholds, levels) => {
    expect(readThresholds(thresholds)).toEqual({ levels });
  });

  it('steps out of order are sorted, the first is the base whatever its value', () => {
    const steps = [
      { value: 0, color: 'green' },
      { value: 90, color: 'red' },
      { value: 60, color: 'yellow' },
    ];
    expect(readThresholds({ mode: 'absolute', steps }).levels).toMatchObject({ warning: 60, critical: 90 });
  });

  it('percentages are of min and max', () => {
    const thresholds = { ...native('green', [80, 'red']), mode: 'percentage', min: 50, max: 150 };
    expect(readThresholds(thresholds)).toEqual({ levels: { direction: 'above', critical: 130 } });
  });

  it.each([[{}], [{ min: 0 }], [{ max: 10 }], [{ min: 3, max: 3 }]])(
    'percentages of nothing are kept apart: %j',
    (range) => {
      const thresholds = { ...native('green', [80, 'red']), mode: 'percentage', ...range };
      expect(readThresholds(thresholds)).toEqual({ rangeless: { direction: 'above', critical: 80 } });
    }
  );

  it.each([[null], [-Infinity], [0]])('the untouched default with base %d is no rule', (value) => {
    const steps = [
      { value, color: 'green' },
      { value: 80, color: 'red' },
    ];
    expect(readThresholds({ mode: 'absolute', steps })).toEqual({});
    expect(readThresholds({ mode: 'absolute', steps, styled: true }).levels?.critical).toBe(80);
  });

  it.each([
    ['nothing', undefined],
    ['no steps', { mode: 'absolute', steps: [] }],
    ['a base alone', native('red')],
    ['no alarm colour', native('green', [10, 'blue'])],
    ['a step without a number', native('green', [NaN, 'red'])],
  ])('%s says nothing', (_, thresholds) => {
    expect(readThresholds(thresholds)).toEqual({});
  });

  it.each([
    ['green at both ends', native('green', [2, 'red'], [4, 'green'])],
    ['alarm colours alone', native('yellow', [80, 'red'])],
  ])('%s is undecided', (_, thresholds) => {
    expect(readThresholds(thresholds).undecided).toContain('red');
  });
});
