import { firingMetric, metricProtocol } from '../../testing/metricProtocol';
import { chartHeights } from './rowHeights';

const metrics = [firingMetric({ id: 'a' }), metricProtocol({ id: 'b' })];

describe('chartHeights', () => {
  it('keeps every row readable where there is no room', () => {
    expect(chartHeights(metrics, { height: 300, stacked: false, cards: {} })).toEqual([288, 128]);
  });

  it('makes a row as high as its card', () => {
    expect(chartHeights(metrics, { height: 400, stacked: false, cards: { a: 344, b: 88 } })).toEqual([344, 128]);
  });

  it('keeps a chart in view whose card is higher than the panel', () => {
    expect(chartHeights(metrics, { height: 250, stacked: false, cards: { a: 500 } })).toEqual([250, 128]);
    expect(chartHeights(metrics, { height: 10, stacked: false, cards: { a: 500 } })).toEqual([96, 96]);
  });

  it('shares what is left in proportion', () => {
    expect(chartHeights(metrics, { height: 833, stacked: false, cards: {} })).toEqual([576, 256]);
  });

  it('leaves the cards their place below their charts', () => {
    expect(chartHeights(metrics, { height: 961, stacked: true, cards: { a: 300, b: 20 } })).toEqual([400, 240]);
    expect(chartHeights(metrics, { height: 400, stacked: true, cards: { a: 300, b: 20 } })).toEqual([200, 120]);
  });

  it.each([
    [100, [80, 80]],
    [144, [88, 88]],
    [190, [134, 120]],
    [260, [200, 120]],
  ])('leaves the state of a card in view below its chart, %i px high', (height, expected) => {
    expect(chartHeights(metrics, { height, stacked: true, cards: { a: 300, b: 60 } })).toEqual(expected);
  });

  it('has no rows without metrics', () => {
    expect(chartHeights([], { height: 100, stacked: false, cards: {} })).toEqual([]);
  });
});
