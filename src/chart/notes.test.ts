import { plain } from '../testing/plain';
import { metricProtocol, NOW, now, rule, ruleChange, SPAN } from '../testing/metricProtocol';
import { changeNotes, settledShare, tooFewNotes, unsettledNotes } from './notes';
import { DAY } from '../time/units';

const AT = NOW - 30 * DAY;

describe('changeNotes', () => {
  it('says what changed, at its moment', () => {
    const [note, ...others] = changeNotes(plain, [metricProtocol({ changes: [ruleChange(AT)] })], SPAN);
    expect(others).toEqual([]);
    expect(note).toMatchObject({ from: AT, title: 'Rule changed' });
    expect(note.to).toBeUndefined();
    expect(note.lines.join()).toMatch(/critical below 18 % → below 20 %.*for 5 d → 2 d/);
  });

  it('says what comes, where the range reaches that far, and nothing out of view', () => {
    const metric = metricProtocol({ changes: [ruleChange(SPAN.from - DAY)], upcoming: ruleChange(NOW + DAY) });
    expect(changeNotes(plain, [metric], SPAN)).toEqual([]);
    expect(changeNotes(plain, [metric], { ...SPAN, to: NOW + 2 * DAY })).toMatchObject([{ from: NOW + DAY }]);
  });

  it('tells many metrics in one note, by name', () => {
    const metrics = ['A', 'B', 'C', '<b>D</b>', 'E'].map((name) => metricProtocol({ name, changes: [ruleChange(AT)] }));
    const [note, ...others] = changeNotes(plain, metrics, SPAN);
    expect(others).toEqual([]);
    expect(note.lines).toEqual([expect.stringMatching(/^A, B, C…: critical below 18 %/)]);
    expect(changeNotes(plain, metrics.slice(3), SPAN)[0].lines[0]).toMatch(/^&lt;b&gt;D&lt;\/b&gt;, E: /);
  });

  it('lets no user text become markup', () => {
    const hostile = metricProtocol({
      formatLevel: (value) => `<img src=x onerror=alert(${value})>`,
      changes: [ruleChange(AT)],
    });
    expect(JSON.stringify(changeNotes(plain, [hostile], SPAN))).not.toMatch(/<img/);
  });

  it('says so where nothing that is told changed', () => {
    const metric = metricProtocol({ changes: [{ at: AT, before: rule(), after: rule() }] });
    expect(changeNotes(plain, [metric], SPAN)[0].lines).toEqual(['agreed anew, the same as before']);
  });
});

describe('unsettledNotes', () => {
  it('is a region to the end of what is in view', () => {
    expect(unsettledNotes(plain, [metricProtocol({ unsettledFrom: NOW - DAY })], { ...SPAN, to: NOW + DAY })).toEqual([
      {
        from: NOW - DAY,
        to: NOW,
        title: 'Not settled yet',
        lines: ['Drawn, not judged: these values may still change.'],
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
      { from: SPAN.from, to: SPAN.from + DAY, title: 'Too few to judge' },
      { from: NOW - 2 * DAY, to: NOW - DAY, title: 'Too few to judge' },
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
