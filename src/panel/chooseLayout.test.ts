import { metricProtocol } from '../protocol/testing/metricProtocol';
import { chooseLayout } from './chooseLayout';

const metrics = (...refIds: string[]) => refIds.map((refId, frameIndex) => metricProtocol({ refId, frameIndex }));

describe('chooseLayout', () => {
  it.each<[string, string[], string]>([
    ['one metric', ['A'], 'rows'],
    ['a metric a query', ['A', 'B', 'C'], 'rows'],
    ['a query of many series', ['A', 'A', 'A'], 'list'],
    ['a query of many series beside another', ['A', 'A', 'B'], 'list'],
    ['more metrics than one reads', [...'ABCDEFGHI'], 'list'],
  ])('gives %s %j', (_, refIds, layout) => {
    expect(chooseLayout('auto', metrics(...refIds))).toBe(layout);
  });

  it('does what the user says', () => {
    expect(chooseLayout('list', metrics('A'))).toBe('list');
    expect(chooseLayout('rows', metrics('A', 'A'))).toBe('rows');
  });
});
