import { plain } from '../testing/plain';
import { metricProtocol, NOW, now, SPAN } from '../testing/metricProtocol';
import { settledShare, tooFewNotes, unsettledNotes } from './notes';
import { DAY } from '../time/units';

describe('unsettledNotes', () => {
  it('is a region to the end of what is in view', () => {
    expect(unsettledNotes(plain, [metricProtocol({ unsettledFrom: NOW - DAY })], { ...SPAN, to: NOW + DAY })).toEqual([
      {
        from: NOW - DAY,
        to: NOW,
        title: 'Not final yet',
        lines: ['Shown, not counted: these values may still change.'],
      },
    ]);
  });

  it('is one for all that settle at a time, and names them beside others', () => {
    const metrics = [
      metricProtocol({ name: 'A', unsettledFrom: NOW - DAY }),
      metricProtocol({ name: 'B', unsettledFrom: NOW - DAY }),
      metricProtocol({ name: 'C' }),
    ];
    expect(unsettledNotes(plain, metrics, SPAN)).toMatchObject([{ lines: ['A, B', expect.anything()] }]);
  });

  it('is nothing where all in view has settled', () => {
    const past = { from: SPAN.from, to: NOW - 30 * DAY };
    expect(unsettledNotes(plain, [metricProtocol({ unsettledFrom: NOW - DAY })], past)).toEqual([]);
    expect(unsettledNotes(plain, [metricProtocol()], SPAN)).toEqual([]);
  });
});

describe('tooFewNotes', () => {
  const { view } = metricProtocol();
  const metric = metricProtocol({
    now: now({ judgedTo: NOW - DAY }),
    view: {
      ...view,
      tooFewStretches: [
        { from: SPAN.from - DAY, to: SPAN.from + DAY },
        { from: NOW - 2 * DAY, to: NOW },
      ],
    },
  });

  it('is a region for each stretch in view that is judged', () => {
    expect(tooFewNotes(plain, [metric], SPAN)).toMatchObject([
      { from: SPAN.from, to: SPAN.from + DAY, title: 'Too few to say' },
      { from: NOW - 2 * DAY, to: NOW - DAY, title: 'Too few to say' },
    ]);
  });

  it('says nothing beside other metrics, which have enough', () => {
    expect(tooFewNotes(plain, [metric, metricProtocol()], SPAN)).toEqual([]);
    expect(tooFewNotes(plain, [], SPAN)).toEqual([]);
  });
});

describe('settledShare', () => {
  it.each([
    ['of nothing', [], 1],
    ['where all has settled', [undefined], 1],
    ['by the metric that settles last', [undefined, NOW - 42 * DAY, NOW - 21 * DAY], 0.5],
    ['of a range that is younger than that', [SPAN.from - DAY], 0],
  ])('tells how much has settled: %s', (_, unsettled, share) => {
    const metrics = unsettled.map((unsettledFrom) => ({ unsettledFrom }));
    expect(settledShare(metrics, SPAN)).toBe(share);
  });
});
