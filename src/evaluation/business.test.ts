import fc from 'fast-check';

import type { DueSchedule } from '../time/schedule';

import { anyJudgement, judgement, samples, seriesOfTicks } from '../testing/judgements';
import { evaluate, INACTIVE } from './evaluate';
import { DAY, HOUR } from '../time/units';

/** Monday 5 January 2026, midnight UTC. */
const MONDAY = Date.UTC(2026, 0, 5);

const WEEKDAYS_AT_7: DueSchedule = {
  text: 'weekdays 07:00 UTC',
  weekdays: [1, 2, 3, 4, 5],
  timeZone: 'UTC',
  holidays: [],
  times: [7 * 60],
};

/** The figure of each day from `first` to `last` (days after Monday), stamped at its start. */
function daily(first: number, last: number, value = 5) {
  return samples(
    ...Array.from({ length: last - first + 1 }, (_, index): [number, number] => [MONDAY + (first + index) * DAY, value])
  );
}

function nowAt(time: number) {
  return { from: MONDAY - 14 * DAY, to: time, now: time };
}

describe('due', () => {
  const rule = judgement({ due: WEEKDAYS_AT_7, staleAfterMs: HOUR });

  it.each([
    ['on Monday morning, Friday’s figure is not late before it is due', -3, 6.9 * HOUR, 'normal'],
    ['nor after it, because it is Friday’s that was due', -3, 20 * HOUR, 'normal'],
    ['Thursday’s is late from the due moment on', -4, 7 * HOUR, 'stale'],
    ['and has not been so before', -4, 7 * HOUR - 1, 'normal'],
  ])('%s', (_, last, after, state) => {
    const { now } = evaluate(daily(-10, last), rule, nowAt(MONDAY + after)).evaluation;
    expect(now.state).toBe(state);
    expect('age' in now ? now.age : undefined).toEqual(
      state === 'stale' ? { kind: 'late', missedDue: MONDAY + 7 * HOUR } : undefined
    );
  });

  it('is stale since the due moment that was missed, and says when it would be', () => {
    const late = evaluate(daily(-10, -4), rule, nowAt(MONDAY + 10 * HOUR)).evaluation.now;
    expect(late).toMatchObject({ state: 'stale', since: MONDAY + 7 * HOUR, age: { kind: 'late' } });
    const inTime = evaluate(daily(-10, -3), rule, nowAt(MONDAY + 10 * HOUR)).evaluation.now;
    expect(inTime.changesAt).toBe(MONDAY + DAY + 7 * HOUR);
  });

  it('sees a gap after a stamp that no calendar knows, as when it goes on from there', () => {
    const given = samples([-8.64e15 - 1, 5], [MONDAY, 5], [MONDAY + 14 * DAY, 5]);
    const { segments } = evaluate(given, rule, { from: MONDAY, to: MONDAY + 14 * DAY }).evaluation;
    expect(segments.map(({ state }) => state)).toEqual(['normal', 'nodata']);
  });

  it('names the due moment that was missed, also where the schedule is newer', () => {
    const versions = [
      { from: -Infinity, judgement: judgement() },
      { from: MONDAY + 2 * DAY, judgement: rule },
    ];
    const { now } = evaluate(daily(-10, -4), versions, nowAt(MONDAY + 2.5 * DAY)).evaluation;
    expect(now).toMatchObject({ state: 'stale', since: MONDAY + 2 * DAY, age: { missedDue: MONDAY + 7 * HOUR } });
  });

  it('ends a breach where nothing came when it was due, and not before', () => {
    const breaching = daily(-10, -4, 20);
    const { breaches } = evaluate(breaching, rule, nowAt(MONDAY + 2 * DAY)).evaluation;
    expect(breaches).toMatchObject([{ end: MONDAY + 7 * HOUR }]);
    expect(evaluate(breaching, rule, nowAt(MONDAY)).evaluation.breaches).toMatchObject([{ end: undefined }]);
  });

  it('a weekend is no gap, a week without a figure is', () => {
    const late = { ...daily(7, 8) };
    const given = samples(
      ...[daily(-10, -3), late].flatMap(({ times, values }) =>
        Array.from(times, (time, index): [number, number] => [time, values[index] as number])
      )
    );
    const { segments } = evaluate(given, rule, nowAt(MONDAY + 8 * DAY)).evaluation;
    // Monday’s own figure was due on Tuesday.
    expect(segments.filter(({ state }) => state === 'nodata')).toEqual([
      { from: MONDAY + DAY + 7 * HOUR, to: MONDAY + 7 * DAY, state: 'nodata', severity: undefined },
    ]);
  });
});

