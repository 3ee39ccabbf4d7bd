import { metricProtocol } from '../protocol/testing/metricProtocol';
import { chooseLayout } from './chooseLayout';

const metrics = (...refIds: string[]) => refIds.map((refId, frameIndex) => metricProtocol({ refId, frameIndex }));

const ROOMY = { width: 1200, height: 600 };

describe('chooseLayout', () => {
  it.each<[string, number, number, string]>([
    ['beside, low', 1200, 119, 'cards'],
    ['beside, high enough', 1200, 120, 'rows'],
    ['stacked, low', 600, 259, 'cards'],
    ['stacked, high enough', 600, 260, 'rows'],
    ['too narrow for anything', 199, 900, 'cards'],
  ])('in a panel that is %s (%i x %i), is %s', (_, width, height, expected) => {
    expect(chooseLayout('rows', metrics('A'), { width, height })).toBe(expected);
  });

  it.each<[string, string[], string]>([
    ['one metric', ['A'], 'rows'],
    ['a metric a query', ['A', 'B', 'C'], 'rows'],
    ['a query of many series', ['A', 'A', 'A'], 'list'],
    ['a query of many series beside another', ['A', 'A', 'B'], 'list'],
    ['more metrics than one reads', [...'ABCDEFGHI'], 'list'],
  ])('gives %s %j', (_, refIds, layout) => {
    expect(chooseLayout('auto', metrics(...refIds), ROOMY)).toBe(layout);
  });

  it('does what the user says', () => {
    expect(chooseLayout('list', metrics('A'), ROOMY)).toBe('list');
    expect(chooseLayout('rows', metrics('A', 'A'), ROOMY)).toBe('rows');
  });
});
