import { chooseLayout } from './chooseLayout';

const ROOMY = { hasChart: true, width: 1200, height: 600, metrics: 3, isOneChart: () => false };

describe('chooseLayout', () => {
  it.each<[string, number, number, string]>([
    ['beside, low', 1200, 95, 'cards'],
    ['beside, high enough', 1200, 96, 'rows'],
    ['stacked, low', 600, 135, 'cards'],
    ['stacked, high enough', 600, 136, 'rows'],
    ['a quarter of a dashboard wide and six of its rows high', 301, 144, 'rows'],
    ['too narrow for anything', 199, 900, 'cards'],
  ])('in a panel that is %s (%i x %i), is %s', (_, width, height, expected) => {
    expect(chooseLayout('rows', { ...ROOMY, width, height })).toBe(expected);
  });

  it.each<[string, number, boolean, string]>([
    ['one metric', 1, false, 'rows'],
    ['one metric that is drawn with something else', 1, true, 'rows'],
    ['metrics that belong together', 3, true, 'list'],
    ['metrics with nothing in common', 3, false, 'rows'],
    ['more metrics than one reads', 9, false, 'list'],
  ])('gives %s', (_, metrics, isOneChart, layout) => {
    expect(chooseLayout('auto', { ...ROOMY, metrics, isOneChart: () => isOneChart })).toBe(layout);
  });

  it('shows the cards alone where there is no chart to be had', () => {
    expect(chooseLayout('rows', { ...ROOMY, hasChart: false })).toBe('cards');
  });

  it.each([undefined, null, 'auto', 'cards', 'constructor', 'a layout of tomorrow', 7])(
    'takes what names no layout that one can choose for auto: %j',
    (saved) => {
      expect(chooseLayout(saved, ROOMY)).toBe('rows');
      expect(chooseLayout(saved, { ...ROOMY, metrics: 9 })).toBe('list');
    }
  );

  it('does what the user says', () => {
    expect(chooseLayout('list', { ...ROOMY, metrics: 1 })).toBe('list');
    expect(chooseLayout('rows', { ...ROOMY, isOneChart: () => true })).toBe('rows');
  });
});