describe('settleAfter', () => {
  const rule = judgement({ settleAfterMs: 2 * DAY, staleAfterMs: 3 * DAY, forMs: DAY });

  it('does not judge what has not settled: a young value neither begins nor ends anything', () => {
    const young = samples([MONDAY, 5], [MONDAY + DAY, 5], [MONDAY + 2 * DAY, 5], [MONDAY + 3 * DAY, 20]);
    const { now, last, breaches, pendings } = evaluate(young, rule, nowAt(MONDAY + 4 * DAY)).evaluation;
    expect(now).toMatchObject({ state: 'normal', at: MONDAY + 4 * DAY, judgedTo: MONDAY + 2 * DAY });
    expect(last?.time).toBe(MONDAY + 2 * DAY);
    expect([breaches, pendings]).toEqual([[], []]);
  });

  it('what it says of a settled moment, it goes on saying', () => {
    fc.assert(
      fc.property(
        seriesOfTicks,
        anyJudgement,
        fc.integer({ min: 1, max: 5 }),
        fc.nat({ max: 9 }),
        (series, one, settleAfterMs, later) => {
          const to = series.times[series.times.length - 1] + later;
          const span = { from: 0, to, now: to };
          const settled = evaluate(series, { ...one, settleAfterMs }, span, INACTIVE).evaluation;
          const then = to - settleAfterMs;
          const whole = evaluate(series, one, { from: 0, to: then, now: then }, INACTIVE).evaluation;
          expect(settled.levels).toEqual(whole.levels);
          expect(settled.breaches).toEqual(whole.breaches);
        }
      ),
      { numRuns: 500 }
    );
  });

  it('is stale by the newest value, settled or not', () => {
    const given = samples([MONDAY, 5], [MONDAY + DAY, 5], [MONDAY + 3 * DAY, 5]);
    expect(evaluate(given, rule, nowAt(MONDAY + 4 * DAY)).evaluation.now.state).toBe('normal');
    expect(evaluate(given, rule, nowAt(MONDAY + 6.5 * DAY)).evaluation.now).toMatchObject({
      state: 'stale',
      since: MONDAY + 6 * DAY + 1,
    });
  });

  it('knows nothing while nothing has settled', () => {
    const { now } = evaluate(samples([MONDAY, 20]), rule, nowAt(MONDAY + DAY)).evaluation;
    expect(now).toMatchObject({ state: 'unknown', judgedTo: MONDAY - DAY });
  });

  it('looks again when the next value settles', () => {
    const given = samples([MONDAY, 5], [MONDAY + DAY, 5]);
    const { now } = evaluate(given, rule, nowAt(MONDAY + 2.5 * DAY)).evaluation;
    expect(now.changesAt).toBe(MONDAY + 3 * DAY);
  });

  it('looks again when another version is in force, whose values may settle sooner', () => {
    const given = samples([MONDAY, 5], [MONDAY + DAY, 20]);
    const versions = [
      { from: -Infinity, judgement: rule },
      { from: MONDAY + 2 * DAY, judgement: { ...rule, settleAfterMs: 0 } },
    ];
    expect(evaluate(given, versions, nowAt(MONDAY + 1.5 * DAY)).evaluation.now.changesAt).toBe(MONDAY + 2 * DAY);
  });

  it('counts from when the values were asked for, where the range ends in the past', () => {
    const given = samples([MONDAY, 5], [MONDAY + DAY, 20]);
    const past = { from: MONDAY, to: MONDAY + 1.5 * DAY, asked: MONDAY + 2 * DAY };
    expect(evaluate(given, { ...rule, forMs: 0 }, past).evaluation.now).toMatchObject({
      state: 'normal',
      judgedTo: MONDAY,
    });
    const later = { ...past, asked: MONDAY + 9 * DAY };
    const { now } = evaluate(given, { ...rule, forMs: 0 }, later).evaluation;
    expect(now.state).toBe('firing');
    expect(now.judgedTo).toBeUndefined();
  });
});

describe('the newest sample', () => {
  const rule = judgement({ settleAfterMs: DAY, due: WEEKDAYS_AT_7 });
  const begun = evaluate(daily(0, 1), rule, nowAt(MONDAY + 3 * DAY)).end;

  it.each([
    ['where nothing was judged before', INACTIVE, -Infinity],
    ['among what was judged before', begun, NaN],
    ['among what was judged before, and is before all', begun, -Infinity],
  ])('is none with a stamp that is no moment, %s', (_, start, stamp) => {
    const given = { times: [stamp, MONDAY], values: [5, null] };
    const { now } = evaluate(given, rule, nowAt(MONDAY + 3 * DAY), start).evaluation;
    expect(now.state).toBe('nodata');
    expect(now.changesAt ?? 0).not.toBeNaN();
  });
});

describe('what was ignored', () => {
  const SPAN = { from: 0, to: 10, now: 10 };

  it.each([
    ['nothing', [0, 1, 2], [1, null, NaN], undefined],
    ['rows without a partner', [0, 1, 2, 3], [1, 2], { unpaired: 2 }],
    ['rows without a time', [0, NaN, 2], [1, 2, 3], { noTime: 1, sorted: false }],
    ['values that are no number', [0, 1, 2], [1, 'a', {}], { notANumber: 2 }],
    ['all but the last of several rows at one time', [0, 1, 1, 1], [1, 2, 3, 4], { sameTime: 2, sorted: false }],
    ['nothing of rows out of order', [1, 0], [1, 2], { sorted: true, sameTime: 0, noTime: 0 }],
  ])('%s', (_, times, values, ignored) => {
    const given = { times, values: values as Array<number | null> };
    const told = evaluate(given, judgement(), SPAN).evaluation.ignored;
    if (ignored) {
      expect(told).toMatchObject(ignored);
    } else {
      expect(told).toBeUndefined();
    }
  });
});
