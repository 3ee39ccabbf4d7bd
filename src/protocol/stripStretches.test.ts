import fc from 'fast-check';

import { history, metricProtocol, SPAN } from '../testing/metricProtocol';
import { settledSegments, stripStretches } from './stripStretches';

const LENGTH = SPAN.to - SPAN.from;
const at = (share: number) => SPAN.from + share * LENGTH;

function metric(tooFewStretches: Array<{ from: number; to: number }>, unsettledFrom?: number) {
  return metricProtocol({ view: { ...metricProtocol().view, tooFewStretches }, unsettledFrom });
}

describe('settledSegments', () => {
  it('ends where values have not settled', () => {
    const { view } = metricProtocol();
    const segments = history([0.5, 'normal'], [0.9, 'firing', 'critical'], [1, 'normal']);
    const settled = settledSegments(metricProtocol({ view: { ...view, segments }, unsettledFrom: at(0.8) }));
    expect(settled).toEqual(history([0.5, 'normal'], [0.8, 'firing', 'critical']));
    expect(settledSegments(metricProtocol({ view: { ...view, segments } }))).toBe(segments);
  });
});

describe('stripStretches', () => {
  it('keeps each reason apart, and to what is in view', () => {
    const pieces = history([0.1, 'unknown'], [1, 'normal']);
    expect(
      stripStretches(
        metric(
          [
            { from: at(-1), to: at(0.2) },
            { from: at(0.7), to: at(2) },
          ],
          at(0.9)
        ),
        SPAN,
        pieces
      )
    ).toEqual([
      { kind: 'unknown', from: at(0), to: at(0.1) },
      { kind: 'tooFew', from: at(0), to: at(0.2) },
      { kind: 'tooFew', from: at(0.7), to: at(0.9) },
      { kind: 'unsettled', from: at(0.9), to: at(1) },
    ]);
  });

  it('shows nothing unsettled of a range that ended before', () => {
    expect(stripStretches(metric([], at(1.5)), SPAN, [])).toEqual([]);
  });

  it('covers every stretch with few, ascending and disjoint ones', () => {
    const steps = fc.array(fc.integer({ min: 1, max: LENGTH / 1000 }), { maxLength: 800 });
    fc.assert(
      fc.property(steps, (distances) => {
        let time = SPAN.from;
        const ends = distances.map((distance) => (time += distance));
        const tooFew = ends.flatMap((from, index) =>
          index % 2 === 0 && ends[index + 1] !== undefined ? [{ from, to: ends[index + 1] }] : []
        );
        const stretches = stripStretches(metric(tooFew), SPAN, []);
        expect(stretches.length).toBeLessThanOrEqual(101);
        stretches.slice(1).forEach(({ from }, index) => expect(from).toBeGreaterThanOrEqual(stretches[index].to));
        for (const { from, to } of tooFew) {
          expect(stretches.some((one) => one.from <= from && one.to >= to)).toBe(true);
        }
      })
    );
  });
});
